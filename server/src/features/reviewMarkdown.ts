// A review's table for a pull request or an issue: one table for all reports.
import { severityNames } from "../rules/wording";
import {
  footnote,
  heads,
  knownWords,
  madeOn,
  noFindings,
  notChecked,
  type ReviewedReport,
  relationsWords,
  reportName,
  sorted,
  summary,
  title,
} from "./reviewWords";
import { escapeMarkdown, pick } from "./text";
import type { Locale } from "./types";

const columns = ["organ", "file", "severity", "section", "cell", "what", "expected", "found"] as const;

export function reviewMarkdown(reports: readonly ReviewedReport[], locale: Locale, date: string): string {
  const { withFindings, without, unchecked } = sorted(reports);
  const rows = withFindings.flatMap((report) =>
    report.rows.map(({ severity, section, cell, what, expected, found }) =>
      line([
        reportName(report, locale),
        report.file,
        pick(severityNames[severity], locale),
        section,
        cell,
        what,
        expected,
        found,
      ]),
    ),
  );
  const table = [line(columns.map((id) => pick(heads[id], locale))), `|${"---|".repeat(columns.length)}`, ...rows];
  const blocks = [
    `# ${pick(title, locale)}`,
    escapeMarkdown(`${pick(madeOn, locale)}${date}`),
    summary(reports, locale),
    ...(rows.length > 0 ? [table.join("\n"), pick(footnote, locale)] : []),
    ...listed(pick(noFindings, locale), without, locale),
    ...listed(pick(notChecked, locale), unchecked, locale),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.map(escapeMarkdown).join(" | ")} |`;
}

function listed(name: string, reports: readonly ReviewedReport[], locale: Locale): readonly string[] {
  if (reports.length === 0) return [];
  const items = reports.map((report) => {
    const state = report.trouble ?? relationsWords(report.relations, locale);
    const parts = [reportName(report, locale), report.file, state, knownWords(report.known, locale)];
    return `- ${parts
      .filter((part) => part !== null)
      .map(escapeMarkdown)
      .join(" · ")}`;
  });
  return [`## ${name}`, items.join("\n")];
}
