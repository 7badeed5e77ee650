// Precision and recall of the rules on prose, over the labelled sentences.
import { readReport } from "../../server/src/report/index";
import { check } from "../../server/src/rules/index";
import type { RuleId } from "../../server/src/rules/types";
import { sampleReport } from "../support/sample";
import { labelled, partsOf } from "../unit/report/statements.cases";
import { type Expected, marked, unmarked } from "../unit/rules/cases";

export const measured = [
  "prose-table",
  "prose-contradiction",
  "prose-sum",
  "prose-percent",
] as const satisfies readonly RuleId[];

export interface Measure {
  readonly rule: RuleId;
  /** Findings that were expected, findings that were not, expected ones that were not found. */
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

/** A sentence where what is found differs from what is expected. */
export interface Difference {
  readonly expected: string;
  readonly found: string;
}

export function measure(): { readonly measures: readonly Measure[]; readonly differences: readonly Difference[] } {
  const counts = new Map<string, { right: number; wrong: number; missed: number }>(
    measured.map((rule) => [rule, { right: 0, wrong: 0, missed: 0 }]),
  );
  const differences: Difference[] = [];
  for (const { text: source, figures } of labelled) {
    const { text: sentence, expected } = unmarked(source);
    const found = findingsIn(sentence, partsOf(figures));
    for (const each of found) {
      const count = counts.get(each.rule);
      if (count) count[expected.some((other) => isSame(each, other)) ? "right" : "wrong"]++;
    }
    for (const each of expected) {
      const count = counts.get(each.rule);
      if (count && !found.some((other) => isSame(each, other))) count.missed++;
    }
    const [one, other] = [marked(sentence, expected), marked(sentence, found)];
    if (one !== other) differences.push({ expected: one, found: other });
  }
  const measures = measured.map((rule) => ({ rule, ...(counts.get(rule) ?? { right: 0, wrong: 0, missed: 0 }) }));
  return { measures, differences };
}

/** What the measured rules find in a sentence that stands in section one of the sample. */
function findingsIn(sentence: string, parts: Readonly<Record<string, number>>): readonly Expected[] {
  const text = sampleReport({ parts, sections: { overview: sentence }, layout: "tabs" });
  const from = text.indexOf(sentence);
  return check(readReport(text))
    .filter(({ rule, span }) => measured.some((id) => id === rule) && span.start >= from)
    .filter(({ span }) => span.end <= from + sentence.length)
    .map(({ rule, span }) => ({ rule, start: span.start - from, end: span.end - from }));
}

function isSame(one: Expected, other: Expected): boolean {
  return one.rule === other.rule && one.start === other.start && one.end === other.end;
}

/** In per cent; 100 where nothing was found or expected. */
export function precisionOf({ right, wrong }: Measure): number {
  return right + wrong === 0 ? 100 : (100 * right) / (right + wrong);
}

export function recallOf({ right, missed }: Measure): number {
  return right + missed === 0 ? 100 : (100 * right) / (right + missed);
}
