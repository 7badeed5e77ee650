// What a reviewer wants to know about the number under the pointer, without counting by hand.
import type { Bilingual } from "../form/types";
import { equation, relationNames, shortRow, valueWords } from "../report/equation";
import { relationsOf } from "../report/relations";
import type { Cell, ColumnLabel, Relation, Report, Row, Section, Table } from "../report/types";
import { implied } from "./implied";
import { rowsBelow, targetAt, totalOf } from "./locate";
import { escapeMarkdown as literal, pick } from "./text";
import { aboutTold, tellingsAt } from "./told";
import type { HoverText, Locale } from "./types";

const signs = { held: "✓", broken: "✗", unassessable: "–" } as const;

/** Markdown for a cell, a row label, a column head, a section title or a number of the prose; null anywhere else. */
export function hover(report: Report, offset: number, locale: Locale): HoverText | null {
  const target = targetAt(report, offset);
  if (!target) {
    const tellings = tellingsAt(report, offset);
    return tellings && aboutTold(report, tellings, locale);
  }
  const lines = (() => {
    switch (target.kind) {
      case "cell":
        return aboutCell(report, target.table, target.row, target.cell, locale);
      case "row":
        return aboutRow(report, target.table, target.row, locale);
      case "head":
        return aboutColumn(report, target.table, target.head, locale);
      case "section":
        return aboutSection(target.section, locale);
    }
  })();
  return { span: target.span, markdown: lines.filter((line) => line !== "").join("\n\n") };
}

function aboutCell(report: Report, table: Table, row: Row, cell: Cell, locale: Locale): readonly string[] {
  const relations = relationsOf(report, cell);
  const name = named(cell.column.label, cell.column.english, locale);
  return [
    `**${place(table, row, locale)}·${name}${colon(locale)}${value(cell, locale)}**`,
    literal(table.section?.expected ?? ""),
    listOf(report, relations, locale),
    ...implied(report, relations, cell, locale).map(literal),
    twice(table, row, locale),
    basis(row, locale),
  ];
}

function aboutRow(report: Report, table: Table, row: Row, locale: Locale): readonly string[] {
  const total = totalOf(row);
  const sums = total ? relationsOf(report, total).filter((relation) => relation.total === total) : [];
  const heading = `**${place(table, row, locale)}${total ? `${colon(locale)}${value(total, locale)}` : ""}**`;
  return [
    heading,
    literal([row.form.group?.label, row.form.label].filter((part) => part !== undefined).join(" ")),
    total ? statedAndComputed(sums, total, locale) : figures(row, locale),
    listOf(report, sums, locale),
    ...(total ? implied(report, sums, total, locale).map(literal) : []),
    unplaced(row, locale),
    twice(table, row, locale),
    basis(row, locale),
  ];
}

function aboutColumn(report: Report, table: Table, head: ColumnLabel, locale: Locale): readonly string[] {
  const rows = rowsBelow(table, head);
  const totals = report.relations.filter(
    ({ form }) => form.table === table.form.id && form.total.column === head.column.id,
  );
  // In table four the sums run along the group, in table three down the column.
  const wanted = totals.filter(({ form }) =>
    table.form.id === "review" ? rows.some((row) => row.form.id === form.total.row) : form.kind !== "row-total",
  );
  const group = table.form.id === "review" && rows.length === 1 && rows[0] ? ` ${literal(rows[0].form.label)}` : "";
  const name = named(head.column.label, head.column.english, locale);
  return [`**${pick(table.form.name, locale)}${group}·${name}**`, listOf(report, wanted, locale)];
}

function aboutSection(section: Section, locale: Locale): readonly string[] {
  const told = { zh: "应报告：", en: "To be reported: " }[locale];
  const expected = { zh: "规范标题：", en: "The form's title: " }[locale];
  return [
    `**${literal(section.title)}**`,
    section.match === "mistyped" ? `${expected}${literal(section.expected)}` : "",
    `${told}${literal(pick(section.form.content, locale))}`,
  ];
}

