// Words shared by the features: the language, and report text on its way into Markdown.
import type { Bilingual } from "../form/types";
import type { Locale } from "./types";

/** A report's own words shown in a hover or a menu are cut at this many characters. */
const quoteLength = 80;

export function pick(text: Bilingual, locale: Locale): string {
  return text[locale];
}

/** Report text on one line, no longer than `length` characters. */
export function oneLine(text: string, length = quoteLength): string {
  // A cell may hold megabytes; no more of it is looked at than could be shown, even if much of that is white space.
  const flat = text
    .slice(0, length * 8)
    .replace(/\s+/gu, " ")
    .trim();
  const characters = Array.from(flat);
  return characters.length > length ? `${characters.slice(0, length).join("")}…` : flat;
}

/**
 * Text that Markdown shows as it stands. Every ASCII punctuation mark is escaped, not only those that are markup on
 * their own: "www.x.cn" and "&lt;" would otherwise become a link and a sign.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text, 400).replace(/[!-/:-@[-`{-~]/gu, "\\$&");
}
