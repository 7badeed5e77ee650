// Stretches → passages: those that may be prose, with their clauses. What the prose tells and what it adds up are both read
// from the same clauses, and most passages are read for neither.

import { type Clause, clausesOf } from "./clauses";
import { lazy, perObject } from "./memo";
import { numberWithUnit, tokensOf } from "./tokens";
import type { Report } from "./types";
import { type Stretch, stretchesOf } from "./unbroken";

export interface Passage extends Stretch {
  /** Offset up to which it is read: its end, unless it is too long. */
  readonly until: number;
  /** Numbers with a unit, percentages aside. */
  readonly numbers: number;
  /** Worked out when first asked for. */
  readonly clauses: () => readonly Clause[];
}

/** A paragraph has some hundred characters; a report that lost its line breaks some ten thousand in one line. */
const longestRead = 40_000;

const number = new RegExp(numberWithUnit, "gu");

/** What may be prose, of every section: a sentence each or more, none of a table's text; worked out when first asked for. */
export const passagesOf: (report: Report) => readonly Passage[] = perObject((report) => {
  const { text } = report;
  return stretchesOf(report)
    .filter((stretch) => !isMarkup(text, stretch))
    .map(({ section, start, end }) => {
      const until = Math.min(end, start + longestRead);
      const numbers = text.slice(start, until).match(number)?.length ?? 0;
      return { section, start, end, until, numbers, clauses: lazy(() => clausesOf(tokensOf(text, start, until))) };
    });
});

/** A table that was not recognised as one: its numbers are no prose. */
function isMarkup(text: string, { start, end }: Stretch): boolean {
  const first = text[start];
  return first === "<" || first === "|" || /[|\t]/u.test(text.slice(start, Math.min(end, start + 400)));
}
