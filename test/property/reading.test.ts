// What conversions do to rows: cells lost, added, cut off. Numbers may then be unread, but never in another column.
import assert from "node:assert/strict";
import fc from "fast-check";
import { readReport } from "../../server/src/report/index";
import { pathKey, sampleCells, sampleForm, sampleReport } from "../support/sample";
import { cellsOf } from "../support/values";
import { consistent, seed, settings } from "./support";

interface Change {
  readonly name: string;
  /** The cells of a line, the separators gone; a new line of cells. */
  readonly apply: (cells: readonly string[], at: number) => readonly string[];
}

const blank = (cell: string | undefined) => (cell ?? "").trim() === "";

const changes: readonly Change[] = [
  {
    name: "blank cells at the end are cut off",
    apply: (cells) => cells.slice(0, cells.findLastIndex((cell) => !blank(cell)) + 1),
  },
  { name: "a cell is lost", apply: (cells, at) => cells.filter((_, index) => index !== at % cells.length) },
  { name: "a blank cell more in front", apply: (cells) => ["", ...cells] },
  { name: "a blank cell more at the end", apply: (cells) => [...cells, ""] },
  {
    name: "a blank cell is lost",
    apply: (cells, at) => {
      const blanks = cells.flatMap((cell, index) => (blank(cell) ? [index] : []));
      return cells.filter((_, index) => index !== blanks[at % (blanks.length || 1)]);
    },
  },
  {
    name: "a cell is blank",
    apply: (cells, at) => cells.map((cell, index) => (index === at % cells.length ? "" : cell)),
  },
];

/** At most one change a row: a number lost and a blank gained leaves a row like any other. */
const damage = fc.uniqueArray(fc.tuple(fc.nat(22), fc.constantFrom(...changes), fc.nat(20)), {
  minLength: 1,
  maxLength: 6,
  selector: ([row]) => row,
});

describe(`rows (seed ${seed})`, function () {
  this.timeout(60_000);

  it("a row that lost or gained cells is read right or not at all", () => {
    fc.assert(
      fc.property(consistent, fc.constantFrom("tabs", "markdown", "lines"), damage, (sample, layout, done) => {
        const options = { ...sample, layout, eol: "\n" } as const;
        const expected = sampleCells(sampleForm(options), options.parts);
        const text = damagedRows(sampleReport(options), layout, done);
        for (const { path, value } of cellsOf(readReport(text))) {
          if (value.kind === "number")
            assert.equal(
              value.digits,
              expected.get(pathKey(path)),
              `${pathKey(path)}: ${done.map(([, { name }]) => name)}`,
            );
        }
      }),
      settings(600),
    );
  });
});

function damagedRows(
  text: string,
  layout: "tabs" | "markdown" | "lines",
  done: readonly [number, Change, number][],
): string {
  // In `lines` a row is a block of lines with a tab in front.
  const rows = layout === "lines" ? text.split("\n\n") : text.split("\n");
  const [separator, lead] = layout === "tabs" ? ["\t", ""] : layout === "markdown" ? [" | ", "| "] : ["\n\t", "\t"];
  const tableRows = rows.flatMap((row, index) => (isNumbered(row, separator) ? [index] : []));
  for (const [at, change, place] of done) {
    const index = tableRows[at];
    if (index === undefined) continue;
    const own = rows[index] as string;
    const tail = layout === "markdown" ? " |" : "";
    const cells = own.slice(lead.length, own.length - tail.length).split(separator);
    rows[index] = lead + change.apply(cells, place).join(separator) + tail;
  }
  return rows.join(layout === "lines" ? "\n\n" : "\n");
}

/** A row of table three with its numbers. */
function isNumbered(row: string, separator: string): boolean {
  return row.split(separator).filter((cell) => /^\d+$/.test(cell.trim())).length >= 7;
}
