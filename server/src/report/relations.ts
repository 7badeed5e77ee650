// Each relation of the form, held against the cells: held, broken, or not assessable (DESIGN §6). A blank or unreadable
// cell is an unknown not below zero: the relation is broken only when no such value could satisfy it.
import type { CellPath, Form, FormRelation } from "../form/types";
import type { Cell, CellLookup, Relation, RelationCounts } from "./types";

export function evaluate(form: Form, cellAt: CellLookup): readonly Relation[] {
  return form.relations.map((relation) => evaluateOne(relation, cellAt));
}

function evaluateOne(form: FormRelation, cellAt: CellLookup): Relation {
  const left = form.left.map(cellAt);
  const right = form.right.map(cellAt);
  const leftSum = sum(left);
  const rightSum = sum(right);
  const unknownLeft = left.filter(isUnknown);
  const unknownRight = right.filter(isUnknown);
  const total = cellAt(form.total);
  const difference = rightSum - leftSum;

  let state: Relation["state"] = "unassessable";
  let determined: Relation["determined"] = [];
  if (unknownLeft.length === 0 && unknownRight.length === 0) state = difference === 0n ? "held" : "broken";
  else if (unknownLeft.length === 0 || unknownRight.length === 0) {
    // The unknowns of one side have to make up what that side lacks.
    const unknown = unknownLeft.length > 0 ? unknownLeft : unknownRight;
    const lacking = unknownLeft.length > 0 ? difference : -difference;
    if (lacking < 0n) state = "broken";
    else if (lacking === 0n || unknown.length === 1)
      determined = unknown.flatMap((cell) => (cell?.value.kind === "blank" ? [{ cell, value: lacking }] : []));
  }
  return {
    form,
    state,
    left,
    right,
    leftSum,
    rightSum,
    total,
    expectedTotal: expectedTotal(form, left, right, total),
    determined,
  };
}

/** The value of the total with which both sides would be equal, the other cells staying as they are. */
function expectedTotal(
  form: FormRelation,
  left: readonly (Cell | null)[],
  right: readonly (Cell | null)[],
  total: Cell | null,
): bigint | null {
  if (!total) return null;
  const others = (cells: readonly (Cell | null)[]) => cells.filter((cell) => cell !== total);
  const [otherLeft, otherRight] = [others(left), others(right)];
  if (otherLeft.some(isUnknown) || otherRight.some(isUnknown)) return null;
  const onLeft = form.left.some((path) => samePath(path, form.total));
  const value = onLeft ? sum(otherRight) - sum(otherLeft) : sum(otherLeft) - sum(otherRight);
  return value < 0n ? null : value;
}

function sum(cells: readonly (Cell | null)[]): bigint {
  let result = 0n;
  for (const cell of cells) if (cell?.count) result += cell.count;
  return result;
}

function isUnknown(cell: Cell | null): boolean {
  return cell === null || cell.count === null;
}

export function samePath(one: CellPath, two: CellPath): boolean {
  return one.table === two.table && one.row === two.row && one.column === two.column;
}

export function countRelations(relations: readonly Relation[]): RelationCounts {
  const held = relations.filter((relation) => relation.state === "held").length;
  const broken = relations.filter((relation) => relation.state === "broken").length;
  return { total: relations.length, held, broken, notAssessable: relations.length - held - broken };
}
