// 审核意见单: what is found in one report or in a whole folder, as a table to send back or to print.
import { reviewCsv } from "./reviewCsv";
import { reviewHtml } from "./reviewHtml";
import { reviewMarkdown } from "./reviewMarkdown";
import type { ReviewedReport } from "./reviewWords";
import type { Locale } from "./types";

export { type ReviewRow, reviewRows } from "./reviewRows";
export type { ReviewedReport } from "./reviewWords";

export const reviewFormats = ["markdown", "csv", "html"] as const;
export type ReviewFormat = (typeof reviewFormats)[number];

/** `date`: the day it is made on, as 2025-01-31. */
export function reviewTable(
  reports: readonly ReviewedReport[],
  format: ReviewFormat,
  locale: Locale,
  date: string,
): string {
  switch (format) {
    case "markdown":
      return reviewMarkdown(reports, locale, date);
    case "csv":
      return reviewCsv(reports, locale);
    case "html":
      return reviewHtml(reports, locale, date);
  }
}
