import { mistakesOf } from "./mistakes";
import { outcomesExample } from "./outcomes";
import type { Rule } from "./types";

const zeros = ["0", "0", "0", "0", "0"];
const total = ["21", ...zeros, "21"];

export const inconsistentCell: Rule = {
  id: "inconsistent-cell",
  severity: "error",
  title: { zh: "分项数与所在行、列的合计都不符", en: "A number that disagrees with its row and its column" },
  page: {
    what: {
      zh: "表三中某个分项改为另一个数后，与它有关的不成立的勾稽关系就都成立，而且没有别的改法同样少。这时只在该数处报告一次，不再逐项报告行合计、列合计。",
      en: "A number of table 3 that is no total, where changing it makes the broken relations around it hold and nothing else does so with as few changes. It is reported once, at the number, instead of at its row and column totals.",
    },
    why: {
      zh: "一个分项填错，会使所在的行和列相差同样的数；一个合计填错，也会使它所在的各项关系相差同样的数。据此可以推算错在哪一格。推算只依据报告自身的数字：如果几个数是一起错的（例如合计由软件按错数重新求和），就可能推算到别处，所以须核对台账。",
      en: "A wrong number makes its row and its column wrong by the same amount, and so does a wrong total in the relations it stands in. That tells which cell it is. It rests on the report's own numbers: where several are wrong together (totals summed up over a wrong number, say), it may point elsewhere, so check the records.",
    },
    remedy: {
      zh: "对照台账核对该数。快速修复改这一格；与别的差错在同一行或同一列时，也可同时改。标题写明原数、新数和恢复几项勾稽关系；不会批量应用。",
      en: "Check the number against the records. The quick fix changes this cell, or where another mistake shares its row or column both at once, and says what it was, what it will be and how many relations will hold; it is never applied in bulk.",
    },
  },
  wrong: outcomesExample(["«12»", ...zeros, "21"], total),
  right: outcomesExample(["21", ...zeros, "21"], total),
  check: (report) => mistakesOf(report, "inconsistent-cell"),
};
