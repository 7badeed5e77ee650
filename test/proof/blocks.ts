// Mistakes that concern whole rows of table three: one left out, several that slipped down by one.
import type { Random } from "./random";
import { get, outcomesOf, type Sheet, set, sheetOf, sumColumn } from "./sheet";
import { type Kind, slipOf } from "./slip";

function clear(sheet: Sheet, row: string, columns: readonly string[]): void {
  for (const column of columns) set(sheet, row, column, 0);
}

const all = (sheet: Sheet): readonly string[] => [...sheet.inner, "total"];

function kind(id: string, title: string, change: (random: Random, sheet: Sheet) => readonly string[]): Kind {
  return {
    id,
    title,
    family: "correlated",
    draw(random, base) {
      const sheet = sheetOf(base, "requests");
      const omit = change(random, sheet);
      return slipOf(base, sheet, omit);
    },
  };
}

/** Two to six rows that follow one another and the row below them; most blocks lie among the outcomes. */
function block(random: Random, sheet: Sheet): readonly string[] {
  const rows = random.chance(0.6) ? outcomesOf(sheet) : sheet.rows;
  const length = random.between(2, 6);
  const start = random.below(rows.length - length);
  return rows.slice(start, start + length + 1);
}

/** Each of the rows holds what belongs into the one above it; the first holds nothing, what belongs into the last is lost. */
function shiftDown(sheet: Sheet, rows: readonly string[], columns: readonly string[]): void {
  for (const column of columns) {
    const values = rows.map((row) => get(sheet, row, column));
    rows.forEach((row, at) => {
      set(sheet, row, column, values[at - 1] ?? 0);
    });
  }
}

export const blockKinds: readonly Kind[] = [
  kind("row-zero-summed", "a row left out as 0, all totals summed", (random, sheet) => {
    clear(sheet, random.pick(outcomesOf(sheet)), all(sheet));
    for (const column of all(sheet)) sumColumn(sheet, column);
    return [];
  }),
  kind("row-zero", "a row left out as 0, nothing summed", (random, sheet) => {
    clear(sheet, random.pick(sheet.rows.filter((row) => row !== "total")), all(sheet));
    return [];
  }),
  kind("row-missing", "a row missing from the text, totals summed", (random, sheet) => {
    // The single （六）其他处理 is what tells that form from the other.
    const row = random.pick(outcomesOf(sheet).filter((each) => each !== "other"));
    clear(sheet, row, all(sheet));
    for (const column of all(sheet)) sumColumn(sheet, column);
    return [`requests/${row}`];
  }),
  kind("shift", "rows shifted by one, all columns", (random, sheet) => {
    shiftDown(sheet, block(random, sheet), all(sheet));
    return [];
  }),
  kind("shift-inner", "rows shifted by one, not the totals", (random, sheet) => {
    shiftDown(sheet, block(random, sheet), sheet.inner);
    return [];
  }),
  kind("shift-column", "rows shifted by one in one column", (random, sheet) => {
    shiftDown(sheet, block(random, sheet), [random.pick(all(sheet))]);
    return [];
  }),
  kind("shift-summed", "rows shifted by one, all totals summed", (random, sheet) => {
    const rows = block(random, sheet);
    if (rows.includes("total")) return [];
    shiftDown(sheet, rows, all(sheet));
    for (const column of all(sheet)) sumColumn(sheet, column);
    return [];
  }),
];
