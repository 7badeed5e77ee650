// What may be changed in bulk (ARCHITECTURE.md, grades), worked out to its end. One safe change may uncover another, a filled total making
// its table assessable, so it goes in rounds until nothing is left; applying the result a second time changes nothing.
import { readReport } from "../report/index";
import { carriedInBy, type Neighbours, noNeighbours } from "../report/neighbours";
import type { Report } from "../report/types";
import { check } from "../rules/index";
import type { Finding, Fix, FixKind, Limits, RuleSettings, TextEdit } from "../rules/types";
import { cellPlace } from "../rules/wording";
import { oneLine, pick } from "./text";
import { cellAt, together } from "./together";
import type { BulkChange, Locale } from "./types";

/** spelling: the same value, plainly written. totals: blank and wrong totals, set to what their relations give. */
export const bulkKinds = ["spelling", "totals"] as const;
export type BulkKind = (typeof bulkKinds)[number];

const kindOf: Readonly<Partial<Record<FixKind, BulkKind>>> = { spelling: "spelling", total: "totals", blank: "totals" };

export interface Bulk {
  /** Edits of the text `report` was read from, in its order and not overlapping. */
  readonly changes: readonly BulkChange[];
  /** The text as it is with them, and what is found there. */
  readonly report: Report;
  readonly findings: readonly Finding[];
}

/** No report is known to need more than three; a bound, so that no text can keep this going. */
const maxRounds = 50;

/** What a report's findings are found with, and which of them count: one that is known to its reviewers is left as it is. */
export interface Judged {
  readonly neighbours?: Neighbours;
  readonly limits?: Limits;
  readonly listed?: (report: Report, findings: readonly Finding[]) => readonly Finding[];
}

/**
 * All that is safe of these kinds. `findings` are those of `report` under `rules`: a finding whose rule is off has no fix,
 * in later rounds either. A fix that is preferred or a candidate is never taken. The last is what they were found with.
 */
export function bulk(
  report: Report,
  findings: readonly Finding[],
  rules: RuleSettings,
  kinds: readonly BulkKind[],
  { neighbours = noNeighbours, limits, listed = (_, all) => all }: Judged = {},
): Bulk {
  let changes: readonly Placed[] = [];
  let now = { report, findings };
  for (let round = 0; round < maxRounds; round++) {
    const { text } = now.report;
    const fixes = together(
      now.report,
      now.findings.flatMap((finding) => finding.fixes.filter(isWanted(kinds))),
    );
    const edits = fixes
      .flatMap((fix) => fix.edits)
      .filter(({ span, newText }) => text.slice(span.start, span.end) !== newText)
      .sort((a, b) => a.span.start - b.span.start);
    if (edits.length === 0) break;
    // From the last to the first, so that an edit never moves the place of one still to come.
    for (const edit of edits.toReversed()) {
      const cell = cellAt(now.report, edit.span);
      changes = followedBy(changes, { ...edit, place: cell && cellPlace(now.report, cell) });
    }
    const after = readReport(applied(text, edits), now.report, carriedInBy(neighbours));
    now = { report: after, findings: listed(after, check(after, rules, neighbours, limits)) };
  }
  return { ...now, changes: changes.map((change) => withBefore(report.text, change)).filter(changesSomething) };
}

function isWanted(kinds: readonly BulkKind[]): (fix: Fix) => boolean {
  return ({ kind, grade }) => grade === "safe" && kinds.some((wanted) => kindOf[kind] === wanted);
}

/** A change while the rounds go on: what stood in the first text is looked up at their end. */
type Placed = Omit<BulkChange, "before">;

function withBefore(text: string, change: Placed): BulkChange {
  return { ...change, before: text.slice(change.span.start, change.span.end) };
}

function changesSomething({ before, newText }: BulkChange): boolean {
  return before !== newText;
}

/** `edits` in the order of the text and not overlapping. */
function applied(text: string, edits: readonly TextEdit[]): string {
  let end = 0;
  let result = "";
  for (const { span, newText } of edits) {
    result += text.slice(end, span.start) + newText;
    end = span.end;
  }
  return result + text.slice(end);
}

/** `changes` of a text, and then `next` of the text they give, as changes of the first text: those that meet become one. */
export function followedBy<T extends TextEdit>(changes: readonly T[], next: T): readonly T[] {
  const { start, end } = next.span;
  const before: T[] = [];
  const met: { readonly change: T; readonly start: number; readonly end: number }[] = [];
  const behind: T[] = [];
  // How far the changes before `next`, and those it meets as well, have moved what follows them.
  let movedBefore = 0;
  let moved = 0;
  for (const change of changes) {
    const grown = change.newText.length - (change.span.end - change.span.start);
    const made = { start: change.span.start + moved, end: change.span.end + moved + grown };
    // Two that merely touch are apart, unless one of them has no width: then only their order tells which comes first.
    const touching = made.start === made.end || start === end ? 0 : 1;
    if (made.start > end - touching) behind.push(change);
    else {
      moved += grown;
      if (made.end < start + touching) {
        before.push(change);
        movedBefore = moved;
      } else met.push({ change, ...made });
    }
  }
  const [first] = met;
  const last = met.at(-1);
  // What the earlier changes wrote on either side of the later one stays.
  const head = first?.change.newText.slice(0, Math.max(0, start - first.start)) ?? "";
  const tail = last && last.end > end ? last.change.newText.slice(end - last.start) : "";
  const span = {
    start: first && first.start <= start ? first.change.span.start : start - movedBefore,
    end: last && last.end >= end ? last.change.span.end : end - moved,
  };
  return [...before, { ...next, ...first?.change, span, newText: head + next.newText + tail }, ...behind];
}

/** 表三 一、本年新收·总计 65 → 66 */
export function changeWords({ place, before, newText }: BulkChange, locale: Locale): string {
  const was = before.trim() === "" ? { zh: "空白", en: "blank" }[locale] : oneLine(before, 40);
  return `${place ? `${pick(place, locale)} ` : ""}${was} → ${newText}`;
}

/** So many are named in a menu. */
const mostNamed = 3;

/** What the menu says of doing it: of totals the first few by name, since their values change. */
export function bulkTitle(kind: BulkKind, changes: readonly BulkChange[], locale: Locale): string {
  const { length } = changes;
  if (kind === "spelling")
    return locale === "zh" ? `规范全部数字写法（${length} 处）` : `Normalise the spelling of ${length} number(s)`;
  const named = changes.slice(0, mostNamed).map((change) => changeWords(change, locale));
  const more = length - named.length;
  return locale === "zh"
    ? `按勾稽关系改正合计 ${length} 处：${named.join("；")}${more > 0 ? " 等" : ""}`
    : `Set ${length} total(s) to what the relations give: ${named.join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}

/** What is said once totals were set: a relation implies, the records decide. */
export function doneTitle(count: number, locale: Locale): string {
  return locale === "zh"
    ? `已按勾稽关系改正合计 ${count} 处，请核对台账`
    : `Set ${count} total(s) to what the relations give; check them against the records`;
}
