// 审核意见: what a reviewer sends back to the organ. Line numbers mean nothing in Word, so it names the place in words.
import type { Report, Section } from "../report/types";
import type { Finding } from "../rules/types";
import { contains } from "../syntax/span";
import { pick } from "./text";
import type { Locale } from "./types";

/** One paragraph of plain text: whose report, the place, what is wrong with its numbers, what to check. */
export function reviewComment(report: Report, finding: Finding, locale: Locale): string {
  const message = sentence(pick(finding.message, locale), locale);
  const advice = sentence(pick(finding.advice, locale), locale);
  const whose = heading(report, locale);
  const place = placeOf(report, finding, message, locale);
  if (locale === "zh") {
    return `${whose}${place}${message}${advice}`;
  }
  return [whose, place, message, advice].filter((part) => part !== "").join(" ");
}

function heading(report: Report, locale: Locale): string {
  const organ = flat(report.organ ?? "");
  const year = report.year;
  if (locale === "zh") {
    return `${organ}${year === null ? "" : `${year}年`}政府信息公开工作年度报告：`;
  }
  const whose = [organ, year === null ? "" : String(year)].filter((part) => part !== "").join(", ");
  return `Annual report on government information disclosure${whose === "" ? "" : ` (${whose})`}:`;
}

/** The section's title, unless the message names the place itself. */
function placeOf(report: Report, finding: Finding, message: string, locale: Locale): string {
  const section = sectionAt(report, finding.span.start);
  if (!section) {
    return "";
  }
  const tables = report.form.tables.flatMap((table) => [table.name.zh, table.name.en]);
  const told = [section.title, section.expected, section.form.title, ...tables].some((name) => message.includes(name));
  return told ? "" : `${flat(section.expected)}${locale === "zh" ? "：" : ":"}`;
}

function sectionAt(report: Report, offset: number): Section | null {
  return report.sections.findLast((section) => contains(section.span, offset)) ?? null;
}

function flat(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** The text on one line, ended by exactly one full stop. */
function sentence(text: string, locale: Locale): string {
  const line = flat(text);
  return line === "" || /[。.！!？?]$/u.test(line) ? line : `${line}${locale === "zh" ? "。" : "."}`;
}
