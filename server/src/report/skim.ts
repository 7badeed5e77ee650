// What is read of a text that is too long to be read: its title and the headings of its sections, for an outline. No table is
// looked for and no relation assessed, so nothing in such a report may be taken for checked.
import { form2021 } from "../form/index";
import { type Lines, readLines } from "../syntax/lines";
import { findHeadings, mayBeHeading } from "./headings";
import { countRelations, evaluate, slotsOf } from "./relations";
import { buildSections } from "./sections";
import { findTitle, findYear } from "./title";
import type { Report } from "./types";

/** Code units at the beginning in which the title is looked for. */
const titleWithin = 20_000;
/** A list of more headings is no outline; the lines that could hold one are counted, so that memory is bounded too. */
const mostLines = 10_000;
const mostSections = 200;

/** The report without tables; its relations are all not assessable. */
export function skimReport(text: string): Report {
  const lines = linesLikeHeadings(text);
  const headings = findHeadings(lines).slice(0, mostSections);
  const sections = buildSections(text, headings, text.length);
  const title = findTitle(
    readLines(text.slice(0, titleWithin)),
    Math.min(headings[0]?.span.start ?? titleWithin, titleWithin),
  );
  const year = title?.year ?? findYear(text);
  const form = form2021;
  const relations = evaluate(form, new Array(slotsOf(form).count).fill(null));
  return {
    text,
    edition: form.edition,
    form,
    title,
    organ: title?.organ ?? null,
    year,
    sections,
    tables: [],
    regions: [],
    trailing: null,
    another: null,
    relations,
    counts: countRelations(relations),
    mistakes: [],
  };
}

/** A title torn over two lines is not found so; the places of all lines of a huge text would take more memory than the text. */
function linesLikeHeadings(text: string): Lines {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let start = 0; start <= text.length && starts.length < mostLines; ) {
    const end = lineEnd(text, start);
    if (mayBeHeading(text, start, end)) {
      starts.push(start);
      ends.push(end);
    }
    start = end + 1;
  }
  return { text, count: starts.length, starts, ends };
}

function lineEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) return at;
  }
  return text.length;
}
