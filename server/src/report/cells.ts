// One cell of the grid → a cell of the report: its path, its place in the text, its value.
import type { CellPath, FormColumn, FormRow, TableId } from "../form/types";
import { type GridCell, isBlankCell } from "../syntax/grid";
import type { Span } from "../syntax/span";
import type { Cell } from "./types";
import { countOf, readValue } from "./value";

/** `found` is null for a cell that could not be told from its row; it then stands at the row's `label`. */
export function buildCell(
  text: string,
  table: TableId,
  row: FormRow,
  column: FormColumn,
  found: GridCell | null,
  label: Span,
): Cell {
  const path = pathOf(table, row, column);
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

/** A row's paths never change and are asked for with every reading. Rows belong to one table each. */
const paths = new Map<FormRow, ReadonlyMap<FormColumn, CellPath>>();

function pathOf(table: TableId, row: FormRow, column: FormColumn): CellPath {
  let known = paths.get(row);
  if (!known) {
    known = new Map(row.columns.map((each) => [each, { table, row: row.id, column: each.id }]));
    paths.set(row, known);
  }
  return known.get(column) ?? { table, row: row.id, column: column.id };
}
