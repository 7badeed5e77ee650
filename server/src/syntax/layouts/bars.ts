// Cells apart by bars: Markdown tables, `a | b |` with one row a line, and the same with one cell a line.
import { isSpace, trimmed } from "../characters";
import { type GridCell, type GridRow, isBlankCell } from "../grid";
import type { Lines } from "../lines";
import type { Span } from "../span";
import { readPlainLine } from "./plain";

const bar = 0x7c;
const fullWidthBar = 0xff5c;

export function isBar(code: number): boolean {
  return code === bar || code === fullWidthBar;
}

export function readBars(lines: Lines, indexes: readonly number[]): GridRow[] {
  const barred = indexes.filter((index) => hasBar(lines, index));
  const rows = new Map(barred.map((index) => [index, readBarRow(lines, index)]));
  const wide = [...rows.values()].filter((row) => row.cells.filter((cell) => !isBlankCell(cell)).length >= 2).length;
  const ruled = barred.some((index) => isRule(lines, index));
  if (!ruled && wide * 4 < rows.size) return [readBarStream(lines, indexes)];
  // A bar in front of every row is its border; in front of only some it sets an empty first cell apart.
  const bordered = barred.every((index) => isBar(lines.text.charCodeAt(firstOf(lines, index))));
  const found: GridRow[] = [];
  for (const index of indexes) {
    const row = rows.get(index);
    if (!row) found.push(readPlainLine(lines, index));
    else if (!isRule(lines, index)) found.push(withoutBorder(row, bordered));
  }
  return found;
}

function withoutBorder(row: GridRow, bordered: boolean): GridRow {
  return bordered ? { ...row, cells: row.cells.slice(1) } : row;
}

function hasBar(lines: Lines, index: number): boolean {
  const end = lines.ends[index] as number;
  for (let at = lines.starts[index] as number; at < end; at++) if (isBar(lines.text.charCodeAt(at))) return true;
  return false;
}

function firstOf(lines: Lines, index: number): number {
  const end = lines.ends[index] as number;
  let at = lines.starts[index] as number;
  while (at < end && isSpace(lines.text.charCodeAt(at))) at++;
  return at;
}

/** |---|:--:| */
function isRule(lines: Lines, index: number): boolean {
  const start = lines.starts[index] as number;
  const end = lines.ends[index] as number;
  let dashes = 0;
  for (let at = start; at < end; at++) {
    const code = lines.text.charCodeAt(at);
    if (code === 0x2d) dashes++;
    else if (code !== 0x7c && code !== 0x3a && !isSpace(code)) return false;
  }
  return dashes >= 2;
}

function readBarRow(lines: Lines, index: number): GridRow {
  const { text } = lines;
  const lineEnd = lines.ends[index] as number;
  const cells: GridCell[] = [];
  let start = lines.starts[index] as number;
  for (let at = start; at < lineEnd; at++) {
    if (!isBar(text.charCodeAt(at))) continue;
    cells.push({ text: unstarred(text, start, at), area: { start, end: at }, separator: { start: at, end: at + 1 } });
    start = at + 1;
  }
  // What stands behind the last bar is a cell only where there is something.
  const rest = unstarred(text, start, lineEnd);
  if (rest.end > rest.start)
    cells.push({ text: rest, area: { start, end: lineEnd }, separator: { start: start - 1, end: start } });
  return { cells, open: false, positional: true };
}

/** A cell's text without the marks of Markdown's bold type around it, in which totals like to stand. */
function unstarred(text: string, start: number, end: number): Span {
  const span = trimmed(text, start, end);
  const bold = span.end - span.start > 4 && text.startsWith("**", span.start) && text.startsWith("**", span.end - 2);
  return bold ? trimmed(text, span.start + 2, span.end - 2) : span;
}

/** One cell a line: a cell goes on over line breaks until its bar. */
function readBarStream(lines: Lines, indexes: readonly number[]): GridRow {
  const { text } = lines;
  const cells: GridCell[] = [];
  let textStart = -1;
  for (const index of indexes) {
    const lineEnd = lines.ends[index] as number;
    let start = lines.starts[index] as number;
    for (let at = start; at < lineEnd; at++) {
      if (!isBar(text.charCodeAt(at))) continue;
      const from = textStart >= 0 ? textStart : start;
      cells.push({
        text: trimmed(text, from, at),
        area: { start: from, end: at },
        separator: { start: at, end: at + 1 },
      });
      textStart = -1;
      start = at + 1;
    }
    if (textStart < 0) {
      const rest = trimmed(text, start, lineEnd);
      if (rest.end > rest.start) textStart = rest.start;
    }
  }
  if (textStart >= 0) {
    const last = indexes[indexes.length - 1] as number;
    const area = { start: textStart, end: lines.ends[last] as number };
    cells.push({ text: trimmed(text, area.start, area.end), area, separator: area });
  }
  return { cells, open: true, positional: false };
}
