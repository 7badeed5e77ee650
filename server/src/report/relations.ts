// Each relation of the form, held against the cells: held, broken, or not assessable (DESIGN §6). A blank or unreadable
// cell is an unknown not below zero: the relation is broken only when no such value could satisfy it.
import type { CellPath, Form, FormRelation, TableId } from "../form/types";
import type { Cell, Relation, RelationCounts } from "./types";

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
  readonly totalOnLeft: boolean;
}

interface FormSlots extends CellSlots {
  readonly relations: readonly RelationSlots[];
}

/** Forms are constants: their slots are worked out once. */
const known = new Map<Form, FormSlots>();

export function slotsOf(form: Form): CellSlots {
  return formSlots(form);
}

function formSlots(form: Form): FormSlots {
  const found = known.get(form);
  if (found) return found;
  const cells = new Map<string, number>();
  const rows = new Map<string, number>();
  for (const table of form.tables)
    for (const row of table.rows) {
      rows.set(`${table.id}/${row.id}`, cells.size);
      for (const column of row.columns) cells.set(`${table.id}/${row.id}/${column.id}`, cells.size);
    }
  const slot = (path: CellPath) => cells.get(`${path.table}/${path.row}/${path.column}`) as number;
  const relations = form.relations.map((relation) => {
    const left = relation.left.map(slot);
    const total = slot(relation.total);
    return { form: relation, left, right: relation.right.map(slot), total, totalOnLeft: left.includes(total) };
  });
  const slots: FormSlots = { count: cells.size, rowSlot: (table, row) => rows.get(`${table}/${row}`), relations };
  known.set(form, slots);
  return slots;
}

/** `cells` by slot; null where a cell's row was not found. */
export function evaluate(form: Form, cells: readonly (Cell | null)[]): readonly Relation[] {
  return formSlots(form).relations.map((relation) => evaluateOne(relation, cells));
}

interface Side {
  readonly cells: readonly (Cell | null)[];
  readonly sum: bigint;
  readonly unknown: number;
}

const none: Relation["determined"] = [];

function evaluateOne(slots: RelationSlots, cells: readonly (Cell | null)[]): Relation {
  const left = sideOf(slots.left, cells);
  const right = sideOf(slots.right, cells);
  const total = cells[slots.total] ?? null;
  const difference = right.sum - left.sum;
  const unknown = left.unknown + right.unknown;

  let state: Relation["state"] = "unassessable";
  let determined = none;
  if (unknown === 0) state = difference === 0n ? "held" : "broken";
  else if (left.unknown === 0 || right.unknown === 0) {
    // The unknowns of one side have to make up what that side lacks.
    const open = left.unknown > 0 ? left : right;
    const lacking = left.unknown > 0 ? difference : -difference;
    if (lacking < 0n) state = "broken";
    else if (lacking === 0n || unknown === 1)
      determined = open.cells.flatMap((cell) => (cell?.value.kind === "blank" ? [{ cell, value: lacking }] : []));
  }
  return {
    form: slots.form,
    state,
    left: left.cells,
    right: right.cells,
    leftSum: left.sum,
    rightSum: right.sum,
    total,
    expectedTotal: expectedTotal(total, slots.totalOnLeft ? difference : -difference, unknown),
    determined,
  };
}

/** The value of the total with which both sides would be equal, the other cells staying; `lacking` is what its side lacks. */
function expectedTotal(total: Cell | null, lacking: bigint, unknown: number): bigint | null {
  if (!total || unknown > (total.count === null ? 1 : 0)) return null;
  const value = (total.count ?? 0n) + lacking;
  return value < 0n ? null : value;
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

export function countRelations(relations: readonly Relation[]): RelationCounts {
  let held = 0;
  let broken = 0;
  for (const { state } of relations) {
    if (state === "held") held++;
    else if (state === "broken") broken++;
  }
  return { total: relations.length, held, broken, notAssessable: relations.length - held - broken };
}
