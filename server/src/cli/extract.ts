// `nianbao extract`: every report's numbers as JSON or as a table, for spreadsheets and scripts.
import { pick } from "../features/text";
import type { ExtractOptions } from "./command";
import { csvHead } from "./csv";
import type { Problem } from "./files";
import type { Io } from "./io";
import { type Frame, jsonFrame, plainFrame, startOutput } from "./output";
import { passedOverLine, problemLine } from "./print";
import { visitReports } from "./run";
import { stopped } from "./texts";

/** The exit code: 0, or 2 where an input, or a part of it, was not read; what is wrong in a report is for `check` to say. */
export async function runExtract(options: ExtractOptions, io: Io): Promise<number> {
  const { format, locale } = options;
  const output = startOutput(io, frameOf(options));
  let reports = 0;
  const partly: Problem[] = [];
  const outcome = await visitReports({ options, colour: false }, io, async (reported) => {
    reports += 1;
    if (reported.problem) partly.push(reported.problem);
    await output.add(reported.output);
  });
  if (io.interrupted.aborted) {
    await output.end("");
    io.err(`nianbao: ${pick(stopped(reports), locale)}\n`);
    return 2;
  }
  await output.end(format === "json" ? "]}\n" : "");
  const problems = [...outcome.problems, ...partly];
  io.err(passedOverLine(outcome.passedOver, locale));
  io.err(problems.map(({ file, message }) => problemLine(file, message, locale)).join(""));
  return problems.length > 0 ? 2 : 0;
}

function frameOf({ format, locale }: ExtractOptions): Frame {
  if (format === "json") return jsonFrame('{"reports":[');
  return plainFrame(format === "csv" ? csvHead(locale) : "");
}
