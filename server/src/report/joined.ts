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
  const kept: string[] = [];
  const places: number[] = [];
  for (const { start, end } of spans) {
    for (let at = start; at < end && kept.length < most; at++) {
      const code = text.charCodeAt(at);
      if (isSpace(code)) continue;
      kept.push(String.fromCharCode(halfWidth(code)));
      places.push(at);
    }
  }
  const place = (index: number): number => places[index] ?? text.length;
  return { text: kept.join(""), spanOf: (start, end) => ({ start: place(start), end: place(end - 1) + 1 }) };
}

/** Digits, brackets, points and colons; a full-width comma is the Chinese one and stays. */
function halfWidth(code: number): number {
  const isWide = (code >= 0xff10 && code <= 0xff1a) || code === 0xff08 || code === 0xff09 || code === 0xff0e;
  return isWide ? code - 0xfee0 : code;
}
