// Plain lines: each is a cell, and nothing says where a row ends (a table whose tabs were lost, or prose).
import { trimmed } from "../characters";
import type { GridRow } from "../grid";
import type { Lines } from "../lines";

export function readPlainLine(lines: Lines, index: number): GridRow {
  const end = lines.ends[index] as number;
  let start = lines.starts[index] as number;
  // Markdown's marks in front of a heading belong to no cell.
  while (start < end && lines.text.charCodeAt(start) === 0x23) start++;
  const area = { start, end };
  return { cells: [{ text: trimmed(lines.text, start, end), area, separator: area }], open: true, positional: false };
}
