// The report's own words: inside a message, the line that stands for a longer stretch, and what stands in quotes.
import type { Span } from "../syntax/span";

/** A report's own words shown in a hover or a menu are cut at this many characters. */
const quoteLength = 80;

/** Report text on one line, no longer than `length` characters. */
export function oneLine(text: string, length = quoteLength): string {
  // A cell may hold megabytes; no more of it is looked at than could be shown, even if much of that is white space.
  const flat = text
    .slice(0, length * 8)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  const shown = flat.replace(/\p{Bidi_Control}/gu, named);
  const characters = Array.from(shown);
  return characters.length > length ? `${characters.slice(0, length).join("")}…` : shown;
}

/** A character that turns the direction would turn the words around the quote as well. */
function named(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}]`;
}

/** The first line of a stretch of the text, without its break. */
export function firstLine(text: string, { start, end }: Span): Span {
  let at = start;
  while (at < end && text[at] !== "\n" && text[at] !== "\r") at++;
  return { start, end: at };
}

const quotes = ["“”", "「」", "『』"];
/** A quote or a title is no longer than this. */
const longestQuote = 120;

/** Whether the place is inside quotes. */
export function isQuoted(line: string, at: number): boolean {
  return quotes.some((pair) => isWithin(line, at, pair));
}

/** Whether the place is inside the title of a document. */
export function isNamed(line: string, at: number): boolean {
  return isWithin(line, at, "《》");
}

/** Whether the mark that opened last before the place closes behind it. */
function isWithin(line: string, at: number, pair: string): boolean {
  const [open = "", close = ""] = pair;
  const before = line.slice(Math.max(0, at - longestQuote), at);
  return before.lastIndexOf(open) > before.lastIndexOf(close) && line.slice(at, at + longestQuote).includes(close);
}
