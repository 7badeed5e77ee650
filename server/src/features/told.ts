// Between a number in the prose and the cells it speaks of.
import { type Telling, type ToldReading, tellingsOf } from "../report/told";
import type { Cell, Report } from "../report/types";
import { readingPlace, sumWords } from "../rules/told";
import { contains, type Span } from "../syntax/span";
import { escapeMarkdown as literal, pick } from "./text";
import type { HoverText, Locale } from "./types";

/** One or more, all of the same words. */
export type Tellings = readonly [Telling, ...Telling[]];

/**
 * What the number or word of the prose at an offset (or behind it) says of cells; null elsewhere. One word may say several things:
 * 未发生行政复议、行政诉讼.
 */
export function tellingsAt(report: Report, offset: number): Tellings | null {
  const [first, ...others] = tellingsOf(report).filter(
    ({ statement, readings }) => readings.length > 0 && contains(statement.span, offset),
  );
  if (!first) return null;
  return [first, ...others.filter(({ statement }) => statement.span.start === first.statement.span.start)];
}

/** The cells statements speak of: those of the readings each agrees with, of all where it agrees with none. In the order of the text. */
export function toldCells(tellings: Tellings): readonly Cell[] {
  return [...new Set(tellings.flatMap(meant).flatMap(({ cells }) => cells))];
}

function meant({ readings }: Telling): readonly ToldReading[] {
  const fitting = readings.filter(({ fits }) => fits);
  return fitting.length > 0 ? fitting : readings;
}

/** Where the prose speaks of a cell alone, not of a sum it is part of, nor perhaps of something else. */
export function proseOf(report: Report, cell: Cell): readonly Span[] {
  const spans = tellingsOf(report)
    .filter(({ agrees, statement }) => agrees !== false || !statement.loose)
    .filter((telling) => meant(telling).some(({ cells }) => cells.length === 1 && cells[0] === cell))
    .map(({ statement }) => statement.span);
  return [...new Map(spans.map((span) => [span.start, span])).values()];
}

/** Markdown: with what the number is compared, and whether they agree. */
export function aboutTold(report: Report, tellings: Tellings, locale: Locale): HoverText {
  const { span, until } = tellings[0].statement;
  const lines = [
    `**${literal(report.text.slice(span.start, until))}**`,
    ...tellings.flatMap((telling) => [
      telling.readings.map((told) => line(report, told, locale)).join("\n"),
      verdict(telling, locale),
    ]),
  ];
  return { span, markdown: lines.filter((each) => each !== "").join("\n\n") };
}

function line(report: Report, told: ToldReading, locale: Locale): string {
  const sign = told.fits ? "✓" : told.sum === null ? "–" : "✗";
  const colon = locale === "zh" ? "：" : ": ";
  return `- ${sign} ${literal(pick(readingPlace(report, told), locale))}${colon}${literal(pick(sumWords(told), locale))}`;
}

function verdict({ statement, agrees }: Telling, locale: Locale): string {
  if (agrees === null)
    return { zh: "表格有空白或非数字，无法核对", en: "Something in the table is blank or no number: not assessable" }[
      locale
    ];
  if (agrees)
    return statement.kind === "all"
      ? { zh: "与表格一致（以上应为 0）", en: "Agrees with the table (the above has to be 0)" }[locale]
      : { zh: "与表格一致", en: "Agrees with the table" }[locale];
  if (statement.loose)
    return { zh: "与表格不同，可能另有所指，未作判断", en: "Differs from the table, but may be of something else" }[
      locale
    ];
  return { zh: "与表格不一致", en: "Differs from the table" }[locale];
}
