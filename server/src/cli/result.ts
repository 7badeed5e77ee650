// A checked or extracted report as the JSON that scripts read. The shapes are an interface: add to them, never change them.
import { staleWords } from "../config/baseline";
import { pick } from "../features/text";
import type { BulkChange, Locale } from "../features/types";
import type { Cell, Report, Table } from "../report/types";
import { longestCount } from "../report/value";
import type { Finding } from "../rules/types";
import { type Lines, positionAt, type Range, rangeAt, readLines } from "../syntax/lines";
import type { Span } from "../syntax/span";
import { exactNumber, type JsonObject, type JsonValue } from "./json";
import type { Stale } from "./ledger";

/** What `--fix` changed: lines and characters are those of the text as it stood before. */
export interface PlacedChange extends BulkChange {
  readonly start: ReturnType<typeof positionAt>;
  readonly end: ReturnType<typeof positionAt>;
}

export function placeChanges(text: string, changes: readonly BulkChange[]): readonly PlacedChange[] {
  const lines = readLines(text);
  return changes.map((change) => ({
    ...change,
    start: positionAt(lines, change.span.start),
    end: positionAt(lines, change.span.end),
  }));
}

/** A report and what is said of it. */
export interface Checked {
  readonly file: string;
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly changes: readonly PlacedChange[];
  /** Rules the configuration turns off. */
  readonly off: number;
  /** Findings the baseline names, which are not among `findings`. */
  readonly known: number;
}

/** `changes` is null where nothing was to be changed: then the result has no such key. */
export function checkResult(
  {
    file,
    report,
    findings,
    changes,
    off,
    known,
  }: Omit<Checked, "changes"> & { readonly changes: Checked["changes"] | null },
  locale: Locale,
): JsonObject {
  const lines = readLines(report.text);
  const { total, held, broken, notAssessable } = report.counts;
  return {
    ...identity(file, report),
    relations: { total, held, broken, notAssessable },
    rulesOff: off,
    known,
    findings: findings.map((finding) => findingResult(finding, lines, locale)),
    ...(changes && { changes: changes.map((change) => changeResult(change, locale)) }),
  };
}

/** Only what stands in the report: tables and rows that were not found are left out, cells that were not found are null. */
export function extractResult(file: string, report: Report): JsonObject {
  const lines = readLines(report.text);
  const tables: Record<string, JsonObject> = {};
  for (const form of report.form.tables) {
    const table = report.tables.find((one) => one.form.id === form.id);
    if (table) tables[form.id] = tableResult(table);
  }
  return {
    ...identity(file, report),
    sections: report.sections.map(({ id, title, heading }) => ({
      id,
      title,
      line: positionAt(lines, heading.start).line,
    })),
    tables,
  };
}

/** Entries of baselines that no longer apply. */
export function staleResult(stale: readonly Stale[], locale: Locale): JsonValue {
  return stale.map(({ entry, file, range }) => ({
    file: file.file,
    range: rangeResult(range),
    rule: entry.rule,
    organ: entry.organ,
    year: entry.year,
    message: pick(staleWords(entry), locale),
  }));
}

function identity(file: string, report: Report): JsonObject {
  return { file, organ: report.organ, year: report.year, edition: report.edition };
}

function findingResult(finding: Finding, lines: Lines, locale: Locale): JsonObject {
  const range = (span: Span): JsonObject => rangeResult(rangeAt(lines, span));
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: pick(finding.message, locale),
    range: range(finding.span),
    related: finding.related.map(({ message, span, within }) => ({
      message: pick(message, locale),
      // The file is named where it is another one.
      ...(within ? { file: within.file, range: rangeResult(within.range) } : { range: range(span) }),
    })),
    fixes: finding.fixes.map(({ title, grade, edits }) => ({
      title: pick(title, locale),
      grade,
      edits: edits.map(({ span, newText }) => ({ range: range(span), newText })),
    })),
  };
}

function rangeResult({ start, end }: Range): JsonObject {
  return { start: { ...start }, end: { ...end } };
}

function changeResult({ place, before, newText, start, end }: PlacedChange, locale: Locale): JsonObject {
  const range = { start: { ...start }, end: { ...end } };
  return { place: place && pick(place, locale), before, after: newText, range };
}

/** Rows in the form's order, whatever order the report has them in. */
function tableResult(table: Table): JsonObject {
  const rows: Record<string, JsonObject> = {};
  for (const form of table.form.rows) {
    const row = table.rows.find((one) => one.form.id === form.id);
    if (row) rows[form.id] = Object.fromEntries(row.cells.map((cell) => [cell.column.id, cellResult(cell)]));
  }
  return rows;
}

/** A number by the report's own digits; null for a cell that is blank or not there; the text of what is no number. */
export function cellResult(cell: Cell): JsonValue {
  const { value, raw } = cell;
  if (value.kind === "number")
    return value.digits.replace(/\D/g, "").length > longestCount ? raw : exactNumber(value.digits);
  return value.kind === "blank" || value.kind === "absent" ? null : raw;
}
