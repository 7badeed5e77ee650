// Features that are more than ranges, in the protocol's words. As in convert.ts its numbers stand here as numbers.
import type {
  CodeLens,
  CompletionItem,
  CompletionItemKind,
  DocumentLink,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
  SymbolKind,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Completion } from "../features/completion";
import type { Lens } from "../features/lens";
import type { Link } from "../features/links";
import type { WorkspaceSymbol } from "../features/symbols";
import { pick } from "../features/text";
import { type Token, tokenModifiers, tokenTypes } from "../features/tokens";
import type { Locale } from "../features/types";
import type { Span } from "../syntax/span";
import { type Client, showTableCommand } from "./client";
import { rangeOf } from "./convert";
import type { ShowTableArguments } from "./protocol";

/** `spans` from the inside out, at least one. */
export function selectionOf(text: TextDocument, spans: readonly Span[]): SelectionRange {
  const chain = spans.toReversed().reduce<SelectionRange | undefined>((parent, span) => {
    return { range: rangeOf(text, span), ...(parent === undefined ? {} : { parent }) };
  }, undefined);
  return chain ?? { range: rangeOf(text, { start: 0, end: 0 }) };
}

const bitOf = (modifier: Token["modifiers"][number]): number => 1 << tokenModifiers.indexOf(modifier);

/** Five numbers a token, its place relative to the one before. */
export function encodeTokens(text: TextDocument, tokens: readonly Token[]): SemanticTokens {
  const data: number[] = [];
  let before = { line: 0, character: 0 };
  for (const { span, type, modifiers } of tokens) {
    const start = text.positionAt(span.start);
    const line = start.line - before.line;
    const character = line === 0 ? start.character - before.character : start.character;
    const bits = modifiers.reduce((sum, modifier) => sum + bitOf(modifier), 0);
    data.push(line, character, span.end - span.start, tokenTypes.indexOf(type), bits);
    before = start;
  }
  return { data };
}

// Package and module: kinds every client knows.
const workspaceKinds: Readonly<Record<WorkspaceSymbol["kind"], SymbolKind>> = { organ: 4, section: 2 };

export function workspaceSymbolOf(text: TextDocument, symbol: WorkspaceSymbol): SymbolInformation {
  return {
    name: symbol.name,
    kind: workspaceKinds[symbol.kind],
    location: { uri: text.uri, range: rangeOf(text, symbol.span) },
    ...(symbol.container === "" ? {} : { containerName: symbol.container }),
  };
}

/**
 * Where there is nothing to show, or the client shows nothing, it is a line to read: a command without a name. A lens without
 * any command would be one that is yet to be resolved, and clients show none of those.
 */
export function codeLensOf(text: TextDocument, { span, title, place }: Lens, client: Client): CodeLens {
  const range = rangeOf(text, span);
  if (place === null || !client.showsTables) return { range, command: { title, command: "" } };
  const shown: ShowTableArguments = { uri: text.uri, position: text.positionAt(place) };
  return { range, command: { title, command: showTableCommand, arguments: [shown] } };
}

export function linkOf(
  text: TextDocument,
  { span, cited, tooltip }: Link,
  locale: Locale,
  client: Client,
): DocumentLink {
  const target = `nianbao-rule:/${cited.id}.md`;
  return { range: rangeOf(text, span), target, ...(client.linkTooltips ? { tooltip: pick(tooltip, locale) } : {}) };
}

// Value, module, field, struct and file; clients that know fewer kinds know those up to 18.
const completionKinds: Readonly<Record<Completion["kind"], CompletionItemKind>> = {
  value: 12,
  heading: 9,
  row: 5,
  table: 15,
  report: 17,
};

/** `at`: its place in the list. */
export function completionOf(text: TextDocument, item: Completion, at: number, client: Client): CompletionItem {
  const { marked, plain } = item.text;
  const snippet = client.snippets && marked !== plain;
  return {
    label: item.label,
    kind: completionKinds[item.kind],
    detail: item.detail,
    sortText: String(at).padStart(3, "0"),
    filterText: item.filter,
    insertTextFormat: snippet ? 2 : 1,
    // A table's tabs set cells apart; no client is to make spaces of them.
    ...(client.insertsAsIs ? { insertTextMode: 1 } : {}),
    textEdit: { range: rangeOf(text, item.span), newText: snippet ? marked : plain },
  };
}
