// Text → rows of cells. Each run of lines is read by the layout it is written in, chosen by what stands there; the meaning
// of a cell is nobody's business here. Linear in the text; never throws.
import { isPageNumber, isSpace } from "./characters";
import type { GridRow, LineRange } from "./grid";
import { isBar, readBars } from "./layouts/bars";
import { readCellLines } from "./layouts/celllines";
import { readPlainLine } from "./layouts/plain";
import { readTabs } from "./layouts/tabs";
import type { Lines } from "./lines";

type Shape = "blank" | "pageNumber" | "bar" | "tabs" | "cell" | "plain" | "prose";

/** Longer lines are prose: the longest label of the form has 45 characters, with a filling note about 120. */
const longestCell = 160;

/** Reads the lines of a range as rows of cells, in the order of the text. */
export function readGrid(lines: Lines, range: LineRange): readonly GridRow[] {
  const rows: GridRow[] = [];
  let run: { family: "bar" | "tab"; indexes: number[]; blanks: number[]; tabs: number; cells: number } | null = null;
  let pending: number[] = [];
  let pendingBlanks: number[] = [];
  let blanks = 0;

  const closeRun = () => {
    if (run) {
      const { indexes, blanks: gaps } = run;
      const read =
        run.family === "bar"
          ? readBars(lines, indexes)
          : run.tabs >= run.cells
            ? readTabs(lines, indexes)
            : readCellLines(lines, indexes, (position) => gaps[position] ?? 0);
      for (const row of read) rows.push(row);
    }
    run = null;
    // Lines behind the last structured one are on their own.
    for (const index of pending) rows.push(readPlainLine(lines, index));
    pending = [];
    pendingBlanks = [];
  };

  for (let index = range.from; index < range.to; index++) {
    const shape = shapeOf(lines, index);
    if (shape === "blank") {
      blanks++;
      continue;
    }
    if (shape === "pageNumber") continue;
    if (shape === "prose") {
      closeRun();
      blanks = 0;
      continue;
    }
    if (shape === "plain") {
      if (run) {
        pending.push(index);
        pendingBlanks.push(blanks);
      } else rows.push(readPlainLine(lines, index));
      blanks = 0;
      continue;
    }
    const family = shape === "bar" ? "bar" : "tab";
    if (run && run.family !== family) closeRun();
    run ??= { family, indexes: [], blanks: [], tabs: 0, cells: 0 };
    for (const waiting of pending) run.indexes.push(waiting);
    for (const waiting of pendingBlanks) run.blanks.push(waiting);
    run.indexes.push(index);
    run.blanks.push(blanks);
    if (shape === "tabs") run.tabs++;
    else if (shape === "cell") run.cells++;
    pending = [];
    pendingBlanks = [];
    blanks = 0;
  }
  closeRun();
  return rows;
}

function shapeOf(lines: Lines, index: number): Shape {
  const { text } = lines;
  const start = lines.starts[index] as number;
  const end = lines.ends[index] as number;
  let tabs = 0;
  let barred = false;
  let first = -1;
  let last = -1;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x09) tabs++;
    else if (isBar(code)) {
      barred = true;
      break;
    } else if (!isSpace(code)) {
      if (first < 0) first = at;
      last = at;
      // Without a tab so far, a long line is prose; what follows does not matter.
      if (tabs === 0 && at - start > longestCell) return "prose";
    }
  }
  if (barred) return "bar";
  if (first < 0) return tabs === 0 ? "blank" : tabs === 1 ? "cell" : "tabs";
  if (tabs === 0) return isPageNumber(text, first, last + 1) ? "pageNumber" : "plain";
  if (tabs > 1) return "tabs";
  const tab = text.indexOf("\t", start);
  return tab < first || tab > last ? "cell" : "tabs";
}