function place(table: Table, row: Row, locale: Locale): string {
  return `${pick(table.form.name, locale)} ${named(shortRow(row.form), row.form.english, locale)}`;
}

/** Labels stay as the form prints them; an English reader is told what they mean. */
function named(label: string, english: string, locale: Locale): string {
  return literal(locale === "zh" ? label : `${label} (${english})`);
}

/** The value as it was read; what keeps it from being a plain number is said in words. */
function value(cell: Cell, locale: Locale): string {
  const words = literal(pick(valueWords(cell), locale));
  const remark = remarkOn(cell);
  return remark
    ? `${words}${locale === "zh" ? "（" : " ("}${literal(pick(remark, locale))}${locale === "zh" ? "）" : ")"}`
    : words;
}

function remarkOn(cell: Cell): Bilingual | null {
  switch (cell.value.kind) {
    case "number":
      if (cell.value.note !== null) {
        return { zh: `格内另有文字：${cell.value.note}`, en: `also in the cell: ${cell.value.note}` };
      }
      return cell.value.spelling.length > 0 ? { zh: `写作 ${cell.raw}`, en: `written ${cell.raw}` } : null;
    case "text":
      return { zh: "不是数字", en: "no number" };
    case "invalid":
      return {
        decimal: { zh: "应为整数", en: "should be whole" },
        negative: { zh: "不应为负数", en: "should not be negative" },
        "too-long": { zh: "超过 15 位，未作核对", en: "more than 15 digits, not checked" },
      }[cell.value.why];
    default:
      return null;
  }
}

function listOf(report: Report, relations: readonly Relation[], locale: Locale): string {
  return relations
    .map((relation) => {
      const name = pick(relationNames[relation.form.kind], locale);
      const text = pick(equation(report, relation), locale);
      return `- ${signs[relation.state]} ${literal(name)}${colon(locale)}${literal(text)}`;
    })
    .join("\n");
}

function statedAndComputed(sums: readonly Relation[], total: Cell, locale: Locale): string {
  const own = sums.find(({ form }) => form.kind === "row-total");
  if (!own) {
    return "";
  }
  const parts = own.right.every((cell) => cell?.count !== null && cell !== null);
  const computed = parts
    ? String(own.rightSum)
    : { zh: "无法计算（有空白或非数字）", en: "cannot be computed" }[locale];
  const stated = literal(pick(valueWords(total), locale));
  return {
    zh: `填报总计：${stated}；各项相加：${computed}`,
    en: `Total as stated: ${stated}; parts added up: ${computed}`,
  }[locale];
}

/** Table two has no totals: its figures by name. */
function figures(row: Row, locale: Locale): string {
  return row.cells
    .map((cell) => `- ${named(cell.column.label, cell.column.english, locale)}${colon(locale)}${value(cell, locale)}`)
    .join("\n");
}

function unplaced(row: Row, locale: Locale): string {
  return row.unplaced === null
    ? ""
    : {
        zh: `标签后有 ${row.unplaced} 格，与本表 ${row.form.columns.length} 列对不上，未作核对。`,
        en: `${row.unplaced} cells follow the label, which do not fit the ${row.form.columns.length} columns; nothing was checked.`,
      }[locale];
}

function twice(table: Table, row: Row, locale: Locale): string {
  if (!table.duplicates.includes(row)) {
    return "";
  }
  return {
    zh: "本行在表中重复出现，勾稽关系只核对前一次。",
    en: "This row stands in the table before; only its first occurrence is checked.",
  }[locale];
}

function basis(row: Row, locale: Locale): string {
  return row.form.basis ? `${{ zh: "依据：", en: "Basis: " }[locale]}${literal(pick(row.form.basis, locale))}` : "";
}

function colon(locale: Locale): string {
  return locale === "zh" ? "：" : ": ";
}
