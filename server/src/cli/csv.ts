// The numbers as a table that Excel opens by itself, a row a report and table row. The columns are those of both editions,
// always the same and always in this order.
import { csvLine, csvMark, guarded, looksLikeAnotherValue } from "../features/csv";
import type { Locale } from "../features/types";
import { formFor } from "../form/index";
import type { FormRow } from "../form/types";
import type { Cell, Report } from "../report/types";
import { toJson } from "./json";
import { cellResult } from "./result";

interface Column {
  readonly id: string;
  readonly zh: string;
}

const identity: readonly Column[] = [
  { id: "file", zh: "文件" },
  { id: "organ", zh: "单位" },
  { id: "year", zh: "年度" },
  { id: "edition", zh: "格式" },
  { id: "table", zh: "表" },
  { id: "row", zh: "行" },
  { id: "label", zh: "项目" },
];

/** Every column of a table in either edition, by its first mention; 其他 and 总计 of two tables are one column. */
const numbers: readonly Column[] = [formFor(2021, false), formFor(2019, true)]
  .flatMap(({ tables }) => tables)
  // Table three first: it is what the sheet is made for.
  .sort((one, other) => Number(other.id === "requests") - Number(one.id === "requests"))
  .flatMap(({ rows }) => rows)
  .flatMap(({ columns }) => columns)
  .filter(({ id }, at, all) => all.findIndex((other) => other.id === id) === at)
  .map(({ id, label }) => ({ id, zh: label }));

/** Heads in Chinese, or the ids that JSON has. */
export function csvHead(locale: Locale): string {
  return csvMark + csvLine([...identity, ...numbers].map(({ id, zh }) => (locale === "zh" ? zh : id)));
}

/** The rows in the form's order. A report without any table has one row that says so by being empty, lest it be missed. */
export function csvRows(file: string, report: Report, locale: Locale): string {
  const start = [guarded(file), guarded(report.organ ?? ""), String(report.year ?? ""), String(report.edition)];
  const rows = report.form.tables.flatMap((form) => {
    const table = report.tables.find((one) => one.form.id === form.id);
    return form.rows.flatMap((formRow) => {
      const row = table?.rows.find((one) => one.form.id === formRow.id);
      if (!row) return [];
      const cells = new Map(row.cells.map((cell) => [cell.column.id, cellText(cell)]));
      const name = locale === "zh" ? form.name.zh : form.id;
      return [[...start, name, formRow.id, labelOf(formRow), ...numbers.map(({ id }) => cells.get(id) ?? "")]];
    });
  });
  const empty = [...start, ...[...identity.slice(start.length), ...numbers].map(() => "")];
  return (rows.length > 0 ? rows : [empty]).map(csvLine).join("");
}

function labelOf({ group, label }: FormRow): string {
  return guarded(group ? `${group.label} ${label}` : label);
}

/** As JSON has it: the report's own digits, nothing for a blank, else the text. */
function cellText(cell: Cell): string {
  const value = cellResult(cell);
  if (value === null) return "";
  if (typeof value !== "string") return toJson(value);
  return looksLikeAnotherValue(value) ? `'${value}` : guarded(value);
}
