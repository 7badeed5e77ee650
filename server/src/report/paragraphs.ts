// The prose of a report: its lines outside headings, tables and what trails it.

import { trimmed } from "../syntax/characters";
import type { Span } from "../syntax/span";
import { keptWords, type Words } from "./kept";
import { perObject } from "./memo";
import type { Report, Section } from "./types";

/** A line of prose without the white space around it; no table, section heading or title. */
export interface Paragraph extends Span {
  /** The section it stands in; null before the first heading, where the preamble stands. */
  readonly section: Section | null;
  readonly words: Words;
}

type Line = Omit<Paragraph, "words">;

/** Every paragraph of the report, in the order of the text; worked out when first asked for. */
export const paragraphsOf: (report: Report) => readonly Paragraph[] = perObject((report) => {
  const lines = [...linesIn(report)];
  const words = keptWords(report, "paragraphs", lines);
  return lines.map(({ section, start, end }, at) => ({ section, start, end, words: words[at] as Words }));
});

function* linesIn(report: Report): Iterable<Line> {
  const { text, title, sections } = report;
  const tables = report.tables.map(({ span }) => span).sort((one, two) => one.start - two.start);
  const end = Math.min(report.trailing?.start ?? text.length, report.another?.start ?? text.length);
  const first = sections[0]?.heading.start ?? end;
  yield* prose(text, tables, null, { start: title ? title.span.end : 0, end: Math.min(first, end) });
  for (const section of sections) {
    yield* prose(text, tables, section, { start: section.body.start, end: Math.min(section.body.end, end) });
  }
}

function* prose(text: string, tables: readonly Span[], section: Section | null, within: Span): Iterable<Line> {
  let from = within.start;
  for (const table of tables) {
    if (table.end <= from || table.start >= within.end) continue;
    yield* linesOf(text, section, from, table.start);
    from = table.end;
  }
  yield* linesOf(text, section, from, within.end);
}

function* linesOf(text: string, section: Section | null, from: number, end: number): Iterable<Line> {
  let start = from;
  for (let at = from; at <= end; at++) {
    const code = text.charCodeAt(at);
    if (at < end && code !== 0x0a && code !== 0x0d) continue;
    const span = trimmed(text, start, at);
    if (span.end > span.start) yield { start: span.start, end: span.end, section };
    start = at + 1;
  }
}
