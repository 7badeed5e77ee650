// Prose read through its line breaks: texts out of PDFs are torn in the middle of words, dates and numbers.
import { isSpace } from "../syntax/characters";
import type { Span } from "../syntax/span";

export interface Joined {
  /** Without white space, digits and brackets in half width; at most so many characters as were asked for. */
  readonly text: string;
  /** The place in the report of a stretch of `text` that is not empty. */
  readonly spanOf: (start: number, end: number) => Span;
}

/** The spans of a text one behind the other, in the order given. */
export function joined(text: string, spans: Iterable<Span>, most: number): Joined {
  let kept = "";
  const places: number[] = [];
  for (const { start, end } of spans) {
    // What stands between white space and characters of another width is taken over in one piece.
    let from = start;
    let at = start;
    for (; at < end && places.length < most; at++) {
      const code = text.charCodeAt(at);
      const white = isSpace(code);
      if (!white) places.push(at);
      if (!white && !isWide(code)) continue;
      kept += text.slice(from, at);
      if (!white) kept += String.fromCharCode(code - 0xfee0);
      from = at + 1;
    }
    kept += text.slice(from, at);
  }
  const place = (index: number): number => places[index] ?? text.length;
  return { text: kept, spanOf: (start, end) => ({ start: place(start), end: place(end - 1) + 1 }) };
}

/** Digits, brackets, points and colons; a full-width comma is the Chinese one and stays. */
function isWide(code: number): boolean {
  return (code >= 0xff10 && code <= 0xff1a) || code === 0xff08 || code === 0xff09 || code === 0xff0e;
}
