// What several rules ask about the sections.
import type { SectionId } from "../form/types";
import type { Report, Section } from "../report/types";

export function firstOf(report: Report, id: SectionId): Section | null {
  return report.sections.find((section) => section.id === id) ?? null;
}

export function bodyOf(report: Report, section: Section): string {
  return report.text.slice(section.body.start, section.body.end);
}

/** No letter, ideograph or digit below the heading. */
export function isEmptyBody(report: Report, section: Section): boolean {
  return !/[\p{L}\p{N}]/u.test(bodyOf(report, section));
}

/** Information processing fees are to be reported from report year 2021; without a year the edition decides. */
export function reportsFees(report: Report): boolean {
  return report.year === null ? report.edition === 2021 : report.year >= 2021;
}
