// The document's title, and from it (else from the period or section one) the organ and the year reported on.
import { isPageNumber, trimmed, wholeCharacter } from "../syntax/characters";
import { type Lines, lineAt } from "../syntax/lines";
import type { Span } from "../syntax/span";
import type { Title } from "./types";

const pattern =
  /^(?:标题[:：])?([^，。,；;《》：:]{0,60}?)(20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年度?([^，。,；;《》：:]{0,40}?)政府信息公[开開](?:工作)?(?:年度[报報]告|年[报報]|情[况況][报報]告|[报報]告)/;
/** A sentence of the preamble that names the report is no title: 现将青禾县水务局2024年政府信息公开工作报告如下. */
const announcing = /^(?:现[将就对把]?|本年?度?报告|根据|按照|依据)/u;
/** A title without a year in front fills its lines, since pages name their columns like that. */
const yearless =
  /^(?:标题[:：])?([^，。,；;《》：:>\d]{0,60}?)政府信息公[开開](?:工作)?(?:年度[报報]告|年[报報](?=[（(]))(?:[（(]([^（()）]{0,20})[）)])?$/;
/** The year behind the title's words, in its brackets or alone on the next line: （2024年度）. */
const yearBehind = /^[（(]?(20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年度?[）)]?$/;
const organEnding =
  /(?:政府|委员会|管委会|办公厅|办公室|办事处|街道办?|厅|局|部|署|委|院|会|所|处|站|队|中心|学校|大学|医院|公司|镇|乡|街道|区|县|市|省|银行|集团|团)$/;
/** How far a title is looked for: before the first section, in the first lines that are not blank. */
const mostLines = 24;
/** A title may be torn into so many lines. */
const mostParts = 3;

/** A line that may hold a title, or a part of one. */
interface Part extends Span {
  /** Condensed: without white space and Markdown's marks, digits in half width. */
  readonly text: string;
}

/** In the lines that begin before the offset `before`; one without a year only where there is none with it. */
export function findTitle(lines: Lines, before: number): Title | null {
  const found: Part[] = [];
  for (let index = 0; index < lines.count && found.length < mostLines; index++) {
    if ((lines.starts[index] as number) >= before) break;
    const part = partOf(lines.text, lines.starts[index] as number, Math.min(lines.ends[index] as number, before));
    if (part) found.push(part);
  }
  for (let at = 0; at < found.length; at++) {
    let joined = "";
    for (let last = at; last < Math.min(found.length, at + mostParts); last++) {
      joined += (found[last] as Part).text;
      const match = pattern.exec(joined);
      if (!match || announcing.test(match[1] as string)) continue;
      // Lines above a title that is whole by itself are the page's, not the title's.
      if (last > at && organOf(pattern.exec((found[last] as Part).text)?.[1] ?? "")) break;
      return {
        span: spanOf(lines.text, found[at] as Part, found[last] as Part),
        organ: organIn(match) ?? organOf(found[at - 1]?.text ?? ""),
        year: yearOf(match[2] as string),
      };
    }
  }
  return findYearless(lines.text, found);
}

function findYearless(text: string, found: readonly Part[]): Title | null {
  for (let at = 0; at < found.length; at++) {
    let joined = "";
    for (let last = at; last < Math.min(found.length, at + mostParts); last++) {
      joined += (found[last] as Part).text;
      const [, name, remark = ""] = yearless.exec(joined) ?? [];
      if (name === undefined || (name !== "" && organOf(name) === null)) continue;
      const organ = name === "" ? organOf(found[at - 1]?.text ?? "") : organOf(name);
      const own = yearBehind.exec(remark)?.[1];
      const below = own === undefined ? yearBehind.exec(found[last + 1]?.text ?? "")?.[1] : undefined;
      const end = found[below === undefined ? last : last + 1] as Part;
      const year = own ?? below;
      return { span: spanOf(text, found[at] as Part, end), organ, year: year === undefined ? null : yearOf(year) };
    }
  }
  return null;
}

/** Whether a line by itself is a title with a year, and of which; null where it is none. */
export function titleLine(line: string): { readonly year: number } | null {
  const text = condensed(line);
  const match = pattern.exec(text);
  return match && /^(?:[（(][^（()）]{0,20}[）)])?$/.test(text.slice(match[0].length))
    ? { year: yearOf(match[2] as string) }
    : null;
}

/** What a title says besides the year and what follows from 政府信息公开 on: the organ's name, if anything. */
export function besideYear(title: string): string {
  return condensed(title)
    .replace(/^(?:标题[:：]|正文)/, "")
    .replace(/(?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年度?/, "")
    .replace(/政府信息公[开開].*$/u, "");
}

/**
 * The lowest title between the heading of another report's last section and the offset of a report's first heading. It ends its
 * line, since what goes on behind its words is prose about a report; in a line that lost its breaks it ends before white space.
 */
export function findTitleAbove(lines: Lines, heading: Span, before: number): Title | null {
  const found = partsAbove(lines, heading.end, before);
  for (let last = found.length - 1; last >= 0; last--) {
    let joined = "";
    for (let at = last; at >= 0 && at > last - mostParts; at--) {
      joined = (found[at] as Part).text + joined;
      const match = pattern.exec(joined);
      if (!match || !/^(?:[（(][^（()）]{0,20}[）)])?$/.test(joined.slice(match[0].length))) continue;
      const own = organIn(match);
      const above = own === null ? organOf(found[at - 1]?.text ?? "") : null;
      return {
        span: spanOf(lines.text, found[above === null ? at : at - 1] as Part, found[last] as Part),
        organ: own ?? above,
        year: yearOf(match[2] as string),
      };
    }
  }
  return null;
}

/** The last lines between the line that holds `from` and the offset `before`; what stands in front of that in its line is taken apart. */
function partsAbove(lines: Lines, from: number, before: number): readonly Part[] {
  const { text } = lines;
  const last = lineAt(lines, before);
  const own = Math.max(from, lines.starts[last] as number);
  const found = piecesOf(text, Math.max(own, before - longestPreamble), before).reverse();
  for (let index = last - 1, lowest = lineAt(lines, from); index > lowest && found.length < mostLines; index--) {
    const part = partOf(text, lines.starts[index] as number, lines.ends[index] as number);
    if (part) found.push(part);
  }
  return found.reverse();
}

/** In a text without line breaks a title is looked for so many characters before the first heading. */
const longestPreamble = 2000;

function piecesOf(text: string, from: number, to: number): Part[] {
  const found: Part[] = [];
  for (const piece of text.slice(from, to).matchAll(/[^\s。；;！!#*]+/g)) {
    const part = partOf(text, from + piece.index, from + piece.index + piece[0].length);
    if (part) found.push(part);
  }
  return found;
}

function partOf(text: string, from: number, to: number): Part | null {
  const { start, end } = trimmed(text, from, to);
  if (start === end || isPageNumber(text, start, end)) return null;
  return { start, end, text: condensed(text.slice(start, Math.min(end, start + 200))) };
}

/** Without white space and Markdown's marks, digits in half width. */
function condensed(text: string): string {
  return halfWidth(text.slice(0, 400).replace(/[\s\u3000#*]+/g, ""));
}

function halfWidth(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

function spanOf(text: string, { start }: Span, { end }: Span): Span {
  return { start, end: Math.min(end, wholeCharacter(text, start + 400)) };
}

function organIn(match: RegExpExecArray): string | null {
  return organOf(match[1] as string) ?? organOf(match[3] as string);
}

/** The text where it reads as the name of an organ and nothing else. */
export function organOf(text: string): string | null {
  const name = text.replace(/^(?:标题[:：]|正文)/, "").replace(/^关于(?:报送|印发|发布|公布)?/, "");
  return name.length >= 2 && name.length <= 40 && organEnding.test(name) ? name : null;
}

/** 2024, 二〇二四 and 二○二四 are 2024. */
export function yearOf(text: string): number {
  return Number(
    [...text]
      .map((char) =>
        "〇○".includes(char)
          ? "0"
          : "零一二三四五六七八九".includes(char)
            ? "零一二三四五六七八九".indexOf(char)
            : char,
      )
      .join(""),
  );
}

/** The year of the statistical period, else the first year named; null where none is. Looks at the beginning of the text only. */
export function findYear(text: string): number | null {
  const start = halfWidth(text.slice(0, 6000).replace(/[ \t\u3000\u00a0]+/g, ""));
  const period = /(20\d\d)年1月1日/.exec(start);
  if (period) return Number(period[1]);
  // The years of notices stand in tortoise-shell brackets, those of plans and comparisons later in the text.
  const named = /(?<![〔[(（])(20\d\d)年(?:度|，|,|我|全|以来|政府|市|区|县|镇|乡|街|局|上)/.exec(start);
  return named ? Number(named[1]) : null;
}
