// Where the numbers of a row stand: its run of cells laid against the columns of the form.
import type { FormRow, FormTable } from "../form/types";
import { type GridCell, isBlankCell } from "../syntax/grid";
import { type FoundLabel, type FoundRow, startsOf } from "./match";

/** What the heads and rows of a table tell about where numbers stand. */
export interface TableLayout {
  readonly headAt: readonly number[] | null;
  /** With the number of columns the form gives them. */
  readonly rows: readonly { readonly found: FoundRow; readonly count: number }[];
  /** Worked out when the first row asks, for all rows alike. */
  readonly starts: Map<string, Starts>;
}

interface Starts {
  readonly behindLabel: ReadonlySet<number>;
  readonly inColumn: ReadonlySet<number>;
}

/**
 * The run against the columns: as it is where the counts agree, else by the heads' positions, else without blank fill.
 * Blank cells at its ends may be fill or columns without a number; where nothing tells, no number is read into a column
 * on a guess.
 */
export function place(
  form: FormRow,
  found: FoundRow,
  layout: TableLayout,
): { cells: readonly GridCell[] | null; shifted: boolean } {
  const { run } = found;
  if (found.shared) return { cells: null, shifted: false };
  const count = form.columns.length;
  const heads = found.positional ? layout.headAt : null;
  const offset = heads ? (heads[0] as number) - found.at - 1 : 0;
  const from = (start: number) => ({
    cells: run.slice(start, start + count),
    shifted: heads !== null && start !== offset,
  });
  const begin = run.findIndex((cell) => !isBlankCell(cell));
  if (run.length === count && begin <= 0) return from(0);
  const starts = startsOf(run, count);
  if (!starts) return { cells: null, shifted: false };
  const usual = heads && offset >= 0 ? [offset] : usualStarts(found, count, layout);
  const start = usual.find((known) => starts.first <= known && known <= starts.last);
  if (start !== undefined) return from(start);
  const certain = starts.first === starts.last && (starts.first === begin || usual.length === 0);
  return certain ? from(starts.first) : { cells: null, shifted: false };
}

/**
 * Where the numbers begin in the rows that leave no doubt about it, if they agree: so far behind the label, or in this
 * column. Where the writing keeps no columns and no row tells, they begin right behind the label.
 */
function usualStarts(row: FoundRow, count: number, layout: TableLayout): readonly number[] {
  const key = `${count} ${row.positional}`;
  let known = layout.starts.get(key);
  if (!known) {
    known = startsIn(layout.rows.filter((other) => other.count === count && other.found.positional === row.positional));
    layout.starts.set(key, known);
  }
  const { behindLabel, inColumn } = known;
  if (!row.positional) return behindLabel.size === 0 ? [0] : single(behindLabel);
  return [...single(behindLabel), ...single(inColumn).map((column) => column - row.at - 1)];
}

function startsIn(rows: TableLayout["rows"]): Starts {
  const behindLabel = new Set<number>();
  const inColumn = new Set<number>();
  for (const { found, count } of rows) {
    const starts = startsOf(found.run, count);
    if (!starts || starts.first !== starts.last || isBlankCell(found.run[starts.first] as GridCell)) continue;
    behindLabel.add(starts.first);
    inColumn.add(found.at + 1 + starts.first);
  }
  return { behindLabel, inColumn };
}

function single(values: ReadonlySet<number>): readonly number[] {
  return values.size === 1 ? [...values] : [];
}

/** Columns (cell indexes) of the heads of table three where the writing keeps positions and they stand side by side; else null. */
export function headColumns(form: FormTable, labels: readonly FoundLabel[]): readonly number[] | null {
  if (form.id !== "requests") return null;
  const columns = form.rows[0]?.columns ?? [];
  const at = columns.map(
    (column) =>
      labels.find((label) => label.positional && label.hit.kind === "column" && label.hit.id === column.id)?.at,
  );
  const first = at[0];
  return first !== undefined && at.every((index, order) => index === first + order) ? (at as number[]) : null;
}
