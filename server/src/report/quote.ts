// The report's own words inside a message.

/** A report's own words shown in a hover or a menu are cut at this many characters. */
const quoteLength = 80;

/** Report text on one line, no longer than `length` characters. */
export function oneLine(text: string, length = quoteLength): string {
  // A cell may hold megabytes; no more of it is looked at than could be shown, even if much of that is white space.
  const flat = text
    .slice(0, length * 8)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  const characters = Array.from(flat);
  return characters.length > length ? `${characters.slice(0, length).join("")}…` : flat;
}
