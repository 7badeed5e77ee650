// What can be written at a place: the computed value in a total's cell; at the start of a line a section's title, a row's label,
// an empty table or a whole empty report. Only what is still missing is offered, and only where what was typed begins it, so that
// nothing comes up in prose.
import { form2019, form2021 } from "../form/index";
import type { Form, FormRow, FormTable } from "../form/types";
import { groupMark } from "../report/equation";
import type { Cell, Report, Section } from "../report/types";
import { inStyleOf } from "../rules/wording";
import { isSpace } from "../syntax/characters";
import { contains, type Span } from "../syntax/span";
import { targetAt } from "./locate";
import { emptyReport, emptyTable, type Snippet } from "./snippets";
import { type Computed, computedSum, correctTotal, isHarmless, sourceWords, totalsOf } from "./sums";
import { pick } from "./text";
import type { Locale } from "./types";

/** Behind the ordinal of a title or label typed at the start of a line: 三、. */
export const completionTriggers = ["、"] as const;

export interface Completion {
  readonly kind: "value" | "heading" | "row" | "table" | "report";
  readonly label: string;
  readonly detail: string;
  /** What it replaces; the cursor is in it, and it is part of one line. */
  readonly span: Span;
  /** What is typed to find it: begins with what stands in `span`. */
  readonly filter: string;
  readonly text: Snippet;
}

/** In the order in which they are shown; none where nothing fits. */
export function completions(report: Report, offset: number, locale: Locale): readonly Completion[] {
  if (report.trailing && contains(report.trailing, offset)) return [];
  if (report.another && offset >= report.another.start) return [];
  const value = valueAt(report, offset, locale);
  if (value !== null) return [value];
  const typed = typedAt(report.text, offset);
  if (typed === null) return [];
  const section = report.sections.findLast(({ span }) => span.start <= offset) ?? null;
  const table = report.tables.find(({ span }) => contains(span, offset));
  // What is typed below a table written a cell a line is read as one more cell at its end.
  const below = !table || (table.span.end === offset && typed.own.start < offset);
  return [
    ...reports(report, locale),
    ...rows(report, section, locale),
    ...(table ? [] : tables(report, section, locale)),
    ...(below ? headings(report, locale) : []),
  ].flatMap((item) => fitting(item, typed, report.text));
}

function plain(text: string): Snippet {
  return { marked: text, plain: text };
}

/** In a total's cell what it comes to, unless that stands there already. */
function valueAt(report: Report, offset: number, locale: Locale): Completion | null {
  const target = targetAt(report, offset);
  if (target?.kind !== "cell" || !totalsOf(report).has(target.cell)) return null;
  const { cell } = target;
  const span = placeIn(report.text, cell, offset);
  const computed = offeredValue(report, cell);
  if (span === null || computed === null || computed.value === cell.count) return null;
  const written = report.text.slice(span.start, span.end);
  const value = String(computed.value);
  return {
    kind: "value",
    label: value,
    detail: pick(sourceWords(cell, computed), locale),
    span,
    filter: written,
    text: plain(inStyleOf(written, value)),
  };
}

/**
 * A number that stands there is replaced only where the relations speak against it, since some clients offer unasked; what is
 * blank or no number also by the sum of its parts.
 */
function offeredValue(report: Report, cell: Cell): Computed | null {
  const correct = correctTotal(report, cell);
  if (correct !== null || cell.count !== null) return correct;
  const sum = computedSum(report, cell);
  return sum !== null && isHarmless(report, cell, sum.value) ? sum : null;
}

/**
 * The cell's digits around the offset; of a blank cell the offset, where no separator lies between it and the cell's own
 * place. None where the digits are broken over two lines: a completion replaces part of one.
 */
function placeIn(text: string, { edit, value }: Cell, offset: number): Span | null {
  if (edit === null || hasBreak(text.slice(edit.start, edit.end))) return null;
  if (value.kind !== "blank") return contains(edit, offset) ? edit : null;
  const between = text.slice(Math.min(edit.start, offset), Math.max(edit.start, offset));
  return /^[ \u00a0\u3000]*$/u.test(between) ? { start: offset, end: offset } : null;
}

function hasBreak(text: string): boolean {
  return /[\r\n]/u.test(text);
}

/** A longer line is prose, and no title or label begins like it. */
const longestTyped = 40;

interface Typed {
  /** Without what stands in front of it on its line. */
  readonly own: Span;
  /** With the white space in front of it; without, where anything else stands there too. */
  readonly indented: Span;
}

