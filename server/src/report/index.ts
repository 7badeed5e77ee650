// Text → Report: the one reading that every feature, rule and command shares. Total: every text gives a report, never an
// exception; a text that is none has no sections and no tables.
import type { Form, TableId } from "../form/types";
import { trimmed } from "../syntax/characters";
import { readGrid } from "../syntax/index";
import { type Lines, lineAt, readLines } from "../syntax/lines";
import { findAnother } from "./another";
import { type CarriedIn, mistakesIn, noFigures } from "./carry";
import { findHeadings } from "./headings";
import { withInline } from "./inline";
import { goOn } from "./kept";
import { type Found, type FoundLabel, type FoundRow, matchRows } from "./match";
import { countRelations, evaluate, slotsOf } from "./relations";
import { movedBy, moveTables } from "./reuse";
import { buildSections, withSubsections } from "./sections";
import { buildTables } from "./tables";
import { findTitle, findYear } from "./title";
import { findTrailing } from "./trailing";
import type { Cell, Region, Report, Section, Table } from "./types";

/**
 * Reads a text. `before` is the report on an earlier version of it, if there is one: what has only moved since then is
 * taken from there. The result is the same with and without it. `carriedIn`: what last year's report leaves for 二, by column
 * id; it orders the explanations of what is wrong.
 */
export function readReport(text: string, before?: Report, carriedIn: CarriedIn = noFigures): Report {
  const whole = readLines(text);
  const all = withInline(text, findHeadings(whole));
  const title = findTitle(whole, all[0]?.span.start ?? text.length);
  const another = findAnother(whole, all, title);
  // A second one that lost its line breaks may begin in a line of the first.
  const lines = another ? readLines(text.slice(0, another.start)) : whole;
  const headings = another ? all.slice(0, another.headings) : all;
  const behind = another?.start ?? text.length;
  const last = headings[headings.length - 1];
  const trailing = last?.form.id === "other" ? findTrailing(lines, lineAt(lines, last.span.start) + 1, behind) : null;
  const end = trailing?.start ?? behind;
  const bare = buildSections(text, headings, end);
  const year = title?.year ?? findYear(text.slice(0, behind));

  const regions = tableRegions(lines, bare, end);
  const moved = before ? movedBy(before, regions, year) : null;
  const { form, tables } =
    before && moved !== null
      ? { form: before.form, tables: moveTables(before.tables, moved) }
      : buildTables(text, findTables(lines, regions), year);
  const spans = tables.map((table) => table.span);
  const sections = withSubsections(lines, bare, spans);
  const placed = tables.map((table) => ({ ...table, section: sectionOf(sections, table) }));
  const relations = before && moved === 0 ? before.relations : evaluate(form, cellsBySlot(form, placed));
  const mistakes = mistakesIn(text, form, sections, relations, carriedIn);
  const report: Report = {
    text,
    edition: form.edition,
    form,
    title,
    organ: title?.organ ?? null,
    year,
    sections,
    tables: placed,
    regions,
    trailing,
    another: another && { ...trimmed(text, another.start, text.length), reports: another.reports },
    relations,
    counts: countRelations(relations),
    mistakes,
  };
  if (before) goOn(report, before);
  return report;
}

function sectionOf(sections: readonly Section[], { rows, span }: Table): Section | null {
  const firstRow = rows[0]?.span.start ?? span.start;
  return sections.findLast((section) => section.span.start <= firstRow) ?? null;
}

/** True for a text with three of the six headings: what makes a plain text a report. */
export function looksLikeReport(text: string): boolean {
  return hasThree(findHeadings(readLines(text)).map((heading) => heading.form.id));
}

/** Of a text that was read already; where it is true `looksLikeReport` is too. */
export function isReport({ sections }: Report): boolean {
  return hasThree(sections.map(({ id }) => id));
}

function hasThree(ids: readonly Section["id"][]): boolean {
  return new Set(ids).size >= 3;
}

const tableSections: Readonly<Partial<Record<Section["id"], TableId>>> = {
  disclosure: "disclosure",
  requests: "requests",
  review: "review",
};

function findTables(lines: Lines, regions: readonly Region[]): Found {
  const rows: FoundRow[] = [];
  const labels: FoundLabel[] = [];
  for (const { table, start, text } of regions) {
    const range = { from: lineAt(lines, start), to: lineAt(lines, start + text.length) + 1 };
    const found = matchRows(lines.text, readGrid(lines, range), table);
    for (const row of found.rows) rows.push(row);
    for (const label of found.labels) labels.push(label);
  }
  return { rows, labels };
}

/** Tables stand in sections two to four; where their headings are lost they are looked for in the text before section five. */
function tableRegions(lines: Lines, sections: readonly Section[], end: number): readonly Region[] {
  const { text } = lines;
  if (sections.length === 0) return [{ table: null, start: 0, text }];
  const known = new Set(sections.map((section) => section.id));
  return sections.flatMap((section, at) => {
    const own = tableSections[section.id];
    // A section followed by one that should not come next may hold the tables of those between, their headings lost.
    const lost = section.id === "overview" && !known.has("disclosure");
    if (!own && !lost) return [];
    // Whole lines, from the one below the heading to the one in which the section ends.
    const from = lineAt(lines, section.heading.end) + 1;
    const to = lineAt(lines, Math.max(section.heading.end, (sections[at + 1]?.span.start ?? end) - 1));
    if (from > to) return [];
    const start = lines.starts[from] as number;
    return [{ table: own ?? null, start, text: text.slice(start, lines.ends[to]) }];
  });
}

function cellsBySlot(form: Form, tables: readonly Table[]): readonly (Cell | null)[] {
  const slots = slotsOf(form);
  const cells = new Array<Cell | null>(slots.count).fill(null);
  for (const table of tables)
    for (const row of table.rows) {
      const first = slots.rowSlot(table.form.id, row.form.id);
      if (first !== undefined) for (let at = 0; at < row.cells.length; at++) cells[first + at] = row.cells[at] ?? null;
    }
  return cells;
}

export type * from "./types";
