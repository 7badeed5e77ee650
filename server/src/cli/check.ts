// `nianbao check`: every report's findings, as text or as JSON, and the exit code that scripts go by.
import { type BulkKind, bulk } from "../features/bulk";
import { pick } from "../features/text";
import { readReport } from "../report/index";
import { check } from "../rules/index";
import type { Severity } from "../rules/types";
import type { CheckOptions } from "./command";
import type { Problem } from "./files";
import type { Loaded } from "./input";
import type { Io } from "./io";
import { toJson } from "./json";
import { changeLine, passedOverLine, printReport, printTotals, problemLine, type Style, type Totals } from "./print";
import { checkResult, placeChanges } from "./result";
import { type Outcome, visitReports } from "./run";
import { tooManyWarnings } from "./texts";
import { writeBack } from "./write";

/** What is kept of a report until all are printed: its output, not its text. */
interface Reported {
  readonly output: string;
  /** What was changed, for whoever watches a run whose output goes to a program. */
  readonly log: string;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Places that were changed. */
  readonly changed: number;
  /** Places that `--fix` would change. */
  readonly fixable: Readonly<Record<BulkKind, number>>;
  /** Why the corrected text was not written. */
  readonly problem: Problem | null;
}

/** The exit code: 0 no error-level finding, 1 some, or too many warnings, 2 an input that could not be read or written. */
export async function runCheck(options: CheckOptions, io: Io): Promise<number> {
  const style: Style = { locale: options.locale, colour: io.outColour && options.format === "text" };
  const outcome = await visitReports(options.paths, io, options.locale, (input) => checkFile(input, options, style));
  const problems = [...outcome.problems, ...outcome.results.flatMap(({ problem }) => problem ?? [])];
  const totals = sum(outcome, problems, options.fix.includes("totals"));
  const outputs = outcome.results.map(({ output }) => output);
  io.err(outcome.results.map(({ log }) => log).join(""));
  if (options.format === "json") {
    const { reports, errors, warnings, information, unreadable } = totals;
    io.out(reportsJson(outputs, `,"summary":${toJson({ reports, errors, warnings, information, unreadable })}`));
    // The output has no place for it, and a report that was passed over must not go unnoticed.
    io.err(passedOverLine(outcome.passedOver, options.locale));
  } else io.out([...outputs, printTotals(totals, style)].join("\n"));
  io.err(problems.map(({ file, message }) => problemLine(file, message, options.locale)).join(""));
  const tooMany = options.maxWarnings !== null && totals.warnings > options.maxWarnings;
  if (tooMany) io.err(`nianbao: ${pick(tooManyWarnings(totals.warnings, options.maxWarnings ?? 0), options.locale)}\n`);
  if (problems.length > 0) return 2;
  return totals.errors > 0 || tooMany ? 1 : 0;
}

/** `{"reports":[…]` with a report a line, so that two runs can be compared line by line, then `rest` and the end. */
export function reportsJson(reports: readonly string[], rest: string): string {
  return `{"reports":[${reports.map((report) => `\n${report}`).join(",")}${reports.length > 0 ? "\n" : ""}]${rest}}\n`;
}

async function checkFile(input: Loaded, options: CheckOptions, style: Style): Promise<Reported> {
  const { file, decoded } = input;
  const read = readReport(decoded.text);
  const found = check(read);
  let checked = bulk(read, found, {}, options.fix);
  let problem: Problem | null = null;
  if (checked.changes.length > 0) {
    const message = await writeBack(input, checked.report.text);
    if (message !== null) {
      problem = { file, message, unreadable: false };
      // What is reported is what stands in the file.
      checked = { changes: [], report: read, findings: found };
    }
  }
  const { report, findings } = checked;
  const changes = placeChanges(decoded.text, checked.changes);
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  const json = options.format === "json";
  const more = (kind: BulkKind): number => (json ? 0 : bulk(report, findings, {}, [kind]).changes.length);
  return {
    output: json
      ? toJson(checkResult(file, report, findings, options.fix.length > 0 ? changes : null, options.locale))
      : printReport(file, report, findings, changes, style),
    log: json ? changes.map((change) => `${changeLine(file, change, style)}\n`).join("") : "",
    counts,
    changed: changes.length,
    fixable: { spelling: more("spelling"), totals: more("totals") },
    problem,
  };
}

function sum(outcome: Outcome<Reported>, problems: readonly Problem[], changesValues: boolean): Totals {
  const count = (of: (one: Reported) => number): number => outcome.results.reduce((total, one) => total + of(one), 0);
  return {
    reports: outcome.results.length,
    errors: count(({ counts }) => counts.error),
    warnings: count(({ counts }) => counts.warning),
    information: count(({ counts }) => counts.information + counts.hint),
    unreadable: problems.filter(({ unreadable }) => unreadable).length,
    passedOver: outcome.passedOver,
    changed: count(({ changed }) => changed),
    changesValues,
    fixable: { spelling: count(({ fixable }) => fixable.spelling), totals: count(({ fixable }) => fixable.totals) },
  };
}
