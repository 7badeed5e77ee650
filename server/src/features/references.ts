// Between a total and its parts. A number is not defined elsewhere in the text, so these are the places a reviewer means:
// * definition of a total (总计 of a row, （七）总计 of a column, a total of table four): the parts it is summed from;
// * definition of any other number: the totals it is counted in. A balance (一 + 二 = （七） + 四) has none: what it holds against
//   each other are references only;
// * definition of a row's label: the row's total;
// * definition of a number in the prose: the cells it speaks of;
// * references of a number: every other number it stands in a relation with; and where the prose speaks of it; "with its
//   declaration" takes in the number itself. Of a number in the prose its cells.
import { cellsOf, relationsOf } from "../report/relations";
import type { Cell, Report } from "../report/types";
import type { Span } from "../syntax/span";
import { targetAt, totalOf } from "./locate";
import { proseOf, tellingsAt, toldCells } from "./told";

export interface Definitions {
  /** What stands under the cursor. */
  readonly origin: Span;
  /** In the order of the text. */
  readonly targets: readonly Span[];
}

/** Null where no number and no row label stands, or nothing belongs to it. */
export function definitions(report: Report, offset: number): Definitions | null {
  const target = targetAt(report, offset);
  const tellings = target ? null : tellingsAt(report, offset);
  if (tellings) return { origin: tellings[0].statement.span, targets: spansOf(toldCells(tellings)) };
  const cells =
    target?.kind === "cell"
      ? definingCells(report, target.cell)
      : target?.kind === "row"
        ? [totalOf(target.row)].flatMap((total) => total ?? [])
        : [];
  const targets = spansOf(cells);
  return target === null || targets.length === 0 ? null : { origin: target.span, targets };
}

function definingCells(report: Report, cell: Cell): readonly Cell[] {
  const relations = relationsOf(report, cell).filter(({ form }) => form.kind !== "balance");
  const sums = relations.filter(({ total }) => total === cell);
  return sums.length > 0
    ? sums.flatMap((sum) => cellsOf(sum).filter((part) => part !== cell))
    : relations.flatMap(({ total }) => total ?? []);
}

/** The numbers that hang together with the one at an offset, in the order of the text; none elsewhere. */
export function references(report: Report, offset: number, withOwn: boolean): readonly Span[] {
  const target = targetAt(report, offset);
  const tellings = target ? null : tellingsAt(report, offset);
  if (tellings) return inOrder([...(withOwn ? [tellings[0].statement.span] : []), ...spansOf(toldCells(tellings))]);
  if (target?.kind !== "cell") return [];
  const { cell } = target;
  const others = relationsOf(report, cell)
    .flatMap(cellsOf)
    .filter((each) => each !== cell);
  return inOrder([...spansOf(withOwn ? [cell, ...others] : others), ...proseOf(report, cell)]);
}

/** Each cell once; one that was not found has no place of its own. */
function spansOf(cells: readonly Cell[]): readonly Span[] {
  return inOrder([...new Set(cells)].filter(({ value }) => value.kind !== "absent").map(({ span }) => span));
}

function inOrder(spans: readonly Span[]): readonly Span[] {
  return [...spans].sort((a, b) => a.start - b.start);
}
