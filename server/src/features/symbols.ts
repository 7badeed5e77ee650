// Symbols across reports: their organs and sections. Only of the reports that are open, for nothing else has been read; an index
// of whole folders is the task of workspace/.
import type { Report } from "../report/types";
import type { Span } from "../syntax/span";
import { oneLine } from "./text";

export interface WorkspaceSymbol {
  readonly kind: "organ" | "section";
  readonly name: string;
  /** Of a section the organ and year it reports on; empty where they are not known. */
  readonly container: string;
  readonly span: Span;
}

/** More than these are no list anybody reads; the query is to be longer then. */
export const mostSymbols = 200;

/** What a report contributes: first its organ with the year, then its sections in the order of the text. */
export function symbolsIn({ title, organ, year, sections, text }: Report): readonly WorkspaceSymbol[] {
  const whose = [organ ?? "", year === null ? "" : `${year}年`].join("");
  const name = whose || (title ? oneLine(text.slice(title.span.start, title.span.end)) : "");
  const start = title?.span.start ?? 0;
  const own: readonly WorkspaceSymbol[] =
    name === "" ? [] : [{ kind: "organ", name, container: "", span: title?.span ?? { start, end: start } }];
  return [
    ...own,
    ...sections.map((section): WorkspaceSymbol => {
      return {
        kind: "section",
        name: oneLine(section.title) || section.expected,
        container: whose,
        span: section.heading,
      };
    }),
  ];
}

/**
 * How well a symbol answers a query, lower is better; null where it does not. Each word of the query must stand in the name
 * or the container: as it is (0), or with its characters apart (1), so that 示范总体 and 示范 总体 find 总体情况 of 示范镇 in a
 * client that shows what it is given. VS Code looks again by itself: it asks for the first word alone, which it wants to see
 * in the name, and wants the others in the container. There it is 总体 示范.
 */
export function matchSymbol(symbol: WorkspaceSymbol, query: string): number | null {
  const name = folded(symbol.name);
  const all = folded(symbol.container) + name;
  let rank = 0;
  for (const word of query.split(/\s+/u).map(folded)) {
    if (name.includes(word)) continue;
    if (!isSubsequence(word, all)) return null;
    rank = Math.max(rank, all.includes(word) ? 0 : 1);
  }
  return rank;
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
}

function isSubsequence(word: string, text: string): boolean {
  let at = 0;
  for (const character of word) {
    at = text.indexOf(character, at);
    if (at < 0) return false;
    at += character.length;
  }
  return true;
}
