// One cell a line, set apart by a tab in front (or behind); an empty line begins the next row. This is what Word tables
// become as plain text. A line without the tab goes on with the cell before it, also after one empty line
// (不予 / 公开), unless that cell is empty or a figure: then it is the first cell of a row that lost its tab.
import { beginsAsFigure, isSpace, trimmed } from "../characters";
import type { GridCell, GridRow } from "../grid";
import type { Lines } from "../lines";
import { readTabRow } from "./tabs";

export function readCellLines(
  lines: Lines,
  indexes: readonly number[],
  blankBefore: (position: number) => number,
): GridRow[] {
  const rows: GridCell[][] = [];
  let row: GridCell[] = [];
  const close = () => {
    if (row.length > 0) rows.push(row);
    row = [];
  };
  indexes.forEach((index, position) => {
    const blanks = blankBefore(position);
    const led = ledCell(lines, index);
    if (led) {
      if (blanks > 0) close();
      row.push(led);
      return;
    }
    const cells = readTabRow(lines, index).cells;
    if (cells.length === 1) {
      const plain = cells[0] as GridCell;
      const previous = row[row.length - 1];
      if (previous && continues(lines.text, previous, plain, blanks)) {
        row[row.length - 1] = joined(previous, plain);
        return;
      }
      close();
      row.push({ ...plain, separator: plain.area });
      return;
    }
    if (blanks > 0) close();
    for (const cell of oneCell(lines.text, cells)) row.push(cell);
  });
  close();
  const wide = rows.filter((cells) => cells.length > 1).length;
  // Where nearly every row has one cell, empty lines stand between cells and say nothing about rows.
  const open = wide * 5 < rows.length;
  return rows.map((cells) => ({ cells, open, positional: false }));
}

/** The cell of a line with one tab, at its beginning: nearly every line of such a table. */
function ledCell(lines: Lines, index: number): GridCell | null {
  const { text } = lines;
  const start = lines.starts[index] as number;
  const end = lines.ends[index] as number;
  if (start === end || text.charCodeAt(start) !== 0x09) return null;
  const second = text.indexOf("\t", start + 1);
  if (second >= 0 && second < end) return null;
  const area = { start: start + 1, end };
  return { text: trimmed(text, start + 1, end), area, separator: { start, end: start + 1 } };
}

/** The tab in front, or the one behind, only sets the cell apart. */
function oneCell(text: string, cells: readonly GridCell[]): readonly GridCell[] {
  if (cells.length !== 2) return cells;
  const [first, second] = cells as [GridCell, GridCell];
  if (blankArea(text, first)) return [second];
  if (blankArea(text, second)) return [{ ...first, separator: second.separator }];
  return cells;
}

function blankArea(text: string, cell: GridCell): boolean {
  for (let at = cell.area.start; at < cell.area.end; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

function continues(text: string, previous: GridCell, plain: GridCell, blanks: number): boolean {
  const { start, end } = previous.text;
  if (start === end) return false;
  if (!beginsAsFigure(text, start, end)) return blanks <= 1;
  // A figure torn over two lines stays one cell, which is then unreadable rather than half read. Behind an empty line
  // stands something else: a page's number.
  return blanks === 0 && beginsAsFigure(text, plain.text.start, plain.text.end);
}

function joined(previous: GridCell, plain: GridCell): GridCell {
  const { start } = previous.text;
  return {
    text: { start, end: plain.text.end },
    area: { start: previous.area.start, end: plain.area.end },
    separator: previous.separator,
  };
}

/** The lines of a joined cell as cells of their own, for a reader that finds no label in the whole. */
export function splitCell(text: string, cell: GridCell): readonly GridCell[] {
  const parts: GridCell[] = [];
  let start = cell.text.start;
  for (const line of text.slice(cell.text.start, cell.text.end).split(/\r\n|\r|\n/)) {
    const span = trimmed(text, start, start + line.length);
    if (span.end > span.start) parts.push({ text: span, area: span, separator: cell.separator });
    start += line.length;
    while (start < cell.text.end && (text.charCodeAt(start) === 0x0a || text.charCodeAt(start) === 0x0d)) start++;
  }
  return parts;
}
