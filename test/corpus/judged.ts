// What the reader and the rules say about a report of the corpus, in the form in which golden.json keeps it: ids, labels of
// the form, numbers and places, none of the report's own sentences.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readReport } from "../../server/src/report/index";
import type { Cell, RelationCounts, Report, Table } from "../../server/src/report/types";
import { check } from "../../server/src/rules/index";
import type { Finding, Severity } from "../../server/src/rules/types";
import { lineAt, readLines } from "../../server/src/syntax/lines";
import type { Span } from "../../server/src/syntax/span";

export interface JudgedFinding {
  readonly rule: string;
  readonly severity: Severity;
  /** "line:character what stands there"; lines and characters count from 0. */
  readonly place: string;
  /** Of what is missing there: which section or table, or how many rows. */
  readonly about?: string;
  /** Grade and kind of each fix, best first. */
  readonly fixes?: readonly string[];
  /** Why the finding is right, by whoever judged it. */
  readonly why: string;
}

export interface JudgedTable {
  /** Rows found; those found without numbers that could be laid against the columns are in `unplaced`. */
  readonly rows: number;
  readonly unplaced?: string;
  /** Rows that are not all 0, as they stand: "_" is blank, a cell that is no number in quotes. */
  readonly values: Readonly<Record<string, string>>;
}

export interface Judged {
  readonly file: string;
  readonly edition: number;
  readonly year: number | null;
  readonly relations: RelationCounts;
  /** Ids in the order of the text. */
  readonly sections: string;
  readonly tables: Readonly<Record<string, JudgedTable>>;
  readonly findings: readonly JudgedFinding[];
}

export interface CorpusReport {
  /** Relative to the corpus: seeds/… or real/…. */
  readonly file: string;
  readonly text: string;
  readonly report: Report;
  readonly findings: readonly Finding[];
}

export function corpusReports(): readonly CorpusReport[] {
  const corpus = process.env.REPORT_CORPUS;
  if (!corpus) throw new Error("REPORT_CORPUS has to name the folder that holds seeds/ and real/");
  return ["seeds", "real"].flatMap((folder) =>
    readdirSync(path.join(corpus, folder))
      .sort()
      .map((name) => {
        const text = readFileSync(path.join(corpus, folder, name), "utf8");
        const report = readReport(text);
        return { file: `${folder}/${name}`, text, report, findings: check(report) };
      }),
  );
}

/** The report as golden.json has it, with an empty `why` for each finding. */
export function judge({ file, report, findings }: CorpusReport): Judged {
  return {
    file,
    edition: report.edition,
    year: report.year,
    relations: report.counts,
    sections: report.sections
      .map((section) => section.id + (section.match === "mistyped" ? " (mistyped)" : ""))
      .join(", "),
    tables: Object.fromEntries(report.tables.map((table) => [table.form.id, tableOf(table)])),
    findings: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      place: placeOf(report, finding.span),
      ...aboutOf(finding),
      ...(finding.fixes.length > 0 ? { fixes: finding.fixes.map((fix) => `${fix.grade} ${fix.kind}`) } : {}),
      why: "",
    })),
  };
}

function tableOf(table: Table): JudgedTable {
  const unplaced = table.rows.filter((row) => row.unplaced !== null).map((row) => `${row.form.id} ${row.unplaced}`);
  const placed = table.rows.filter((row) => row.unplaced === null);
  const values = placed.map((row) => [row.form.id, row.cells.map(written)] as const);
  return {
    rows: table.rows.length,
    ...(unplaced.length > 0 ? { unplaced: unplaced.join(", ") } : {}),
    values: Object.fromEntries(
      values.filter(([, cells]) => cells.some((cell) => cell !== "0")).map(([id, cells]) => [id, cells.join(" ")]),
    ),
  };
}

function written({ value, raw }: Cell): string {
  if (value.kind === "blank") return "_";
  return value.kind === "number" && value.spelling.length === 0 && value.note === null ? value.digits : `“${raw}”`;
}

function placeOf(report: Report, span: Span): string {
  const lines = readLines(report.text);
  const line = lineAt(lines, span.start);
  return `${line}:${span.start - (lines.starts[line] as number)} ${nameOf(report, span)}`;
}

/** Several things may be missing at one place. */
function aboutOf({ rule, message }: Finding): { readonly about?: string } {
  if (!rule.endsWith("-missing")) return {};
  const name = /表[二三四]|[一二三四五六]、[^”]+/u.exec(message.zh)?.[0] ?? "";
  return { about: `${name} ${/\d+ 行/u.exec(message.zh)?.[0] ?? ""}`.trim() };
}

/** The first part of the report that has exactly this range. */
function nameOf(report: Report, span: Span): string {
  const same = (other: Span) => other.start === span.start && other.end === span.end;
  const headed = report.sections.find((section) => same(section.heading));
  if (headed) return `heading of ${headed.id}`;
  for (const { form, rows, heads, groups } of report.tables) {
    for (const row of rows) {
      if (same(row.label.span)) return `${form.id}/${row.form.id}`;
      const cell = row.cells.find((each) => same(each.span));
      if (cell) return `${form.id}/${row.form.id}/${cell.column.id}`;
    }
    const label = heads.find((head) => same(head.span)) ?? groups.find((group) => same(group.span));
    if (label) return `${form.id}, ${label.expected}`;
  }
  const told = report.sections.find(
    ({ body }) => body.start <= span.start && span.start < span.end && span.end === body.end,
  );
  if (told) return `text of ${told.id}`;
  return report.trailing && same(report.trailing) ? "trailing content" : "text";
}
