// A rule's examples carry «…» around what is reported; here the marks come off.
import { readReport } from "../report/index";
import { type Known, knownOf } from "../report/known";
import { type Neighbours, noNeighbours } from "../report/neighbours";
import type { Span } from "../syntax/span";
import type { Example, Rule } from "./types";

export interface PlainExample {
  readonly text: string;
  /** What lay between the marks, in order. */
  readonly marked: readonly Span[];
}

export function plainExample(example: Example): PlainExample {
  const marked: Span[] = [];
  let text = "";
  let start = 0;
  for (const char of example) {
    if (char === "«") start = text.length;
    else if (char === "»") marked.push({ start, end: text.length });
    else text += char;
  }
  return { text, marked };
}

/** The reports that the rule's examples are held against. */
export function exampleNeighbours({ lastYear, parts }: Pick<Rule, "lastYear" | "parts">): Neighbours {
  return {
    ...noNeighbours,
    lastYear: lastYear === undefined ? null : knownExample("last-year.txt", lastYear),
    parts: parts
      ? { reports: parts.map((part, at) => knownExample(`part-${at + 1}.txt`, part)), missing: [], sure: true }
      : null,
  };
}

function knownExample(file: string, example: Example): Known {
  return knownOf(file, readReport(plainExample(example).text));
}
