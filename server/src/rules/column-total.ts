import { mistakesOf } from "./mistakes";
import { outcomesExample } from "./outcomes";
import type { Rule } from "./types";

export const columnTotal: Rule = {
  id: "column-total",
  severity: "error",
  title: { zh: "（七）总计不等于各办理结果之和", en: "（七）总计 differs from the sum of the outcomes" },
  page: {
    what: {
      zh: "表三每一列的（七）总计应等于（一）予以公开至（六）其他处理各行之和（“其他处理”分三项的为 21 行，一行的为 19 行）。能推算出是（七）总计这一格有误时在此报告一次，包括它所在的行合计和“一 + 二 = 三（七）+ 四”；某个分项连同其总计有误时，写明可能的各行或其范围。",
      en: "In each column of table 3, （七）总计 has to equal the sum of the outcomes from （一）予以公开 to （六）其他处理 (21 rows, or 19 where 其他处理 is one row). Where the relations tell that this cell of （七） is wrong it is reported once, for its row and the balance too; where an outcome and its total are wrong together, the rows it may be are named, or what they have in common.",
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
  wrong: outcomesExample(["26", "0", "0", "0", "0", "0", "26"], ["«20»", "0", "0", "0", "0", "0", "26"]),
  right: outcomesExample(["26", "0", "0", "0", "0", "0", "26"], ["26", "0", "0", "0", "0", "0", "26"]),
  check: (report) => mistakesOf(report, "column-total"),
};
