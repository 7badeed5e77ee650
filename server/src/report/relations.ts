// Each relation of the form, held against the cells: held, broken, or not assessable. A blank or unreadable
// cell is an unknown not below zero: the relation is broken only when no such value could satisfy it.
import { pathKey } from "../form/index";
import type { CellPath, Form, FormRelation, TableId } from "../form/types";
import { perKey } from "./memo";
import type { Cell, Relation, RelationCounts, RelationState, Report } from "./types";

/** The cells of a report in a flat list, so that a relation finds its cells by number: one slot for each cell of the form. */
export interface CellSlots {
  readonly count: number;
  /** Slot of a row's first cell; the others follow in the order of its columns. */
  rowSlot(table: TableId, row: string): number | undefined;
}

interface RelationSlots {
  readonly form: FormRelation;
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly total: number;
}

interface FormSlots extends CellSlots {
  readonly relations: readonly RelationSlots[];
}

export function slotsOf(form: Form): CellSlots {
  return formSlots(form);
}

/** Forms are constants: their slots are worked out once. */
const formSlots = perKey((form: Form): FormSlots => {
  const cells = new Map<string, number>();
  const rows = new Map<string, number>();
  for (const table of form.tables)
    for (const row of table.rows) {
      rows.set(`${table.id}/${row.id}`, cells.size);
      for (const column of row.columns)
        cells.set(pathKey({ table: table.id, row: row.id, column: column.id }), cells.size);
    }
  const slot = (path: CellPath) => cells.get(pathKey(path)) as number;
  const relations = form.relations.map((relation) => {
    return {
      form: relation,
      left: relation.left.map(slot),
      right: relation.right.map(slot),
      total: slot(relation.total),
    };
  });
  return { count: cells.size, rowSlot: (table, row) => rows.get(`${table}/${row}`), relations };
});

/** `cells` by slot; null where a cell's row was not found. */
export function evaluate(form: Form, cells: readonly (Cell | null)[]): readonly Relation[] {
  return formSlots(form).relations.map((relation) => evaluateOne(relation, cells));
}

interface Side extends SideSum {
  readonly cells: readonly (Cell | null)[];
}

const none: Relation["determined"] = [];

function evaluateOne(slots: RelationSlots, cells: readonly (Cell | null)[]): Relation {
  const left = sideOf(slots.left, cells);
  const right = sideOf(slots.right, cells);
  const total = cells[slots.total] ?? null;
  const state = stateOf(left, right);
  return {
    form: slots.form,
    state,
    left: left.cells,
    right: right.cells,
    leftSum: left.sum,
    rightSum: right.sum,
    total,
    determined: state === "unassessable" ? determinedBy(left, right) : none,
  };
}

/** Sums of what is readable on a side, and how many of its cells are not. */
interface SideSum {
  readonly sum: bigint;
  readonly unknown: number;
}

/** A side's unknowns, none of them below zero, have to make up what it lacks against the other. */
function stateOf(left: SideSum, right: SideSum): RelationState {
  if (left.unknown === 0 && right.unknown === 0) return left.sum === right.sum ? "held" : "broken";
  const impossible = (left.unknown === 0 && right.sum > left.sum) || (right.unknown === 0 && left.sum > right.sum);
  return impossible ? "broken" : "unassessable";
}

/** What becomes of a relation when cells of it are set to these numbers, all at once. */
export function stateAfter(relation: Relation, values: ReadonlyMap<Cell, bigint>): RelationState {
  const after = (cells: Relation["left"]): SideSum => {
    let sum = 0n;
    let unknown = 0;
    for (const cell of cells) {
      const count = cell ? (values.get(cell) ?? cell.count) : null;
      if (count === null) unknown++;
      else sum += count;
    }
    return { sum, unknown };
  };
  return stateOf(after(relation.left), after(relation.right));
}

/** What one relation alone would make of a cell, the others staying; null where it leaves a choice or asks for less than 0. */
export function impliedBy(relation: Relation, cell: Cell): bigint | null {
  const known = relation.determined.find((each) => each.cell === cell);
  if (known) return known.value;
  const cells = cellsOf(relation);
  const whole =
    cells.length === relation.left.length + relation.right.length && cells.every(({ count }) => count !== null);
  if (relation.state !== "broken" || !whole || cell.count === null) return null;
  const excess = relation.leftSum - relation.rightSum;
  const value = relation.left.includes(cell) ? cell.count - excess : cell.count + excess;
  return value < 0n ? null : value;
}

/** The blank cells of a side that can only be one number each: the only unknown there is, or all of them nothing. */
function determinedBy(left: Side, right: Side): Relation["determined"] {
  if (left.unknown > 0 && right.unknown > 0) return none;
  const [open, closed] = left.unknown > 0 ? [left, right] : [right, left];
  const lacking = closed.sum - open.sum;
  if (lacking !== 0n && open.unknown > 1) return none;
  return open.cells.flatMap((cell) => (cell?.value.kind === "blank" ? [{ cell, value: lacking }] : []));
}

function sideOf(slots: readonly number[], all: readonly (Cell | null)[]): Side {
  const cells: (Cell | null)[] = [];
  let sum = 0n;
  let unknown = 0;
  for (const slot of slots) {
    const cell = all[slot] ?? null;
    cells.push(cell);
    if (cell === null || cell.count === null) unknown++;
    else if (cell.count !== 0n) sum += cell.count;
  }
  return { cells, sum, unknown };
}

/** The cells of a relation that were found, in the form's order. */
export function cellsOf(relation: Relation): readonly Cell[] {
  return [...relation.left, ...relation.right].filter((cell) => cell !== null);
}

/** The relations a cell stands in, in the form's order. A cell of a row that is there twice stands in none. */
export function relationsOf(report: Report, cell: Cell): readonly Relation[] {
  return report.relations.filter((relation) => relation.left.includes(cell) || relation.right.includes(cell));
}

/** 总计 of a row or （七）总计 of a column. 四 is no sum, though the balance is told there. */
export function isTotal(relations: readonly Relation[], cell: Cell): boolean {
  return relations.some(({ form, total }) => form.kind !== "balance" && total === cell);
}

export function countRelations(relations: readonly Relation[]): RelationCounts {
  let held = 0;
  let broken = 0;
  for (const { state } of relations) {
    if (state === "held") held++;
    else if (state === "broken") broken++;
  }
  return { total: relations.length, held, broken, notAssessable: relations.length - held - broken };
}
