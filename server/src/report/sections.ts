// Headings → sections with their bodies and subsections.
import { isSpace, trimmed, wholeCharacter } from "../syntax/characters";
import { type Lines, lineAt } from "../syntax/lines";
import type { Span } from "../syntax/span";
import type { Heading } from "./headings";
import type { Section, Subsection } from "./types";

/** Sections in the order of the text; the last one ends at `end`. */
export function buildSections(text: string, headings: readonly Heading[], end: number): readonly Section[] {
  const seen = new Set<string>();
  return headings.map((heading, at) => {
    const bodyEnd = headings[at + 1]?.span.start ?? Math.max(end, heading.span.end);
    const span: Span = { start: heading.span.start, end: trimmed(text, heading.span.start, bodyEnd).end };
    const duplicate = seen.has(heading.form.id);
    seen.add(heading.form.id);
    return {
      id: heading.form.id,
      form: heading.form,
      title: text.slice(heading.span.start, heading.span.end),
      heading: heading.span,
      span,
      body: { start: Math.min(span.end, behindMarks(text, heading.span.end)), end: span.end },
      match: heading.match,
      expected: `${heading.form.ordinal}、${heading.form.title}`,
      subsections: [],
      duplicate,
    };
  });
}

/** Markdown's closing marks (**…**) are no part of what stands below. */
function behindMarks(text: string, offset: number): number {
  let at = offset;
  while (text[at] === "*" || text[at] === "#") at++;
  return at;
}

const subheading = /^[#*\s\u3000\u00a0]*[（(][一二三四五六七八九十]{1,2}[）)]/;

/** Adds the （一）… headings of each body; what stands inside `tables` is a row, not a heading. */
export function withSubsections(
  lines: Lines,
  sections: readonly Section[],
  tables: readonly Span[],
): readonly Section[] {
  return sections.map((section) => ({ ...section, subsections: subsectionsOf(lines, section, tables) }));
}

function subsectionsOf(lines: Lines, section: Section, tables: readonly Span[]): readonly Subsection[] {
  const { text } = lines;
  const found: { heading: Span; title: string }[] = [];
  const last = lineAt(lines, section.body.end);
  for (let index = lineAt(lines, section.body.start) + 1; index <= last; index++) {
    const start = lines.starts[index] as number;
    const end = Math.min(lines.ends[index] as number, section.body.end);
    if (!beginsBracket(text, start, end)) continue;
    const line = text.slice(start, Math.min(end, start + 80));
    if (!subheading.test(line)) continue;
    // The heading ends with its sentence where its text goes on in the same line.
    const stop = /[。：:；;]/.exec(line);
    const heading = trimmed(text, start, stop ? start + stop.index : Math.min(end, wholeCharacter(text, start + 40)));
    if (tables.some((table) => table.start <= heading.start && heading.start < table.end)) continue;
    found.push({ heading, title: text.slice(heading.start, heading.end) });
  }
  return found.map(({ heading, title }, at) => {
    const until = found[at + 1]?.heading.start ?? section.body.end;
    return {
      title,
      heading,
      span: { start: heading.start, end: Math.max(heading.end, trimmed(text, heading.start, until).end) },
    };
  });
}

function beginsBracket(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xff08 || code === 0x28) return true;
    if (!isSpace(code) && code !== 0x23 && code !== 0x2a) return false;
  }
  return false;
}
