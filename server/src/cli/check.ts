// `nianbao check`: every report's findings, in one of the formats, and the exit code that scripts go by.
import { pick } from "../features/text";
import type { CheckOptions } from "./command";
import type { Problem } from "./files";
import type { Io } from "./io";
import { toJson } from "./json";
import { type Frame, jsonFrame, plainFrame, startOutput } from "./output";
import { knownLine, passedOverLine, printStale, printTotals, problemLine, type Style, type Totals } from "./print";
import { staleResult } from "./result";
import { visitReports } from "./run";
import { sarifHead, sarifTail } from "./sarif";
import { baselineUnchanged, baselineWritten, stopped, tooManyWarnings } from "./texts";
import { updateBaselines } from "./update";
import type { Reported } from "./visit";

/** The exit code: 0 no error-level finding, 1 some, or too many warnings, 2 an input that could not be read or written. */
export async function runCheck(options: CheckOptions, io: Io): Promise<number> {
  const { format, locale, maxWarnings } = options;
  const style: Style = { locale, colour: io.outColour && format === "text" };
  const output = startOutput(io, frameOf(options));
  const sums = startSums();
  const refused: Problem[] = [];
  const outcome = await visitReports({ options, colour: style.colour }, io, async (reported) => {
    sums.add(reported);
    if (reported.problem) refused.push(reported.problem);
    await output.add(reported.output);
  });
  if (io.interrupted.aborted) {
    await output.end("");
    io.err(`nianbao: ${pick(stopped(sums.now().reports), locale)}\n`);
    return 2;
  }
  const update = options.updateBaseline ? await updateBaselines(outcome.ledger, outcome.gathered, io.cwd) : null;
  const problems = [...outcome.problems, ...refused, ...(update?.problems ?? [])];
  // What was to be taken out is no longer there to be told.
  const stale = update ? [] : outcome.ledger.stale();
  const told = printStale(stale, style);
  const sum = sums.now();
  const totals: Totals = {
    ...sum,
    information: sum.information + stale.length,
    unreadable: problems.filter(({ unreadable }) => unreadable).length,
    passedOver: outcome.passedOver,
    changesValues: options.fix.includes("totals"),
  };
  // What was just written down as known is no reason to fail.
  const tooMany = !update && maxWarnings !== null && totals.warnings > maxWarnings;
  const code = problems.length > 0 ? 2 : !update && (totals.errors > 0 || tooMany) ? 1 : 0;
  if (format === "text") await output.end(`${told}${told && "\n"}${printTotals(totals, style)}`);
  else {
    if (format === "json") {
      const { reports, errors, warnings, information, unreadable, known } = totals;
      const summary = toJson({ reports, errors, warnings, information, unreadable, known });
      await output.end(`],"summary":${summary},"stale":${toJson(staleResult(stale, locale))}}\n`);
    } else await output.end(format === "sarif" ? sarifTail(problems, code, totals.known, locale) : "");
    // The output has no place for it, and what was passed over, is known or no longer applies must not go unnoticed.
    io.err(told + knownLine(totals.known, locale) + passedOverLine(outcome.passedOver, locale));
  }
  for (const { file, message } of [...problems, ...outcome.notes]) io.err(problemLine(file, message, locale));
  if (tooMany) io.err(`nianbao: ${pick(tooManyWarnings(totals.warnings, maxWarnings ?? 0), locale)}\n`);
  for (const { file, added, removed } of update?.updated ?? [])
    io.err(problemLine(file, baselineWritten(added, removed), locale));
  if (update && update.updated.length + update.problems.length === 0)
    io.err(`nianbao: ${pick(baselineUnchanged, locale)}\n`);
  return code;
}

function frameOf({ format, locale }: CheckOptions): Frame {
  if (format === "json") return jsonFrame('{"reports":[');
  return format === "sarif" ? jsonFrame(sarifHead(locale)) : plainFrame();
}

/** The sums of all reports so far; the reports themselves are not kept. */
function startSums() {
  const severities = { error: 0, warning: 0, information: 0, hint: 0 };
  const fixable = { spelling: 0, totals: 0 };
  let reports = 0;
  let known = 0;
  let changed = 0;
  return {
    add: (one: Reported): void => {
      reports += 1;
      known += one.known;
      changed += one.changed;
      for (const key of ["error", "warning", "information", "hint"] as const) severities[key] += one.counts[key];
      for (const key of ["spelling", "totals"] as const) fixable[key] += one.fixable[key];
    },
    now: () => ({
      reports,
      errors: severities.error,
      warnings: severities.warning,
      information: severities.information + severities.hint,
      known,
      changed,
      fixable,
    }),
  };
}
