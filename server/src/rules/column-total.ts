import { brokenRelations } from "./relation";
import type { Rule } from "./types";

const outcomes = [
  "（一）予以公开",
  "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
  "1.属于国家秘密",
  "2.其他法律行政法规禁止公开",
  "3.危及“三安全一稳定”",
  "4.保护第三方合法权益",
  "5.属于三类内部事务信息",
  "6.属于四类过程性信息",
  "7.属于行政执法案卷",
  "8.属于行政查询事项",
  "1.本机关不掌握相关政府信息",
  "2.没有现成信息需要另行制作",
  "3.补正后申请内容仍不明确",
  "1.信访举报投诉类申请",
  "2.重复申请",
  "3.要求提供公开出版物",
  "4.无正当理由大量反复申请",
  "5.要求行政机关确认或重新出具已获取信息",
  "（六）其他处理",
];

/** A whole column, for one number says nothing about it: the first outcome is `granted`, the others are 0. */
function example(granted: number, total: string): string {
  const rows = outcomes.map((label, at) => {
    const number = at === 0 ? granted : 0;
    return `${label}\t${number}\t0\t0\t0\t0\t0\t${number}`;
  });
  return ["三、收到和处理政府信息公开申请情况", ...rows, `（七）总计\t${total}\t0\t0\t0\t0\t0\t${granted}`, ""].join(
    "\n",
  );
}

export const columnTotal: Rule = {
  id: "column-total",
  severity: "error",
  title: { zh: "（七）总计不等于各办理结果之和", en: "（七）总计 differs from the sum of the outcomes" },
  page: {
    what: {
      zh: "表三每一列的（七）总计应等于（一）予以公开至（六）其他处理各行之和（“其他处理”分三项的为 21 行，一行的为 19 行）。",
      en: "In each column of table 3, （七）总计 has to equal the sum of the outcomes from （一）予以公开 to （六）其他处理 (21 rows, or 19 where 其他处理 is one row).",
    },
    why: {
      zh: "依据：国办公开办函〔2021〕30号、〔2019〕60号所附表格。",
      en: "Source: the tables attached to 国办公开办函〔2021〕30号 and 〔2019〕60号.",
    },
    remedy: {
      zh: "先看同一列“一 + 二 = 三（七）+ 四”是否成立：成立而各项之和不等于（七），往往是某个分项填错或重复计算，不宜直接改（七）总计。",
      en: "Look first whether 一 + 二 = 三（七） + 四 holds in the column: if it does, an outcome is usually wrong or counted twice, and （七） had better not be changed.",
    },
  },
  wrong: example(26, "«20»"),
  right: example(26, "26"),
  check: (report) => brokenRelations(report, "column-total"),
};
