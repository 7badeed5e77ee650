// What a table looks like before anyone knows what it means: rows of cells with their places in the text.
import type { Span } from "./span";

export interface GridCell {
  /** The cell's text without surrounding white space; empty (start = end) for a blank cell. */
  readonly text: Span;
  /** Everything between the cell's separators. */
  readonly area: Span;
  /** What sets the cell apart from its neighbour: a tab or a bar; of a plain line the line. */
  readonly separator: Span;
}

export interface GridRow {
  readonly cells: readonly GridCell[];
  /** True where the writing does not say where rows end: the row then goes on in the next open row. */
  readonly open: boolean;
  /** True where a cell's index is its column. */
  readonly positional: boolean;
}

/** Lines [from, to) of a text. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

export function isBlankCell(cell: GridCell): boolean {
  return cell.text.start === cell.text.end;
}
