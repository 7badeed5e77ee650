// One report checked, corrected where that is asked for, and put in the words of the format.
import { type Bulk, type BulkKind, bulk } from "../features/bulk";
import { check, rulesOff } from "../rules/index";
import type { RuleSettings } from "../rules/types";
import type { CheckOptions } from "./command";
import type { Problem } from "./files";
import type { Loaded } from "./input";
import { toJson } from "./json";
import { changeLine, printReport, type Style } from "./print";
import { type Checked, checkResult, placeChanges } from "./result";
import { sarifResults } from "./sarif";
import type { Reported } from "./visit";
import { writeBack } from "./write";

export async function checkFile(
  input: Loaded,
  rules: RuleSettings,
  options: CheckOptions,
  colour: boolean,
): Promise<Reported> {
  const { file, decoded } = input;
  const style: Style = { locale: options.locale, colour };
  const found = check(input.report, rules);
  const untouched: Bulk = { changes: [], report: input.report, findings: found };
  let checked = options.fix.length > 0 ? bulk(input.report, found, rules, options.fix) : untouched;
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
  const changes = checked.changes.length > 0 ? placeChanges(decoded.text, checked.changes) : [];
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  const text = options.format === "text";
  const more = (kind: BulkKind): number => (text ? bulk(report, findings, rules, [kind]).changes.length : 0);
  return {
    output: outputOf({ file, report, findings, changes, off: rulesOff(rules) }, options, style),
    log: text ? "" : changes.map((change) => `${changeLine(file, change, style)}\n`).join(""),
    counts,
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
