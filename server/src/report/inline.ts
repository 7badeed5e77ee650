// Headings in the middle of lines, for a text that lost its line breaks, as a whole or in part.
import { sections as form } from "../form/index";
import type { FormSection } from "../form/types";
import { isSpace, trimmed } from "../syntax/characters";
import { hasFigures } from "./figures";
import { fold, likeness } from "./fold";
import type { Heading } from "./headings";

/** A title with a slip in it is looked for in so many characters. */
const longestTitle = 60;
/** Ordinals inside lines that are compared with their section's titles; a report has some twenty. */
const mostNear = 200;
/** Fewer titles in the middle of lines may be named by prose. */
const fewestTold = 3;

const byOrdinal = new Map(form.map((section) => [section.ordinal, section]));
/** The longest first, since one title may begin another. */
const titlesOf = new Map(
  form.map((section) => [section, [section.title, ...section.variants].sort((a, b) => b.length - a.length)]),
);

/** The headings of a text without line breaks; null where there are not three. */
export function inlineHeadings(text: string): readonly Heading[] | null {
  const { told, others } = titlesIn(text);
  if (told.length < fewestTold) return null;
  const known = new Set(told.map((heading) => heading.form));
  const found = [...told];
  for (const { form: section, span } of others) {
    const length = known.has(section) ? null : mistypedLength(text.slice(span.end, span.end + longestTitle), section);
    if (length === null) continue;
    known.add(section);
    found.push({ form: section, span: { start: span.start, end: span.end + length }, match: "mistyped" });
  }
  return found.sort((one, two) => one.span.start - two.span.start);
}

/**
 * The headings that stand on their lines and, between them, those of parts that lost their line breaks: another report, or the
 * rest of this one. Such a part has three titles and the numbers of a table; anything less may be prose that names the titles.
 */
export function withInline(text: string, headings: readonly Heading[]): readonly Heading[] {
  const all: Heading[] = [];
  for (let at = 0; at <= headings.length; at++) {
    const from = headings[at - 1]?.span.end ?? 0;
    const to = headings[at]?.span.start ?? text.length;
    const told = titlesIn(text.slice(from, to)).told.filter(({ span }) => !beginsLine(text, from + span.start));
    const sections = new Set(told.map((heading) => heading.form)).size;
    if (sections >= fewestTold && hasFigures(text, from + (told[0] as Heading).span.end, to))
      for (const { span, ...heading } of told)
        all.push({ ...heading, span: { start: from + span.start, end: from + span.end } });
    const own = headings[at];
    if (own) all.push(own);
  }
  return all.length > headings.length ? all : headings;
}

interface Titles {
  readonly told: readonly Heading[];
  /** Ordinals without a title behind them; the span is the ordinal's. */
  readonly others: readonly Omit<Heading, "match">[];
}

function titlesIn(text: string): Titles {
  const found: Heading[] = [];
  const others: Omit<Heading, "match">[] = [];
  for (const match of text.matchAll(/(?<![“"《‘])([一二三四五六])、/g)) {
    const section = byOrdinal.get(match[1] as string) as FormSection;
    const start = match.index;
    const end = start + match[0].length;
    const title = titlesOf.get(section)?.find((known) => text.startsWith(known, end));
    if (title) found.push({ form: section, span: { start, end: end + title.length }, match: "standard" });
    else if (others.length < mostNear) others.push({ form: section, span: { start, end } });
  }
  // A sentence that lists the titles has nothing between them.
  const told = found.filter(({ span }, at) => {
    const next = found[at + 1]?.span.start;
    return next === undefined || trimmed(text, span.end, next).end > span.end + 3;
  });
  return { told, others };
}

/** Headings that begin a line were looked at before, and are none if they were not taken. */
function beginsLine(text: string, offset: number): boolean {
  for (let at = offset - 1; at >= 0; at--) {
    const character = text[at] as string;
    if (character === "\n" || character === "\r") return true;
    if (!isSpace(text.charCodeAt(at)) && !"#*".includes(character)) return false;
  }
  return true;
}

/** How much of the text is the section's title with a slip in it; null where it is none. */
function mistypedLength(text: string, section: FormSection): number | null {
  let best = { length: 0, score: 0 };
  for (const title of [section.title, ...section.variants]) {
    for (let length = Math.max(title.length - 2, 4); length <= title.length + 2; length++) {
      const score = likeness(fold(title).key, fold(text.slice(0, length)).key);
      if (score > best.score) best = { length, score };
    }
  }
  return best.score >= 0.85 ? best.length : null;
}
