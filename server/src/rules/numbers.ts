// The fixes that change a number, by grade (ARCHITECTURE.md). Each says what it was, what it will be and what will hold then.
import type { Bilingual } from "../form/types";
import { cellsOf, impliedBy, isTotal, relationsOf } from "../report/relations";
import type { Cell, Change, Explanation, Mistake, Relation, Report } from "../report/types";
import { longestCount } from "../report/value";
import { type Effect, effectOf } from "./effects";
import { changesWords, mostNamed } from "./story";
import type { Fix, Grade } from "./types";
import { cellName, inStyleOf } from "./wording";

/**
 * Of a cell the relations leave no choice about: it alone where that makes a relation hold, and all that must change with
 * it. Safe where ARCHITECTURE.md (c) allows it, else to be looked at.
 */
export function preferredFixes(report: Report, { explanations }: Mistake, change: Change): readonly Fix[] {
  const [whole = []] = explanations;
  const grade = isSafeTotal(report, change) ? "safe" : "preferred";
  const alone = numberFix(report, [change], grade, change.cell);
  if (whole.length < 2) return alone ? [alone] : [];
  const knot = numberFix(report, whole, "preferred", change.cell);
  const { restored } = effectOf(report, new Map(change.value === null ? [] : [[change.cell, change.value]]));
  return [...(restored.length > 0 ? [alone] : []), knot].filter((fix) => fix !== null);
}

/**
 * One fix for each explanation, all its cells at once; of a family too large to be named only the total that would do
 * alone. `at`: where they are offered.
 */
export function candidateFixes(report: Report, { explanations }: Mistake, at: Cell): readonly Fix[] {
  const single = ([only, ...others]: Explanation) =>
    only !== undefined && others.length === 0 && isTotal(report.relations, only.cell);
  const named = explanations.length > mostNamed ? explanations.filter(single) : explanations;
  return named.slice(0, mostNamed).flatMap((changes) => numberFix(report, changes, "candidate", at) ?? []);
}

/** Where nothing is explained: single cells of a broken relation that break nothing that held, those that make most relations hold. */
export function loneFixes(report: Report, relation: Relation, at: Cell): readonly Fix[] {
  const lone = cellsOf(relation).flatMap((cell) => {
    const value = cell.count === null ? null : impliedBy(relation, cell);
    if (value === null) return [];
    const { restored, undone, blocked } = effectOf(report, new Map([[cell, value]]));
    return undone.length + blocked.length === 0 ? [{ cell, value, restored: restored.length }] : [];
  });
  const most = Math.max(...lone.map(({ restored }) => restored));
  return lone
    .filter(({ restored }) => restored === most)
    .slice(0, mostNamed)
    .flatMap((change) => numberFix(report, [change], "candidate", at) ?? []);
}

/**
 * (c): a written total with at least two relations, its table wholly assessable and the broken relations exactly its own.
 * Table four has one relation a total, which cannot tell the total from its parts.
 */
function isSafeTotal(report: Report, { cell, value }: Change): boolean {
  if (value === null || !isTotal(report.relations, cell)) return false;
  const { restored } = effectOf(report, new Map([[cell, value]]));
  const table = report.relations.filter(({ form }) => form.table === cell.path.table);
  return (
    restored.length >= 2 &&
    restored.length === relationsOf(report, cell).length &&
    // Which of two rows of one name is meant, nothing tells.
    report.tables.every(({ form, duplicates }) => form.id !== cell.path.table || duplicates.length === 0) &&
    table.every((relation) => (restored.includes(relation) ? relation.state === "broken" : relation.state === "held"))
  );
}

/** Sets all of these at once; `at`: the cell it is offered at. Null where one of them cannot be written. */
export function numberFix(report: Report, changes: Explanation, grade: Grade, at: Cell): Fix | null {
  const values = new Map<Cell, bigint>();
  const edits = changes.flatMap(({ cell, value }) => {
    if (value === null || cell.edit === null || String(value).length > longestCount) return [];
    values.set(cell, value);
    const written = report.text.slice(cell.edit.start, cell.edit.end);
    return [{ span: cell.edit, newText: inStyleOf(written, String(value)) }];
  });
  if (edits.length < changes.length) return null;
  return {
    kind: changes.every(({ cell }) => isTotal(report.relations, cell)) ? "total" : "part",
    grade,
    title: titleOf(report, changes, effectOf(report, values), at),
    edits: edits.sort((one, two) => one.span.start - two.span.start),
    sets: values,
  };
}

/** 改为 12（原 21）：恢复 2 项勾稽关系. Behind the cell's name where it is another cell than the finding's. */
function titleOf(report: Report, changes: Explanation, effect: Effect, at: Cell): Bilingual {
  const then = effectWords(effect);
  const [first] = changes;
  if (!first || changes.length > 1) {
    const words = changesWords(changes);
    return { zh: `同时改：${words.zh}；${then.zh}`, en: `Change together: ${words.en}; ${then.en}` };
  }
  const { cell, value } = first;
  const written = cell.edit ? report.text.slice(cell.edit.start, cell.edit.end) : cell.raw;
  const name = cell === at ? "" : cellName(cell);
  return {
    zh: `${name && `${name} `}改为 ${value}（原 ${written}）：${then.zh}`,
    en: `Set ${name && `${name} `}to ${value} (was ${written}): ${then.en}`,
  };
}

function effectWords({ restored, broken, open }: Effect): Bilingual {
  const eased = open.filter(({ state }) => state === "broken").length;
  const parts: Bilingual[] = [
    ...(restored.length > 0
      ? [{ zh: `恢复 ${restored.length} 项勾稽关系`, en: `restores ${relationsIn(restored.length)}` }]
      : []),
    ...(eased > 0 ? [{ zh: `${eased} 项勾稽关系不再矛盾`, en: `${relationsIn(eased)} can hold again` }] : []),
    ...(broken.length > 0
      ? [{ zh: `另有 ${broken.length} 项仍不成立`, en: `${relationsIn(broken.length)} still broken` }]
      : []),
  ];
  // Blanks keep all its relations from being assessed, before and after; together they can hold only after.
  if (parts.length === 0) {
    const blanks = open.length;
    return { zh: `${blanks} 项含空白的勾稽关系不再矛盾`, en: `${relationsIn(blanks)} with blanks can hold again` };
  }
  return { zh: parts.map(({ zh }) => zh).join("，"), en: parts.map(({ en }) => en).join(", ") };
}

function relationsIn(count: number): string {
  return count === 1 ? "1 relation" : `${count} relations`;
}
