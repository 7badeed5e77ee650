// One row a line, cells apart by tabs. A spreadsheet puts a cell with a line break in it into quotes: that row goes on in
// the next lines, up to the closing quote.
import { trimmed } from "../characters";
import type { GridCell, GridRow } from "../grid";
import type { Lines } from "../lines";
import { readPlainLine } from "./plain";

export function readTabs(lines: Lines, indexes: readonly number[]): GridRow[] {
  const rows: GridRow[] = [];
  for (let at = 0; at < indexes.length; at++) {
    const index = indexes[at] as number;
    const more = quotedLines(lines, indexes, at);
    const row = readTabRow(lines, index, indexes[at + more]);
    rows.push(row.cells.length === 1 ? readPlainLine(lines, index) : more > 0 ? unquoted(lines.text, row) : row);
    at += more;
  }
  return rows;
}

const quote = 0x22;
/** A row of heads with each of its seven labels on two lines takes eight. */
const mostLines = 16;

/** How many lines a row goes on because of a quote that is not closed in its line; 0 where it is not closed at all. */
function quotedLines(lines: Lines, indexes: readonly number[], at: number): number {
  let open = false;
  for (let more = 0; more < mostLines; more++) {
    const index = indexes[at + more];
    if (index === undefined) return 0;
    const start = lines.starts[index] as number;
    const end = lines.ends[index] as number;
    for (let offset = start; offset < end; offset++) {
      if (lines.text.charCodeAt(offset) !== quote) continue;
      // Two quotes inside a cell stand for one.
      if (open && lines.text.charCodeAt(offset + 1) === quote) offset++;
      else if (open) open = false;
      // A quote opens a cell only at its beginning.
      else if (offset === start ? more === 0 : lines.text.charCodeAt(offset - 1) === 0x09) open = true;
    }
    if (!open) return more;
  }
  return 0;
}

function unquoted(text: string, row: GridRow): GridRow {
  const cells = row.cells.map((cell) => {
    const { start, end } = cell.text;
    const isQuoted = end - start >= 2 && text.charCodeAt(start) === quote && text.charCodeAt(end - 1) === quote;
    return isQuoted ? { ...cell, text: trimmed(text, start + 1, end - 1) } : cell;
  });
  return { ...row, cells };
}

/** A report that lost its line ends has some hundred cells in its one line; what comes behind so many is no table. */
const mostCells = 10_000;

/** The row of a line, or of the lines up to `lastIndex`. */
export function readTabRow(lines: Lines, index: number, lastIndex = index): GridRow {
  const { text } = lines;
  const lineStart = lines.starts[index] as number;
  const lineEnd = lines.ends[lastIndex] as number;
  const cells: GridCell[] = [];
  let start = lineStart;
  for (;;) {
    // Looked for in this line only: the next tab of the text may be megabytes away.
    let end = cells.length < mostCells ? start : lineEnd;
    while (end < lineEnd && text.charCodeAt(end) !== 0x09) end++;
    const last = end === lineEnd;
    // A cell's separator is the tab before it; the first cell has only the one behind.
    const separator = start > lineStart ? { start: start - 1, end: start } : { start: end, end: last ? end : end + 1 };
    cells.push({ text: trimmed(text, start, end), area: { start, end }, separator });
    if (last) break;
    start = end + 1;
  }
  return { cells, open: false, positional: true };
}
