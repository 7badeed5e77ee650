// Paragraphs → stretches: a sentence that a converted text broke over several lines is one again.

import type { Span } from "../syntax/span";
import { perObject } from "./memo";
import { type Paragraph, paragraphsOf } from "./paragraphs";
import type { Report, Section } from "./types";

/** A longer line is no heading, whatever it begins with. */
const longestHeading = 40;

export interface Stretch extends Span {
  readonly section: Section | null;
}

/** A shorter line without a mark at its end is a heading, or ends where its writer ended it. */
const shortestBroken = 18;
/** A line that begins so begins a thought: （一）, 1., 一是. */
const beginning =
  /^[#*\s]*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．]|[一二三四五六七八九十]{1,2}[、是])/u;
const ended = /[。！？；：!?;:|>]$/u;

/** In the order of the text; worked out when first asked for. */
export const stretchesOf: (report: Report) => readonly Stretch[] = perObject(joinedLines);

function joinedLines(report: Report): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let open: Paragraph | null = null;
  for (const paragraph of paragraphsOf(report)) {
    const last = stretches.at(-1);
    if (last && open && open.section === paragraph.section && goesOn(report.text, open, paragraph))
      stretches[stretches.length - 1] = { ...last, end: paragraph.end };
    else stretches.push(paragraph);
    open = paragraph;
  }
  return stretches;
}

function goesOn(text: string, line: Span, next: Span): boolean {
  // Between the two may stand a table.
  return (
    line.end - line.start >= shortestBroken &&
    next.start - line.end <= 8 &&
    !ended.test(text.slice(line.end - 1, line.end)) &&
    !beginning.test(text.slice(next.start, next.start + 12)) &&
    !isHeading(text.slice(line.start, Math.min(line.end, line.start + longestHeading + 1)))
  );
}

/** （二）依申请公开情况: an enumerator, and no mark behind it. */
function isHeading(line: string): boolean {
  return line.length <= longestHeading && beginning.test(line) && !/[，,。；;：:]/u.test(line);
}
