// Text → Report: the one reading that every feature, rule and command shares. Total: any text gives a report, never an
// exception; a text that is none has no sections and no tables.
import type { Form, TableId } from "../form/types";
import { readGrid } from "../syntax/index";
import { type Lines, lineAt, readLines } from "../syntax/lines";
import type { Span } from "../syntax/span";
import { findHeadings } from "./headings";
import { type Found, type FoundLabel, type FoundRow, matchRows } from "./match";
import { countRelations, evaluate, slotsOf } from "./relations";
import { buildSections, withSubsections } from "./sections";
import { buildTables } from "./tables";
import { findTitle, findYear } from "./title";
import { findTrailing } from "./trailing";
import type { Cell, Report, Section, Table } from "./types";

export function readReport(text: string): Report {
  const lines = readLines(text);
  const headings = findHeadings(lines);
  const last = headings[headings.length - 1];
  const trailing = last?.form.id === "other" ? findTrailing(lines, lineAt(lines, last.span.start) + 1) : null;
  const end = trailing?.start ?? text.length;
  const bare = buildSections(text, headings, end);
  const title = findTitle(lines, headings[0]?.span.start ?? text.length);
  const year = title?.year ?? findYear(text);

  const found = findTables(lines, bare, end);
  const { form, tables } = buildTables(text, found, bare, year);
  const sections = withSubsections(
    lines,
    bare,
    tables.map((table) => table.span),
  );
  const placed = tables.map((table) => ({
    ...table,
    section: table.section && (sections[bare.indexOf(table.section)] ?? null),
  }));
  const relations = evaluate(form, cellsBySlot(form, placed));
  return {
    text,
    edition: form.edition,
    form,
    title,
    organ: title?.organ ?? null,
    year,
    sections,
    tables: placed,
    trailing,
    relations,
    counts: countRelations(relations),
  };
}

/** True for a text with three of the six headings: what makes a plain text a report. */
export function looksLikeReport(text: string): boolean {
  return new Set(findHeadings(readLines(text)).map((heading) => heading.form.id)).size >= 3;
}

const tableSections: Readonly<Partial<Record<Section["id"], TableId>>> = {
  disclosure: "disclosure",
  requests: "requests",
  review: "review",
};

/** Tables stand in sections two to four; where their headings are lost they are looked for in the text before section five. */
function findTables(lines: Lines, sections: readonly Section[], end: number): Found {
  const rows: FoundRow[] = [];
  const labels: FoundLabel[] = [];
  for (const { span, table } of tableRegions(lines.text, sections, end)) {
    const first = lineAt(lines, span.start);
    const from = (lines.starts[first] as number) < span.start ? first + 1 : first;
    const lastLine = lineAt(lines, Math.max(span.start, span.end - 1));
    const found = matchRows(lines.text, readGrid(lines, { from, to: Math.max(from, lastLine + 1) }), table);
    for (const row of found.rows) rows.push(row);
    for (const label of found.labels) labels.push(label);
  }
  return { rows, labels };
}

function tableRegions(
  text: string,
  sections: readonly Section[],
  end: number,
): readonly { span: Span; table: TableId | null }[] {
  if (sections.length === 0) return [{ span: { start: 0, end: text.length }, table: null }];
  const known = new Set(sections.map((section) => section.id));
  return sections.flatMap((section, at) => {
    const own = tableSections[section.id];
    // A section followed by one that should not come next may hold the tables of those between, their headings lost.
    const lost = section.id === "overview" && !known.has("disclosure");
    if (!own && !lost) return [];
    const next = sections[at + 1];
    return [{ span: { start: section.heading.end, end: next?.span.start ?? end }, table: own ?? null }];
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
