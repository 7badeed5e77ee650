// Where the eye has to go from a number: the cells of every relation it stands in.
import { cellsOf, relationsOf } from "../report/relations";
import type { Cell, Report } from "../report/types";
import { cellsBelow, presentCells, targetAt } from "./locate";
import type { Highlight } from "./types";

/** Of a cell the cells of its relations, of a row label its row, of a column head its column; in the order of the text. */
export function highlights(report: Report, offset: number): readonly Highlight[] {
  const target = targetAt(report, offset);
  switch (target?.kind) {
    case "cell": {
      const others = relationsOf(report, target.cell).flatMap(cellsOf);
      return marks([target.cell, ...others], target.cell);
    }
    case "row":
      return marks(presentCells(target.row), null);
    case "head":
      return marks(cellsBelow(target.table, target.head), null);
    default:
      return [];
  }
}

function marks(cells: readonly Cell[], own: Cell | null): readonly Highlight[] {
  return [...new Set(cells)]
    .filter((cell) => cell.value.kind !== "absent")
    .sort((a, b) => a.span.start - b.span.start)
    .map((cell) => ({ span: cell.span, kind: cell === own ? "write" : "read" }));
}
