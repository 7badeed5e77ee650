// Whether a stretch of text holds a table's numbers, told without reading the table: prose, a summary and a table of contents
// have numbers too, but never a row of them.
import { isDigit, isSpace } from "../syntax/characters";

/** Cells in a row of table three; those of table four have more. */
const fewestCells = 7;
/** A row with blank cells has its separators, but so has a line of a table of contents, with one number behind. */
const fewestFilled = 3;

const separating = new Set("\t|｜");
const forNone = new Set("-－—–/／");
const inNumber = new Set(".,．，");

/** True where seven cells, three of them filled at least, follow each other between two offsets with nothing else among them. */
export function hasFigures(text: string, from: number, to: number): boolean {
  let filled = 0;
  let separators = 0;
  let before: "number" | "space" | "mark" = "space";
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    const character = text[at] as string;
    if (isDigit(code)) {
      if (before !== "number") filled++;
      before = "number";
      if (filled >= fewestFilled && Math.max(filled, separators) >= fewestCells) return true;
    } else if (separating.has(character) || isSpace(code)) {
      if (separating.has(character)) separators++;
      before = "space";
    } else if (forNone.has(character) && before !== "number") {
      // What many write for none; between two digits it belongs to a date or a telephone number.
      if (before === "space") filled++;
      before = "mark";
    } else if (!(inNumber.has(character) && before === "number")) {
      filled = separators = 0;
      before = "mark";
    }
  }
  return false;
}
