// The relations (勾稽关系) between the cells of one report, written from the rows and columns. A new sum is one line here.
import type { CellPath, FormRelation, FormTable, RelationKind } from "./types";

function relation(
  kind: RelationKind,
  left: readonly CellPath[],
  right: readonly CellPath[],
  total: CellPath,
  implied = false,
): FormRelation {
  const place = kind === "row-total" ? total.row : total.column;
  return { id: `${kind}:${total.table}/${place}`, kind, table: total.table, left, right, total, implied };
}

/** In each row: 总计 = the sum of the other columns. That of row （七）总计 follows from the items' and the columns'. */
function rowTotals(table: FormTable): FormRelation[] {
  return table.rows.map((row) => {
    const cells = row.columns.map((column): CellPath => ({ table: table.id, row: row.id, column: column.id }));
    const total = cells[cells.length - 1] as CellPath;
    return relation("row-total", [total], cells.slice(0, -1), total, row.id === "total");
  });
}

/** In each column of table three: （七）总计 = the sum of all outcomes. */
function columnTotals(table: FormTable): FormRelation[] {
  const notOutcomes = new Set(["new", "carriedIn", "total", "carriedOut"]);
  const outcomes = table.rows.filter((row) => !notOutcomes.has(row.id));
  return columnsOf(table).map((column) => {
    const total: CellPath = { table: table.id, row: "total", column };
    return relation(
      "column-total",
      [total],
      outcomes.map((row) => ({ table: table.id, row: row.id, column })),
      total,
    );
  });
}

/** In each column of table three: 一 + 二 = 三（七） + 四, as the form itself prints in the corner. */
function balances(table: FormTable): FormRelation[] {
  return columnsOf(table).map((column) => {
    const at = (row: string): CellPath => ({ table: table.id, row, column });
    return relation("balance", [at("new"), at("carriedIn")], [at("total"), at("carriedOut")], at("carriedOut"));
  });
}

function columnsOf(table: FormTable): readonly string[] {
  return table.rows[0]?.columns.map((column) => column.id) ?? [];
}

/** 42 relations where （六）其他处理 is divided, 40 where it is one row. Table two has none within one report. */
export function relationsOf(requests: FormTable, review: FormTable): readonly FormRelation[] {
  return [...rowTotals(requests), ...columnTotals(requests), ...balances(requests), ...rowTotals(review)];
}
