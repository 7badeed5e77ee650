// Empty tables and whole empty reports, written as a word processor pastes a table: a row a line, a tab between cells. A place to
// fill in is a tab stop; no number is put there, for a 0 that nobody typed would be a statement.
import { tableOf } from "../form/index";
import type { Form, FormTable } from "../form/types";
import { printedTable } from "./printed";

/** A text with places to fill in. */
export interface Snippet {
  /** In the snippet syntax of the protocol: $1, $2 … in reading order. */
  readonly marked: string;
  /** The same without the marks. */
  readonly plain: string;
}

/** Stands for a place to fill in; occurs in no label. */
const gap = "\u0000";

export function emptyTable(table: FormTable): Snippet {
  return snippetOf(written(table));
}

export function emptyReport(form: Form): Snippet {
  const blocks = form.sections.flatMap((section) => {
    const heading = `${section.ordinal}、${section.title}`;
    const table = form.tables.find(({ id }) => id === section.id);
    return [heading, table ? written(tableOf(form, table.id)) : gap];
  });
  return snippetOf([`${gap}${gap}年政府信息公开工作年度报告`, ...blocks, ""].join("\n\n"));
}

function written(table: FormTable): string {
  return printedTable(table, table.rows, () => gap)
    .map((row) => row.flatMap(({ text, width }) => [text, ...Array<string>(width - 1).fill("")]).join("\t"))
    .join("\n");
}

function snippetOf(text: string): Snippet {
  let stop = 0;
  return {
    marked: text.replace(/[\\$}]/gu, "\\$&").replaceAll(gap, () => `$${++stop}`),
    plain: text.replaceAll(gap, ""),
  };
}
