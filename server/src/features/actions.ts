// The light bulb: every fix of the findings at a place, best first, and below them the words to send back.
import { valueWords } from "../report/equation";
import type { Cell, Report } from "../report/types";
import { rules } from "../rules/index";
import type { Finding, Fix, Grade, TextEdit } from "../rules/types";
import { both, cellName } from "../rules/wording";
import type { Span } from "../syntax/span";
import { reviewComment } from "./comment";
import { oneLine, pick } from "./text";
import { together } from "./together";
import type { Action, Locale } from "./types";

const rank: Readonly<Record<Grade, number>> = { safe: 0, preferred: 1, candidate: 2 };
/** What the grades are called, in menus and on the command line. */
export const gradeWords = {
  safe: { zh: "可直接改", en: "can be applied" },
  preferred: { zh: "建议核实", en: "check first" },
  candidate: { zh: "需人工判断", en: "your judgement" },
} as const;
const copyTitle = { zh: "复制审核意见", en: "Copy review comment" };
const ignoreTitle = { zh: "已核实，今后不再列出", en: "Known, list it no more" };
/** Behind the title when several findings offer to copy: enough to tell them apart. */
const hintLength = 30;

/** A menu of more findings than these helps nobody, and a broken text may have thousands. */
const mostFindings = 100;

/** Quick fixes of the findings that touch `span`, best first, those of their kind, then the comments to copy, then what lets them be known of. */
export function actions(report: Report, findings: readonly Finding[], span: Span, locale: Locale): readonly Action[] {
  const touched = findings
    .filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end)
    .slice(0, mostFindings);
  const fixes = touched
    .flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix })))
    .sort((a, b) => rank[a.fix.grade] - rank[b.fix.grade])
    .map(({ finding, fix }) => quickFix(finding, fix, locale));
  return [
    ...eachOnce(fixes),
    ...sameKind(report, findings, touched, locale),
    ...touched.map((finding) => copyComment(report, finding, touched.length > 1, locale)),
    ...touched.map((finding) => ignore(finding, locale)),
  ];
}

function quickFix(finding: Finding, fix: Fix, locale: Locale): Action {
  return {
    kind: "quickfix",
    title: `${pick(fix.title, locale)} · ${pick(gradeWords[fix.grade], locale)}`,
    // One fix may be applied without a look at the menu: the finding's best, if it is no mere candidate.
    preferred: fix === finding.fixes[0] && fix.grade !== "candidate",
    findings: [finding],
    edits: fix.edits,
    comment: null,
  };
}

/** Two findings may ask for the very same edits: one entry answers both. */
function eachOnce(fixes: readonly Action[]): readonly Action[] {
  const known = new Map<string, Action>();
  for (const fix of fixes) {
    const key = keyOf(fix.edits);
    const same = known.get(key);
    known.set(
      key,
      same
        ? { ...same, preferred: same.preferred || fix.preferred, findings: [...same.findings, ...fix.findings] }
        : fix,
    );
  }
  return [...known.values()];
}

function keyOf(edits: readonly TextEdit[]): string {
  return JSON.stringify(edits.map(({ span, newText }) => [span.start, span.end, newText]));
}

/** One fix for every finding of a rule, wherever it stands: for each rule that is touched with a fix that needs no judgement. */
function sameKind(
  report: Report,
  findings: readonly Finding[],
  touched: readonly Finding[],
  locale: Locale,
): readonly Action[] {
  const touchedRules = new Set(touched.filter((finding) => bestOf(finding) !== null).map(({ rule }) => rule));
  return [...touchedRules].flatMap((id) => {
    const answered = findings.flatMap((finding) => {
      const fix = finding.rule === id ? bestOf(finding) : null;
      return fix ? [{ finding, fix }] : [];
    });
    const fixes = together(
      report,
      answered.map(({ fix }) => fix),
    );
    if (fixes.length < 2) return [];
    const edits = fixes.flatMap((fix) => fix.edits).sort((a, b) => a.span.start - b.span.start);
    // What changes numbers names them; of the others the rule says what is done.
    const numbers = fixes.flatMap(({ sets }) => [...sets]);
    const title =
      numbers.length > 0
        ? numbersIn(numbers, locale)
        : pick(rules.find((rule) => rule.id === id)?.title ?? both(id), locale);
    return {
      kind: "quickfix" as const,
      title:
        locale === "zh"
          ? `全部同类一并修正（${edits.length} 处）：${title}`
          : `Fix all ${edits.length} of this kind: ${title}`,
      preferred: false,
      findings: answered.filter(({ fix }) => fixes.includes(fix)).map(({ finding }) => finding),
      edits,
      comment: null,
    };
  });
}

/** So many numbers are named in a menu. */
const mostNamed = 3;

/** （一）予以公开·总计 空白 → 25；… */
function numbersIn(numbers: readonly (readonly [Cell, bigint])[], locale: Locale): string {
  const named = numbers
    .slice(0, mostNamed)
    .map(([cell, value]) => `${cellName(cell)} ${pick(valueWords(cell), locale)} → ${value}`);
  const more = numbers.length > mostNamed ? { zh: " 等", en: " …" }[locale] : "";
  return `${named.join(locale === "zh" ? "；" : "; ")}${more}`;
}

/** The finding's best fix, where it may be applied to many places unseen: one that is safe, or words of the form. */
function bestOf({ fixes: [best] }: Finding): Fix | null {
  if (!best || best.grade === "candidate") return null;
  return best.grade === "safe" || best.kind === "heading" || best.kind === "label" ? best : null;
}

function copyComment(report: Report, finding: Finding, several: boolean, locale: Locale): Action {
  return {
    kind: "copy-comment",
    title: `${pick(copyTitle, locale)}${several ? hintOf(finding, locale) : ""}`,
    preferred: false,
    findings: [finding],
    edits: [],
    comment: reviewComment(report, finding, locale),
  };
}

/** It always says what it hides. */
function ignore(finding: Finding, locale: Locale): Action {
  const title = `${pick(ignoreTitle, locale)}${hintOf(finding, locale)}`;
  return { kind: "ignore", title, preferred: false, findings: [finding], edits: [], comment: null };
}

/** Behind a title, to tell it from another. */
function hintOf(finding: Finding, locale: Locale): string {
  return `${locale === "zh" ? "：" : ": "}${oneLine(pick(finding.message, locale), hintLength)}`;
}
