// Finds the headings of the six sections. Row labels of table three carry the same ordinals (一、本年新收…) and are none;
// neither is a table of contents, whose entries have nothing below them and come again.
import { sections as form } from "../form/index";
import type { FormSection } from "../form/types";
import { isSpace, trimmed } from "../syntax/characters";
import type { Lines } from "../syntax/lines";
import type { Span } from "../syntax/span";
import { fold, likeness } from "./fold";
import { inlineHeadings } from "./inline";
import { isTableLabel } from "./labels";
import { lazy } from "./memo";

export interface Heading {
  readonly form: FormSection;
  /** The heading's own text. */
  readonly span: Span;
  readonly match: "standard" | "mistyped";
}

interface Candidate extends Heading {
  /** sure: ordinal and title agree. renumbered: a title behind another ordinal, or another title. bare: without ordinal. */
  readonly rank: "sure" | "renumbered" | "bare";
}

const titles = lazy(
  () =>
    new Map<string, FormSection>(
      form.flatMap((section) =>
        [section.title, ...section.variants].map((title) => [fold(title).key, section] as const),
      ),
    ),
);
/** How each section's title may be worded: rightly, and otherwise. */
const keys = lazy(
  () =>
    new Map(
      form.map((section) => [
        section,
        {
          right: [section.title, ...section.variants].map((title) => fold(title).key),
          other: section.wordings.map((title) => fold(title).key),
        },
      ]),
    ),
);
const byOrdinal = new Map(form.map((section) => [section.ordinal, section]));
const longestHeading = 60;
const ordinalHeading =
  /^[#*\s\u200b-\u200f]*([一二三四五六⼀⼆])[\s\u200b-\u200f]*([、､.．,，:：]|是|\s)[\s\u200b-\u200f]*/;

/** Whether a line can be a heading, told by its first character: most lines cannot. */
export function mayBeHeading(text: string, start: number, end: number): boolean {
  return beginningOf(text, start, end) !== null;
}

/** The offset of a line's first character that is no white space, where a heading may begin with that; else null. */
function beginningOf(text: string, start: number, end: number): number | null {
  let first = start;
  while (first < end && isSpace(text.charCodeAt(first))) first++;
  return first < end && mayBegin.has(text.charCodeAt(first)) ? first : null;
}

export function findHeadings(lines: Lines): readonly Heading[] {
  const candidates: Candidate[] = [];
  for (let index = 0; index < lines.count; index++) {
    const candidate = headingOf(lines, index);
    if (candidate) candidates.push(candidate);
  }
  const found = choose(candidates, lines.text);
  return found.length >= 3 ? found : (inlineHeadings(lines.text) ?? found);
}

function headingOf(lines: Lines, index: number): Candidate | null {
  const { text } = lines;
  const end = lines.ends[index] as number;
  const first = beginningOf(text, lines.starts[index] as number, end);
  if (first === null) return null;
  const line = text.slice(first, Math.min(end, first + 200));
  const ordinal = ordinalHeading.exec(line);
  if (!ordinal) return bareHeading(text, first, end);
  const section = byOrdinal.get((ordinal[1] as string).normalize("NFKC")) as FormSection;
  const title = line.slice(ordinal[0].length);
  const heading = (to: number, match: Heading["match"], form: FormSection): Candidate => {
    return {
      form,
      span: unmarked(text, first, first + to),
      match: ordinal[2] === "是" || form !== section ? "mistyped" : match,
      rank: form === section ? "sure" : "renumbered",
    };
  };
  if (title.length <= longestHeading) {
    const exact = titles().get(fold(title).key);
    if (exact) return heading(line.length, "standard", exact);
  }
  // 一是… also counts points in prose: there nothing but a whole title is a heading.
  if (ordinal[2] === "是") return null;
  // A title with its text on the same line, or with residue in brackets behind it.
  for (const cut of title.matchAll(/[:：\s（(。]/g)) {
    if (cut.index > longestHeading) break;
    const exact = titles().get(fold(title.slice(0, cut.index)).key);
    if (exact !== section) continue;
    const residue = /^[（(]/.test(cut[0]) && title.length <= longestHeading;
    return heading(residue ? line.length : ordinal[0].length + cut.index, residue ? "mistyped" : "standard", exact);
  }
  if (title.length > longestHeading) return null;
  const torn = tornEnd(lines, index, title, section);
  if (torn !== null) return heading(torn - first, "standard", section);
  if (isTableLabel(line)) return null;
  const near = nearTitle(title, section);
  if (!near) return null;
  const found = heading(line.length, "mistyped", section);
  return near === "right" ? found : { ...found, rank: "renumbered" };
}

/** Where a title that was torn over two lines ends; null where the next line does not complete it. */
function tornEnd(lines: Lines, index: number, title: string, section: FormSection): number | null {
  for (let next = index + 1; next <= index + 2 && next < lines.count; next++) {
    const { start, end } = trimmed(lines.text, lines.starts[next] as number, lines.ends[next] as number);
    if (start === end) continue;
    if (end - start > longestHeading) return null;
    const { key } = fold(title + lines.text.slice(start, end));
    return keys().get(section)?.right.includes(key) ? end : null;
  }
  return null;
}

/** Whether a title is much like the section's (right), or like one that only means the section (other). */
function nearTitle(title: string, section: FormSection): "right" | "other" | null {
  const key = fold(title).key.replace(/^[0-9]{4}年度?/, "");
  const near = (other: string) => Math.abs(other.length - key.length) <= 8 && likeness(other, key) >= 0.7;
  const known = keys().get(section);
  if (known?.other.includes(key)) return "other";
  if (known?.right.some(near)) return "right";
  return known?.other.some(near) ? "other" : null;
}

/** A section's title standing alone on its line, its ordinal lost. */
function bareHeading(text: string, first: number, end: number): Candidate | null {
  if (end - first > longestHeading) return null;
  const line = text.slice(first, end);
  const { key, mark } = fold(line);
  const section = mark === "none" ? titles().get(key) : undefined;
  if (!section || key.length < 4) return null;
  return { form: section, span: unmarked(text, first, end), match: "mistyped", rank: "bare" };
}

/** Without Markdown's marks around it (## …, **…**), which belong to no title. */
function unmarked(text: string, start: number, end: number): Span {
  const isMark = (at: number) => text[at] === "#" || text[at] === "*" || isSpace(text.charCodeAt(at));
  let from = start;
  let to = end;
  while (from < to && isMark(from)) from++;
  while (to > from && isMark(to - 1)) to--;
  return { start: from, end: to };
}

// Characters a heading can begin with, so that most lines of prose cost one look.
const mayBegin = new Set<number>(
  [
    "一二三四五六⼀⼆#*",
    ...form.flatMap((section) => [section.title, ...section.variants].map((title) => title[0] as string)),
  ].flatMap((chars) => [...chars].map((char) => char.charCodeAt(0))),
);

/** Of several candidates for a section the surest stand; a heading with nothing below it that comes again is contents. */
function choose(candidates: readonly Candidate[], text: string): readonly Heading[] {
  const sure = new Set(
    candidates.filter((candidate) => candidate.rank === "sure").map((candidate) => candidate.form.id),
  );
  const renumbered = new Set(
    candidates.filter((candidate) => candidate.rank === "renumbered").map((candidate) => candidate.form.id),
  );
  const kept = candidates.filter(
    ({ rank, form: { id } }) =>
      rank === "sure" ||
      (rank === "renumbered" && !sure.has(id)) ||
      (rank === "bare" && !sure.has(id) && !renumbered.has(id)),
  );
  const lastAt = new Map(kept.map(({ form: { id } }, at) => [id, at]));
  const comesAgain = (at: number, behind: number) => (lastAt.get((kept[at] as Candidate).form.id) as number) > behind;
  const found: Heading[] = [];
  for (let at = 0; at < kept.length; ) {
    const listed = endOfRun(text, kept, at, true);
    // Below the last entry of a table of contents stands whatever follows it: the title, the preamble.
    const whole = listed - at + 1 >= fewestContents;
    const last = whole ? listed : endOfRun(text, kept, at, false);
    for (let entry = at; entry <= last; entry++) {
      const contents = (whole || entry < last) && comesAgain(entry, whole ? last : entry);
      if (!contents) found.push(kept[entry] as Candidate);
    }
    at = last + 1;
  }
  return found;
}

/** This many headings one below the other, all of which come again, are a table of contents. */
const fewestContents = 3;

/** Longer than this, what stands between two entries of a table of contents is something else. */
const longestEntries = 600;
/** What follows the last character of a title in a table of contents, or a whole entry below it: dots, a page's number. */
const pageNumber = /(?:^|[\s.…·．。_—-])\d{1,3}[\s-]*$/;

/** A part of a section as a table of contents names it. */
const subEntry = /^[\s*#]*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])[^。；;，,：:]{1,40}$/;

/** Index of the last heading that follows this one with nothing below any of them; `parts`: but for what names parts of them. */
function endOfRun(text: string, kept: readonly Candidate[], at: number, parts: boolean): number {
  let last = at;
  // The report itself may begin right below: with a section that is named already.
  const named = new Set([(kept[at] as Candidate).form.id]);
  for (let next = kept[at + 1]; next && !named.has(next.form.id); next = kept[last + 1]) {
    if (!isBare(text, kept[last] as Candidate, next, parts)) break;
    named.add(next.form.id);
    last++;
  }
  return last;
}

/** Nothing, one stray character or entries of a table of contents stand between a heading and the next one. */
function isBare(text: string, { span }: Candidate, next: Candidate, parts: boolean): boolean {
  const { start, end } = trimmed(text, span.end, next.span.start);
  if (end <= span.end + 1) return true;
  if (end - start > longestEntries) return false;
  const lines = text.slice(start, end).split(/[\r\n]+/);
  return lines.every((line) => !/[^\s*#]/.test(line) || pageNumber.test(line) || (parts && subEntry.test(line)));
}
