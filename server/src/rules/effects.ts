// What setting one cell does to the relations it stands in, and from that the grade of the fix (DESIGN §6).
import type { Bilingual } from "../form/types";
import { relationNames, shortRow } from "../report/equation";
import type { Cell, Relation, Report } from "../report/types";
import type { Fix, Grade } from "./types";
import { inStyleOf, replacement, shortColumn } from "./wording";

export interface Effect {
  /** Relations that were broken and will hold. */
  readonly restored: readonly Relation[];
  /** Relations that held and will not. */
  readonly undone: readonly Relation[];
  /** Relations that stay broken or cannot be assessed. */
  readonly open: readonly Relation[];
}

export function relationsOf(report: Report, cell: Cell): readonly Relation[] {
  return report.relations.filter((relation) => relation.left.includes(cell) || relation.right.includes(cell));
}

/** What becomes of the cell's relations when it is set to `value`. A blank or unreadable cell counts as not there before. */
export function effectOf(report: Report, cell: Cell, value: bigint): Effect {
  const restored: Relation[] = [];
  const undone: Relation[] = [];
  const open: Relation[] = [];
  for (const relation of relationsOf(report, cell)) {
    const change = value - (cell.count ?? 0n);
    const left = relation.leftSum + (relation.left.includes(cell) ? change : 0n);
    const right = relation.rightSum + (relation.right.includes(cell) ? change : 0n);
    const others = [...relation.left, ...relation.right].filter((other) => other !== cell);
    const readable = others.every((other) => other !== null && other.count !== null);
    if (relation.state === "held" && change !== 0n) undone.push(relation);
    else if (readable && left === right) restored.push(relation);
    else open.push(relation);
  }
  return { restored, undone, open };
}

/** Sets the total of a broken relation to what the relation gives; null where it gives nothing or nothing can be edited. */
export function totalFix(report: Report, relation: Relation): Fix | null {
  const { total: cell, expectedTotal: value } = relation;
  if (!cell?.edit || cell.count === null || value === null) return null;
  const written = report.text.slice(cell.edit.start, cell.edit.end);
  const effect = effectOf(report, cell, value);
  return replacement(
    "total",
    gradeOfTotal(report, cell, effect),
    { ...cell.edit, newText: inStyleOf(written, String(value)) },
    titleOf(cell, written, String(value), effect),
  );
}

/**
 * safe: a written total of table three with at least two relations, its table wholly assessable and the broken relations
 * exactly its own. preferred: all its relations are broken and all are restored. Table four has one relation a total,
 * which cannot tell the total from its parts.
 */
function gradeOfTotal(report: Report, cell: Cell, effect: Effect): Grade {
  if (effect.undone.length > 0 || effect.open.length > 0 || effect.restored.length < 2) return "candidate";
  const table = report.relations.filter((relation) => relation.form.table === cell.path.table);
  const only = table.every(
    (relation) => relation.state === "held" || (relation.state === "broken" && effect.restored.includes(relation)),
  );
  return only ? "safe" : "preferred";
}

function titleOf(cell: Cell, before: string, after: string, effect: Effect): Bilingual {
  const name = shortColumn(cell.column.label);
  const undone = effect.undone.map((relation) => nameOf(relation));
  const breaks = {
    zh: undone.length > 0 ? `；但会打破已成立的${undone.map((each) => each.zh).join("、")}` : "",
    en: undone.length > 0 ? `, but breaks what holds: ${undone.map((each) => each.en).join(", ")}` : "",
  };
  return {
    zh: `${name} ${before} → ${after}：恢复 ${effect.restored.length} 项勾稽关系${breaks.zh}`,
    en: `${name} ${before} → ${after}: restores ${effect.restored.length} relation(s)${breaks.en}`,
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

/** True for a blank total on which every relation that could be assessed with it agrees: the one blank that may be filled in bulk. */
export function isAgreedTotal(report: Report, cell: Cell, value: bigint): boolean {
  const own = relationsOf(report, cell);
  const effect = effectOf(report, cell, value);
  const assessable = own.filter((relation) =>
    [...relation.left, ...relation.right].every((other) => other === cell || (other !== null && other.count !== null)),
  );
  const total = own.some((relation) => relation.total === cell && assessable.includes(relation));
  return total && assessable.every((relation) => effect.restored.includes(relation));
}
