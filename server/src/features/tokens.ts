// Semantic tokens: what the grammar cannot tell from a line alone. Standard types, so that every theme and editor colours them;
// what is particular to reports are modifiers. Titles, section headings and labels keep the grammar's colours (package.json maps
// them to its scopes); text that is no part of a table or heading has no token.
import type { Cell, Report, Row, Table } from "../report/types";
import { cellsAtFault } from "../rules/mistakes";
import type { Span } from "../syntax/span";
import { presentCells } from "./locate";
import { totalsOf } from "./sums";

/** namespace: titles and headings. property: labels of rows and groups. type: column heads. number: numbers. */
export const tokenTypes = ["namespace", "property", "type", "number"] as const;
/** total: a sum of other cells. dimmed: a zero that nothing is wrong with. broken: a number the findings stand at. */
export const tokenModifiers = ["total", "dimmed", "broken"] as const;

export interface Token {
  /** Inside one line, not empty. */
  readonly span: Span;
  readonly type: (typeof tokenTypes)[number];
  readonly modifiers: readonly (typeof tokenModifiers)[number][];
}

/** Those that touch `span`, in the order of the text and apart from each other. */
export function tokens(report: Report, span: Span): readonly Token[] {
  const marked: Token[] = [...headingTokens(report)];
  const known = { totals: totalsOf(report), faulty: cellsAtFault(report) };
  for (const table of report.tables) for (const token of tableTokens(table, known)) marked.push(token);
  // Numbers go first where spans cover each other: a row without a label of its own has its first number for one.
  const sorted = marked
    .flatMap((token) => linesOf(report.text, token))
    .sort((a, b) => a.span.start - b.span.start || Number(b.type === "number") - Number(a.type === "number"));
  let end = 0;
  return sorted.filter((token) => {
    if (token.span.start < end) return false;
    end = token.span.end;
    return token.span.start <= span.end && span.start <= token.span.end;
  });
}

function* headingTokens({ title, sections }: Report): Iterable<Token> {
  const token = (span: Span): Token => ({ span, type: "namespace", modifiers: [] });
  if (title) yield token(title.span);
  for (const { heading, subsections } of sections) {
    yield token(heading);
    for (const subsection of subsections) yield token(subsection.heading);
  }
}

interface Known {
  readonly totals: ReadonlySet<Cell>;
  readonly faulty: ReadonlySet<Cell>;
}

function* tableTokens(table: Table, known: Known): Iterable<Token> {
  for (const { span } of table.heads) yield { span, type: "type", modifiers: [] };
  for (const { span } of table.groups) yield { span, type: "property", modifiers: [] };
  for (const row of [...table.rows, ...table.duplicates]) {
    if (row.label.text !== "") yield { span: row.label.span, type: "property", modifiers: [] };
    yield* numberTokens(row, known);
  }
}

function* numberTokens(row: Row, { totals, faulty }: Known): Iterable<Token> {
  for (const cell of presentCells(row)) {
    const { value, edit } = cell;
    if ((value.kind !== "number" && value.kind !== "invalid") || edit === null) continue;
    const broken = faulty.has(cell);
    const total = totals.has(cell);
    const dimmed = !broken && /^[0.]+$/u.test(value.digits);
    const modifiers = [
      ...(total ? ["total" as const] : []),
      ...(dimmed ? ["dimmed" as const] : []),
      ...(broken ? ["broken" as const] : []),
    ];
    yield { span: edit, type: "number", modifiers };
  }
}

/** A token on each line of its span, without the white space around it: clients need not take one over several lines. */
function linesOf(text: string, token: Token): readonly Token[] {
  const { start, end } = token.span;
  return [...text.slice(start, end).matchAll(/\S(?:[^\r\n]*\S)?/gu)].map((line) => {
    const from = start + line.index;
    return { ...token, span: { start: from, end: from + line[0].length } };
  });
}
