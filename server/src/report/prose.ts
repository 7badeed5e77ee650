// Whether the prose names a number: it tells which of several explanations is the likelier.
import type { Section } from "./types";

/** What stands further behind in a section is not looked through: a section has some thousand characters. */
const mostProse = 20_000;

/** Whether these sections name a whole number, in digits of either width, with or without marks between thousands. */
export function quotesIn(text: string, sections: readonly Section[]): (count: bigint) => boolean {
  const prose = sections.map(({ body }) => text.slice(body.start, Math.min(body.end, body.start + mostProse)));
  return (count) => spellings(count).some((digits) => prose.some((part) => stands(part, digits)));
}

function spellings(count: bigint): readonly string[] {
  const plain = String(count);
  const marked = plain.replace(/\B(?=(?:\d{3})+$)/g, ",");
  const half = marked === plain ? [plain] : [plain, marked];
  return [...half, ...half.map(wide)];
}

function wide(digits: string): string {
  return digits.replace(/[0-9,]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}

/** As a number of its own, no part of a longer one or of a decimal. */
function stands(prose: string, digits: string): boolean {
  for (let at = prose.indexOf(digits); at >= 0; at = prose.indexOf(digits, at + 1)) {
    const before = /[0-9０-９][,，.．]?$/.test(prose.slice(Math.max(0, at - 2), at));
    const behind = /^[,，.．]?[0-9０-９]/.test(prose.slice(at + digits.length, at + digits.length + 2));
    if (!before && !behind) return true;
  }
  return false;
}
