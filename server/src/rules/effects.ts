// What setting cells to numbers does to the relations they stand in, and what the relations make of blanks.
import { cellsOf, relationsOf, stateAfter } from "../report/relations";
import type { Cell, Relation, Report } from "../report/types";

export interface Effect {
  /** Relations that will hold. */
  readonly restored: readonly Relation[];
  /** Relations that held and will not. */
  readonly undone: readonly Relation[];
  /** Relations that could not be assessed and will be impossible to satisfy. */
  readonly blocked: readonly Relation[];
  /** Relations that stay broken. */
  readonly broken: readonly Relation[];
  /** Relations that cannot be assessed then, whatever they were. */
  readonly open: readonly Relation[];
}

/** What becomes of the relations of these cells when they are set to these values, all at once. */
export function effectOf(report: Report, values: ReadonlyMap<Cell, bigint>): Effect {
  const restored: Relation[] = [];
  const undone: Relation[] = [];
  const blocked: Relation[] = [];
  const broken: Relation[] = [];
  const open: Relation[] = [];
  const concerned = (cell: Cell | null) => cell !== null && values.has(cell);
  for (const relation of report.relations) {
    if (!relation.left.some(concerned) && !relation.right.some(concerned)) continue;
    const after = stateAfter(relation, values);
    if (after === "held") {
      if (relation.state !== "held") restored.push(relation);
    } else if (after === "unassessable") open.push(relation);
    else if (relation.state === "broken") broken.push(relation);
    else if (relation.state === "held") undone.push(relation);
    else blocked.push(relation);
  }
  return { restored, undone, blocked, broken, open };
}

/** The value all relations that leave no choice agree on for a blank cell; null where none does or they disagree. */
export function determinedValue(report: Report, cell: Cell): bigint | null {
  if (cell.value.kind !== "blank" || !cell.edit) return null;
  let value: bigint | null = null;
  for (const relation of relationsOf(report, cell)) {
    if (relation.state === "broken") return null;
    const found = relation.determined.find((each) => each.cell === cell);
    if (!found) continue;
    if (value !== null && value !== found.value) return null;
    value = found.value;
  }
  return value;
}

/** True for blank totals on which every relation agrees that can be assessed with them (ARCHITECTURE.md (b)): what may be filled in bulk. */
export function areAgreedTotals(report: Report, values: ReadonlyMap<Cell, bigint>): boolean {
  const { restored, undone, blocked, broken } = effectOf(report, values);
  const agreed = [...values.keys()].every((cell) => restored.some(({ total }) => total === cell));
  return agreed && undone.length + blocked.length + broken.length === 0;
}

/**
 * True where a number that the blank would be computed from may itself be wrong: one that a mistake accuses, or any of the
 * table when a mistake in it cannot be placed or rests on blanks. The groups of table four have nothing to do with each other.
 */
export function isDoubtful(report: Report, blank: Cell): boolean {
  const own = relationsOf(report, blank);
  const sources = new Set(
    own.filter(({ determined }) => determined.some(({ cell }) => cell === blank)).flatMap(cellsOf),
  );
  return report.mistakes.some(({ table, preferred, explanations, relations }) => {
    const placed = preferred && relations.every(({ state }) => state === "broken");
    if (!placed) return own.length > 1 && table === blank.path.table;
    return explanations.flat().some(({ cell }) => sources.has(cell));
  });
}
