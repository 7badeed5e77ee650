import { shortRow } from "../report/equation";
import type { Row, Table } from "../report/types";
import type { Draft, Rule } from "./types";
import { list } from "./wording";

export const rowShifted: Rule = {
  id: "row-shifted",
  severity: "information",
  title: { zh: "数字与表头错列", en: "Numbers beside their column heads" },
  page: {
    what: {
      zh: "一些行的数字没有落在表头所在的列，或数字多于列数而无法对应。每张表提示一次。数目正好的，按从左到右的次序对应各列，照常核对；多出数字的行计为“无法核对”。",
      en: "Numbers of some rows do not stand below their heads, or there are more of them than columns. Once a table. Rows with the right count are read from left to right and checked; rows with more are not assessable.",
    },
    why: {
      zh: "多为从 Word 复制时合并单元格所致，通常不是报告本身的错误。",
      en: "Usually merged cells lost in copying from Word, not an error of the report.",
    },
    remedy: {
      zh: "对照原文确认；数字多于列数的行请检查是否一个数被拆成两格。",
      en: "Compare with the original; where there are too many numbers, see whether one was split over two cells.",
    },
  },
  wrong: "三、收到和处理政府信息公开申请情况\n«一、本年新收政府信息公开申请数量»\t58\t7\t1\t0\t0\t0\t6\t6\n",
  right: "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t58\t7\t1\t0\t0\t0\t66\n",
  *check(report) {
    for (const table of report.tables) {
      const over = table.rows.filter((row) => row.unplaced !== null && row.unplaced >= row.cells.length);
      const shifted = table.rows.filter((row) => row.shifted);
      const [first] = [...over, ...shifted];
      if (first) yield finding(table, first, over, shifted);
    }
  },
};

function finding(table: Table, first: Row, over: readonly Row[], shifted: readonly Row[]): Draft {
  const { name } = table.form;
  const names = list(over.map((row) => shortRow(row.form)));
  const parts = {
    zh: [
      ...(over.length > 0 ? [`${names.zh}的数字多于列数，无法对应，未核对`] : []),
      ...(shifted.length > 0 ? [`${shifted.length} 行的数字与表头错列，已按从左到右的次序读取`] : []),
    ].join("；"),
    en: [
      ...(over.length > 0 ? [`${names.en} has more numbers than columns and was not checked`] : []),
      ...(shifted.length > 0
        ? [`the numbers of ${shifted.length} row(s) stand beside their heads and were read from left to right`]
        : []),
    ].join("; "),
  };
  return {
    span: first.label.span,
    message: { zh: `${name.zh}：${parts.zh}`, en: `${name.en}: ${parts.en}` },
    advice: { zh: "请对照原文确认各列数字的位置", en: "Compare the columns with the original" },
  };
}
