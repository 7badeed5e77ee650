// One mistake put to the test: the text is read and checked as the editor does it, every fix is applied to the text, and
// what then stands in the cells is held against the truth.
import { bulk, bulkKinds } from "../../server/src/features/bulk";
import { explain } from "../../server/src/report/explain";
import { readReport } from "../../server/src/report/index";
import { perKey } from "../../server/src/report/memo";
import type { Explanation, Mistake, Report } from "../../server/src/report/types";
import { check } from "../../server/src/rules/index";
import type { Finding, Fix, TextEdit } from "../../server/src/rules/types";
import { pathKey } from "../support/sample";
import { applied, valuesIn } from "../support/values";
import type { MistakeCase } from "./mistakes";
import type { Slip } from "./slip";

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
  /** Cells set to what is not the truth by what is applied in bulk, on every save or by the action for totals. */
  readonly bulkWrong: readonly string[];
  /** Findings that say a relation does not hold or a number is wrong. */
  readonly accusations: number;
  /** Of the explanation alone. */
  readonly milliseconds: number;
}

const relationRules: ReadonlySet<string> = new Set(["row-total", "column-total", "balance", "inconsistent-cell"]);
const textFixes: ReadonlySet<string> = new Set(["spelling", "heading", "label", "prose"]);
/** No mistake of the proof needs more fixes; a fix that undoes another would go on for ever. */
const mostFixes = 30;
const nothingKnown = { quotes: (): boolean => false, carriedIn: new Map<string, bigint>() };

export function trial({ kind: { id }, number, base, slip, text }: MistakeCase): Judged {
  const { truth } = base;
  const read = reader();
  const { report, values, findings } = read(text);
  const milliseconds = explanationTime(report);
  const wrong = new Set(
    [...values].flatMap(([key, value]) => (isNumber(value) && value !== truth.get(key) ? [key] : [])),
  );
  assertRead(slip, values, wrong, `${id} ${number}`);
  /** Cells that the edits change, and that then hold something else than the truth. */
  const untrueAfter = (edits: readonly TextEdit[]): readonly string[] =>
    [...(edits.length > 0 ? read(applied(text, edits)).values : [])].flatMap(([key, value]) =>
      value !== values.get(key) && value !== truth.get(key)
        ? [`${key}: ${values.get(key)} → ${value}, not ${truth.get(key)}`]
        : [],
    );
  const misled = findings
    .flatMap(({ fixes }) => fixes.filter((fix) => isNumberFix(fix) && fix.grade !== "candidate"))
    .flatMap((fix) => untrueAfter(fix.edits).map((what) => ({ grade: fix.grade, told: `${fix.title.zh} [${what}]` })));
  return {
    found: report.mistakes.every(({ preferred }) => preferred) && same(preferredCells(report.mistakes), wrong),
    named: isNamed(report.mistakes, wrong),
    restored: [...withPreferred(text, read).values].every(
      ([key, value]) => !isNumber(value) || value === truth.get(key),
    ),
    away: misled.map(({ told }) => told),
    safeWrong: misled.filter(({ grade }) => grade === "safe").map(({ told }) => told),
    bulkWrong: bulkKinds.flatMap((kind) => untrueAfter(bulk(report, findings, {}, [kind]).changes)),
    accusations: findings.filter(({ rule }) => relationRules.has(rule)).length,
    milliseconds,
  };
}

interface Reading {
  readonly report: Report;
  readonly values: Values;
  readonly findings: readonly Finding[];
}

/** Reads each text once: what one fix gives is asked for several times. */
function reader(): (text: string) => Reading {
  return perKey((text: string): Reading => {
    const report = readReport(text);
    return { report, values: valuesIn(report), findings: check(report) };
  });
}

/** Milliseconds of explaining what the report's relations say; measured again where the machine may have been busy with something else. */
export function explanationTime(report: Report): number {
  let least = Number.POSITIVE_INFINITY;
  for (let again = 0; again < 3 && least > 1; again++) {
    const begin = performance.now();
    explain(report.form, report.relations, nothingKnown);
    least = Math.min(least, performance.now() - begin);
  }
  return least;
}

function isNumber(value: string): boolean {
  return /^-?\d/.test(value);
}

function isNumberFix(fix: Fix): boolean {
  return !textFixes.has(fix.kind);
}

/**
 * The text holds the mistake that was drawn and no other: what is judged here is not the reading. Of a row whose blanks
 * leave open which number stands in which column, none is read.
 */
function assertRead({ cells }: Slip, values: Values, wrong: ReadonlySet<string>, which: string): void {
  const meant = Object.keys(cells).filter((key) => cells[key] !== "" && values.get(key) !== "absent");
  if (!same(meant, wrong))
    throw new Error(`${which}: read as wrong are [${[...wrong].join()}], changed were [${meant.join()}]`);
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

/** One finding after another: its preferred fix, then reading and checking again. */
function withPreferred(text: string, read: (text: string) => Reading): Reading {
  let current = text;
  for (let count = 0; count < mostFixes; count++) {
    const fix = read(current)
      .findings.map(preferredFix)
      .find((each) => each !== null);
    if (!fix) break;
    current = applied(current, fix.edits);
  }
  return read(current);
}

function preferredFix({ fixes: [first] }: Finding): Fix | null {
  return first && isNumberFix(first) && first.grade !== "candidate" ? first : null;
}
