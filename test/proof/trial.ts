// One mistake put to the test: the text is read and checked as the editor does it, every fix is applied to the text, and
// what then stands in the cells is held against the truth.
import { fixAll } from "../../server/src/features/actions";
import { explain } from "../../server/src/report/explain";
import { readReport } from "../../server/src/report/index";
import type { Explanation, Mistake, Report } from "../../server/src/report/types";
import { check } from "../../server/src/rules/index";
import type { Finding, Fix, TextEdit } from "../../server/src/rules/types";
import { applied, valuesIn } from "../property/support";
import { pathKey } from "../support/sample";
import type { MistakeCase } from "./mistakes";

type Values = ReadonlyMap<string, string>;

export interface Judged {
  /** The mistakes are preferred, and at exactly the cells that are wrong. */
  readonly found: boolean;
  /** The cells that are wrong are one of the explanations. */
  readonly named: boolean;
  /** After all preferred fixes every number that is written is true. */
  readonly restored: boolean;
  /** Preferred and safe fixes after which some cell holds a number that is not the truth, where it held another. */
  readonly away: readonly string[];
  /** Those of them that are safe. */
  readonly safeWrong: readonly string[];
  /** Cells set to what is not the truth by what is applied in bulk. */
  readonly bulkWrong: readonly string[];
  /** Findings that say a relation does not hold or a number is wrong. */
  readonly accusations: number;
  /** Of the explanation alone. */
  readonly milliseconds: number;
}

const relationRules: ReadonlySet<string> = new Set(["row-total", "column-total", "balance", "inconsistent-cell"]);
const textFixes: ReadonlySet<string> = new Set(["spelling", "heading", "label"]);
/** No mistake of the proof needs more fixes; a fix that undoes another would go on for ever. */
const mostFixes = 30;
const nothingKnown = { quoted: (): ReadonlySet<bigint> => new Set(), carriedIn: new Map<string, bigint>() };

export function trial({ base, slip, text }: MistakeCase): Judged {
  const { truth } = base;
  const report = readReport(text);
  const milliseconds = explanationTime(report);
  const wrong = new Set(
    [...valuesIn(report)].flatMap(([key, value]) => (isNumber(value) && value !== truth.get(key) ? [key] : [])),
  );
  assertRead(slip.cells, wrong);
  const findings = check(report);
  const fixes = findings.flatMap((finding) =>
    finding.fixes.filter(isNumberFix).filter(({ grade }) => grade !== "candidate"),
  );
  const misled = fixes.map((fix) => ({ fix, untrue: untrueAfter(text, fix.edits, truth) }));
  const told = ({ fix, untrue }: (typeof misled)[number]) =>
    untrue.length > 0 ? [`${fix.grade} ${fix.title.zh} (${untrue.join(", ")})`] : [];
  const restoredText = withPreferred(text);
  return {
    found: report.mistakes.every(({ preferred }) => preferred) && same(preferredCells(report.mistakes), wrong),
    named: isNamed(report.mistakes, wrong),
    restored: [...valuesIn(readReport(restoredText))].every(
      ([key, value]) => !isNumber(value) || value === truth.get(key),
    ),
    away: misled.flatMap(told),
    safeWrong: misled.filter(({ fix }) => fix.grade === "safe").flatMap(told),
    bulkWrong: bulkEdits(findings).flatMap((edits) => untrueAfter(text, edits, truth)),
    accusations: findings.filter(({ rule }) => relationRules.has(rule)).length,
    milliseconds,
  };
}

/** Milliseconds of explaining what the report's relations say. */
export function explanationTime(report: Report): number {
  const begin = performance.now();
  explain(report.form, report.relations, nothingKnown);
  return performance.now() - begin;
}

function isNumber(value: string): boolean {
  return /^-?\d/.test(value);
}

function isNumberFix(fix: Fix): boolean {
  return !textFixes.has(fix.kind);
}

/** The text holds the mistake that was drawn and no other: what is judged here is not the reading. */
function assertRead(cells: Readonly<Record<string, string>>, wrong: ReadonlySet<string>): void {
  const meant = Object.keys(cells).filter((key) => cells[key] !== "");
  if (!same(meant, wrong)) throw new Error(`read ${[...wrong].join()} where ${meant.join()} were changed`);
}

function same(keys: readonly string[], others: ReadonlySet<string>): boolean {
  return keys.length === others.size && keys.every((key) => others.has(key));
}

function keysOf(explanation: Explanation): readonly string[] {
  return explanation.map(({ cell }) => pathKey(cell.path));
}

function preferredCells(mistakes: readonly Mistake[]): readonly string[] {
  return mistakes.flatMap(({ explanations: [only] }) => (only ? keysOf(only) : []));
}

/** Each mistake has an explanation of wrong cells only, and together they are all of them. */
function isNamed(mistakes: readonly Mistake[], wrong: ReadonlySet<string>): boolean {
  const right = mistakes.map(({ explanations }) =>
    explanations.map(keysOf).filter((keys) => keys.every((key) => wrong.has(key))),
  );
  return right.every((each) => each.length > 0) && new Set(right.flat(2)).size === wrong.size;
}

/** Cells that the edits change, and that then hold something else than the truth. */
function untrueAfter(text: string, edits: readonly TextEdit[], truth: Values): readonly string[] {
  const before = valuesIn(readReport(text));
  const after = valuesIn(readReport(applied(text, edits)));
  return [...after].flatMap(([key, value]) =>
    value !== before.get(key) && value !== truth.get(key)
      ? [`${key}: ${before.get(key)} → ${value}, ${truth.get(key)}`]
      : [],
  );
}

/** What each action that asks for no look at the single fix would do. */
function bulkEdits(findings: readonly Finding[]): readonly (readonly TextEdit[])[] {
  return [fixAll(findings)];
}

/** One finding after another: its preferred fix, then reading and checking again. */
function withPreferred(text: string): string {
  let current = text;
  for (let count = 0; count < mostFixes; count++) {
    const fix = check(readReport(current))
      .map(preferredFix)
      .find((each) => each !== null);
    if (!fix) return current;
    current = applied(current, fix.edits);
  }
  return current;
}

function preferredFix({ fixes: [first] }: Finding): Fix | null {
  return first && isNumberFix(first) && first.grade !== "candidate" ? first : null;
}
