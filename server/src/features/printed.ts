// The form's tables as they are printed, with their heads and merged cells: what an empty table is written from.
import { applicantHead, balanceHead, contentHead, organisationHead, outcomeHead, suitHead } from "../form/index";
import type { FormColumn, FormRow, FormTable } from "../form/types";

/** A stretch of the printed table: its text, and the number of columns it covers. */
export interface PrintedCell {
  readonly text: string;
  readonly width: number;
}

export type PrintedRow = readonly PrintedCell[];
type Value = (row: FormRow, column: FormColumn) => string;

/** `rows` are those of the table that are printed, `value` what stands in their cells. */
export function printedTable(table: FormTable, rows: readonly FormRow[], value: Value): readonly PrintedRow[] {
  switch (table.id) {
    case "disclosure":
      return disclosure(rows, value);
    case "requests":
      return requests(table, rows, value);
    case "review":
      return review(table, rows, value);
  }
}

/** Rows below 三、本年度办理结果. */
export function isOutcome(row: FormRow): boolean {
  return row.id !== "new" && row.id !== "carriedIn" && row.id !== "carriedOut";
}

function cell(text: string, width = 1): PrintedCell {
  return { text, width };
}

function values(row: FormRow, value: Value): readonly string[] {
  return row.columns.map((column) => value(row, column));
}

/** Four columns; in narrower blocks the last cell covers what is left. */
function disclosure(rows: readonly FormRow[], value: Value): readonly PrintedRow[] {
  const stretched = (texts: readonly string[]) =>
    texts.map((text, i) => cell(text, i === texts.length - 1 ? 5 - texts.length : 1));
  const printed: PrintedRow[] = [];
  let group: string | null = null;
  for (const row of rows) {
    if (row.group && row.group.id !== group) {
      group = row.group.id;
      printed.push([cell(row.group.label, 4)]);
      printed.push(stretched([contentHead, ...row.columns.map((column) => column.label)]));
    }
    printed.push(stretched([row.label, ...values(row, value)]));
  }
  return printed;
}

/** Three columns of labels, of which the first two are merged over the rows of a group. */
function requests(table: FormTable, rows: readonly FormRow[], value: Value): readonly PrintedRow[] {
  const heads = table.rows[0]?.columns.map((column) => column.label) ?? [];
  const printed: PrintedRow[] = [
    [cell(balanceHead, 3), cell(applicantHead, 7)],
    [cell("", 3), cell(heads[0] ?? ""), cell(organisationHead, 5), cell(heads[6] ?? "")],
    [cell("", 3), cell(""), ...heads.slice(1, 6).map((head) => cell(head)), cell("")],
  ];
  let resultsNamed = false;
  let group: string | null = null;
  for (const row of rows) {
    const numbers = values(row, value).map((text) => cell(text));
    if (!isOutcome(row)) {
      printed.push([cell(row.label, 3), ...numbers]);
      continue;
    }
    const outer = cell(resultsNamed ? "" : outcomeHead);
    resultsNamed = true;
    if (/^[（(]/.test(row.label)) {
      printed.push([outer, cell(row.label, 2), ...numbers]);
    } else {
      const label = row.group && row.group.id !== group ? row.group.label : "";
      printed.push([outer, cell(label), cell(row.label), ...numbers]);
    }
    group = row.group?.id ?? null;
  }
  return printed;
}

/** Three groups side by side under two lines of heads, and one line of numbers. */
function review(table: FormTable, rows: readonly FormRow[], value: Value): readonly PrintedRow[] {
  const heads = (row: FormRow | undefined) => row?.columns.map((column) => cell(column.label)) ?? [];
  const [first, ...suits] = table.rows;
  return [
    [cell(first?.label ?? "", 5), cell(suitHead, 10)],
    [...heads(first), ...suits.map((row) => cell(row.label, row.columns.length))],
    [...heads(first).map(() => cell("")), ...suits.flatMap(heads)],
    rows.flatMap((row) => values(row, value)).map((text) => cell(text)),
  ];
}
