// Text in, text out: `$0` is the cursor, a line of `^^^` underlines a range of the line above it.
import type { Span } from "../../server/src/syntax/span";

export interface Fixture {
  readonly text: string;
  /** Where `$0` stood; null without one. */
  readonly cursor: number | null;
  /** The underlined ranges, in the order of the text. */
  readonly spans: readonly Span[];
}

const underline = /^\s*[\^＾][\s^＾]*$/u;

/**
 * Takes the marks out of a text. Under wide characters stand `＾` and the ideographic space, so that the lines agree on
 * the screen; what counts is the number of characters.
 */
export function fixture(source: string): Fixture {
  const spans: Span[] = [];
  const kept: string[] = [];
  let lineStart = 0;
  let nextStart = 0;
  let cursor: number | null = null;
  for (const line of source.split("\n")) {
    if (kept.length > 0 && underline.test(line)) {
      for (const mark of line.matchAll(/[\^＾]+/gu)) {
        spans.push({ start: lineStart + mark.index, end: lineStart + mark.index + mark[0].length });
      }
      continue;
    }
    const at = line.indexOf("$0");
    lineStart = nextStart;
    if (at >= 0) {
      cursor = lineStart + at;
    }
    kept.push(line.replace("$0", ""));
    nextStart = lineStart + (kept.at(-1)?.length ?? 0) + 1;
  }
  return { text: kept.join("\n"), cursor, spans };
}

/** The lines that hold a range, each with the line that underlines it; a range over several lines is shown at its start. */
export function underlined(text: string, spans: readonly Span[]): string {
  const shown: string[] = [];
  let start = 0;
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const end = start + line.length;
    const here = spans.filter((span) => start <= span.start && span.start < Math.max(end, start + 1));
    if (here.length > 0) {
      const marks = line.split("").map((character, i) => {
        const marked = here.some((span) => span.start <= start + i && start + i < span.end);
        const wide = character > "\u2e7f";
        return marked ? (wide ? "＾" : "^") : character === "\t" ? "\t" : wide ? "　" : " ";
      });
      shown.push(line, marks.join("").trimEnd());
    }
    start = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
  return shown.join("\n");
}

/** The text of the place where `needle` stands for the nth time, counted from 1. */
export function place(text: string, needle: string, nth = 1): Span {
  let start = -1;
  for (let i = 0; i < nth; i++) {
    start = text.indexOf(needle, start + 1);
    if (start < 0) {
      throw new Error(`${needle} does not stand ${nth} times in the text`);
    }
  }
  return { start, end: start + needle.length };
}
