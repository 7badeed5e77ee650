// The outline: exactly the sections that stand in the text, in its order; below them subsections, tables and their rows.
import { groupMark, valueWords } from "../report/equation";
import { firstLine } from "../report/quote";
import { countRelations } from "../report/relations";
import type { Cell, Report, Row, Section, Table } from "../report/types";
import type { Span } from "../syntax/span";
import { areApart, numbersOf, totalOf } from "./locate";
import { standing } from "./status";
import { oneLine, pick } from "./text";
import type { Locale, OutlineItem } from "./types";

/** An item whose children are still to be found. */
type Item = Omit<OutlineItem, "children"> & { readonly rows: readonly OutlineItem[] };

export function outline(report: Report, locale: Locale): readonly OutlineItem[] {
  const sections = report.sections.map((section): OutlineItem => {
    const tables = report.tables.filter((table) => table.section === section);
    const items = [
      ...tables.map((table) => tableItem(report, table, section.span, locale)),
      ...subsectionItems(section),
    ];
    return {
      kind: "section",
      name: oneLine(section.title) || section.expected,
      detail: "",
      span: section.span,
      selection: within(section.span, section.heading),
      children: nest(items, section.span),
    };
  });
  // A text without headings still has its tables.
  const homeless = report.tables.filter((table) => table.section === null);
  const whole = { start: 0, end: report.text.length };
  const tables = nest(
    homeless.map((table) => tableItem(report, table, whole, locale)),
    whole,
  );
  return [...sections, ...tables].sort((a, b) => a.span.start - b.span.start);
}

function tableItem(report: Report, table: Table, parent: Span, locale: Locale): Item {
  const span = within(parent, table.span);
  return {
    kind: "table",
    name: table.form.name[locale],
    detail: relationsDetail(report, table, locale),
    span,
    // The corner that says how the numbers hang together, or the item of the Regulation.
    selection: firstLine(report.text, span),
    rows: rowItems(table, span, locale),
  };
}

function subsectionItems(section: Section): readonly Item[] {
  return section.subsections.map(({ title, heading, span: own }) => {
    const span = within(section.span, own);
    return { kind: "subsection", name: oneLine(title), detail: "", span, selection: within(span, heading), rows: [] };
  });
}

/** Lays items into each other by their spans, which either nest or are clipped at the end of the item before. */
function nest(items: readonly Item[], parent: Span): readonly OutlineItem[] {
  const sorted = [...items].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const children: OutlineItem[] = [];
  for (let i = 0; i < sorted.length; ) {
    const item = sorted[i] as Item;
    const span = within(parent, item.span);
    let after = i + 1;
    while ((sorted[after]?.span.start ?? span.end) < span.end) {
      after++;
    }
    const inner = nest(sorted.slice(i + 1, after), span);
    const { rows, ...own } = item;
    // A table that was found in pieces may reach beyond the item it is laid into; its rows are cut with it.
    const cut = rows.map((row) => {
      const rowSpan = within(span, row.span);
      return { ...row, span: rowSpan, selection: within(rowSpan, row.selection) };
    });
    children.push({ ...own, span, selection: within(span, item.selection), children: [...cut, ...inner] });
    i = after;
  }
  return children;
}

function rowItems(table: Table, parent: Span, locale: Locale): readonly OutlineItem[] {
  const rows = [...table.rows].sort((a, b) => a.span.start - b.span.start);
  const apart = areApart(table);
  const items = rows
    .map((row) => ({ row, span: within(parent, apart ? row.span : numbersOf(row)) }))
    .sort((a, b) => a.span.start - b.span.start);
  let end = parent.start;
  return items.map(({ row, span }) => {
    const start = Math.max(span.start, end);
    end = Math.max(start, span.end);
    const own = { start, end };
    const selection = within(own, apart ? row.label.span : own);
    return { kind: "row", name: rowName(row), detail: rowDetail(row, locale), span: own, selection, children: [] };
  });
}

/** The label as the form prints it; several groups have a 1., so the group's mark goes in front: （三）1.属于国家秘密. */
function rowName(row: Row): string {
  return `${groupMark(row.form)}${row.form.label}`;
}

/** The row's total; the rows of table two have none and show all their figures. */
function rowDetail(row: Row, locale: Locale): string {
  const total = totalOf(row);
  return (total ? [total] : row.cells).map((cell) => figure(cell, locale)).join(" / ");
}

function figure(cell: Cell, locale: Locale): string {
  return cell.value.kind === "text" ? oneLine(cell.raw, 20) : pick(valueWords(cell), locale);
}

/** How the table's relations stand; nothing for table two, whose cells stand in none. */
function relationsDetail(report: Report, table: Table, locale: Locale): string {
  const own = report.relations.filter(({ form }) => form.table === table.form.id);
  return own.length === 0 ? "" : standing(countRelations(own), locale);
}

/** `inner` cut to what lies inside `outer`; always a valid span inside it. */
function within(outer: Span, inner: Span): Span {
  const start = Math.min(Math.max(inner.start, outer.start), outer.end);
  return { start, end: Math.min(Math.max(inner.end, start), outer.end) };
}
