import type { Bilingual } from "../form/types";
import { isQuoted, oneLine } from "../report/quote";
import type { Report, Section } from "../report/types";
import { type Stretch, stretchesOf } from "../report/unbroken";
import { isDigit, isPageNumber } from "../syntax/characters";
import { chineseNumber, numberOf } from "../syntax/numerals";
import type { Span } from "../syntax/span";
import { isProse } from "./sections";
import { type Item, misnumbered, type Series } from "./series";
import type { Draft, Rule, TextEdit } from "./types";
import { noNumbers, quoted } from "./wording";

/** 一是 at the beginning of a sentence or clause; 统一是 and 之一是 are none. */
const point = /(?<=^|[。；;：:，,、！？”）)\s])[一二三四五六七八九十]{1,3}(?=\s{0,4}是)/gu;
/** What all of them have in common; most paragraphs have none. */
const mayPoint = /[一二三四五六七八九十]\s{0,4}是/u;
const bracket = /^[#*\s]*[（(]([一二三四五六七八九十]{1,3})[）)]/u;
const digits = /^(\d{1,2})[.、．](?!\d)/u;

/** How an ordinal is written, of which the series gives the number. */
interface Writing {
  readonly shown: (value: number) => string;
  readonly written: (value: number) => string;
}

const points: Writing = { shown: (value) => `${chineseNumber(value)}是`, written: chineseNumber };
const brackets: Writing = { shown: (value) => `（${chineseNumber(value)}）`, written: chineseNumber };
const figures: Writing = { shown: (value) => `${value}.`, written: String };

export const numbering: Rule = {
  id: "numbering",
  severity: "warning",
  title: { zh: "序号重复或跳号", en: "An ordinal repeated or left out" },
  page: {
    what: {
      zh: "同一段中的“一是、二是、三是”，同一部分中的小标题“（一）（二）（三）”，相邻各段的“1. 2. 3.”，序号重复或中间缺号。从一重新开始的是另一组；嵌套的、不从一开始的、缺的序号以别的写法出现的不报告。第二、三、四部分是表格，不查。",
      en: "In 一是、二是、三是 of one paragraph, the subheadings （一）（二）（三） of one section, or 1. 2. 3. of neighbouring paragraphs, an ordinal is repeated or left out. One that begins with one again is another series; what is nested, does not begin with one, or has the missing ordinal in another writing is not reported. Sections two to four are tables and not looked at.",
    },
    why: {
      zh: "多为增删内容后没有重排序号，也可能漏了一项。",
      en: "Usually a paragraph was added or removed and the rest not renumbered; an item may be missing.",
    },
    remedy: {
      zh: "先核对是否漏写。快速修复按先后依次编号，标题写明各处由什么改为什么。",
      en: "First check that nothing is missing. The quick fix numbers the series in its order; its title says what becomes what.",
    },
  },
  wrong:
    "五、存在的主要问题及改进情况\n公开内容不够全面。一是加强学习；«三»是丰富形式；三是严格审核。\n六、其他需要报告的事项\n",
  right:
    "五、存在的主要问题及改进情况\n公开内容不够全面。一是加强学习；二是丰富形式；三是严格审核。\n六、其他需要报告的事项\n",
  *check(report) {
    const apart = between(report);
    let told = 0;
    for (const { section, items, writing } of runsOf(report))
      for (const series of misnumbered(items, apart)) {
        if (told++ === mostTold) return;
        yield draft(section, series, writing);
      }
  },
};

/** A text with more of them is no prose that anyone numbered; these tell as much as all would. */
const mostTold = 50;

/** Ordinals of one kind that may belong together. */
interface Run {
  readonly section: Section;
  readonly items: readonly Item[];
  readonly writing: Writing;
}

/** 一是… within a paragraph or at the head of neighbouring ones, 1. at the head of neighbouring ones, subheadings. */
function* runsOf(report: Report): Iterable<Run> {
  let heads: Item[] = [];
  let numbered: Item[] = [];
  let last: Section | null = null;
  for (const stretch of stretchesOf(report)) {
    const { section, start } = stretch;
    if (!section || !isProse(report, section) || isPageNumber(report.text, start, stretch.end)) continue;
    const within = pointsIn(report, stretch);
    const head = within.length === 1 && within[0]?.span.start === start ? within[0] : null;
    const figure = isDigit(report.text.charCodeAt(start))
      ? digits.exec(report.text.slice(start, start + 4))?.[1]
      : null;
    if (!head || section !== last) {
      if (last && heads.length > 1) yield { section: last, items: heads, writing: points };
      heads = [];
    }
    if (!figure || section !== last) {
      if (last && numbered.length > 1) yield { section: last, items: numbered, writing: figures };
      numbered = [];
    }
    if (head) heads.push(head);
    else if (within.length > 1) yield { section, items: within, writing: points };
    if (figure) numbered.push({ value: Number(figure), span: { start, end: start + figure.length } });
    last = section;
  }
  if (last) {
    yield { section: last, items: heads, writing: points };
    yield { section: last, items: numbered, writing: figures };
  }
  for (const section of report.sections)
    if (isProse(report, section)) yield { section, items: subheadings(section), writing: brackets };
}

function pointsIn({ text }: Report, { start, end }: Stretch): readonly Item[] {
  const prose = text.slice(start, end);
  if (!mayPoint.test(prose)) return [];
  return Array.from(prose.matchAll(point))
    .filter(({ index }) => !isQuoted(prose, index))
    .map(({ 0: numeral, index }) => ({
      value: numberOf(numeral),
      span: { start: start + index, end: start + index + numeral.length },
    }));
}

function subheadings({ subsections }: Section): readonly Item[] {
  return subsections.flatMap(({ title, heading }) => {
    const numeral = bracket.exec(title);
    if (!numeral?.[1]) return [];
    const start = heading.start + numeral[0].length - 1 - numeral[1].length;
    return [{ value: numberOf(numeral[1]), span: { start, end: start + numeral[1].length } }];
  });
}

/** The text between two ordinals, in which the one left out may stand in another writing; beyond this length nobody looks. */
const mostBetween = 20_000;

function between({ text }: Report): (from: Span, to: Span) => string {
  return (from, to) => text.slice(from.end, Math.min(to.start, from.end + mostBetween));
}

/** So many ordinals are named around the wrong one. */
const mostShown = 6;

function draft(section: Section, { items, wrong }: Series, { shown, written }: Writing): Draft {
  const first = items[wrong] as Item;
  const from = Math.max(0, Math.min(wrong - 2, items.length - mostShown));
  const shownItems = items.slice(from, from + mostShown);
  const is = listed(shownItems.map(({ value }) => shown(value)));
  const due = listed(shownItems.map((_, index) => shown(from + index + 1)));
  const changed = items.flatMap(({ value, span }, index) =>
    value === index + 1 ? [] : [{ value, span, due: index + 1 }],
  );
  const edits = changed.map((each): TextEdit => ({ span: each.span, newText: written(each.due) }));
  const changes = changed.map((each) => `${shown(each.value)} → ${shown(each.due)}`);
  const title = oneLine(section.form.title);
  const gap = leftOut(items).map(shown);
  const missing = listed(gap);
  return {
    span: first.span,
    message:
      gap.length > 0
        ? {
            zh: `“${title}”部分：序号${is.zh}缺${missing.zh}`,
            en: `Section “${title}”: of the ordinals ${is.en}, ${missing.en} is missing`,
          }
        : {
            zh: `“${title}”部分：序号${is.zh}，应依次为${due.zh}`,
            en: `Section “${title}”: the ordinals are ${is.en}; in order they would be ${due.en}`,
          },
    advice: {
      zh: "请核对是否漏写，并依次编号",
      en: "Check that nothing is missing and number the items in order",
    },
    fixes: [
      {
        kind: "prose",
        grade: "candidate",
        title: { zh: `重新编号：${changes.join("、")}`, en: `Renumber: ${changes.join(", ")}` },
        edits,
        sets: noNumbers,
      },
    ],
  };
}

/** The numbers a series passes over; none where one also stands twice, since then it may be that one that is wrong. */
function leftOut(items: readonly Item[]): readonly number[] {
  const missing: number[] = [];
  for (let index = 1; index < items.length; index++) {
    const [before, { value }] = [(items[index - 1] as Item).value, items[index] as Item];
    if (value <= before) return [];
    for (let each = before + 1; each < value; each++) missing.push(each);
  }
  return missing;
}

function listed(words: readonly string[]): Bilingual {
  return { zh: quoted(words.join("、")), en: words.map(quoted).join(", ") };
}
