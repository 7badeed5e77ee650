// Which of several explanations is the likeliest: how people mistype, then what the prose says, then last year's report.
// Ranking orders candidates and makes none of them preferred.
import { isTotal } from "./relations";
import type { Cell, Change, Explanation, Relation } from "./types";

/** What is known beside the tables. */
export interface Hints {
  /** Whether the prose names a whole number. */
  readonly quotes: (count: bigint) => boolean;
  /** 四、结转下年度继续办理 of last year's report by column id, which is this year's 二、上年结转; empty where it is not known. */
  readonly carriedIn: ReadonlyMap<string, bigint>;
}

/** The likeliest first; the form's order among equals. `relations` are all that the cells stand in. */
export function byLikelihood(
  explanations: readonly Explanation[],
  relations: readonly Relation[],
  hints: Hints,
): readonly Explanation[] {
  if (explanations.length < 2) return explanations;
  const scored = explanations.map((explanation) => ({
    explanation,
    scores: [
      average(explanation, (change) => slipScore(change, relations)),
      average(explanation, (change) => quotedScore(change, hints)),
      average(explanation, (change) => carriedScore(change, hints)),
      // A sum is wrong more often than what it sums.
      average(explanation, ({ cell }) => Number(isTotal(relations, cell))),
    ],
  }));
  return scored.sort((a, b) => compare(b.scores, a.scores)).map(({ explanation }) => explanation);
}

function average(explanation: Explanation, score: (change: Change) => number): number {
  return explanation.reduce((sum, change) => sum + score(change), 0) / explanation.length;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((score, index) => score !== b[index]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}

function slipScore({ cell, value }: Change, relations: readonly Relation[]): number {
  if (cell.count === null || value === null) return 0;
  return Number(isSlip(value, cell.count) || isCopied(cell, relations));
}

/** True where the same number stands beside it in the row or the column; 0 stands everywhere. */
function isCopied(cell: Cell, relations: readonly Relation[]): boolean {
  if (cell.count === 0n) return false;
  return relations.some(({ left, right }) => {
    const side = left.includes(cell) ? left : right;
    const at = side.indexOf(cell);
    return at >= 0 && (side[at - 1]?.count === cell.count || side[at + 1]?.count === cell.count);
  });
}

/** 1 where the prose says the new number and not the old one, −1 the other way round. Small numbers say nothing: they stand everywhere. */
function quotedScore({ cell, value }: Change, { quotes }: Hints): number {
  const says = (count: bigint | null) => count !== null && count > 9n && quotes(count);
  return Number(says(value)) - Number(says(cell.count));
}

function carriedScore({ cell, value }: Change, { carriedIn }: Hints): number {
  const known =
    cell.path.table === "requests" && cell.path.row === "carriedIn" ? carriedIn.get(cell.path.column) : undefined;
  if (known === undefined) return 0;
  return Number(value === known) - Number(cell.count === known);
}

/** How a number is mistyped for another: two neighbouring digits swapped, one lost, one added or doubled. */
export function isSlip(meant: bigint, written: bigint): boolean {
  const [a, b] = [String(meant), String(written)];
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  if (a.length > b.length) return a.slice(start + 1) === b.slice(start);
  if (a.length < b.length) return a.slice(start) === b.slice(start + 1);
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
