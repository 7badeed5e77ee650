// Lines of a text, split exactly as vscode-languageserver-textdocument does: at \n, \r\n and \r.

export interface Lines {
  readonly text: string;
  readonly count: number;
  /** Offset of the first character of each line. */
  readonly starts: readonly number[];
  /** Offset after the last character of each line, the line break not included. */
  readonly ends: readonly number[];
}

export function readLines(text: string): Lines {
  const starts = [0];
  const ends: number[] = [];
  const length = text.length;
  let cr = text.indexOf("\r");
  let lf = text.indexOf("\n");
  while (cr >= 0 || lf >= 0) {
    const at = cr < 0 || (lf >= 0 && lf < cr) ? lf : cr;
    ends.push(at);
    const next = at === cr && lf === at + 1 ? at + 2 : at + 1;
    starts.push(next);
    if (lf >= 0 && lf < next) lf = text.indexOf("\n", next);
    if (cr >= 0 && cr < next) cr = text.indexOf("\r", next);
  }
  ends.push(length);
  return { text, count: starts.length, starts, ends };
}

/** Index of the line that holds the offset; the last line whose start is not after it. */
export function lineAt(lines: Lines, offset: number): number {
  let low = 0;
  let high = lines.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines.starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
