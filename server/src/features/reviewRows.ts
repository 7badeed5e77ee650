// The findings of a report as the rows of a review's table (审核意见单): each with the place as reviewers name it, what stands
// there and what should.
import type { Bilingual } from "../form/types";
import { shortRow } from "../report/equation";
import type { Cell, Report, Row } from "../report/types";
import type { Finding, Fix, RuleId, Severity, TextEdit } from "../rules/types";
import { cellName, shortColumn } from "../rules/wording";
import { lineAt, readLines } from "../syntax/lines";
import { contains, type Span } from "../syntax/span";
import { presentCells } from "./locate";
import { oneLine, pick } from "./text";
import { cellAt } from "./together";
import type { Locale } from "./types";

export interface ReviewRow {
  readonly severity: Severity;
  readonly rule: RuleId;
  /** The title of the section it stands in, as the form prints it; empty in front of the first. */
  readonly section: string;
  /** 一、本年新收·总计, or the row alone; empty where it stands at neither. */
  readonly cell: string;
  readonly what: string;
  /** What the relations, another text or the form imply; empty where nothing tells, or nothing alone. */
  readonly expected: string;
  readonly found: string;
  readonly advice: string;
  /** From 1. It means nothing in Word, and only helps whoever has the text. */
  readonly line: number;
}

/** A longer stretch of text is told by its beginning. */
const longestFound = 60;
/** More candidates than these are not written side by side. */
const mostCandidates = 5;

const blank: Bilingual = { zh: "（空白）", en: "(blank)" };
const missing: Bilingual = { zh: "（缺）", en: "(missing)" };
const nothing: Bilingual = { zh: "（删去）", en: "(nothing)" };

/** One a finding, in their order. */
export function reviewRows(report: Report, findings: readonly Finding[], locale: Locale): readonly ReviewRow[] {
  const lines = readLines(report.text);
  return findings.map((finding) => {
    const { severity, rule, span, message, advice } = finding;
    const place = placeOf(report, finding);
    return {
      severity,
      rule,
      section: sectionOf(report, finding),
      cell: place ? (place.cell ? cellName(place.cell) : shortRow(place.row.form)) : "",
      what: pick(message, locale),
      expected: expectedOf(report, finding, place, locale),
      found: foundAt(report, finding, place, locale),
      advice: pick(advice, locale),
      line: lineAt(lines, span.start) + 1,
    };
  });
}

interface Place {
  readonly row: Row;
  /** Null where it stands at the row's label, or at all of the row. */
  readonly cell: Cell | null;
}

/** What is missing has no place; the finding stands at what is beside the gap. */
function isMissing({ rule }: Finding): boolean {
  return rule.endsWith("-missing");
}

function sectionOf({ sections }: Report, { rule, span }: Finding): string {
  if (rule === "section-missing") return "";
  return sections.findLast((section) => contains(section.span, span.start))?.expected ?? "";
}

function placeOf(report: Report, finding: Finding): Place | null {
  if (isMissing(finding)) return null;
  const { span, message } = finding;
  for (const { rows, duplicates } of report.tables)
    for (const row of [...rows, ...duplicates]) {
      const cell = presentCells(row).find((each) => within(span, each.span));
      if (cell) return { row, cell };
      const isWhole = span.start === row.label.span.start && within(span, row.span);
      // What is found of a whole table stands at one of its rows as well, and does not name it.
      if (isWhole || within(span, row.label.span))
        return message.zh.includes(shortRow(row.form)) ? { row, cell: null } : null;
    }
  return null;
}

function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function foundAt({ text }: Report, finding: Finding, place: Place | null, locale: Locale): string {
  const { span } = finding;
  if (isMissing(finding)) return pick(missing, locale);
  if (place?.cell?.value.kind === "blank") return pick(blank, locale);
  return oneLine(text.slice(span.start, span.end), longestFound);
}

/** What the rule says, else what its fix writes there; of several candidates all that change one place, for none is better. */
function expectedOf(report: Report, finding: Finding, place: Place | null, locale: Locale): string {
  const { expected, fixes, span } = finding;
  if (expected) return oneLine(pick(expected, locale));
  const [best, ...others] = fixes;
  if (!best) return "";
  if (best.grade !== "candidate" || others.length === 0)
    return oneLine(written(report, span, best, place, locale) ?? "");
  const told = fixes.flatMap((fix) => {
    const [edit, ...further] = fix.edits;
    if (!edit || further.length > 0) return [];
    const here = written(report, span, fix, place, locale) ?? elsewhere(report, edit, place);
    return here === null ? [] : [oneLine(here)];
  });
  return [...new Set(told)].slice(0, mostCandidates).join(" / ");
}

/** The finding's own place as it is with a fix; null where the fix leaves it alone or changes other numbers with it. */
function written(report: Report, at: Span, fix: Fix, place: Place | null, locale: Locale): string | null {
  const [first] = fix.edits;
  // A heading of its own, put in between.
  if (first && first.span.start === first.span.end && /[\r\n]/u.test(first.newText)) return first.newText.trim();
  if (fix.kind !== "blank" && fix.sets.size > 1) return null;
  const own = fix.edits.filter(({ span }) => within(span, at));
  const [only] = own;
  if (!only) return null;
  if (place?.cell?.value.kind === "blank") return only.newText;
  const start = report.text.slice(at.start, at.end);
  const after = own.reduceRight(
    (text, { span, newText }) => text.slice(0, span.start - at.start) + newText + text.slice(span.end - at.start),
    start,
  );
  return after.trim() === "" ? pick(nothing, locale) : after;
}

/** 自然人 57: a number of another cell that would do as well; null for what is no cell. */
function elsewhere(report: Report, { span, newText }: TextEdit, place: Place | null): string | null {
  const cell = cellAt(report, span);
  if (!cell) return null;
  return `${cell.row === place?.row.form ? shortColumn(cell.column.label) : cellName(cell)} ${newText}`;
}
