// All rules, and the one way to run them.
import { type Neighbours, noNeighbours } from "../report/neighbours";
import type { Report } from "../report/types";
import { balance } from "./balance";
import { carryOver } from "./carry-over";
import { cellBlank } from "./cell-blank";
import { cellFormat } from "./cell-format";
import { cellNotCount } from "./cell-not-count";
import { cellNotNumber } from "./cell-not-number";
import { cellNote } from "./cell-note";
import { citation } from "./citation";
import { columnTotal } from "./column-total";
import { cornerNote } from "./corner-note";
import { doubledWord } from "./doubled-word";
import { feeStatement } from "./fee-statement";
import { inForce } from "./in-force";
import { inconsistentCell } from "./inconsistent-cell";
import { length } from "./length";
import { numbering } from "./numbering";
import { period } from "./period";
import { placeholder } from "./placeholder";
import { proseContradiction } from "./prose-contradiction";
import { prosePercent } from "./prose-percent";
import { proseSum } from "./prose-sum";
import { proseTable } from "./prose-table";
import { quotes } from "./quotes";
import { rollUp } from "./roll-up";
import { rowDuplicate } from "./row-duplicate";
import { rowLabel } from "./row-label";
import { rowMissing } from "./row-missing";
import { rowShifted } from "./row-shifted";
import { rowTotal } from "./row-total";
import { ruleMaking } from "./rule-making";
import { sectionDuplicate } from "./section-duplicate";
import { sectionEmpty } from "./section-empty";
import { sectionFive } from "./section-five";
import { sectionMissing } from "./section-missing";
import { sectionOne } from "./section-one";
import { sectionOrder } from "./section-order";
import { sectionTitle } from "./section-title";
import { similar } from "./similar";
import { swing } from "./swing";
import { tableEdition } from "./table-edition";
import { tableMissing } from "./table-missing";
import { title } from "./title";
import { trailingContent } from "./trailing-content";
import { type Finding, isRuleLevel, type Limits, type Rule, type RuleSettings, standardLimits } from "./types";
import { unitName } from "./unit-name";
import { yearRule } from "./year";

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
  proseTable,
  proseContradiction,
  proseSum,
  prosePercent,
  sectionOne,
  length,
  title,
  quotes,
  period,
  carryOver,
  inForce,
  yearRule,
  placeholder,
  doubledWord,
  swing,
  numbering,
  similar,
  citation,
  rollUp,
  cornerNote,
  ruleMaking,
  unitName,
];

/**
 * Every finding of the rules that are not off, in the order of the text. A level set by the user wins over the rule's own.
 * Without neighbours the rules that compare reports find nothing.
 */
export function check(
  report: Report,
  settings: RuleSettings = {},
  neighbours: Neighbours = noNeighbours,
  limits: Limits = standardLimits,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const set = settings[rule.id];
    const level = isRuleLevel(set) ? set : null;
    if (level === "off") continue;
    for (const draft of rule.check(report, neighbours, limits)) {
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
