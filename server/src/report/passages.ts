// Stretches → passages: those that may be prose, with their clauses. What the prose tells and what it adds up are both read
// from the same clauses, and most passages are read for neither.

import { move } from "../syntax/span";
import { type Clause, clausesOf } from "./clauses";
import { keptWords, madeOf, type Words } from "./kept";
import { perObject } from "./memo";
import { type NumberToken, numberWithUnit, tokensOf } from "./tokens";
import type { Report } from "./types";
import { type Stretch, stretchesOf } from "./unbroken";

export interface Passage extends Stretch {
  /** Its words up to where it is read: its end, unless it is too long. */
  readonly words: Words;
  /** Numbers with a unit, percentages aside. */
  readonly numbers: number;
}

/** A paragraph has some hundred characters; a report that lost its line breaks some ten thousand in one line. */
const longestRead = 40_000;

const number = new RegExp(numberWithUnit, "gu");

/** What may be prose, of every section: a sentence each or more, none of a table's text; worked out when first asked for. */
export const passagesOf: (report: Report) => readonly Passage[] = perObject((report) => {
  const stretches = stretchesOf(report).filter((stretch) => !isMarkup(report.text, stretch));
  const read = stretches.map(({ start, end }) => ({ start, end: Math.min(end, start + longestRead) }));
  const words = keptWords(report, "passages", read);
  return stretches.map(({ section, start, end }, at) => {
    const own = words[at] as Words;
    return { section, start, end, words: own, numbers: madeOf(own, "numbers", () => numbersIn(own.text)) };
  });
});

function numbersIn(text: string): number {
  return text.match(number)?.length ?? 0;
}

/** Of a passage's words; worked out when first asked for. Offsets count from its beginning. */
export function clausesIn(words: Words): readonly Clause[] {
  return madeOf(words, "clauses", () => clausesOf(tokensOf(words.text)));
}

/** A table that was not recognised as one: its numbers are no prose. */
function isMarkup(text: string, { start, end }: Stretch): boolean {
  const first = text[start];
  return first === "<" || first === "|" || /[|\t]/u.test(text.slice(start, Math.min(end, start + 400)));
}

/** A number of a passage where it stands in the text, the passage beginning at `by`. */
export function moveNumber(number: NumberToken, by: number): NumberToken {
  return { ...number, ...move(number, by), until: number.until + by };
}
