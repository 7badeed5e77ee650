// The report's own words: inside a message, and the line that stands for a longer stretch.
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
