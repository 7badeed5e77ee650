import type { Bilingual } from "../form/types";
import { madeOf, type Words } from "../report/kept";
import { paragraphsOf } from "../report/paragraphs";
import type { Report, Section } from "../report/types";
import { isIdeograph } from "../syntax/characters";
import type { Span } from "../syntax/span";
import { isProse } from "./sections";
import type { Draft, Rule } from "./types";
import { both, quoted, replacement } from "./wording";

/** Marks that go together; half and full width of a bracket are the same mark, as many reports mix them. */
interface Pair {
  readonly open: string;
  readonly close: string;
  /** Both in half width, where that is another writing of the same mark. */
  readonly halfWidth?: string;
  readonly name: Bilingual;
}

const pairs: readonly Pair[] = [
  { open: "“", close: "”", name: { zh: "双引号", en: "double quote" } },
  { open: "‘", close: "’", name: { zh: "单引号", en: "single quote" } },
  { open: "（", close: "）", halfWidth: "()", name: { zh: "括号", en: "bracket" } },
  { open: "《", close: "》", name: { zh: "书名号", en: "title mark" } },
  { open: "〈", close: "〉", name: { zh: "单书名号", en: "single title mark" } },
  { open: "〔", close: "〕", name: { zh: "六角括号", en: "tortoise-shell bracket" } },
  { open: "【", close: "】", name: { zh: "方头括号", en: "lenticular bracket" } },
  { open: "「", close: "」", name: { zh: "直角引号", en: "corner quote" } },
  { open: "『", close: "』", name: { zh: "双直角引号", en: "double corner quote" } },
];
interface Side {
  readonly pair: number;
  readonly opens: boolean;
}

const sides: ReadonlyMap<number, Side> = new Map(
  pairs.flatMap(({ open, close, halfWidth = "" }, pair): [number, Side][] =>
    [open, close, ...halfWidth].map((sign, at) => [sign.charCodeAt(0), { pair, opens: at % 2 === 0 }]),
  ),
);
const bracket = pairs.findIndex(({ open }) => open === "（");

/** Where nothing opened it, the bracket of 1）, a) or 三）, which stands alone on purpose. */
const enumerator = /(?:^|[。；;：:，,、！？\s])(?:\d{1,2}|[a-zA-Z]|[①-⑳]|[一二三四五六七八九十]{1,2})[)）]$/u;
const mayEnumerate = /[\da-zA-Z①-⑳一二三四五六七八九十]/u;

/** More of one mark in one section come from the conversion of the file and are told once. */
const mostTold = 3;
/** Two quotes of the same side as near as this, with no sentence's end between, were meant as a pair. */
const longestQuoted = 24;

/** Offset of one that opens, or `~offset` of one that closes: of a broken file there may be a million. */
type Mark = number;

export const quotes: Rule = {
  id: "quotes",
  severity: "information",
  title: { zh: "引号、括号不成对", en: "A quote or bracket without its counterpart" },
  page: {
    what: {
      zh: "正文中的引号、括号、书名号只有一边，如“三审三校制度”缺左引号，或两边用了同一个。同一部分内能配对的不报告，隔行的也算；半角与全角括号视为一对；“1）”“a)”一类序号不报告；第二、三、四部分是表格，不查。同一部分同一种符号多处不成对的，只报告一次。",
      en: "A quote, bracket or title mark in the prose stands on one side only, or the same one on both sides. Pairs within a section are not reported, though lines may lie between them; half and full width make a pair; neither are enumerators (1）, a)) or sections two to four, which are tables. Many of the same mark in one section are told once.",
    },
    why: {
      zh: "标点符号的用法见国家标准《标点符号用法》；多为漏打，也可能是从 PDF、网页转换时丢失。",
      en: "Usually a slip of the keyboard; it may also have been lost when a PDF or a page was converted.",
    },
    remedy: {
      zh: "补上缺的一边或删去多余的一边。两边用了同一个的，快速修复把它换成另一边。",
      en: "Add the missing side or remove the odd one. Where both sides are the same, the quick fix turns one.",
    },
  },
  wrong: "一、总体情况\n严格落实三审三校«”»制度，发布前逐级审核。\n二、主动公开政府信息情况\n",
  right: "一、总体情况\n严格落实“三审三校”制度（1）拟稿人自查；2）逐级审核。\n二、主动公开政府信息情况\n",
  *check(report) {
    for (const [section, found] of marksBySection(report))
      for (const [index, pair] of pairs.entries()) yield* told(report, section, pair, found[index] ?? []);
  },
};

function marksBySection(report: Report): ReadonlyMap<Section | null, readonly (readonly Mark[])[]> {
  const { text } = report;
  const sections = new Map<Section | null, Mark[][]>();
  for (const { start, section, words } of paragraphsOf(report)) {
    if (!isProse(report, section)) continue;
    const found = sections.get(section) ?? pairs.map(() => []);
    sections.set(section, found);
    for (const { at, side } of madeOf(words, "marks", () => marksIn(words))) {
      const place = start + at;
      if (text[place] === "’" && isApostrophe(text, place)) continue;
      found[side.pair]?.push(side.opens ? place : ~place);
    }
  }
  return sections;
}

function marksIn({ text }: Words): readonly { readonly at: number; readonly side: Side }[] {
  const marks: { readonly at: number; readonly side: Side }[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const side = isIdeograph(code) ? undefined : sides.get(code);
    if (side) marks.push({ at, side });
  }
  return marks;
}

