// What setting one cell does to the relations it stands in, and from that the grade of the fix (DESIGN §6).
import type { Bilingual } from "../form/types";
import { relationNames, shortRow } from "../report/equation";
import { cellsOf, relationsOf, stateAfter } from "../report/relations";
import type { Cell, Relation, Report } from "../report/types";
import type { Fix, Grade } from "./types";
import { inStyleOf, replacement, shortColumn } from "./wording";

export interface Effect {
  /** Relations that will hold. */
  readonly restored: readonly Relation[];
  /** Relations that held and will not. */
  readonly undone: readonly Relation[];
  /** Relations that could not be assessed and will be impossible to satisfy. */
  readonly blocked: readonly Relation[];
  /** Relations that stay broken or cannot be assessed. */
  readonly open: readonly Relation[];
}

/** What becomes of the relations of these cells when they are set to these values, all at once. */
export function effectOf(report: Report, values: ReadonlyMap<Cell, bigint>): Effect {
  const restored: Relation[] = [];
  const undone: Relation[] = [];
  const blocked: Relation[] = [];
  const open: Relation[] = [];
  for (const relation of report.relations) {
    if (!cellsOf(relation).some((cell) => values.has(cell))) continue;
    const after = stateAfter(relation, values);
    if (after === "held") restored.push(relation);
    else if (after === "unassessable" || relation.state === "broken") open.push(relation);
    else if (relation.state === "held") undone.push(relation);
    else blocked.push(relation);
  }
  return { restored, undone, blocked, open };
}

/** Sets the total of a broken relation to what the relation gives; null where it gives nothing or nothing can be edited. */
export function totalFix(report: Report, relation: Relation): Fix | null {
  const { total: cell, expectedTotal: value } = relation;
  if (!cell?.edit || cell.count === null || value === null) return null;
  const written = report.text.slice(cell.edit.start, cell.edit.end);
  const effect = effectOf(report, new Map([[cell, value]]));
  return replacement(
    "total",
    gradeOfTotal(report, cell, effect),
    { ...cell.edit, newText: inStyleOf(written, String(value)) },
    titleOf(cell, written, String(value), effect),
  );
}

/**
 * safe: a written total of table three with at least two relations, its table wholly assessable and the broken relations
 * exactly its own. preferred: the same in a table with cells that cannot be read. A relation that is broken elsewhere in
 * the table has a cause of its own, which may be what makes this total look wrong. Table four has one relation a total,
 * which cannot tell the total from its parts.
 */
function gradeOfTotal(report: Report, cell: Cell, effect: Effect): Grade {
  const harmless = effect.undone.length + effect.blocked.length + effect.open.length === 0;
  if (!harmless || effect.restored.length < 2) return "candidate";
  const others = report.relations.filter(
    (relation) => relation.form.table === cell.path.table && !effect.restored.includes(relation),
  );
  if (others.some(({ state }) => state === "broken")) return "candidate";
  return others.every(({ state }) => state === "held") ? "safe" : "preferred";
}

function titleOf(cell: Cell, before: string, after: string, effect: Effect): Bilingual {
  const name = shortColumn(cell.column.label);
  const [undone, blocked] = [effect.undone, effect.blocked].map((relations) => {
    const names = relations.map((relation) => nameOf(relation));
    return { zh: names.map(({ zh }) => zh).join("、"), en: names.map(({ en }) => en).join(", ") };
  }) as [Bilingual, Bilingual];
  const harm = {
    zh: `${undone.zh && `；但会打破已成立的${undone.zh}`}${blocked.zh && `；会使${blocked.zh}不可能成立`}`,
    en: `${undone.en && `, but breaks what holds: ${undone.en}`}${blocked.en && `, and makes impossible: ${blocked.en}`}`,
  };
  return {
    zh: `${name} ${before} → ${after}：恢复 ${effect.restored.length} 项勾稽关系${harm.zh}`,
    en: `${name} ${before} → ${after}: restores ${effect.restored.length} relation(s)${harm.en}`,
  };
}

/** 列合计（自然人） */
function nameOf(relation: Relation): Bilingual {
  const name = relationNames[relation.form.kind];
  const { row, column } = relation.form.total;
  const cell = relation.total;
  const place =
    relation.form.kind === "row-total" ? (cell ? shortRow(cell.row) : row) : cell ? cell.column.label : column;
  return { zh: `${name.zh}（${place}）`, en: `${name.en} (${place})` };
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

/** True for blank totals on which every relation agrees that can be assessed with them: the blanks that may be filled in bulk. */
export function areAgreedTotals(report: Report, values: ReadonlyMap<Cell, bigint>): boolean {
  const { restored, undone, blocked, open } = effectOf(report, values);
  const agreed = [...values.keys()].every((cell) => restored.some(({ total }) => total === cell));
  return agreed && undone.length + blocked.length === 0 && open.every(({ state }) => state === "unassessable");
}
