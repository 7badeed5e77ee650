// Which characters are white space in these texts: what Word, web pages and spreadsheets leave around numbers and labels.
import type { Span } from "./span";

export function isSpace(code: number): boolean {
  // Nearly every character is an ideograph, and every one is asked about.
  if (code > 0x3000) return code === 0xfeff;
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    isInvisible(code)
  );
}

/**
 * Zero-width characters, and marks of direction that leave digits in their order. The two overrides (U+202D, U+202E) are none:
 * behind them 12 is shown as 21, and nobody can say which of the two is meant.
 */
function isInvisible(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202c) ||
    code === 0x2060 ||
    (code >= 0x2066 && code <= 0x2069)
  );
}

/** The span without white space at its ends; empty, at the span's start, where there is nothing else. */
export function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  if (from === to) return { start, end: start };
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/** The offset, or the one before it where it lies between the two halves of a character. */
export function wholeCharacter(text: string, offset: number): number {
  const inside = isHalf(text.charCodeAt(offset - 1), 0xd800) && isHalf(text.charCodeAt(offset), 0xdc00);
  return inside ? offset - 1 : offset;
}

function isHalf(code: number, from: number): boolean {
  return code >= from && code < from + 0x400;
}

/** ASCII or full-width digit. */
export function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** One of the ideographs that nearly all of a text is written with. */
export function isIdeograph(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** True where the text from `start` begins as a figure does: a digit, or a sign or stroke that stands for none. */
export function beginsAsFigure(text: string, start: number, end: number): boolean {
  if (start >= end) return false;
  const first = text.charCodeAt(start);
  if (isDigit(first)) return !/^[0-9０-９]{1,2}[.．、](?![0-9０-９])/.test(text.slice(start, Math.min(end, start + 5)));
  return end - start <= 3 && /^[-－—–/／]/.test(text.slice(start, end));
}

/** "- 4 -", "— 5 —", 第 3 页: what a page leaves in the middle of a table. */
export function isPageNumber(text: string, start: number, end: number): boolean {
  if (end - start > 16) return false;
  return /^(?:[-—–－]+\s*\d{1,4}\s*[-—–－]+|第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?)$/.test(
    text.slice(start, end),
  );
}
