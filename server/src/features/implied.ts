// What the relations make of one number, worded as what it is: something to check against the records, never a correction.

import { relationNames, valueWords } from "../report/equation";
import { cellsOf } from "../report/relations";
import type { Cell, Relation } from "../report/types";
import { pick } from "./text";
import type { Locale } from "./types";

/**
 * What the relations make of this very cell. A part of one broken sum is not accused: only a total is, and a cell on
 * which at least two broken relations agree.
 */
export function advice(relations: readonly Relation[], cell: Cell, locale: Locale): string {
  const telling = relations.flatMap((relation) => {
    const value = impliedBy(relation, cell);
    return value !== null || relation.state === "broken" ? [{ relation, value }] : [];
  });
  const value = telling[0]?.value ?? null;
  if (value === null || telling.some((each) => each.value !== value)) {
    return "";
  }
  const written = cell.value.kind === "number";
  if (written && telling.length < 2 && telling[0]?.relation.total !== cell) {
    return "";
  }
  const kinds = telling.map(({ relation }) => ways[relation.form.kind][locale]);
  const now = pick(valueWords(cell), locale);
  // Filling a blank undoes nothing: a relation with a blank in it does not hold yet.
  const undone = written ? relations.filter(({ state }) => state === "held") : [];
  const names = undone.map((relation) => pick(relationNames[relation.form.kind], locale));
  if (locale === "zh") {
    const warning = names.length > 0 ? `；但这样改，现已成立的${names.join("、")}将不成立` : "";
    const count = kinds.length > 1 ? `${kinds.length === 2 ? "两" : "三"}项` : "";
    return `按${kinds.join("、")}${count}勾稽关系推算为 ${value}（现为${spaced(now)}），请核对台账${warning}`;
  }
  const warning = names.length > 0 ? `; but that would break what holds now: ${names.join(", ")}` : "";
  return `By ${kinds.join(" and ")} it comes to ${value} (now ${now}); check it against the records${warning}`;
}

const ways = {
  "row-total": { zh: "行", en: "the row total" },
  "column-total": { zh: "列", en: "the column total" },
  balance: relationNames.balance,
} as const;

/** A blank between 现为 and a number, none before a word. */
function spaced(words: string): string {
  return /^[\d-]/u.test(words) ? ` ${words}` : words;
}

/** What one relation alone would make of a cell, the others staying; null where it leaves a choice or asks for less than 0. */
export function impliedBy(relation: Relation, cell: Cell): bigint | null {
  const known = relation.determined.find((each) => each.cell === cell);
  if (known) {
    return known.value;
  }
  const cells = cellsOf(relation);
  const whole =
    cells.length === relation.left.length + relation.right.length && cells.every(({ count }) => count !== null);
  if (relation.state !== "broken" || !whole || cell.count === null) {
    return null;
  }
  const excess = relation.leftSum - relation.rightSum;
  const value = relation.left.includes(cell) ? cell.count - excess : cell.count + excess;
  return value < 0n ? null : value;
}
