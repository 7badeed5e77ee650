// Months of the report year: what is told of one of them, or up to one, is no number of the whole year.
import type { Sense } from "./vocabulary";

export const partOfYear: Sense = { kind: "past", of: null };

/** What stands around the first and the last month of a period that is the whole year: 1月1日, 1—12月, 截至2024年12月. */
const yearBegins = /^月(?:1日|份?起?[至到—–~-])/u;
const yearEnds = /^月(?:31日|底|末)/u;
const untilYearEnds = /(?:[至到—–~-]|截[至止到]+(?:(?:19|20)\d\d年)?)$/u;

/** Whether the digits between two places name a month that neither begins nor ends the whole year: 6月, 截至11月. */
export function isMonth(text: string, at: number, to: number): boolean {
  if (text[to] !== "月" || to - at > 2) return false;
  const month = Number(text.slice(at, to));
  const behind = text.slice(to, to + 4);
  if (month === 1) return !yearBegins.test(behind);
  return month !== 12 || !(yearEnds.test(behind) || untilYearEnds.test(text.slice(Math.max(0, at - 8), at)));
}
