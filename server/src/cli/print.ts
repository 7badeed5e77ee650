// A checked report as a person reads it in a terminal: a heading, then one line a finding that editors make a link of.
import { styleText } from "node:util";
import { staleWords } from "../config/baseline";
import { gradeWords } from "../features/actions";
import { type BulkKind, changeWords } from "../features/bulk";
import { standing, statusOf } from "../features/status";
import { pick } from "../features/text";
import type { Locale } from "../features/types";
import type { Bilingual } from "../form/types";
import type { Report } from "../report/types";
import type { Severity } from "../rules/types";
import { severityNames } from "../rules/wording";
import { type Position, positionAt, readLines } from "../syntax/lines";
import type { Span } from "../syntax/span";
import type { Stale } from "./ledger";
import type { Checked, PlacedChange } from "./result";
import { changed, knownNotListed, noReport, rulesAreOff, unknownOrgan, unknownYear } from "./texts";

export interface Style {
  readonly locale: Locale;
  readonly colour: boolean;
}

export interface Totals {
  readonly reports: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  /** Findings that baselines name, which are not counted above. */
  readonly known: number;
  readonly unreadable: number;
  /** Text files of the folders that are no reports. */
  readonly passedOver: readonly string[];
  /** Places that were changed, and whether numbers' values were among them. */
  readonly changed: number;
  readonly changesValues: boolean;
  /** Places that `--fix` would change. */
  readonly fixable: Readonly<Record<BulkKind, number>>;
}

type Colour = Parameters<typeof styleText>[0];

const severityColours: Readonly<Record<Severity, Colour>> = {
  error: "red",
  warning: "yellow",
  information: "blue",
  hint: "gray",
};

/** Heading and findings of one report; every line ends with a line feed. */
export function printReport({ file, report, findings, changes, off, known }: Checked, style: Style): string {
  const textLines = readLines(report.text);
  const placeIn = (name: string, { line, character }: Position): string =>
    `${plain(name)}:${line + 1}:${character + 1}`;
  const place = ({ start }: Span): string => placeIn(file, positionAt(textLines, start));
  const lines = [
    headingOf(file, report, off, known, style),
    ...changes.map((change) => changeLine(file, change, style)),
  ];
  for (const { severity, span, rule, message, related, fixes } of findings) {
    const level = paint(pick(severityNames[severity], style.locale), severityColours[severity], style);
    lines.push(`${place(span)} ${level} ${rule} ${plain(pick(message, style.locale))}`);
    for (const other of related) {
      const where = other.within ? placeIn(other.within.file, other.within.range.start) : place(other.span);
      lines.push(paint(`    ${where} ${plain(pick(other.message, style.locale))}`, "gray", style));
    }
    const [best] = fixes;
    // One of several candidates would look like a recommendation; the message names them all.
    if (best && best.grade !== "candidate")
      lines.push(`    → ${plain(pick(best.title, style.locale))} [${pick(gradeWords[best.grade], style.locale)}]`);
  }
  return lines.map((line) => `${line}\n`).join("");
}

function headingOf(file: string, report: Report, off: number, known: number, style: Style): string {
  const { locale } = style;
  const organ = plain(report.organ ?? pick(unknownOrgan, locale));
  const year =
    report.year === null ? pick(unknownYear, locale) : locale === "zh" ? `${report.year} 年` : `${report.year}`;
  const good = report.counts.held === report.counts.total;
  return `${paint(`${plain(file)}  ${organ}  ${year}`, "bold", style)}  ${paint(standingOf(report, locale), good ? "green" : "red", style)}${off > 0 ? `  ${pick(rulesAreOff(off), locale)}` : ""}${known > 0 ? `  ${pick(knownNotListed(known), locale)}` : ""}`;
}

/** A text of which nothing was recognised has no relations worth counting. */
function standingOf(report: Report, locale: Locale): string {
  return statusOf(report, 0).readable ? standing(report.counts, locale) : pick(noReport, locale);
}

