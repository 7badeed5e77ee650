// `nianbao extract`: every report's numbers as JSON, for spreadsheets and scripts.
import { readReport } from "../report/index";
import { reportsJson } from "./check";
import type { ExtractOptions } from "./command";
import type { Io } from "./io";
import { toJson } from "./json";
import { passedOverLine, problemLine } from "./print";
import { extractResult } from "./result";
import { visitReports } from "./run";

/** The exit code: 0, or 2 where an input could not be read; what is wrong in a report is for `check` to say. */
export async function runExtract(options: ExtractOptions, io: Io): Promise<number> {
  const { results, problems, passedOver } = await visitReports(
    options.paths,
    io,
    options.locale,
    async ({ file, decoded }) => toJson(extractResult(file, readReport(decoded.text))),
  );
  io.out(reportsJson(results, ""));
  io.err(passedOverLine(passedOver, options.locale));
  io.err(problems.map(({ file, message }) => problemLine(file, message, options.locale)).join(""));
  return problems.length > 0 ? 2 : 0;
}