/** APP’s, ’24. */
function isApostrophe(text: string, at: number): boolean {
  return /[a-zA-Z0-9]/.test(text[at + 1] ?? "") && !/‘/.test(text.slice(Math.max(0, at - longestQuoted), at));
}

function* told(report: Report, section: Section | null, pair: Pair, found: readonly Mark[]): Iterable<Draft> {
  const { text } = report;
  const alone = unmatched(text, pair === pairs[bracket], found);
  const first = alone[0];
  if (first === undefined) return;
  const title = section?.form.title;
  const within: Bilingual = title ? { zh: `“${title}”部分`, en: `Section “${title}”` } : { zh: "前言", en: "Preamble" };
  if (alone.length > mostTold) {
    yield {
      span: spanOf(first),
      message: {
        zh: `${within.zh}有 ${alone.length} 处${pair.name.zh}不成对，可能是转换文件时丢失`,
        en: `${within.en}: ${alone.length} ${pair.name.en}s have no counterpart, perhaps lost when the file was converted`,
      },
      advice: { zh: "请对照原文件核对标点", en: "Compare the punctuation with the original file" },
    };
    return;
  }
  for (let index = 0; index < alone.length; index++) {
    const mark = alone[index] as Mark;
    const next = alone[index + 1];
    if (next !== undefined && meantAsPair(text, pair, mark, next)) {
      index++;
      yield twice(text, within, pair, mark >= 0 ? next : mark);
    } else yield single(text, within, pair, mark);
  }
}

/** What stays when pairs are taken away, in the order of the text. */
function unmatched(text: string, brackets: boolean, found: readonly Mark[]): readonly Mark[] {
  const open: Mark[] = [];
  const odd: Mark[] = [];
  const enumerators: Mark[] = [];
  for (const mark of found) {
    if (mark >= 0) open.push(mark);
    else if (brackets && enumerates(text, ~mark)) enumerators.push(mark);
    else if (open.pop() === undefined) odd.push(mark);
  }
  // （甲、2） ends like an enumerator and closes a bracket all the same.
  let last = enumerators.length - 1;
  for (let index = open.length - 1; index >= 0; index--) {
    const mark = open[index] as Mark;
    const closing = enumerators[last];
    if (closing !== undefined && ~closing > mark) last--;
    else odd.push(mark);
  }
  return odd.sort((one, two) => offsetOf(one) - offsetOf(two));
}

function enumerates(text: string, at: number): boolean {
  return mayEnumerate.test(text[at - 1] ?? "") && enumerator.test(text.slice(Math.max(0, at - 4), at + 1));
}

function meantAsPair(text: string, { open }: Pair, one: Mark, two: Mark): boolean {
  if ((open !== "“" && open !== "‘") || one >= 0 !== two >= 0) return false;
  const [from, to] = [offsetOf(one), offsetOf(two)];
  return to - from <= longestQuoted && !/[。；;，,！？“”‘’\r\n]/u.test(text.slice(from + 1, to));
}

function twice(text: string, within: Bilingual, pair: Pair, mark: Mark): Draft {
  const [around, side, other] = [contextOf(text, mark), sideOf(pair, mark >= 0), sideOf(pair, mark < 0)];
  const change = both(`${side.sign} → ${other.sign}`);
  return {
    span: spanOf(mark),
    message: {
      zh: `${within.zh}${around}：两边都是${side.zh}，此处应为${other.zh}`,
      en: `${within.en}, ${around}: ${side.en}s on both sides; this one should be the ${other.en}`,
    },
    advice: { zh: "请核对引号", en: "Check the quotes" },
    fixes: [replacement("prose", "candidate", { ...spanOf(mark), newText: other.sign }, change)],
  };
}

function single(text: string, within: Bilingual, pair: Pair, mark: Mark): Draft {
  const [around, side, other] = [contextOf(text, mark), sideOf(pair, mark >= 0), sideOf(pair, mark < 0)];
  return {
    span: spanOf(mark),
    message: {
      zh: `${within.zh}${around}：${side.zh}没有对应的${other.zh}`,
      en: `${within.en}, ${around}: the ${side.en} has no ${other.en}`,
    },
    advice: { zh: "请补上缺的一边，或删去多余的一边", en: "Add the missing side or remove the odd one" },
  };
}

function sideOf({ open, close, name }: Pair, opens: boolean): Bilingual & { readonly sign: string } {
  return opens
    ? { zh: `左${name.zh}`, en: `left ${name.en}`, sign: open }
    : { zh: `右${name.zh}`, en: `right ${name.en}`, sign: close };
}

function offsetOf(mark: Mark): number {
  return mark >= 0 ? mark : ~mark;
}

function spanOf(mark: Mark): Span {
  return { start: offsetOf(mark), end: offsetOf(mark) + 1 };
}

/** The mark and some characters of its line around it, by which it can be found in Word. */
function contextOf(text: string, mark: Mark): string {
  const at = offsetOf(mark);
  const before = /[^\r\n]*$/u.exec(text.slice(Math.max(0, at - 10), at))?.[0] ?? "";
  const behind = /^[^\r\n]*/u.exec(text.slice(at, at + 11))?.[0] ?? "";
  return quoted(before + behind);
}
