// `nianbao check`: every report's findings, in one of the formats, and the exit code that scripts go by.
import { pick } from "../features/text";
import type { CheckOptions } from "./command";
import type { Problem } from "./files";
import type { Io } from "./io";
import { toJson } from "./json";
import { type Frame, jsonFrame, plainFrame, startOutput } from "./output";
import { passedOverLine, printTotals, problemLine, type Style, type Totals } from "./print";
import { visitReports } from "./run";
import { sarifHead, sarifTail } from "./sarif";
import { stopped, tooManyWarnings } from "./texts";
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
  const problems = [...outcome.problems, ...refused];
  const totals: Totals = {
    ...sums.now(),
    unreadable: problems.filter(({ unreadable }) => unreadable).length,
    passedOver: outcome.passedOver,
    changesValues: options.fix.includes("totals"),
  };
  const tooMany = maxWarnings !== null && totals.warnings > maxWarnings;
  const code = problems.length > 0 ? 2 : totals.errors > 0 || tooMany ? 1 : 0;
  if (format === "text") await output.end(printTotals(totals, style));
  else {
    if (format === "json") {
      const { reports, errors, warnings, information, unreadable } = totals;
      const summary = toJson({ reports, errors, warnings, information, unreadable });
      await output.end(`],"summary":${summary}}\n`);
    } else await output.end(format === "sarif" ? sarifTail(problems, code, locale) : "");
    // The output has no place for it, and a report that was passed over must not go unnoticed.
    io.err(passedOverLine(outcome.passedOver, locale));
  }
  io.err(problems.map(({ file, message }) => problemLine(file, message, locale)).join(""));
  if (tooMany) io.err(`nianbao: ${pick(tooManyWarnings(totals.warnings, maxWarnings ?? 0), locale)}\n`);
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
  let changed = 0;
  return {
    add: (one: Reported): void => {
      reports += 1;
      changed += one.changed;
      for (const key of ["error", "warning", "information", "hint"] as const) severities[key] += one.counts[key];
      for (const key of ["spelling", "totals"] as const) fixable[key] += one.fixable[key];
    },
    now: () => ({
      reports,
      errors: severities.error,
      warnings: severities.warning,
      information: severities.information + severities.hint,
      changed,
      fixable,
    }),
  };
}
