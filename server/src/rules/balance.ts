import { mistakesOf } from "./mistakes";
import type { Rule } from "./types";

function example(carriedOut: string): string {
  return [
    "三、收到和处理政府信息公开申请情况",
    "一、本年新收政府信息公开申请数量\t20\t0\t0\t0\t0\t0\t20",
    "二、上年结转政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3",
    "（七）总计\t21\t0\t0\t0\t0\t0\t21",
    `四、结转下年度继续办理\t${carriedOut}\t0\t0\t0\t0\t0\t2`,
    "",
  ].join("\n");
}

export const balance: Rule = {
  id: "balance",
  severity: "error",
  title: { zh: "一、二之和不等于三（七）、四之和", en: "一 + 二 differs from 三（七） + 四" },
  page: {
    what: {
      zh: "表三每一列：第一项（本年新收）加第二项（上年结转）之和，应等于第三项（七）总计加第四项（结转下年度）之和。表头左上角印有这一关系。能推算出是一、二、四中哪一格有误时在该处报告；推算不出时在第四项处报告，并写明可能有误的数或其范围。",
      en: "In each column of table 3, 一 (new) plus 二 (carried in) has to equal 三（七） (total of outcomes) plus 四 (carried out), as the corner of the table says. Reported at the cell of 一, 二 or 四 that the relations tell to be wrong; where they leave a choice, at 四 with the numbers that may be wrong, or what these have in common.",
    },
    why: {
      zh: "依据：国办公开办函〔2021〕30号、〔2019〕60号所附表格的勾稽说明。收到的每一件申请，要么已有办理结果，要么结转下年。",
      en: "Source: the note in the tables attached to 国办公开办函〔2021〕30号 and 〔2019〕60号. Every request received has an outcome or is carried over.",
    },
    remedy: {
      zh: "核对四个数。第二项应与上年度报告的第四项一致，一般不改。快速修复只改推算出有误的一格；几种改法都说得通时最多列五种，由人选择。",
      en: "Check the four numbers. 二 should equal 四 of last year's report and is rarely the wrong one. The quick fix changes only the cell that the relations tell; where several changes would do, up to five are offered and you choose.",
    },
  },
  wrong: example("«3»"),
  right: example("2"),
  check: (report) => mistakesOf(report, "balance"),
};
