// One row a line, cells apart by tabs.
import { trimmed } from "../characters";
import type { GridCell, GridRow } from "../grid";
import type { Lines } from "../lines";
import { readPlainLine } from "./plain";

export function readTabs(lines: Lines, indexes: readonly number[]): GridRow[] {
  return indexes.map((index) => {
    const row = readTabRow(lines, index);
    return row.cells.length === 1 ? readPlainLine(lines, index) : row;
  });
}

export function readTabRow(lines: Lines, index: number): GridRow {
  const { text } = lines;
  const lineStart = lines.starts[index] as number;
  const lineEnd = lines.ends[index] as number;
  const cells: GridCell[] = [];
  let start = lineStart;
  for (;;) {
    // Looked for in this line only: the next tab of the text may be megabytes away.
    let end = start;
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
