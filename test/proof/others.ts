// Mistakes in table four, where one relation a group is all there is, and reports in which something is left blank.
import type { Random } from "./random";
import { get, type Sheet, set, sheetOf, sumRow } from "./sheet";
import { mistype, mistypeAny } from "./single";
import { type Kind, slipOf } from "./slip";

function review(id: string, title: string, change: (random: Random, sheet: Sheet) => void): Kind {
  return {
    id: `review-${id}`,
    title: `table four: ${title}`,
    family: "review",
    draw(random, base) {
      const sheet = sheetOf(base, "review");
      change(random, sheet);
      return slipOf(base, sheet);
    },
  };
}

/** Every number from the first of a group on stands one cell further right or left; what has no cell is lost. */
function shiftGroup(random: Random, sheet: Sheet): void {
  const row = random.pick(sheet.rows);
  const columns = [...sheet.inner, "total"];
  const values = columns.map((column) => get(sheet, row, column));
  const by = random.pick([-1, 1]);
  columns.forEach((column, at) => {
    set(sheet, row, column, values[at - by] ?? 0);
  });
}

export const reviewKinds: readonly Kind[] = [
  review("one", "one number", (random, sheet) => mistypeAny(random, sheet, 1)),
  review("two", "a number and its total", (random, sheet) => {
    const row = random.pick(sheet.rows);
    mistype(random, sheet, row, random.pick(sheet.inner));
    mistype(random, sheet, row, "total");
  }),
  review("shift", "a group shifted by one column", shiftGroup),
  review("total", "totals left at 0", (random, sheet) => {
    for (const row of random.several(sheet.rows, random.between(1, 3))) set(sheet, row, "total", 0);
  }),
  review("group", "two groups' parts exchanged", (random, sheet) => {
    const [one = "", two = ""] = random.several(sheet.rows, 2);
    for (const column of sheet.inner) {
      const value = get(sheet, one, column);
      set(sheet, one, column, get(sheet, two, column));
      set(sheet, two, column, value);
    }
  }),
];

/** Single cells, what is 0 in a row, a row, or the totals: how blanks come about. */
function leaveBlank(random: Random, sheet: Sheet): void {
  const all = [...sheet.inner, "total"];
  const row = random.pick(sheet.rows);
  const how = random.below(5);
  if (how === 0) for (const column of all) set(sheet, row, column, null);
  else if (how === 1) {
    for (const column of all) if (get(sheet, row, column) === 0) set(sheet, row, column, null);
  } else if (how === 2)
    for (const each of random.several(sheet.rows, random.between(1, 6))) set(sheet, each, "total", null);
  else blankAny(random, sheet, random.between(1, 6));
}

function blankAny(random: Random, sheet: Sheet, count: number): void {
  for (const key of random.several([...sheet.values.keys()], count)) sheet.values.set(key, null);
}

/** Something wrong, and one to three other cells blank: any, or totals only. */
function blankAnd(id: string, title: string, totals: boolean, change: (random: Random, sheet: Sheet) => void): Kind {
  return {
    id: `blank-${id}`,
    title,
    family: "blank",
    draw(random, base) {
      const sheet = sheetOf(base, "requests");
      change(random, sheet);
      const wrong = slipOf(base, sheet)?.cells ?? {};
      const places = [...sheet.values.keys()].filter((key) => !(key in wrong) && (!totals || isTotal(key)));
      for (const key of random.several(places, random.between(1, 3))) sheet.values.set(key, null);
      return slipOf(base, sheet);
    },
  };
}

function isTotal(key: string): boolean {
  return key.startsWith("requests/total/") || key.endsWith("/total");
}

export const blankKinds: readonly Kind[] = [
  blankAnd("wrong", "one number wrong, one to three blank", false, (random, sheet) => mistypeAny(random, sheet, 1)),
  blankAnd("totals", "one number wrong, one to three totals blank", true, (random, sheet) =>
    mistypeAny(random, sheet, 1),
  ),
  blankAnd("two", "two numbers wrong, one to three totals blank", true, (random, sheet) =>
    mistypeAny(random, sheet, 2),
  ),
  blankAnd("summed", "a number with its row total, one to three totals blank", true, (random, sheet) => {
    const row = random.pick(sheet.rows);
    mistype(random, sheet, row, random.pick(sheet.inner));
    sumRow(sheet, row);
  }),
  {
    id: "blank",
    title: "blanks, no number wrong",
    family: "blank",
    draw(random, base) {
      const sheet = sheetOf(base, random.chance(0.8) ? "requests" : "review");
      leaveBlank(random, sheet);
      return slipOf(base, sheet);
    },
  },
];
