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
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x0a && code !== 0x0d) continue;
    ends.push(at);
    if (code === 0x0d && text.charCodeAt(at + 1) === 0x0a) at++;
    starts.push(at + 1);
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
