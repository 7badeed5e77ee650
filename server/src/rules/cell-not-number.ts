import type { Cell } from "../report/types";
import type { Draft, Rule } from "./types";
import { both, list, quoted, rowPlace, shortColumn } from "./wording";

export const cellNotNumber: Rule = {
  id: "cell-not-number",
  severity: "warning",
  title: { zh: "应填数字处不是数字", en: "Something other than a number" },
  page: {
    what: {
      zh: "单元格里是“/”“-”“无”等符号或其他文字，而不是数字。每行报告一次。没有规章制定权的机关在“规章”一行填“/”较常见，只作提示。",
      en: "A cell holds “/”, “-”, “无” or other words instead of a number. One finding a row. “/” in the row 规章 is common where an organ cannot make rules, and is information only.",
    },
    why: {
      zh: "年度报告的表格要求填写数字，没有的填 0；符号无法参与勾稽核对和上级汇总。",
      en: "The tables ask for numbers, 0 where there is nothing; a stroke can be neither checked nor added up.",
    },
    remedy: { zh: "没有的改填 0。", en: "Enter 0 where there is nothing." },
  },
  wrong: "二、主动公开政府信息情况\n信息内容\t本年处理决定数量\n行政处罚\t«-»\n",
  right: "二、主动公开政府信息情况\n信息内容\t本年处理决定数量\n行政处罚\t0\n",
  *check(report) {
    for (const table of report.tables) {
      for (const row of table.rows) {
        const cells = row.cells.filter((cell) => cell.value.kind === "text");
        const [first] = cells;
        if (!first) continue;
        const place = rowPlace(table, row);
        const columns = list(cells.map((cell) => shortColumn(cell.column.label)));
        const draft: Draft = {
          span: first.span,
          message: {
            zh: `${place.zh}：${columns.zh}为${quoted(first.raw)}，不是数字`,
            en: `${place.en}: ${columns.en} ${quoted(first.raw)} is no number`,
          },
          advice: { zh: "请改填数字，没有的填 0", en: "Enter a number, 0 where there is nothing" },
          related: cells.slice(1).map((cell) => ({
            span: cell.span,
            message: both(`${shortColumn(cell.column.label)} ${quoted(cell.raw)}`),
          })),
        };
        yield row.form.id === "rules" && cells.every(isMark) ? { ...draft, severity: "information" } : draft;
      }
    }
  },
};

function isMark(cell: Cell): boolean {
  return cell.value.kind === "text" && cell.value.mark;
}
