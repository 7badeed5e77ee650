// What the status bar says of a report: never more than was read and checked.
import type { RelationCounts, Report } from "../report/types";
import type { Locale } from "./types";

export interface Status {
  readonly counts: RelationCounts;
  /** Number of rules the user has switched off. */
  readonly rulesOff: number;
  /** Sections found, six in a whole report; a repeated one counts once. */
  readonly sections: number;
  /** Tables found; three in a whole report. */
  readonly tables: number;
  /** False when nothing of the text was recognised, so that nothing was checked. */
  readonly readable: boolean;
}

export function statusOf(report: Report, rulesOff: number): Status {
  const sections = new Set(report.sections.map(({ id }) => id)).size;
  const tables = report.tables.length;
  return { counts: report.counts, rulesOff, sections, tables, readable: sections > 0 || tables > 0 };
}

/** "39/39 ✓", "✗ 2 / 39 · 3 无法核对": how many relations hold, of how many; never only "in order". */
export function standing({ total, held, broken, notAssessable }: RelationCounts, locale: Locale): string {
  const result = broken > 0 ? `✗ ${broken} / ${total}` : `${held}/${total}${notAssessable === 0 ? " ✓" : ""}`;
  return notAssessable === 0
    ? result
    : `${result} · ${notAssessable} ${locale === "zh" ? "无法核对" : "not assessable"}`;
}
