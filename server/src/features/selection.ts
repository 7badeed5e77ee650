// Expanding the selection: number → cell → row → group → table → subsection → section → document; a label, a heading, the title and
// what trails the report likewise. Each is strictly larger than the one before, and every offset has at least the document.
import type { Report, Table } from "../report/types";
import { contains, type Span } from "../syntax/span";
import { groupSpans } from "./folding";
import { areApart, numbersOf, presentCells } from "./locate";

/** Spans around an offset, the innermost first; an empty text has one, as empty as itself. */
export function selections(report: Report, offset: number): readonly Span[] {
  const whole = { start: 0, end: report.text.length };
  const at = Math.min(Math.max(offset, 0), whole.end);
  const around = [...spansAround(report, at)]
    .filter((span) => span.start < span.end && contains(span, at))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const nested: Span[] = [];
  for (const span of [...around, whole]) {
    const inner = nested.at(-1);
    if (inner === undefined || isInside(inner, span)) nested.push(span);
  }
  return nested;
}

function isInside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;
}

function* spansAround(report: Report, offset: number): Iterable<Span> {
  yield* lineAround(report.text, offset);
  if (report.title) yield report.title.span;
  if (report.trailing) yield report.trailing;
  if (report.another) yield report.another;
  for (const section of report.sections) {
    if (!contains(section.span, offset)) continue;
    yield section.span;
    yield section.heading;
    for (const { heading, span } of section.subsections) {
      yield heading;
      yield span;
    }
  }
  for (const table of report.tables) if (contains(table.span, offset)) yield* insideTable(table, offset);
}

function* insideTable(table: Table, offset: number): Iterable<Span> {
  yield table.span;
  yield* groupSpans(table);
  for (const { span } of [...table.groups, ...table.heads]) yield span;
  const apart = areApart(table);
  for (const row of [...table.rows, ...table.duplicates]) {
    // A text may repeat a row ten thousand times.
    if (!contains(row.span, offset)) continue;
    yield row.label.span;
    // The rows of table four lie across each other: there the numbers of a group are its row.
    yield apart ? row.span : numbersOf(row);
    for (const cell of presentCells(row)) {
      if (cell.edit) yield cell.edit;
      yield cell.span;
    }
  }
}

/** A longer line is no paragraph, and a thousand cursors in it are not to cost a thousand passes over it. */
const longestLine = 10_000;

/** The line of an offset without its break: in prose a paragraph. */
function* lineAround(text: string, offset: number): Iterable<Span> {
  let start = offset;
  while (start > 0 && !isBreak(text, start - 1)) if (offset - --start > longestLine) return;
  let end = offset;
  while (end < text.length && !isBreak(text, end)) if (++end - offset > longestLine) return;
  yield { start, end };
}

function isBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x0a || code === 0x0d;
}
