// What is worked out of a line of prose, kept while it stays the same: with every key a text is read anew, and all of its lines
// but one are what they were. It is handed from one reading of a text to the next and goes with the last of them.
import { detached } from "./memo";
import type { Report } from "./types";

/** The words of a line or of several that belong together, wherever they stand. */
export interface Words {
  readonly text: string;
  /** By what it is, and by all it depends on beside the words. Offsets in it count from their first character. */
  readonly made: Map<string, unknown>;
}

/** A line is asked for some ten things. */
const mostMade = 100;

/** Ways of parting a text. */
type Parting = "paragraphs" | "passages";

type Kept = Map<Parting, readonly Words[]>;

const kept = new WeakMap<Report, Kept>();

/** Lets `report` go on with what was worked out for an earlier reading of the same document. */
export function goOn(report: Report, before: Report): void {
  kept.set(report, keptOf(before));
}

function keptOf(report: Report): Kept {
  const found = kept.get(report) ?? new Map<Parting, readonly Words[]>();
  kept.set(report, found);
  return found;
}

/** The words of these stretches of the text, in its order; where they are those of the reading before, with what was made of them. */
export function keptWords(
  report: Report,
  parting: Parting,
  spans: readonly { readonly start: number; readonly end: number }[],
): readonly Words[] {
  const all = keptOf(report);
  const before = all.get(parting) ?? [];
  const now = new Array<Words>(spans.length);
  const { text } = report;
  const same = (at: number, old: number): boolean => {
    const words = before[old];
    const span = spans[at];
    if (!words || !span || words.text.length !== span.end - span.start || !text.startsWith(words.text, span.start))
      return false;
    now[at] = words;
    return true;
  };
  // What a key has changed lies between what stayed the same before it and behind it.
  let first = 0;
  while (first < spans.length && same(first, first)) first++;
  let last = spans.length - 1;
  for (let old = before.length - 1; last >= first && old >= first && same(last, old); old--) last--;
  for (let at = first; at <= last; at++) {
    const { start, end } = spans[at] as { readonly start: number; readonly end: number };
    // A part of the text would keep all of it in memory, of every version that a line is left of.
    now[at] = { text: detached(text.slice(start, end)), made: new Map() };
  }
  all.set(parting, now);
  return now;
}

/** `key` says what is made, and all it depends on beside the words. */
export function madeOf<T>(words: Words, key: string, make: () => T): T {
  if (!words.made.has(key)) keep(words, key, make());
  return words.made.get(key) as T;
}

/** Of a title that is being typed each version is another key: when there are many, all are let go. */
export function keep({ made }: Words, key: string, value: unknown): void {
  if (made.size >= mostMade) made.clear();
  made.set(key, value);
}
