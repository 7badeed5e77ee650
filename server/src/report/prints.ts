// The prose of a section as prints of what stands between two stops, so that reports can be compared for text they share
// without keeping any. People who copy a report change its numbers and a word here and there, and that leaves the stretches
// beside as they are. What every report has to say in the same words is left out.
import type { Report, Section } from "./types";

export interface Prints {
  /** One for each stretch, in the order of the text; whole numbers of up to 52 bits, the same for the same words. */
  readonly prints: Float64Array;
  /** Characters of each, punctuation and white space not counted. */
  readonly lengths: Uint16Array;
}

const stops = /[。,;:!?…]+/u;
const enumerator = /^(?:\(?[一二三四五六七八九十]{1,3}[)、是.]+|\(?\d{1,2}[)、.](?!\d))+/u;
/** Shorter ones (为此, 2024年) are alike by chance. */
const shortest = 5;
/** A text that has lost its stops is cut, so that a change in it does not make all of it another. */
const longest = 60;

/** Statutory wording, what is to be said where nothing happened, and the phrases that every official text opens with. */
const formula = new RegExp(
  [
    "^[^未没无]{0,12}(?:未(?:曾|有|收|发生|出现|产生|接|被|制|设|开展|公布|涉及)|没有|无(?!障碍|纸|缝|人))",
    "^(?:本|全)年[^0-9]{0,16}0[件起次条项]",
    "政府信息公开(?:工作)?(?:条例|年度报告|年报|处理费)|信息处理费|国办|统计(?:期限|数据)|电子版|网址|邮编|联系(?:电话|人|方式|地址)|咨询电话|办公(?:地址|地点)",
    "^(?:本报告|根据|按照|依据|现(?:将|公布)|为(?:贯彻|深入|切实|全面)?落实)",
    "思想|党的|二十[大届]|十[八九]大|全会精神|重要(?:讲话|论述|指示)|领导下|指导下",
    "^(?:存在|主要)(?:的)?(?:主要)?(?:问题|不足)|^(?:改进|整改)(?:情况|措施|方向)|^(?:下一步|今后|接下来)[^0-9]{0,6}$",
  ].join("|"),
  "u",
);

/** The section's body without its headings; years count from the report's own, so that the year alone makes no difference. */
export function printsOf(report: Report, section: Section): Prints {
  const parts: string[] = [];
  let from = section.body.start;
  for (const { heading } of section.subsections) {
    if (heading.start > from) parts.push(report.text.slice(from, heading.start));
    from = Math.max(from, heading.end);
  }
  parts.push(report.text.slice(from, section.body.end));
  const prints: number[] = [];
  const lengths: number[] = [];
  for (const words of parts.flatMap((part) => stretchesIn(part, report.year))) {
    prints.push(printOf(section.id, words));
    lengths.push(words.length);
  }
  return { prints: Float64Array.from(prints), lengths: Uint16Array.from(lengths) };
}

function stretchesIn(text: string, year: number | null): readonly string[] {
  return text
    .normalize("NFKC")
    .replace(/[\s\u200b-\u200f\u2060]+/gu, "")
    .split(stops)
    .flatMap((whole): readonly string[] => {
      const bare = whole.replace(enumerator, "");
      if (formula.test(bare.slice(0, longest))) return [];
      const words = relativeYears(bare, year).replace(/[^\p{L}\p{N}]+/gu, "");
      if (words.length < shortest) return [];
      const pieces: string[] = [];
      for (let at = 0; at < words.length; at += longest) pieces.push(words.slice(at, at + longest));
      return pieces;
    });
}

function relativeYears(text: string, year: number | null): string {
  return year === null ? text : text.replace(/20\d\d(?=年)/gu, (written) => `Y${year - Number(written)}`);
}

/** Of words in a place: the same in sections one and five is two. FNV-1a twice over, with different beginnings. */
export function printOf(place: string, words: string): number {
  let one = 0x811c9dc5;
  let two = 0x9747b28c;
  for (const part of [place, "/", words])
    for (let at = 0; at < part.length; at++) {
      const code = part.charCodeAt(at);
      one = Math.imul(one ^ code, 0x01000193);
      two = Math.imul(two ^ code, 0x85ebca6b);
      two ^= two >>> 13;
    }
  return (one >>> 0) * 0x100000 + ((two >>> 0) & 0xfffff);
}

/** Characters that are the report's own words, and how many of these stand in the other's section too. */
export function sharedWith(
  own: Prints,
  other: Prints,
  common: ReadonlySet<number>,
): { readonly length: number; readonly shared: number } {
  const there = new Set(other.prints);
  let length = 0;
  let shared = 0;
  for (const [at, print] of own.prints.entries()) {
    if (common.has(print)) continue;
    const characters = own.lengths[at] ?? 0;
    length += characters;
    if (there.has(print)) shared += characters;
  }
  return { length, shared };
}
