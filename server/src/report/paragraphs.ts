// The prose of a report: its lines outside headings, tables and what trails it.

import { trimmed } from "../syntax/characters";
import type { Span } from "../syntax/span";
import { perObject } from "./memo";
import type { Report, Section } from "./types";

/** A line of prose without the white space around it; no table, section heading or title. */
export interface Paragraph extends Span {
  /** The section it stands in; null before the first heading, where the preamble stands. */
  readonly section: Section | null;
}

/** Every paragraph of the report, in the order of the text; worked out when first asked for. */
export const paragraphsOf: (report: Report) => readonly Paragraph[] = perObject((report) => [...paragraphsIn(report)]);

function* paragraphsIn(report: Report): Iterable<Paragraph> {
  const { text, title, sections } = report;
  const end = Math.min(report.trailing?.start ?? text.length, report.another?.start ?? text.length);
  const first = sections[0]?.heading.start ?? end;
  yield* prose(report, null, { start: title ? title.span.end : 0, end: Math.min(first, end) });
  for (const section of sections) {
    yield* prose(report, section, { start: section.body.start, end: Math.min(section.body.end, end) });
  }
}

function* prose(report: Report, section: Section | null, within: Span): Iterable<Paragraph> {
  let from = within.start;
  for (const table of [...report.tables].sort((one, two) => one.span.start - two.span.start)) {
    if (table.span.end <= from || table.span.start >= within.end) continue;
    yield* linesOf(report.text, section, from, table.span.start);
    from = table.span.end;
  }
  yield* linesOf(report.text, section, from, within.end);
}

function* linesOf(text: string, section: Section | null, from: number, end: number): Iterable<Paragraph> {
  let start = from;
  for (let at = from; at <= end; at++) {
    if (at < end && text[at] !== "\n" && text[at] !== "\r") continue;
    const span = trimmed(text, start, at);
    if (span.end > span.start) yield { ...span, section };
    start = at + 1;
  }
}
