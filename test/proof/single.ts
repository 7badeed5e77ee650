// Mistakes in single numbers of table three: each by itself, or one that Excel carried into some of the sums.
import type { Random } from "./random";
import type { ReportCase } from "./reports";
import { get, neighbours, outcomesOf, type Sheet, set, sheetOf, sumColumn, sumRow } from "./sheet";
import { type Kind, type Slip, slipOf } from "./slip";
import { mistyped } from "./typing";

/** Types another number into a cell. */
export function mistype(random: Random, sheet: Sheet, row: string, column: string): void {
  set(sheet, row, column, mistyped(random, get(sheet, row, column), neighbours(sheet, row, column)));
}

/** So many different cells, totals as likely as any other. */
export function mistypeAny(random: Random, sheet: Sheet, count: number): void {
  const places = sheet.rows.flatMap((row) => [...sheet.inner, "total"].map((column) => ({ row, column })));
  for (const { row, column } of random.several(places, count)) mistype(random, sheet, row, column);
}

function independent(id: string, title: string, count: number): Kind {
  return {
    id,
    title,
    family: "independent",
    draw(random, base) {
      const sheet = sheetOf(base, "requests");
      mistypeAny(random, sheet, count);
      return slipOf(base, sheet);
    },
  };
}

export const independentKinds: readonly Kind[] = [
  independent("one", "one number", 1),
  independent("two", "two numbers", 2),
  independent("three", "three numbers", 3),
];

/** Beyond what is explained; for the comparison with the solver. */
export const fourNumbers: Kind = independent("four", "four numbers", 4);

function correlated(id: string, title: string, change: (random: Random, sheet: Sheet) => void): Kind {
  return {
    id,
    title,
    family: "correlated",
    draw(random: Random, base: ReportCase): Slip | null {
      const sheet = sheetOf(base, "requests");
      change(random, sheet);
      return slipOf(base, sheet);
    },
  };
}

/** A number stands in the other cell; where that had one, that stands here, or both are counted there. */
function misplace(random: Random, sheet: Sheet, from: [string, string], to: [string, string]): void {
  const [here, there] = [get(sheet, ...from), get(sheet, ...to)];
  const added = random.chance(0.5);
  set(sheet, ...from, added ? 0 : there);
  set(sheet, ...to, added ? here + there : here);
}

function besideColumn(random: Random, sheet: Sheet): [string, string] {
  const at = random.below(sheet.inner.length - 1);
  const pair: [string, string] = [sheet.inner[at] ?? "", sheet.inner[at + 1] ?? ""];
  return random.chance(0.5) ? pair : [pair[1], pair[0]];
}

function besideRow(random: Random, sheet: Sheet): [string, string] {
  const at = random.below(sheet.rows.length - 1);
  const pair: [string, string] = [sheet.rows[at] ?? "", sheet.rows[at + 1] ?? ""];
  return random.chance(0.5) ? pair : [pair[1], pair[0]];
}

/** Which of the sums an outcome goes into were made anew: not all of them, and not its row's alone, which is a kind of its own. */
const partly: readonly (readonly ("row" | "column" | "grand")[])[] = [
  ["column"],
  ["grand"],
  ["row", "column"],
  ["row", "grand"],
  ["column", "grand"],
];

export const correlatedKinds: readonly Kind[] = [
  correlated("cell-row", "a number with its row total", (random, sheet) => {
    const row = random.pick(sheet.rows.filter((each) => each !== "new"));
    mistype(random, sheet, row, random.pick(sheet.inner));
    sumRow(sheet, row);
  }),
  correlated("new-row", "新收 with its total", (random, sheet) => {
    mistype(random, sheet, "new", random.pick(sheet.inner));
    sumRow(sheet, "new");
  }),
  correlated("column-summed", "in the neighbouring column, （七） summed", (random, sheet) => {
    const row = random.pick(outcomesOf(sheet));
    const [from, to] = besideColumn(random, sheet);
    misplace(random, sheet, [row, from], [row, to]);
    for (const column of [from, to]) sumColumn(sheet, column);
  }),
  correlated("column", "in the neighbouring column, nothing summed", (random, sheet) => {
    const row = random.pick(sheet.rows);
    const [from, to] = besideColumn(random, sheet);
    misplace(random, sheet, [row, from], [row, to]);
  }),
  correlated("row", "in the neighbouring row, nothing summed", (random, sheet) => {
    const column = random.pick(sheet.inner);
    const [from, to] = besideRow(random, sheet);
    misplace(random, sheet, [from, column], [to, column]);
  }),
  correlated("row-summed", "in the neighbouring row, row totals summed", (random, sheet) => {
    const column = random.pick(sheet.inner);
    const [from, to] = besideRow(random, sheet);
    misplace(random, sheet, [from, column], [to, column]);
    for (const row of [from, to]) sumRow(sheet, row);
  }),
  correlated("summed", "a number, everything but 四 summed", (random, sheet) => {
    const [row, column] = [random.pick(outcomesOf(sheet)), random.pick(sheet.inner)];
    mistype(random, sheet, row, column);
    sumRow(sheet, row);
    sumColumn(sheet, column);
    sumRow(sheet, "total");
  }),
  correlated("summed-partly", "a number, some of its sums made anew", (random, sheet) => {
    const [row, column] = [random.pick(outcomesOf(sheet)), random.pick(sheet.inner)];
    const sums = random.pick(partly);
    mistype(random, sheet, row, column);
    if (sums.includes("row")) sumRow(sheet, row);
    if (sums.includes("column")) sumColumn(sheet, column);
    if (!sums.includes("grand")) return;
    // 总计 of （七） may be written as the sum of its row or of its column.
    if (random.chance(0.5)) sumRow(sheet, "total");
    else sumColumn(sheet, "total");
  }),
];
