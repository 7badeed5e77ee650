// The cells of all tables, in the order of the text.
import type { Cell, Report } from "../report/types";

export function cellsOf(report: Report): readonly Cell[] {
  const cells: Cell[] = [];
  for (const table of report.tables) for (const row of table.rows) for (const cell of row.cells) cells.push(cell);
  return cells;
}
