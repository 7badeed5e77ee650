// What is kept of a report for the sake of its neighbours: the figures of its tables with their places, and prints of its
// prose. No text: two thousand reports stay in memory, and other threads can be handed them, for all of it is plain data.
import { formFor } from "../form/index";
import type { CellPath, Edition, Form, SectionId } from "../form/types";
import { positionAt, type Range, readLines } from "../syntax/lines";
import { detached, perObject } from "./memo";
import { type Prints, printsOf } from "./prints";
import { slotsOf } from "./relations";
import type { Report } from "./types";

export interface Known {
  /** Its name in the workspace: a URI in the editor, a path on the command line. */
  readonly file: string;
  readonly organ: string | null;
  readonly year: number | null;
  readonly edition: Edition;
  readonly singleOther: boolean;
  /** Canonical digits by the form's slots; null for what is no number, was not found, or stands in a row that is there twice. */
  readonly digits: readonly (string | null)[];
  /** Four numbers a slot: line and character where the cell begins, and where it ends. */
  readonly places: Uint32Array;
  /** Sections one and five, as far as they are there. */
  readonly prose: readonly KnownProse[];
}

export interface KnownProse {
  readonly id: SectionId;
  readonly heading: Range;
  readonly words: Prints;
}

/** The sections that are an organ's own words. */
const proseSections: ReadonlySet<SectionId> = new Set<SectionId>(["overview", "problems"]);

/** Worked out once for a report, since both its neighbours and its own rules ask for it. */
export function knownOf(file: string, report: Report): Known {
  return { file, ...unnamed(report) };
}

const unnamed = perObject(knownIn);

function knownIn(report: Report): Omit<Known, "file"> {
  const { form, organ, year } = report;
  const lines = readLines(report.text);
  const slots = slotsOf(form);
  const digits = new Array<string | null>(slots.count).fill(null);
  const places = new Uint32Array(4 * slots.count);
  for (const table of report.tables) {
    const twice = new Set(table.duplicates.map((row) => row.form.id));
    for (const row of table.rows) {
      const first = slots.rowSlot(table.form.id, row.form.id);
      if (first === undefined) continue;
      for (const [at, { span, value }] of row.cells.entries()) {
        const start = positionAt(lines, span.start);
        const end = positionAt(lines, span.end);
        places.set([start.line, start.character, end.line, end.character], 4 * (first + at));
        // Which of two rows of one name is meant, nothing tells.
        if (value.kind === "number" && !twice.has(row.form.id)) digits[first + at] = detached(value.digits);
      }
    }
  }
  return {
    organ: organ === null ? null : detached(organ),
    year,
    edition: form.edition,
    singleOther: form.singleOther,
    digits,
    places,
    prose: report.sections.flatMap((section): readonly KnownProse[] => {
      if (!proseSections.has(section.id) || section.duplicate) return [];
      const heading = {
        start: positionAt(lines, section.heading.start),
        end: positionAt(lines, section.heading.end),
      };
      return [{ id: section.id, heading, words: printsOf(report, section) }];
    }),
  };
}

export function formOf({ edition, singleOther }: Known): Form {
  return formFor(edition, singleOther);
}

/** A cell's number as canonical digits (decimals of an amount as they stand); null where it is not known. */
export function digitsIn(known: Known, path: CellPath): string | null {
  const slot = slotOf(known, path);
  return slot === null ? null : (known.digits[slot] ?? null);
}

/** A cell's number where it is whole; null where it is not known. */
export function countIn(known: Known, path: CellPath): bigint | null {
  const digits = digitsIn(known, path);
  return digits === null || digits.includes(".") ? null : BigInt(digits);
}

/** Where a cell stands in its file, or the label of its row where the cell itself was not found; the text's beginning where neither was. */
export function rangeIn(known: Known, path: CellPath): Range {
  const slot = slotOf(known, path);
  const at = (index: number) => (slot === null ? 0 : (known.places[4 * slot + index] ?? 0));
  return { start: { line: at(0), character: at(1) }, end: { line: at(2), character: at(3) } };
}

function slotOf(known: Known, { table, row, column }: CellPath): number | null {
  const form = formOf(known);
  const first = slotsOf(form).rowSlot(table, row);
  const columns = form.tables.find(({ id }) => id === table)?.rows.find(({ id }) => id === row)?.columns ?? [];
  const at = columns.findIndex(({ id }) => id === column);
  return first === undefined || at < 0 ? null : first + at;
}