/** One number that `--fix` wrote otherwise; also told on stderr where the output is JSON. */
export function changeLine(file: string, change: PlacedChange, style: Style): string {
  const place = `${plain(file)}:${change.start.line + 1}:${change.start.character + 1}`;
  return `${place} ${paint(pick(changed, style.locale), "green", style)} ${plain(changeWords(change, style.locale))}`;
}

export function printTotals(totals: Totals, style: Style): string {
  const { reports, errors, warnings, information, known, unreadable, passedOver, changed, changesValues, fixable } =
    totals;
  const zh = [`共审校 ${reports} 份年报：错误 ${errors}，警告 ${warnings}，信息 ${information}`];
  const en = [`Reports checked: ${reports}. Errors: ${errors}, warnings: ${warnings}, information: ${information}`];
  if (known > 0) {
    zh.push(knownNotListed(known).zh);
    en.push(`Known findings, not listed: ${known}`);
  }
  if (unreadable > 0) {
    zh.push(`未能读取 ${unreadable} 个文件`);
    en.push(`Files not read: ${unreadable}`);
  }
  if (passedOver.length > 0) {
    const text = passedOverText(passedOver);
    zh.push(text.zh);
    en.push(text.en);
  }
  if (changed > 0) {
    zh.push(`已改 ${changed} 处${changesValues ? "，合计请核对台账" : ""}`);
    en.push(`Places changed: ${changed}${changesValues ? " (check the totals against the records)" : ""}`);
  }
  if (fixable.spelling > 0) {
    zh.push(`其中 ${fixable.spelling} 处数字写法可用 --fix 直接改`);
    en.push(`Spellings of numbers that --fix would correct: ${fixable.spelling}`);
  }
  if (fixable.totals > 0) {
    zh.push(`其中 ${fixable.totals} 处合计可用 --fix totals 按勾稽关系直接改`);
    en.push(`Totals that --fix totals would set to what the relations give: ${fixable.totals}`);
  }
  const text = style.locale === "zh" ? `${zh.join("；")}。` : `${en.join(". ")}.`;
  return `${paint(text, errors > 0 || unreadable > 0 || reports === 0 ? "red" : warnings > 0 ? "yellow" : "green", style)}\n`;
}

function passedOverText(files: readonly string[]): Bilingual {
  return {
    zh: `略过不是年报的文本文件 ${files.length} 个（${some(files, "、")}）`,
    en: `Text files passed over as no annual reports: ${files.length} (${some(files, ", ")})`,
  };
}

/** The same on stderr, where the output is JSON; empty where nothing was passed over. */
export function passedOverLine(files: readonly string[], locale: Locale): string {
  return files.length > 0 ? `nianbao: ${pick(passedOverText(files), locale)}\n` : "";
}

/** Findings that were left out, on stderr where the output is a program's; empty where there were none. */
export function knownLine(known: number, locale: Locale): string {
  return known > 0 ? `nianbao: ${pick(knownNotListed(known), locale)}\n` : "";
}

/** A line an entry of a baseline that no longer applies. */
export function printStale(stale: readonly Stale[], style: Style): string {
  const level = paint(pick(severityNames.hint, style.locale), severityColours.hint, style);
  return stale
    .map(({ entry, file, range: { start } }) => {
      const place = `${plain(file.file)}:${start.line + 1}:${start.character + 1}`;
      return `${place} ${level} ${plain(entry.rule)} ${plain(pick(staleWords(entry), style.locale))}\n`;
    })
    .join("");
}

/** Names enough to see what kind of files these are. */
function some(files: readonly string[], comma: string): string {
  const most = 5;
  return `${files.slice(0, most).map(plain).join(comma)}${files.length > most ? `${comma}…` : ""}`;
}

/** A message on stderr about a file. */
export function problemLine(file: string, message: Bilingual, locale: Locale): string {
  return `nianbao: ${plain(file)}: ${plain(pick(message, locale))}\n`;
}

function paint(text: string, colour: Colour, style: Style): string {
  return style.colour ? styleText(colour, text) : text;
}

/** Text quoted from a report, or a file's name, must neither break the line nor command the terminal. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "");
}
