// The light bulb: every fix of the findings at a place, best first, and below them the words to send back.
import type { Report } from "../report/types";
import type { Finding, Fix, Grade, TextEdit } from "../rules/types";
import type { Span } from "../syntax/span";
import { reviewComment } from "./comment";
import { oneLine, pick } from "./text";
import type { Action, Locale } from "./types";

const rank: Readonly<Record<Grade, number>> = { safe: 0, preferred: 1, candidate: 2 };
/** What the grades are called, in menus and on the command line. */
export const gradeWords = {
  safe: { zh: "可直接改", en: "can be applied" },
  preferred: { zh: "建议核实", en: "check first" },
  candidate: { zh: "需人工判断", en: "your judgement" },
} as const;
const copyTitle = { zh: "复制审核意见", en: "Copy review comment" };
/** Behind the title when several findings offer to copy: enough to tell them apart. */
const hintLength = 30;

/** A menu of more findings than these helps nobody, and a broken text may have thousands. */
const mostFindings = 100;

/** Quick fixes of the findings that touch `span`, best first, then one copy-comment entry for each of them. */
export function actions(report: Report, findings: readonly Finding[], span: Span, locale: Locale): readonly Action[] {
  const touched = findings
    .filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end)
    .slice(0, mostFindings);
  const fixes = touched
    .flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix })))
    .sort((a, b) => rank[a.fix.grade] - rank[b.fix.grade])
    .map(({ finding, fix }) => quickFix(finding, fix, locale));
  return [...fixes, ...touched.map((finding) => copyComment(report, finding, touched.length > 1, locale))];
}

function quickFix(finding: Finding, fix: Fix, locale: Locale): Action {
  return {
    kind: "quickfix",
    title: `${pick(fix.title, locale)} · ${pick(gradeWords[fix.grade], locale)}`,
    // One fix may be applied without a look at the menu: the finding's best, if it is no mere candidate.
    preferred: fix === finding.fixes[0] && fix.grade !== "candidate",
    finding,
    edits: fix.edits,
    comment: null,
  };
}

function copyComment(report: Report, finding: Finding, several: boolean, locale: Locale): Action {
  const hint = several ? `${locale === "zh" ? "：" : ": "}${oneLine(pick(finding.message, locale), hintLength)}` : "";
  return {
    kind: "copy-comment",
    title: `${pick(copyTitle, locale)}${hint}`,
    preferred: false,
    finding,
    edits: [],
    comment: reviewComment(report, finding, locale),
  };
}

/**
 * What an editor may apply on every save without being asked: the same value in its plain spelling. In the order of the
 * text and not overlapping; a fix one of whose edits would overlap is left out whole.
 */
export function fixAll(findings: readonly Finding[]): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const fix of findings.flatMap((finding) => finding.fixes)) {
    const wanted = fix.kind === "spelling" && fix.grade === "safe";
    if (wanted && !fix.edits.some((edit) => taken.some((other) => overlap(edit.span, other.span)))) {
      taken.push(...fix.edits);
    }
  }
  return taken.sort((a, b) => a.span.start - b.span.start);
}

function overlap(a: Span, b: Span): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}
