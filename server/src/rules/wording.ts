// How messages and fix titles name things. Labels are quoted in Chinese in both languages, as the form prints them.
import type { Bilingual } from "../form/types";
import { shortRow } from "../report/equation";
import { oneLine } from "../report/quote";
import type { Cell, Report, Row, Section, Table } from "../report/types";
import type { Fix, FixKind, Grade, Severity } from "./types";

export const severityNames: Readonly<Record<Severity, Bilingual>> = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "警告", en: "warning" },
  information: { zh: "信息", en: "information" },
  hint: { zh: "提示", en: "hint" },
};

export function both(text: string): Bilingual {
  return { zh: text, en: text };
}

/** 表三 一、本年新收·总计 */
export function cellPlace(report: Report, cell: Cell): Bilingual {
  const table = report.form.tables.find((known) => known.id === cell.path.table);
  const name = cellName(cell);
  return { zh: `${table?.name.zh ?? ""} ${name}`, en: `${table?.name.en ?? ""} ${name}` };
}

/** 一、本年新收·总计 */
export function cellName(cell: Cell): string {
  return `${shortRow(cell.row)}·${shortColumn(cell.column.label)}`;
}

export function rowPlace(table: Table, row: Row): Bilingual {
  return { zh: `${table.form.name.zh} ${shortRow(row.form)}`, en: `${table.form.name.en} ${shortRow(row.form)}` };
}

/** 表三 一、本年新收·总计：65 ≠ 66 */
export function behind(place: Bilingual, words: Bilingual): Bilingual {
  return { zh: `${place.zh}：${words.zh}`, en: `${place.en}: ${words.en}` };
}

/** Several things said of one place. */
export function clauses(parts: readonly Bilingual[]): Bilingual {
  return { zh: parts.map(({ zh }) => zh).join("；"), en: parts.map(({ en }) => en).join("; ") };
}

/** A column's head without its unit. */
export function shortColumn(label: string): string {
  return label.replace(/（.*$/u, "");
}

export function sectionName(section: Section): string {
  return oneLine(section.title, 40);
}

/** Names in a row, the first few and how many there are. */
export function list(names: readonly string[], most = 6): Bilingual {
  const shown = names.slice(0, most);
  const more = names.length > most;
  return {
    zh: `${shown.join("、")}${more ? `等 ${names.length} 项` : ""}`,
    en: `${shown.join(", ")}${more ? ` … (${names.length} in all)` : ""}`,
  };
}

export function quoted(text: string): string {
  return `“${oneLine(text, 40)}”`;
}

/** Of a fix that keeps every value. */
export const noNumbers: Fix["sets"] = new Map();

/** A fix that replaces one stretch of text: "before → after", and what else its title has to say. */
export function replacement(
  kind: FixKind,
  grade: Grade,
  edit: { readonly start: number; readonly end: number; readonly newText: string },
  title: Bilingual,
): Fix {
  const { start, end, newText } = edit;
  return { kind, grade, title, edits: [{ span: { start, end }, newText }], sets: noNumbers };
}

/** Digits as the report writes them: in the same width, and with a mark between thousands where it has one. */
export function inStyleOf(written: string, digits: string): string {
  const mark = /^[0-9０-９]{1,3}(?:([,，])[0-9０-９]{3})(?:\1[0-9０-９]{3})*$/u.exec(written)?.[1];
  const grouped = mark ? digits.replace(/\B(?=(?:\d{3})+$)/gu, mark) : digits;
  const fullWidth = /[０-９]/u.test(written) && !/[0-9]/u.test(written);
  return fullWidth ? grouped.replace(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) : grouped;
}
