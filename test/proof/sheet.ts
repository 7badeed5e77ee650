// A report's numbers as one types them: a table to change, to sum up again as Excel would, and to compare with the truth.
import { tableOf } from "../../server/src/form/index";
import type { Form, FormRelation, TableId } from "../../server/src/form/types";
import { pathKey } from "../support/sample";
import type { ReportCase } from "./reports";

/** One table's numbers by row and column, null where nothing is written. */
export interface Sheet {
  readonly table: TableId;
  readonly rows: readonly string[];
  /** Without the total, which is the last column of every row. */
  readonly inner: readonly string[];
  readonly values: Map<string, number | null>;
}

/** Every row between 三、本年度办理结果 and its （七）总计. */
export function outcomesOf(sheet: Sheet): readonly string[] {
  return sheet.rows.filter((row) => !["new", "carriedIn", "total", "carriedOut"].includes(row));
}

export function sheetOf(base: ReportCase, id: "requests" | "review"): Sheet {
  const table = tableOf(base.form, id);
  const values = new Map<string, number | null>();
  for (const row of table.rows)
    for (const column of row.columns) {
      const key = keyOf(id, row.id, column.id);
      values.set(key, Number(base.truth.get(key)));
    }
  const columns = table.rows[0]?.columns.map((column) => column.id) ?? [];
  return { table: id, rows: table.rows.map((row) => row.id), inner: columns.slice(0, -1), values };
}

export function keyOf(table: TableId, row: string, column: string): string {
  return `${table}/${row}/${column}`;
}

export function get(sheet: Sheet, row: string, column: string): number {
  return sheet.values.get(keyOf(sheet.table, row, column)) ?? 0;
}

export function set(sheet: Sheet, row: string, column: string, value: number | null): void {
  sheet.values.set(keyOf(sheet.table, row, column), value);
}

/** Its total from what now stands in the row. */
export function sumRow(sheet: Sheet, row: string): void {
  set(
    sheet,
    row,
    "total",
    sheet.inner.reduce((sum, column) => sum + get(sheet, row, column), 0),
  );
}

/** （七）总计 of a column from what now stands in the outcomes. */
export function sumColumn(sheet: Sheet, column: string): void {
  set(
    sheet,
    "total",
    column,
    outcomesOf(sheet).reduce((sum, row) => sum + get(sheet, row, column), 0),
  );
}

/** Numbers left, right, above and below. */
export function neighbours(sheet: Sheet, row: string, column: string): readonly number[] {
  const columns = [...sheet.inner, "total"];
  const [r, c] = [sheet.rows.indexOf(row), columns.indexOf(column)];
  return [
    [r, c - 1],
    [r, c + 1],
    [r - 1, c],
    [r + 1, c],
  ].flatMap(([y = -1, x = -1]) => {
    const [otherRow, otherColumn] = [sheet.rows[y], columns[x]];
    return otherRow !== undefined && otherColumn !== undefined ? [get(sheet, otherRow, otherColumn)] : [];
  });
}

/** Counts of a whole form by "table/row/column"; null is blank, what is not there is not in the text. */
export type Counts = ReadonlyMap<string, number | null>;

/** What the left side has more than the right, blanks counting nothing. */
export function imbalance(relation: FormRelation, counts: Counts): number {
  const sum = (paths: FormRelation["left"]): number =>
    paths.reduce((all, path) => all + (counts.get(pathKey(path)) ?? 0), 0);
  return sum(relation.left) - sum(relation.right);
}

/** Whether some relation cannot hold, by itself, whatever stands in the cells that are blank or not there. */
export function anyBroken(form: Form, counts: Counts): boolean {
  const open = (paths: FormRelation["left"]): boolean =>
    paths.some((path) => typeof counts.get(pathKey(path)) !== "number");
  // What is open can only add to its side.
  return form.relations.some((relation) => {
    const excess = imbalance(relation, counts);
    return (excess > 0 && !open(relation.right)) || (excess < 0 && !open(relation.left));
  });
}
