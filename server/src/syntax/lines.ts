// Lines of a text, split exactly as vscode-languageserver-textdocument does: at \n, \r\n and \r.
import type { Span } from "./span";

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
  const never = text.length + 1;
  const next = (character: string, from: number): number => {
    const found = text.indexOf(character, from);
    return found < 0 ? never : found;
  };
  // Each of the two is looked for again only when it was passed, so that every character is looked at twice at most.
  let feed = next("\n", 0);
  let carriage = next("\r", 0);
  for (let end = Math.min(feed, carriage); end < text.length; end = Math.min(feed, carriage)) {
    const start = end + (carriage === end && feed === end + 1 ? 2 : 1);
    ends.push(end);
    starts.push(start);
    if (feed < start) feed = next("\n", start);
    if (carriage < start) carriage = next("\r", start);
  }
  ends.push(text.length);
  return { text, count: starts.length, starts, ends };
}

/** As in LSP: line and character count from 0, characters in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a text that is not at hand, where offsets would say nothing; `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** What lies in a line break is the end of its line. */
export function positionAt(lines: Lines, offset: number): Position {
  const line = lineAt(lines, offset);
  return { line, character: Math.min(offset, lines.ends[line] as number) - (lines.starts[line] as number) };
}

export function rangeAt(lines: Lines, { start, end }: Span): Range {
  return { start: positionAt(lines, start), end: positionAt(lines, end) };
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
