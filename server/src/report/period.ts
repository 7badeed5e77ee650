// The statistical period a report names, in its preamble or section one: 统计期限自2024年1月1日起至2024年12月31日止.
import type { Span } from "../syntax/span";
import { type Joined, joined } from "./joined";
import { perObject } from "./memo";
import { paragraphsOf } from "./paragraphs";
import type { Report } from "./types";

/** A number of a date as it stands; written in Chinese it has no digits to change. */
export interface Figure extends Span {
  readonly value: number;
  readonly inDigits: boolean;
}

export interface StatedDate extends Span {
  /** Null where the date names none (至12月31日). */
  readonly year: Figure | null;
  readonly month: Figure;
  readonly day: Figure;
  /** False where 年 or 日 is lacking, or the year has not four digits. */
  readonly whole: boolean;
  /** Where 年 is lacking: the offset it belongs at, else null. */
  readonly lacksYearMark: number | null;
}

export interface Period extends Span {
  readonly from: StatedDate;
  readonly to: StatedDate;
}

/** So much of preamble and section one is read, in characters that are no white space. */
const mostRead = 8000;

const named =
  /统计(?:数据)?的?(?:期限|时限|时间|时段|区间|范围|周期|日期|期间|起止时间)|统计起止|起止(?:时间|日期|时限)|(?:数据|信息)的?(?:期限|时限)/gu;
/** From the words that name it to the end of the second date. */
const mostBetween = 90;

const chinese = "[〇○零一二三四五六七八九]{4}";
const small = "[一二三四五六七八九十]{1,3}";
const date = new RegExp(
  `(?:(\\d{1,8})年|(20\\d\\d)(?=\\d{1,2}月))?(\\d{1,4})月(\\d{1,4})([日号]?)|(?:(${chinese})年)?(${small})月(${small})日|(20\\d\\d)[./-](\\d{1,2})[./-](\\d{1,2})(?!\\d)`,
  "gu",
);

/** Null where none is named, or not by two dates in one sentence: the preamble may be absent, and so may the period in it. */
export const periodOf: (report: Report) => Period | null = perObject(periodIn);

function periodIn(report: Report): Period | null {
  const parts = paragraphsOf(report).filter(({ section }) => section === null || section.id === "overview");
  const prose = joined(report.text, parts, mostRead);
  for (const { index, 0: words } of prose.text.matchAll(named)) {
    const from = index + words.length;
    const [sentence = ""] = prose.text.slice(from, from + mostBetween).split(/[。；;]/u, 1);
    const dates = [...sentence.matchAll(date)];
    const [first, second] = dates;
    if (!first || !second || first.index > 20) continue;
    const between = sentence.slice(first.index + first[0].length, second.index);
    if (!/^(?:[^\d，,。、]{0,4}|[^\d。]{0,2}[，,]?)[至到—–~～-]{1,2}[^\d。]{0,2}$/u.test(between)) continue;
    const span = prose.spanOf(from + first.index, from + second.index + second[0].length);
    return { ...span, from: dateAt(prose, from, first), to: dateAt(prose, from, second) };
  }
  return null;
}

function dateAt(prose: Joined, from: number, match: RegExpMatchArray): StatedDate {
  const start = from + (match.index ?? 0);
  const [
    all,
    year,
    glued,
    month,
    day,
    mark,
    chineseYear,
    chineseMonth,
    chineseDay,
    dottedYear,
    dottedMonth,
    dottedDay,
  ] = match;
  let at = 0;
  // The parts of a date stand in it one behind the other.
  const figure = (written: string): Figure => {
    const found = all.indexOf(written, at);
    at = found + written.length;
    const inDigits = /^\d/u.test(written);
    return {
      ...prose.spanOf(start + found, start + at),
      value: inDigits ? Number(written) : chineseValue(written),
      inDigits,
    };
  };
  const years = year ?? glued ?? chineseYear ?? dottedYear;
  const stated = years === undefined ? null : figure(years);
  const ofMonth = figure(month ?? chineseMonth ?? dottedMonth ?? "");
  const ofDay = figure(day ?? chineseDay ?? dottedDay ?? "");
  return {
    ...prose.spanOf(start, start + all.length),
    year: stated,
    month: ofMonth,
    day: ofDay,
    whole: glued === undefined && mark !== "" && (year === undefined || year.length === 4),
    lacksYearMark: glued === undefined ? null : ofMonth.start,
  };
}

/** 二〇二四 is 2024, 十二 12 and 三十一 31. */
function chineseValue(written: string): number {
  const digitOf = (char: string) => ("〇○".includes(char) ? 0 : "零一二三四五六七八九".indexOf(char));
  if (written.length === 4) return Number([...written].map(digitOf).join(""));
  const ten = written.indexOf("十");
  if (ten < 0) return digitOf(written);
  const tens = ten === 0 ? 1 : digitOf(written.slice(0, ten));
  return tens * 10 + (ten === written.length - 1 ? 0 : digitOf(written.slice(ten + 1)));
}
