// What several rules ask about the sections.
import type { SectionId } from "../form/types";
import type { Report, Section } from "../report/types";
import { isSpace, trimmed } from "../syntax/characters";
import type { Span } from "../syntax/span";

export function firstOf(report: Report, id: SectionId): Section | null {
  return report.sections.find((section) => section.id === id) ?? null;
}

export function bodyOf(report: Report, section: Section): string {
  return report.text.slice(section.body.start, section.body.end);
}

/** The body without white space around it, as a place in the text. */
export function bodySpan(report: Report, section: Section): Span {
  return trimmed(report.text, section.body.start, section.body.end);
}

/** The body with one line break or blank for each run of white space, which converted files hold by the megabyte. */
export function condensedBody(report: Report, section: Section): string {
  const { text } = report;
  const parts: string[] = [];
  for (let at = section.body.start; at < section.body.end; ) {
    const start = at;
    let broken = false;
    while (at < section.body.end && !isSpace(text.charCodeAt(at))) at++;
    if (at > start) parts.push(text.slice(start, at));
    const white = at;
    for (; at < section.body.end && isSpace(text.charCodeAt(at)); at++)
      broken ||= text.charCodeAt(at) === 0x0a || text.charCodeAt(at) === 0x0d;
    if (at > white) parts.push(broken ? "\n" : " ");
  }
  return parts.join("");
}

/** No letter, ideograph or digit below the heading. */
export function isEmptyBody(report: Report, section: Section): boolean {
  return !/[\p{L}\p{N}]/u.test(bodyOf(report, section));
}

const proseSections: readonly SectionId[] = ["overview", "problems", "other"];

/**
 * Whether the words of a section are prose; null is the preamble. In sections two to four they may be what is left of a table
 * that was not read whole, and in a text without headings so may be all of it.
 */
export function isProse(report: Report, section: Section | null): boolean {
  return section ? proseSections.includes(section.id) : report.sections.length > 0;
}

/** The notice of 2021 holds from report year 2021; without a year the edition decides. */
export function follows2021(report: Report): boolean {
  return report.year === null ? report.edition === 2021 : report.year >= 2021;
}

/** Information processing fees are to be reported from report year 2021. */
export const reportsFees = follows2021;
