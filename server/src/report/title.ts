// The document's title, and from it (else from the period or section one) the organ and the year reported on.
import { isPageNumber, trimmed, wholeCharacter } from "../syntax/characters";
import type { Lines } from "../syntax/lines";
import type { Title } from "./types";

const pattern =
  /^(?:标题[:：])?([^，。,；;《》：:]{0,60}?)(20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年度?([^，。,；;《》：:]{0,40}?)政府信息公开(?:工作)?(?:年度报告|年报|情况报告|报告)/;
const organEnding =
  /(?:政府|委员会|管委会|办公厅|办公室|办事处|街道办?|厅|局|部|署|委|院|会|所|处|站|队|中心|学校|大学|医院|公司|镇|乡|街道|区|县|市|省|银行|集团|团)$/;
/** How far a title is looked for: before the first section, in the first lines that are not blank. */
const mostLines = 24;

export function findTitle(lines: Lines, before: number): Title | null {
  const found: { start: number; end: number; text: string }[] = [];
  for (let index = 0; index < lines.count && found.length < mostLines; index++) {
    if ((lines.starts[index] as number) >= before) break;
    const span = trimmed(lines.text, lines.starts[index] as number, lines.ends[index] as number);
    if (span.end > span.start && !isPageNumber(lines.text, span.start, span.end))
      found.push({
        ...span,
        text: lines.text.slice(span.start, Math.min(span.end, span.start + 200)).replace(/[\s\u3000#*]+/g, ""),
      });
  }
  for (let at = 0; at < found.length; at++) {
    let joined = "";
    for (let last = at; last < Math.min(found.length, at + 3); last++) {
      joined += (found[last] as { text: string }).text;
      const match = pattern.exec(joined);
      if (!match) continue;
      // Lines above a title that is whole by itself are the page's, not the title's.
      if (last > at && organOf(pattern.exec((found[last] as { text: string }).text)?.[1] ?? "")) break;
      const first = found[at] as { start: number };
      const end = (found[last] as { end: number }).end;
      const before = match[1] as string;
      const between = match[3] as string;
      return {
        span: { start: first.start, end: Math.min(end, wholeCharacter(lines.text, first.start + 400)) },
        organ: organOf(before) ?? organOf(between) ?? organOf(found[at - 1]?.text ?? ""),
        year: yearOf(match[2] as string),
      };
    }
  }
  return null;
}

function organOf(text: string): string | null {
  const name = text.replace(/^(?:标题[:：]|正文)/, "").replace(/^关于/, "");
  return name.length >= 2 && name.length <= 40 && organEnding.test(name) ? name : null;
}

function yearOf(text: string): number {
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
  const start = text.slice(0, 6000).replace(/[ \t\u3000\u00a0]+/g, "");
  const period = /(20\d\d)年1月1日/.exec(start);
  if (period) return Number(period[1]);
  // The years of notices stand in tortoise-shell brackets, those of plans and comparisons later in the text.
  const named = /(?<![〔[(（])(20\d\d)年(?:度|，|,|我|全|以来|政府|市|区|县|镇|乡|街|局|上)/.exec(start);
  return named ? Number(named[1]) : null;
}
