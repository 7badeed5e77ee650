// What can be folded away: sections, their subsections, tables, the groups inside a table, and what trails the report.
import type { Report, Table } from "../report/types";
import type { Span } from "../syntax/span";

/** Spans over more than one line, white space at the end left out; in the order of the text, outer ones first. */
export function foldings(report: Report): readonly Span[] {
  const spans = [
    ...report.sections.flatMap((section) => [section.span, ...section.subsections.map((each) => each.span)]),
    ...report.tables.flatMap((table) => [table.span, ...groupSpans(table)]),
    ...(report.trailing ? [report.trailing] : []),
  ];
  return spans
    .map((span) => withoutTrailingSpace(report.text, span))
    .filter((span) => /[\r\n]/u.test(report.text.slice(span.start, span.end)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** From a group's label, or its first row where the label is missing, to the end of its last row. */
function groupSpans(table: Table): readonly Span[] {
  const spans = new Map<string, Span>();
  const widen = (id: string, { start, end }: Span) => {
    const known = spans.get(id);
    spans.set(id, known ? { start: Math.min(known.start, start), end: Math.max(known.end, end) } : { start, end });
  };
  for (const row of table.rows) {
    if (row.form.group) {
      widen(row.form.group.id, row.span);
    }
  }
  // A label above its rows opens the block; one that is repeated inside it after a page break changes nothing.
  for (const label of table.groups) {
    if (spans.has(label.group.id)) {
      widen(label.group.id, label.span);
    }
  }
  return [...spans.values()];
}

function withoutTrailingSpace(text: string, span: Span): Span {
  let end = span.end;
  while (end > span.start && /\s/u.test(text.charAt(end - 1))) {
    end--;
  }
  return { start: span.start, end };
}
