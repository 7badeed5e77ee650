// Words shared by the features: the language, and report text on its way into Markdown.
import type { Bilingual } from "../form/types";
import { oneLine } from "../report/quote";
import type { Locale } from "./types";

export { oneLine };

export function pick(text: Bilingual, locale: Locale): string {
  return text[locale];
}

/**
 * Report text on one line that Markdown shows as it stands: no emphasis, link, list or HTML comes of it, nor of an address
 * that would become a link by itself. What cannot be markup inside a line is left alone, so that equations stay readable
 * where Markdown is not rendered.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text, 400)
    .replace(/[\\`*_{}[\]<>#|~&!@]/gu, "\\$&")
    .replace(/:(?=\/)|(?<=www)\./giu, "\\$&")
    .replace(/^(\d*)([-+]|[.)](?=\s|$))/u, "$1\\$2");
}
