// Which of a text's ordinals belong to one series, and whether it counts one, two, three: for the rule numbering.

import { chineseNumber } from "../syntax/numerals";
import type { Span } from "../syntax/span";

export interface Item {
  readonly value: number;
  /** The numeral alone. */
  readonly span: Span;
}

/** A series that begins with one and does not go on by one each time. */
export interface Series {
  readonly items: readonly Item[];
  /** Index of the first item whose number is not its place. */
  readonly wrong: number;
}

/** A longer run of ordinals is a list from elsewhere, not prose. */
const longest = 20;
/** Series open one inside the other. */
const deepest = 4;
/** Where more numbers are left out in one place, a stretch of the text is missing rather than a number. */
const widest = 3;

/**
 * The series among `items` (in the order of the text) that are surely misnumbered. `between` gives the text from one item to
 * the next. Linear in the items and, since each gap is looked through once, in the text.
 */
export function misnumbered(items: readonly Item[], between: (from: Span, to: Span) => string): readonly Series[] {
  const done: (readonly Item[])[] = [];
  const open: Item[][] = [];
  const close = (until: number): void => {
    while (open.length > until) done.push(open.pop() ?? []);
  };
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as Item;
    const own = open.at(-1);
    const last = own?.at(-1);
    // 一是…一是…三是…: the second is no new beginning.
    const again = item.value === 1 && own?.length === 1 && items[index + 1]?.value === 3;
    if (item.value === 1 && !again) {
      if (open.length === deepest) done.push(open.shift() ?? []);
      open.push([item]);
      continue;
    }
    const going = open.findLastIndex((series) => (series.at(-1)?.value ?? 0) + 1 === item.value);
    if (going >= 0 && !again) {
      close(going + 1);
      open[going]?.push(item);
    } else if (own && last && follows(last, item, between)) own.push(item);
    // Neither the next of any series nor surely a slip in this one: nothing is said of what was open.
    else open.length = 0;
  }
  close(0);
  return done
    .flatMap((series): Series[] => {
      const wrong = series.findIndex(({ value }, index) => value !== index + 1);
      return wrong > 0 && series.length <= longest ? [{ items: series, wrong }] : [];
    })
    .sort((one, two) => (one.items[0]?.span.start ?? 0) - (two.items[0]?.span.start ?? 0));
}

/** Whether the item belongs behind `last` though its number is the same, or one or more are left out before it. */
function follows(last: Item, item: Item, between: (from: Span, to: Span) => string): boolean {
  const gap = item.value - last.value - 1;
  if (gap < -1 || gap > widest) return false;
  const text = between(last.span, item.span);
  for (let value = last.value + 1; value < item.value; value++) if (mentions(text, value)) return false;
  return true;
}

/** 二要, 第二, （二, 2.: the number stands there in another writing. */
function mentions(text: string, value: number): boolean {
  return new RegExp(
    `(?:[。；;：:，,、！？”）)（(第其\\s])(?:${chineseNumber(value)}(?![一二三四五六七八九十])|${value}(?!\\d))`,
    "u",
  ).test(text);
}
