// The numbers of one report in the words of the format.
import type { ExtractOptions } from "./command";
import { csvRows } from "./csv";
import type { Loaded } from "./input";
import { toJson } from "./json";
import { extractResult } from "./result";
import { onlyFirst } from "./texts";
import type { Reported } from "./visit";

export function extractFile({ file, report }: Loaded, { format, locale }: ExtractOptions): Reported {
  const json = (): string => toJson(extractResult(file, report));
  return {
    output: format === "csv" ? csvRows(file, report, locale) : format === "ndjson" ? `${json()}\n` : json(),
    // What is wrong in a report is for `check` to say.
    log: "",
    counts: { error: 0, warning: 0, information: 0, hint: 0 },
    known: 0,
    used: [],
    unknown: [],
    changed: 0,
    fixable: { spelling: 0, totals: 0 },
    problem: report.another && { file, message: onlyFirst(report.another.reports), unreadable: false },
  };
}
