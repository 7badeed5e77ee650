// One cell of the grid → a cell of the report: its path, its place in the text, its value.
import type { CellPath, FormColumn, FormRow, FormTable } from "../form/types";
import { type GridCell, isBlankCell } from "../syntax/grid";
import type { Span } from "../syntax/span";
import { perKey } from "./memo";
import type { Cell } from "./types";
import { countOf, readValue } from "./value";

/** `found` is null for a cell that could not be told from its row; it then stands at the row's `label`. */
export function buildCell(
  text: string,
  path: CellPath,
  row: FormRow,
  column: FormColumn,
  found: GridCell | null,
  label: Span,
): Cell {
  if (!found) return { path, row, column, span: label, edit: null, raw: "", value: { kind: "absent" }, count: null };
  if (isBlankCell(found)) {
    const { area, separator } = found;
    const at = area.start + Math.ceil((area.end - area.start) / 2);
    // Behind a tab digits follow the padding, between bars they stand in its middle.
    const edit = separator.end <= area.start ? { start: area.end, end: area.end } : { start: at, end: at };
    return {
      path,
      row,
      column,
      span: area.end > area.start ? area : separator,
      edit,
      raw: "",
      value: { kind: "blank" },
      count: null,
    };
  }
  const raw = text.slice(found.text.start, found.text.end);
  const { value, from, to } = readValue(raw, column.kind);
  const whole = from === 0 && to === raw.length;
  const edit = whole ? found.text : { start: found.text.start + from, end: found.text.start + to };
  return { path, row, column, span: found.text, edit, raw, value, count: countOf(value) };
}

/** A row's paths, in the order of its columns, never change and are asked for with every reading. */
export const pathsOf = perKey(
  (table: FormTable): ReadonlyMap<FormRow, readonly CellPath[]> =>
    new Map(
      table.rows.map((row) => [
        row,
        row.columns.map((column) => ({ table: table.id, row: row.id, column: column.id })),
      ]),
    ),
);
