// What a reading may take over from the one before. While someone types in the prose, the text of the tables only moves:
// its cells are then the same cells elsewhere, and nothing of it is read again.
import { move } from "../syntax/span";
import type { Cell, LabelMatch, Region, Report, Row, Table } from "./types";

/** How far the tables have moved since `before`; null where any of them, or what decides on their edition, has changed. */
export function movedBy(before: Report, regions: readonly Region[], year: number | null): number | null {
  if (before.year !== year || before.regions.length !== regions.length) return null;
  let moved: number | null = null;
  for (const [at, region] of regions.entries()) {
    const old = before.regions[at] as Region;
    const by = region.start - old.start;
    if ((moved !== null && by !== moved) || old.table !== region.table || old.text !== region.text) return null;
    moved = by;
  }
  return moved ?? 0;
}

/** The same tables, every place in them `by` characters further on. */
export function moveTables(tables: readonly Table[], by: number): readonly Table[] {
  return by === 0 ? tables : tables.map((table) => moveTable(table, by));
}

function moveTable(table: Table, by: number): Table {
  return {
    ...table,
    span: move(table.span, by),
    rows: table.rows.map((row) => moveRow(row, by)),
    heads: table.heads.map((label) => moveLabel(label, by)),
    groups: table.groups.map((label) => moveLabel(label, by)),
    duplicates: table.duplicates.map((row) => moveRow(row, by)),
  };
}

function moveRow(row: Row, by: number): Row {
  const { form, unplaced, shifted } = row;
  const cells = row.cells.map((cell) => moveCell(cell, by));
  return { form, label: moveLabel(row.label, by), span: move(row.span, by), cells, unplaced, shifted };
}

function moveCell(cell: Cell, by: number): Cell {
  const { path, row, column, raw, value, count } = cell;
  const span = move(cell.span, by);
  const edit = cell.edit && (cell.edit === cell.span ? span : move(cell.edit, by));
  return { path, row, column, span, edit, raw, value, count };
}

function moveLabel<L extends LabelMatch>(label: L, by: number): L {
  return { ...label, span: move(label.span, by) };
}
