// What stands at an offset. Linear in the number of cells of one table, which is about two hundred.
import type { Cell, ColumnLabel, Report, Row, Section, Table } from "../report/types";
import { contains, type Span } from "../syntax/span";

export type Target =
  | { readonly kind: "cell"; readonly span: Span; readonly table: Table; readonly row: Row; readonly cell: Cell }
  | { readonly kind: "row"; readonly span: Span; readonly table: Table; readonly row: Row }
  | { readonly kind: "head"; readonly span: Span; readonly table: Table; readonly head: ColumnLabel }
  | { readonly kind: "section"; readonly span: Span; readonly section: Section };

/**
 * The cell, row label, column head or section title at an offset, or the one that ends there: a cursor behind a number
 * means the number. Where two meet, the one with text comes before a blank one.
 */
export function targetAt(report: Report, offset: number): Target | null {
  let best: Target | null = null;
  let bestRank = 0;
  for (const target of targetsAround(report, offset)) {
    const rank = rankOf(target, offset);
    if (rank > bestRank) {
      best = target;
      bestRank = rank;
    }
  }
  return best;
}

function rankOf(target: Target, offset: number): number {
  if (!contains(target.span, offset)) {
    return 0;
  }
  if (target.kind === "cell" && target.cell.value.kind === "blank") {
    return 1;
  }
  return offset < target.span.end ? 3 : 2;
}

function* targetsAround(report: Report, offset: number): Iterable<Target> {
  for (const table of report.tables) {
    for (const row of [...table.rows, ...table.duplicates]) {
      yield { kind: "row", span: row.label.span, table, row };
      for (const cell of presentCells(row)) {
        yield { kind: "cell", span: cell.span, table, row, cell };
      }
    }
    for (const head of table.heads) {
      yield { kind: "head", span: head.span, table, head };
    }
  }
  for (const section of report.sections) {
    if (contains(section.span, offset)) {
      yield { kind: "section", span: section.heading, section };
    }
  }
}

/** Cells that stand in the text; the span of an absent one is its row's label. */
export function presentCells(row: Row): readonly Cell[] {
  return row.cells.filter((cell) => cell.value.kind !== "absent");
}

/** False for the three groups of table four, which stand side by side under one set of heads: only their numbers are apart. */
export function areApart(table: Table): boolean {
  const rows = [...table.rows].sort((a, b) => a.span.start - b.span.start);
  return rows.every((row, i) => row.span.start >= (rows[i - 1]?.span.end ?? 0));
}

/** From a row's first number to its last; its label where it has none. */
export function numbersOf(row: Row): Span {
  const spans = presentCells(row).map((cell) => cell.span);
  return spans.length === 0
    ? row.label.span
    : { start: Math.min(...spans.map((span) => span.start)), end: Math.max(...spans.map((span) => span.end)) };
}

/** The last cell of a row that ends in a total; null for the rows of table two, which have none. */
export function totalOf(row: Row): Cell | null {
  const last = row.cells.at(-1);
  return last?.column.id === "total" ? last : null;
}

/**
 * The cells below a column head. Table two has several blocks, each with heads of its own; table four writes its three
 * groups side by side, so the second 总计 belongs to the second group.
 */
export function cellsBelow(table: Table, head: ColumnLabel): readonly Cell[] {
  const cells = rowsBelow(table, head)
    .flatMap((row) => row.cells)
    .filter((cell) => cell.column.id === head.column.id);
  return cells.filter((cell) => cell.value.kind !== "absent");
}

/** The rows a column head speaks for. */
export function rowsBelow(table: Table, head: ColumnLabel): readonly Row[] {
  const same = table.heads.filter((each) => each.column.id === head.column.id);
  const place = same.indexOf(head);
  switch (table.form.id) {
    case "requests":
      return table.rows;
    case "review": {
      const group = table.form.rows[place];
      return same.length === table.form.rows.length && group
        ? table.rows.filter((row) => row.form.id === group.id)
        : table.rows;
    }
    case "disclosure": {
      const next = same[place + 1]?.span.start ?? Number.POSITIVE_INFINITY;
      return table.rows.filter(({ label }) => head.span.start <= label.span.start && label.span.start < next);
    }
  }
}
