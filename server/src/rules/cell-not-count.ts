import type { Bilingual } from "../form/types";
import { cellsOf } from "./cells";
import type { Rule } from "./types";
import { cellPlace, quoted } from "./wording";

const reasons: Readonly<Record<"decimal" | "negative" | "too-long", Bilingual>> = {
  decimal: { zh: "是小数，此处应为整数", en: "is a decimal where a whole number is due" },
  negative: { zh: "是负数，此处不能小于 0", en: "is negative where nothing below 0 can be" },
  "too-long": { zh: "超过 15 位，不可能是实际数字", en: "has more than 15 digits and can be no real figure" },
};

export const cellNotCount: Rule = {
  id: "cell-not-count",
  severity: "error",
  title: { zh: "数字不可能是件数", en: "A number that can be no count" },
  page: {
    what: {
      zh: "应填件数处是小数、负数或超过 15 位的数。行政事业性收费金额可以是小数；2019 年格式的“本年增/减”可以是负数。",
      en: "A decimal, a negative number or one of more than 15 digits where a count is due. Fees may be decimals; 本年增/减 of the 2019 form may be negative.",
    },
    why: { zh: "件数只能是不小于 0 的整数。", en: "A count is a whole number not below 0." },
    remedy: { zh: "请核对台账后更正；没有自动修复。", en: "Correct it from the records; there is no automatic fix." },
  },
  wrong: "二、主动公开政府信息情况\n信息内容\t本年处理决定数量\n行政许可\t«12.5»\n",
  right: "二、主动公开政府信息情况\n信息内容\t本年处理决定数量\n行政许可\t12\n",
  *check(report) {
    for (const cell of cellsOf(report)) {
      if (cell.value.kind !== "invalid") continue;
      const place = cellPlace(report, cell);
      const reason = reasons[cell.value.why];
      yield {
        span: cell.span,
        message: {
          zh: `${place.zh}：${quoted(cell.raw)}${reason.zh}`,
          en: `${place.en}: ${quoted(cell.raw)} ${reason.en}`,
        },
        advice: { zh: "请核对台账后更正", en: "Correct it from the records" },
      };
    }
  },
};