/** What stands between the start of the line and the offset, where nothing follows; null in the middle of a line. */
function typedAt(text: string, offset: number): Typed | null {
  let start = offset;
  while (start > 0 && !hasBreak(text.charAt(start - 1))) {
    if (offset - start > longestTyped) return null;
    start--;
  }
  for (let at = offset; at < text.length && !hasBreak(text.charAt(at)); at++)
    if (!isSpace(text.charCodeAt(at)) && text.charAt(at) !== "|") return null;
  const line = start;
  // Marks of Markdown, a bar or a tab in front are no part of a title or label.
  while (start < offset && (isSpace(text.charCodeAt(start)) || /[#*|]/u.test(text.charAt(start)))) start++;
  const blank = /^[\t \u00a0\u3000]*$/u.test(text.slice(line, start));
  return { own: { start, end: offset }, indented: { start: blank ? line : start, end: offset } };
}

type Item = Omit<Completion, "span" | "filter"> & {
  /** Other words by which it is asked for. */
  readonly also?: readonly string[];
};

/**
 * What was typed must begin the label, with or without its enumerator, in full or half width. Editors indent a new line like
 * the one above it, and below a table's row that is the row's first tab: a row keeps it, but nothing else stands beside the margin.
 */
function fitting({ also = [], ...item }: Item, { own, indented }: Typed, text: string): readonly Completion[] {
  const span = item.kind === "row" ? own : indented;
  const typed = text.slice(own.start, own.end);
  const key = folded(typed);
  const names = [item.label, item.label.replace(/^(?:（.）)?[^、.）]{1,2}[、.）]/u, ""), ...also];
  const name = names.find((each) => folded(each).startsWith(key));
  // Brackets and marks may be typed in another width than the form prints them: the filter keeps what was typed.
  if (name === undefined) return [];
  const written = text.slice(span.start, span.end);
  return [{ ...item, span, filter: written + name.slice(Math.min(name.length, key.length)) }];
}

function folded(text: string): string {
  return text.normalize("NFKC").replaceAll(",", "、");
}

function headings(report: Report, locale: Locale): readonly Item[] {
  const known = new Set(report.sections.map(({ id }) => id));
  return report.form.sections
    .filter(({ id }) => !known.has(id))
    .map(({ ordinal, title }): Item => {
      const label = `${ordinal}、${title}`;
      return {
        kind: "heading",
        label,
        detail: { zh: "缺少的部分", en: "missing section" }[locale],
        text: plain(label),
      };
    });
}

/** The table that belongs to a section. */
function tableFor(report: Report, section: Section | null): FormTable | null {
  return report.form.tables.find(({ id }) => id === section?.id) ?? null;
}

/** Rows that the section's table lacks. Table four has its rows side by side: none can be added by a line. */
function rows(report: Report, section: Section | null, locale: Locale): readonly Item[] {
  const form = tableFor(report, section);
  const table = report.tables.find((each) => each.form.id === form?.id);
  if (!table || table.form.id === "review") return [];
  return table.missing.map((row): Item => {
    const label = row.label;
    const detail = { zh: `${table.form.name.zh}缺少的行`, en: `row missing in ${table.form.name.en}` }[locale];
    return { kind: "row", label, detail: `${nameOfGroup(row)}${detail}`, text: plain(label) };
  });
}

function nameOfGroup(row: FormRow): string {
  return groupMark(row) === "" ? "" : `${row.group?.label ?? ""} · `;
}

/** Both editions, the report's own first. */
function editions(report: Report): readonly Form[] {
  const both: readonly Form[] = [form2021, form2019];
  const newest = report.edition === 2021 || (report.year !== null && report.year >= 2021);
  return newest ? both : both.toReversed();
}

function tables(report: Report, section: Section | null, locale: Locale): readonly Item[] {
  const wanted = tableFor(report, section);
  if (!wanted || report.tables.some(({ form }) => form.id === wanted.id)) return [];
  const forms = wanted.id === "review" ? editions(report).slice(0, 1) : editions(report);
  return forms.flatMap((form) =>
    form.tables
      .filter(({ id }) => id === wanted.id)
      .map((table): Item => {
        const which =
          wanted.id === "review" ? "" : { zh: `（${form.edition} 年格式）`, en: ` (${form.edition} form)` }[locale];
        return {
          kind: "table",
          label: { zh: `空白${table.name.zh}${which}`, en: `Empty ${table.name.en.toLowerCase()}${which}` }[locale],
          detail: { zh: "空表，逐格填写", en: "an empty table, to be filled in cell by cell" }[locale],
          text: emptyTable(table),
          also: [table.name.zh, "空白", "table"],
        };
      }),
  );
}

/** Where nothing of a report stands yet. */
function reports(report: Report, locale: Locale): readonly Item[] {
  if (report.sections.length > 0 || report.tables.length > 0) return [];
  return editions(report).map((form): Item => {
    return {
      kind: "report",
      label: { zh: `空白年报（${form.edition} 年格式）`, en: `Empty report (${form.edition} form)` }[locale],
      detail: { zh: "六个部分和三张空表", en: "six sections and three empty tables" }[locale],
      text: emptyReport(form),
      also: ["年报", "政府信息公开", "report"],
    };
  });
}
