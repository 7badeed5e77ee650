// All rules, and the one way to run them.
import type { Report } from "../report/types";
import { balance } from "./balance";
import { cellBlank } from "./cell-blank";
import { cellFormat } from "./cell-format";
import { cellNotCount } from "./cell-not-count";
import { cellNotNumber } from "./cell-not-number";
import { cellNote } from "./cell-note";
import { columnTotal } from "./column-total";
import { feeStatement } from "./fee-statement";
import { inconsistentCell } from "./inconsistent-cell";
import { rowDuplicate } from "./row-duplicate";
import { rowLabel } from "./row-label";
import { rowMissing } from "./row-missing";
import { rowShifted } from "./row-shifted";
import { rowTotal } from "./row-total";
import { sectionDuplicate } from "./section-duplicate";
import { sectionEmpty } from "./section-empty";
import { sectionFive } from "./section-five";
import { sectionMissing } from "./section-missing";
import { sectionOrder } from "./section-order";
import { sectionTitle } from "./section-title";
import { tableEdition } from "./table-edition";
import { tableMissing } from "./table-missing";
import { trailingContent } from "./trailing-content";
import { type Finding, isRuleLevel, type Rule, type RuleSettings } from "./types";

/** In the order in which findings at the same place are listed. */
export const rules: readonly Rule[] = [
  rowTotal,
  columnTotal,
  balance,
  inconsistentCell,
  cellBlank,
  cellNotNumber,
  cellFormat,
  cellNotCount,
  cellNote,
  sectionMissing,
  sectionDuplicate,
  sectionOrder,
  sectionTitle,
  sectionEmpty,
  tableMissing,
  tableEdition,
  rowMissing,
  rowDuplicate,
  rowLabel,
  rowShifted,
  trailingContent,
  sectionFive,
  feeStatement,
];

/** Every finding of the rules that are not off, in the order of the text. A level set by the user wins over the rule's own. */
export function check(report: Report, settings: RuleSettings = {}): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const set = settings[rule.id];
    const level = isRuleLevel(set) ? set : null;
    if (level === "off") continue;
    for (const draft of rule.check(report)) {
      const severity = level ?? draft.severity ?? rule.severity;
      findings.push({ ...draft, rule: rule.id, severity, related: draft.related ?? [], fixes: draft.fixes ?? [] });
    }
  }
  return findings.sort((one, two) => one.span.start - two.span.start || one.span.end - two.span.end);
}

/** Number of rules the settings switch off. */
export function rulesOff(settings: RuleSettings): number {
  return rules.filter((rule) => settings[rule.id] === "off").length;
}
