// What a total comes to: for hints and completion, which must agree. A number that the relations leave no choice about is one
// thing, what the parts add up to another: of two that differ nobody knows which is wrong.
import type { Bilingual } from "../form/types";
import { equation, relationNames } from "../report/equation";
import { cellsOf, impliedBy, relationsOf } from "../report/relations";
import type { Cell, Relation, Report } from "../report/types";
import { determinedValue, effectOf, isDoubtful } from "../rules/effects";
import { cellsAtFault } from "../rules/mistakes";

export interface Computed {
  readonly value: bigint;
  /** only: no other number would do. parts: the parts add up to it, and one of them may be wrong instead. */
  readonly kind: "only" | "parts";
  /** The relations that give it; none where it follows from several numbers changing together. */
  readonly by: readonly Relation[];
}

/** The sums a cell is the total of: its row's, its column's, both of （七）总计·总计. */
export function sumsOf(report: Report, cell: Cell): readonly Relation[] {
  return relationsOf(report, cell).filter((relation) => isOwn(relation, cell));
}

/** All of them: each cell that is the total of a sum. */
export function totalsOf(report: Report): ReadonlySet<Cell> {
  return new Set(
    report.relations.flatMap(({ form, total }) => (form.kind === "balance" || total === null ? [] : [total])),
  );
}

/** All parts added up; null where one is no number, or two sums disagree. */
export function computedSum(report: Report, cell: Cell): Computed | null {
  const sums = sumsOf(report, cell);
  const values = sums.map((sum) => (isWhole(sum) ? sum.rightSum : null));
  const [value = null] = values;
  return value !== null && values.every((each) => each === value) ? { value, kind: "parts", by: sums } : null;
}

function isWhole(sum: Relation): boolean {
  return sum.right.every((part) => part !== null && part.count !== null);
}

/**
 * What the relations make of a total that is blank or at fault: the number a mistake's only explanation gives, what a blank
 * can only be, or what the parts add up to where no relation that held would break. Null where it cannot be told, and of a
 * total that nothing speaks against.
 */
export function correctTotal(report: Report, cell: Cell, faulty = cellsAtFault(report)): Computed | null {
  if (cell.value.kind === "blank") {
    const value = isDoubtful(report, cell) ? null : determinedValue(report, cell);
    return value === null ? null : only(report, cell, value);
  }
  if (!faulty.has(cell)) return null;
  const mistake = report.mistakes.find(({ relations }) =>
    relations.some((relation) => cellsOf(relation).includes(cell) && relation.state === "broken"),
  );
  const accused = mistake?.preferred ? mistake.explanations[0]?.find((change) => change.cell === cell) : undefined;
  if (accused) return accused.value === null ? null : only(report, cell, accused.value);
  const broken = sumsOf(report, cell).filter(({ state }) => state === "broken");
  const values = broken.map((sum) => impliedBy(sum, cell));
  const [value = null] = values;
  if (value === null || values.some((each) => each !== value) || !isHarmless(report, cell, value)) return null;
  return { value, kind: "parts", by: broken };
}

/** Whether a total may be set to a number without breaking what held, or what could have held. */
export function isHarmless(report: Report, cell: Cell, value: bigint): boolean {
  const { undone, blocked } = effectOf(report, new Map([[cell, value]]));
  return undone.length + blocked.length === 0;
}

function only(report: Report, cell: Cell, value: bigint): Computed {
  return { value, kind: "only", by: relationsOf(report, cell).filter((sum) => impliedBy(sum, cell) === value) };
}

function isOwn({ form, total }: Relation, cell: Cell): boolean {
  return form.kind !== "balance" && total === cell;
}

/** How the number is known: 行合计：各项相加; of one that only other cells tell 列合计：按勾稽关系推算. */
export function sourceWords(cell: Cell, { by }: Computed): Bilingual {
  const own = by.filter((relation) => isOwn(relation, cell));
  const names = (own.length > 0 ? own : by).map(({ form }) => relationNames[form.kind]);
  const words: Bilingual =
    own.length > 0
      ? { zh: "各项相加", en: "the parts added up" }
      : { zh: "按勾稽关系推算", en: "implied by the relations" };
  if (names.length === 0) return words;
  return {
    zh: `${names.map(({ zh }) => zh).join("、")}：${words.zh}`,
    en: `${names.map(({ en }) => en).join(", ")}: ${words.en}`,
  };
}

/** The relations with their numbers, one a line: 行合计：65 ≠ 66（…），相差 1. Before those that are no sum of its own the number. */
export function sourceLines(report: Report, cell: Cell, { value, by }: Computed): readonly Bilingual[] {
  const lines = by.map((relation): Bilingual => {
    const name = relationNames[relation.form.kind];
    const numbers = equation(report, relation);
    return { zh: `${name.zh}：${numbers.zh}`, en: `${name.en}: ${numbers.en}` };
  });
  if (by.some((relation) => isOwn(relation, cell))) return lines;
  return [{ zh: `按勾稽关系推算为 ${value}`, en: `By the relations it comes to ${value}` }, ...lines];
}
