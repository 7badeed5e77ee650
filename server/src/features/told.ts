// Between a number in the prose and the cells it speaks of.
import { type Telling, type ToldReading, tellingsOf } from "../report/told";
import type { Cell, Report } from "../report/types";
import { readingPlace, sumWords } from "../rules/told";
import { contains, type Span } from "../syntax/span";
import { escapeMarkdown as literal, pick } from "./text";
import type { HoverText, Locale } from "./types";

/** The number or word of the prose at an offset (or behind it) that speaks of cells; null elsewhere. */
export function tellingAt(report: Report, offset: number): Telling | null {
  return (
    tellingsOf(report).find(({ statement, readings }) => readings.length > 0 && contains(statement.span, offset)) ??
    null
  );
}

/** The cells a statement speaks of: those of the readings it agrees with, of all where it agrees with none. In the order of the text. */
export function toldCells(telling: Telling): readonly Cell[] {
  const fitting = telling.readings.filter(({ fits }) => fits);
  const cells = (fitting.length > 0 ? fitting : telling.readings).flatMap((told) => told.cells);
  return [...new Set(cells)];
}

/** Where the prose speaks of a cell alone, not of a sum it is part of. */
export function proseOf(report: Report, cell: Cell): readonly Span[] {
  return tellingsOf(report)
    .filter(({ readings }) => readings.some(({ cells }) => cells.length === 1 && cells[0] === cell))
    .map(({ statement }) => statement.span);
}

/** Markdown: with what the number is compared, and whether they agree. */
export function aboutTold(report: Report, telling: Telling, locale: Locale): HoverText {
  const { statement, readings } = telling;
  const words = report.text.slice(statement.span.start, statement.until);
  const lines = [
    `**${literal(words)}**`,
    readings.map((told) => line(report, told, locale)).join("\n"),
    verdict(telling, locale),
  ];
  return { span: statement.span, markdown: lines.filter((each) => each !== "").join("\n\n") };
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
