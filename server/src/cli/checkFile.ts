// One report checked, corrected where that is asked for, and put in the words of the format.
import { sift } from "../config/baseline";
import { knownFindings } from "../config/fingerprints";
import { type Bulk, type BulkKind, bulk } from "../features/bulk";
import { withCarriedIn } from "../report/carry";
import { carriedInBy } from "../report/neighbours";
import type { Report } from "../report/types";
import { check, rulesOff } from "../rules/index";
import type { Finding } from "../rules/types";
import type { CheckOptions } from "./command";
import type { Problem } from "./files";
import type { Grounds } from "./grounds";
import type { Loaded } from "./input";
import { toJson } from "./json";
import { changeLine, printReport, type Style } from "./print";
import { type Checked, checkResult, placeChanges } from "./result";
import { sarifResults } from "./sarif";
import type { Reported } from "./visit";
import { writeBack } from "./write";

export async function checkFile(
  input: Loaded,
  grounds: Grounds,
  options: CheckOptions,
  colour: boolean,
): Promise<Reported> {
  const { file, decoded } = input;
  const { rules, limits, neighbours, who, baseline } = grounds;
  const style: Style = { locale: options.locale, colour };
  const sifted = (report: Report, all: readonly Finding[]) => sift(report, all, who, baseline);
  const judged = {
    neighbours,
    limits,
    listed: (report: Report, all: readonly Finding[]) => sifted(report, all).findings,
  };
  const bulkOf = ({ report, findings }: Bulk, kinds: readonly BulkKind[]): Bulk =>
    bulk(report, findings, rules, kinds, judged);

  const read = withCarriedIn(input.report, carriedInBy(neighbours));
  const found = check(read, rules, neighbours, limits);
  const untouched: Bulk = { changes: [], report: read, findings: sifted(read, found).findings };
  let checked = options.fix.length > 0 ? bulkOf(untouched, options.fix) : untouched;
  let problem: Problem | null = null;
  if (checked.changes.length > 0) {
    const message = await writeBack(input, checked.report.text);
    if (message !== null) {
      problem = { file, message, unreadable: false };
      // What is reported is what stands in the file.
      checked = untouched;
    }
  }
  const { report, findings } = checked;
  const all = report === read ? found : check(report, rules, neighbours, limits);
  const { known, used } = sifted(report, all);
  const listed = new Set(findings);
  const changes = checked.changes.length > 0 ? placeChanges(decoded.text, checked.changes) : [];
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  const text = options.format === "text";
  const more = (kind: BulkKind): number => (text ? bulkOf(checked, [kind]).changes.length : 0);
  const result = { file, report, findings, changes, off: rulesOff(rules), known: known.length };
  return {
    output: outputOf(result, options, style),
    log: text ? "" : changes.map((change) => `${changeLine(file, change, style)}\n`).join(""),
    counts,
    known: known.length,
    used: [...used],
    unknown: options.updateBaseline
      ? knownFindings(report, all, who).filter((_, at) => all[at] && listed.has(all[at]))
      : [],
    changed: changes.length,
    fixable: { spelling: more("spelling"), totals: more("totals") },
    problem,
  };
}

function outputOf(checked: Checked, { format, fix, locale }: CheckOptions, style: Style): string {
  const { file, report, findings } = checked;
  if (format === "text") return `${printReport(checked, style)}\n`;
  if (format === "sarif") return sarifResults(file, report, findings, locale);
  const json = toJson(checkResult(fix.length > 0 ? checked : { ...checked, changes: null }, locale));
  return format === "ndjson" ? `${json}\n` : json;
}
