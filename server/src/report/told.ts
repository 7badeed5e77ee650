// What the prose says against what the tables say: each statement with the cells of every reading and what they come to.

import { pathKey, rowOf, tableOf } from "../form/index";
import type { CellPath, Form } from "../form/types";
import type { Reading } from "./meaning";
import { perObject } from "./memo";
import { relationsOf } from "./relations";
import { type Amount, type Statement, statementsOf } from "./statements";
import type { Cell, Report } from "./types";

export interface ToldReading {
  readonly reading: Reading;
  /** In the form's order. */
  readonly cells: readonly Cell[];
  /** What the cells come to, a blank one counting what its relations leave no choice about; null where blanks leave a choice. */
  readonly sum: Amount | null;
  /** No less than this, whatever stands in the blanks. */
  readonly least: Amount;
  /** The statement agrees with it. */
  readonly fits: boolean;
}

export interface Telling {
  readonly statement: Statement;
  /** Of the statement's readings those the form of this report has. */
  readonly readings: readonly ToldReading[];
  /** Null where a cell of a reading is missing, no number, or blank and leaves a choice: the statement may be right. */
  readonly agrees: boolean | null;
}

/** Every statement whose readings the form of this report has, in the order of the text; worked out when first asked for. */
export const tellingsOf: (report: Report) => readonly Telling[] = perObject(compare);

/** 一, 一 + 二 and （七） of table three, where they are readable: what a share of requests may be of. */
export function wholesOf(report: Report): readonly bigint[] {
  const rows = report.tables.find(({ form }) => form.id === "requests")?.rows ?? [];
  const of = (id: string): bigint | null => rows.find(({ form }) => form.id === id)?.cells.at(-1)?.count ?? null;
  const [received, carried, answered] = [of("new"), of("carriedIn"), of("total")];
  const both = received === null || carried === null ? null : received + carried;
  return [answered, received, both].filter((count) => count !== null);
}

function compare(report: Report): readonly Telling[] {
  const statements = statementsOf(report);
  if (statements.length === 0) return [];
  const sums = new Map<string, Summed | null>();
  return statements.flatMap((statement) => {
    const readings: ToldReading[] = [];
    let open = false;
    let agrees = false;
    for (const reading of statement.readings) {
      const paths = pathsOf(report.form, reading);
      if (paths === null) continue;
      const key = paths.map(pathKey).join();
      let summed = sums.get(key);
      if (summed === undefined) {
        summed = sumOf(
          report,
          paths.map((path) => cellAt(report, path)),
        );
        sums.set(key, summed);
      }
      if (summed === null) {
        open = true;
        continue;
      }
      const { sum, least, others } = summed;
      const fitting = sum !== null && [sum, ...others].some((each) => fits(statement, each));
      readings.push({ reading, cells: summed.cells, sum, least, fits: fitting });
      if (sum === null) open ||= isPossible(statement, least);
      agrees ||= fitting;
    }
    if (readings.length === 0 && !open) return [];
    return [{ statement, readings, agrees: agrees ? true : open ? null : false }];
  });
}

function cellAt({ tables }: Report, { table, row, column }: CellPath): Cell | null {
  const found = tables.find(({ form }) => form.id === table)?.rows.find(({ form }) => form.id === row);
  return found?.cells.find(({ path }) => path.column === column) ?? null;
}

/** Null where the form has no such row or column: 废止 in the trial form. */
function pathsOf(form: Form, { table, rows, columns }: Reading): readonly CellPath[] | null {
  const formTable = tableOf(form, table);
  const paths: CellPath[] = [];
  for (const wanted of rows) {
    const exact = rowOf(formTable, wanted);
    const group = exact ? [exact] : formTable.rows.filter(({ id }) => id.startsWith(`${wanted}.`));
    if (group.length === 0) return null;
    for (const row of group)
      for (const column of columns) {
        if (!row.columns.some(({ id }) => id === column)) return null;
        paths.push({ table, row: row.id, column });
      }
  }
  return paths;
}

interface Summed {
  readonly cells: readonly Cell[];
  readonly sum: Amount | null;
  readonly least: Amount;
  /** What the cells come to where a mistake's explanation is right: another rule speaks of that already. */
  readonly others: readonly Amount[];
}

function sumOf(report: Report, found: readonly (Cell | null)[]): Summed | null {
  const cells: Cell[] = [];
  const values: (Amount | null)[] = [];
  const least: Amount[] = [];
  for (const cell of found) {
    if (!cell || (cell.value.kind !== "number" && cell.value.kind !== "blank")) return null;
    const value = numberOf(report, cell);
    cells.push(cell);
    values.push(value);
    least.push(value ?? { digits: leastOf(report, cell), decimals: 0 });
  }
  const known = values.filter((value) => value !== null);
  const whole = known.length === values.length;
  const others = report.mistakes.flatMap(({ explanations }) =>
    explanations.flatMap((changes) => {
      if (!whole || !changes.some((change) => change.value !== null && cells.includes(change.cell))) return [];
      const changed = known.map((value, at) => {
        const other = changes.find((change) => change.cell === cells[at])?.value ?? null;
        return other === null ? value : { digits: other, decimals: 0 };
      });
      return [total(changed)];
    }),
  );
  return { cells, sum: whole ? total(known) : null, least: total(least), others };
}

/** A blank total is no less than what is readable of its row. */
function leastOf(report: Report, cell: Cell): bigint {
  const row = relationsOf(report, cell).find(({ form, total: own }) => form.kind === "row-total" && own === cell);
  return row?.rightSum ?? 0n;
}

function numberOf(report: Report, cell: Cell): Amount | null {
  if (cell.count !== null) return { digits: cell.count, decimals: 0 };
  if (cell.value.kind === "number") {
    const [whole = "", fraction = ""] = cell.value.digits.split(".");
    return { digits: BigInt(whole + fraction), decimals: fraction.length };
  }
  let value: bigint | null = null;
  for (const relation of relationsOf(report, cell)) {
    const determined = relation.determined.find((each) => each.cell === cell)?.value;
    if (determined === undefined) continue;
    if (value !== null && value !== determined) return null;
    value = determined;
  }
  return value === null ? null : { digits: value, decimals: 0 };
}

function total(values: readonly Amount[]): Amount {
  const decimals = Math.max(0, ...values.map((value) => value.decimals));
  const digits = values.reduce((sum, value) => sum + scaled(value, decimals), 0n);
  return { digits, decimals };
}

function scaled({ digits, decimals }: Amount, to: number): bigint {
  return digits * 10n ** BigInt(to - decimals);
}

/** Whether blanks could make the cells come to what is told. */
function isPossible({ told, bound }: Statement, least: Amount): boolean {
  const decimals = Math.max(told.decimals, least.decimals);
  return bound === "most" || scaled(told, decimals) >= scaled(least, decimals);
}

/** Whether the number told is the sum, or the sum rounded to the decimals told; of a part, no more than it. */
function fits({ told, bound }: Statement, sum: Amount): boolean {
  const decimals = Math.max(told.decimals, sum.decimals);
  const difference = scaled(told, decimals) - scaled(sum, decimals);
  if (bound === "most") return difference <= 0n;
  if (difference === 0n) return true;
  const unit = 10n ** BigInt(decimals - told.decimals);
  return sum.decimals > told.decimals && 2n * (difference < 0n ? -difference : difference) <= unit;
}

/** As it is written: 4166.24. */
export function amountWords({ digits, decimals }: Amount): string {
  if (decimals === 0) return String(digits);
  const padded = String(digits).padStart(decimals + 1, "0");
  return `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`.replace(/\.?0+$/u, "");
}
