// A second report in the same text. Only the first is read; where the other begins has to be known, or its rows would be taken
// for repetitions of the first one's. A text is taken for two only where that is certain: a table of contents, a summary in
// front and a part that was pasted twice have the same headings, and what they are taken for would not be read at all.
import { sections } from "../form/index";
import type { FormSection } from "../form/types";
import type { Lines } from "../syntax/lines";
import { hasFigures } from "./figures";
import type { Heading } from "./headings";
import { findTitleAbove } from "./title";
import type { Title } from "./types";

export interface Another {
  /** Offset of its title, where it has one, else of its first heading. */
  readonly start: number;
  /** Number of headings that stand before it. */
  readonly headings: number;
  /** Reports from there on, as far as it is certain that one begins; at least one. */
  readonly reports: number;
}

/** What is known of the report that is being passed. */
interface Passed {
  /** Its sections so far: a bit each. */
  mask: number;
  title: Title | null;
  /** Whether it has a table's numbers, as far as `seen`. */
  figures: boolean;
  seen: number;
}

/** Two reports have this many sections in common, even where headings were lost. */
const fewestShared = 3;
/** Where no title of its own tells a report from the one before, each of the two has this many sections at least. */
const fewestUntitled = 5;

const bitOf: ReadonlyMap<FormSection, number> = new Map(sections.map((section, at) => [section, 1 << at]));
const bit = ({ form }: Heading): number => bitOf.get(form) as number;
const [overview, other] = [1, 1 << (sections.length - 1)];

/** Null where the text holds one report, or none. `title` is that of the text. One pass, linear in the text. */
export function findAnother(lines: Lines, headings: readonly Heading[], title: Title | null): Another | null {
  const begun: { readonly start: number; readonly headings: number }[] = [];
  let passed: Passed = { mask: 0, title, figures: false, seen: headings[0]?.span.start ?? 0 };
  for (const [at, heading] of headings.entries()) {
    const here = beginning(lines, headings, at, passed);
    if (here !== null) {
      begun.push({ start: here.start, headings: at });
      passed = { mask: 0, title: here.title, figures: false, seen: heading.span.start };
    }
    passed.mask |= bit(heading);
  }
  const first = begun[0];
  return first ? { ...first, reports: begun.length } : null;
}

/** Where another report begins whose first heading this is, and its title; null where none does. */
function beginning(
  lines: Lines,
  headings: readonly Heading[],
  at: number,
  passed: Passed,
): { readonly start: number; readonly title: Title | null } | null {
  const heading = headings[at] as Heading;
  const previous = headings[at - 1];
  if (!previous) return null;
  const own = runFrom(headings, at);
  if (count(passed.mask & own.mask) < fewestShared) return null;
  if (!hasFiguresBefore(lines.text, passed, heading.span.start)) return null;

  const title = findTitleAbove(lines, previous.span, heading.span.start);
  const next = headings[own.end];
  const named = title !== null && areOthers(title, passed.title);
  const certain =
    passed.mask & other
      ? named || (isWhole(passed.mask) && isWhole(own.mask) && beginsWhole(lines.text, heading, next))
      : named && passed.title !== null && !goesOn(passed.mask, next);
  return certain ? { start: title?.span.start ?? heading.span.start, title } : null;
}

/** The sections from a heading to the first that comes again; `end` is that one's index. */
function runFrom(headings: readonly Heading[], at: number): { readonly mask: number; readonly end: number } {
  let mask = 0;
  let end = at;
  for (let next = headings[end]; next && !(mask & bit(next)); next = headings[end]) {
    mask |= bit(next);
    end++;
  }
  return { mask, end };
}

/** Whether nothing but its sections makes it a report. */
function isWhole(mask: number): boolean {
  return count(mask) >= fewestUntitled;
}

/** A report that no title tells from the one before begins with the first section and has a table, which a summary has not. */
function beginsWhole(text: string, heading: Heading, next: Heading | undefined): boolean {
  return bit(heading) === overview && hasFigures(text, heading.span.end, next?.span.start ?? text.length);
}

/** A title that stands in the text again may be the top of a page. */
function areOthers(title: Title, passed: Title | null): boolean {
  if (passed === null || title.year !== passed.year) return true;
  return title.organ !== null && passed.organ !== null && title.organ !== passed.organ;
}

/** Whether behind a report inside another one the outer goes on, with a section it did not have yet. */
function goesOn(outer: number, next: Heading | undefined): boolean {
  return next !== undefined && bit(next) > outer;
}

/** Looks at each character once, however often it is asked. */
function hasFiguresBefore(text: string, passed: Passed, before: number): boolean {
  if (!passed.figures) passed.figures = hasFigures(text, passed.seen, before);
  passed.seen = before;
  return passed.figures;
}

function count(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest > 0; rest &= rest - 1) bits++;
  return bits;
}
