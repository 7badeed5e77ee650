// What can be folded away: sections, their subsections, tables, the groups inside a table, and what trails the report.
import type { Report, Table } from "../report/types";
import type { Span } from "../syntax/span";

/** Spans over more than one line, white space at the end left out; in the order of the text, outer ones first. */
export function foldings(report: Report): readonly Span[] {
  const spans = [
    ...report.sections.flatMap((section) => [section.span, ...section.subsections.map((each) => each.span)]),
    ...report.tables.flatMap((table) => [table.span, ...groupSpans(table)]),
    ...(report.trailing ? [report.trailing] : []),
    ...(report.another ? [report.another] : []),
  ];
  return spans
    .map((span) => withoutTrailingSpace(report.text, span))
    .filter((span) => /[\r\n]/u.test(report.text.slice(span.start, span.end)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** From a group's label to the end of its last row; a label repeated after a page break changes nothing. */
export function groupSpans(table: Table): readonly Span[] {
  const labels = new Map<string, Span>();
  for (const { group, span } of table.groups) {
    labels.set(group.id, labels.get(group.id) ?? span);
  }
  return [...labels].flatMap(([id, { start, end }]) => {
    const rows = table.rows.filter((row) => row.form.group?.id === id && row.span.end > start);
    return [{ start, end: Math.max(end, ...rows.map((row) => row.span.end)) }];
  });
}

function withoutTrailingSpace(text: string, span: Span): Span {
  let end = span.end;
  while (end > span.start && /\s/u.test(text.charAt(end - 1))) {
    end--;
  }
  return { start: span.start, end };
}
