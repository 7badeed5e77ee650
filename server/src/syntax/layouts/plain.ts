// Plain lines: each is a cell, and nothing says where a row ends (a table whose tabs were lost, text out of a PDF, prose).
// Figures at the end of a line, apart by spaces, are cells of their own: 规章 0 0 0.
import { isDigit, isSpace, trimmed } from "../characters";
import type { GridCell, GridRow } from "../grid";
import type { Lines } from "../lines";
import type { Span } from "../span";

/** A line of figures alone needs this many to be a row; two may be one number with a space inside. */
const fewestFigures = 3;
/** A group's label and a row's, each with a remark. */
const longestLabel = 160;

export function readPlainLine(lines: Lines, index: number): GridRow {
  const end = lines.ends[index] as number;
  let start = lines.starts[index] as number;
  // Markdown's marks in front of a heading belong to no cell.
  while (start < end && lines.text.charCodeAt(start) === 0x23) start++;
  const cells = spaced(lines.text, start, end);
  return { cells, open: true, positional: false };
}

function spaced(text: string, start: number, end: number): readonly GridCell[] {
  const line = trimmed(text, start, end);
  const whole: GridCell = { text: line, area: { start, end }, separator: { start, end } };
  const figures: GridCell[] = [];
  let rest = line.end;
  while (rest > line.start) {
    let from = rest;
    while (from > line.start && (isDigit(text.charCodeAt(from - 1)) || isPoint(text, from - 1))) from--;
    // A figure is digits alone with white space before it, or the line's beginning.
    if (from === rest || (from > line.start && !isSpace(text.charCodeAt(from - 1)))) break;
    let gap = from;
    while (gap > line.start && isSpace(text.charCodeAt(gap - 1))) gap--;
    const span = { start: from, end: rest };
    figures.push({ text: span, area: span, separator: { start: gap, end: from } });
    rest = gap;
  }
  figures.reverse();
  if (figures.length === 0) return [whole];
  if (rest === line.start) return figures.length >= fewestFigures ? figures : [whole];
  return [...labelCells(text, line.start, rest, { start, end }), ...figures];
}

/** What stands before figures: one cell, but for another enumerator behind white space: （三）不予公开 1.属于国家秘密. */
const another = /\s(?=[（(][一二三四五六七八九十]{1,2}[）)]|[0-9０-９]{1,2}[.．、])/g;

function labelCells(text: string, start: number, end: number, separator: Span): readonly GridCell[] {
  const cells: GridCell[] = [];
  let from = start;
  const add = (to: number) => {
    const span = trimmed(text, from, to);
    if (span.end > span.start) cells.push({ text: span, area: span, separator });
    from = to;
  };
  // Longer text is prose, of which the end may be a figure.
  if (end - start <= longestLabel) for (const { index } of text.slice(start, end).matchAll(another)) add(start + index);
  add(end);
  return cells;
}

/** A decimal point between two digits. */
function isPoint(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x2e && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
}
