// Between the offsets of the core and the positions of the protocol. The protocol's numbers stand here as numbers, checked
// by its types: every file that imports its values costs the start of the server half a millisecond.
import type {
  Diagnostic,
  DiagnosticSeverity,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  TextEdit as LspTextEdit,
  Range,
  SymbolInformation,
  SymbolKind,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Highlight, HoverText, Locale, OutlineItem } from "../features/types";
import type { Finding, Severity, TextEdit } from "../rules/types";
import type { Span } from "../syntax/span";
import type { Client } from "./client";
import { markdownToPlain } from "./plain";

export function rangeOf(text: TextDocument, span: Span): Range {
  return { start: text.positionAt(span.start), end: text.positionAt(span.end) };
}

export function spanOf(text: TextDocument, range: Range): Span {
  const start = text.offsetAt(range.start);
  return { start, end: Math.max(start, text.offsetAt(range.end)) };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
};

/** What of a finding the client can show. */
export type DiagnosticForm = Pick<Client, "codeDescription" | "relatedInformation">;

export function diagnosticOf(text: TextDocument, finding: Finding, locale: Locale, client: DiagnosticForm): Diagnostic {
  const diagnostic: Diagnostic = {
    range: rangeOf(text, finding.span),
    severity: severities[finding.severity],
    code: finding.rule,
    source: "nianbao",
    message: finding.message[locale],
  };
  // The page is a document of the extension: opening it needs no network.
  if (client.codeDescription) diagnostic.codeDescription = { href: `nianbao-rule:/${finding.rule}.md` };
  if (client.relatedInformation && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map((related) => ({
      location: related.within
        ? { uri: related.within.file, range: related.within.range }
        : { uri: text.uri, range: rangeOf(text, related.span) },
      message: related.message[locale],
    }));
  }
  return diagnostic;
}

/** What is said of a whole text, of which no rule could be tried: at its first line, so that it is on every client's list. */
export function noticeOf(text: TextDocument, message: string): Diagnostic {
  const end = text.positionAt(longestNoticed);
  return {
    range: { start: { line: 0, character: 0 }, end: end.line === 0 ? end : { line: 1, character: 0 } },
    severity: severities.warning,
    source: "nianbao",
    message,
  };
}

/** Code units of a first line that are underlined at most. */
const longestNoticed = 100;

export function editsOf(text: TextDocument, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map((edit) => ({ range: rangeOf(text, edit.span), newText: edit.newText }));
}

export function hoverOf(text: TextDocument, hover: HoverText, client: Client): Hover {
  const range = rangeOf(text, hover.span);
  return client.markdownHover
    ? { contents: { kind: "markdown", value: hover.markdown }, range }
    : { contents: { kind: "plaintext", value: markdownToPlain(hover.markdown) }, range };
}

// Module, namespace, array and field: only kinds every client knows (the first eighteen).
const symbolKinds: Readonly<Record<OutlineItem["kind"], SymbolKind>> = {
  section: 2,
  subsection: 3,
  table: 18,
  row: 8,
};

export function symbolsOf(text: TextDocument, items: readonly OutlineItem[]): DocumentSymbol[] {
  return items.map((item) => ({
    name: item.name,
    detail: item.detail,
    kind: symbolKinds[item.kind],
    range: rangeOf(text, item.span),
    selectionRange: rangeOf(text, item.selection),
    children: symbolsOf(text, item.children),
  }));
}

/** The same for clients without nesting: each item behind the one it stands in. */
export function flatSymbolsOf(
  text: TextDocument,
  items: readonly OutlineItem[],
  containerName?: string,
): SymbolInformation[] {
  return items.flatMap((item) => [
    {
      name: item.name,
      kind: symbolKinds[item.kind],
      location: { uri: text.uri, range: rangeOf(text, item.span) },
      ...(containerName === undefined ? {} : { containerName }),
    },
    ...flatSymbolsOf(text, item.children, item.name),
  ]);
}

export function highlightsOf(text: TextDocument, highlights: readonly Highlight[]): DocumentHighlight[] {
  return highlights.map(({ span, kind }) => ({
    range: rangeOf(text, span),
    kind: kind === "write" ? 3 : 2,
  }));
}

/** Whole lines; a fold of one line is none. */
export function foldingsOf(text: TextDocument, spans: readonly Span[], limit: number): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  for (const span of spans) {
    const startLine = text.positionAt(span.start).line;
    const endLine = text.positionAt(span.end).line;
    if (endLine > startLine && ranges.length < limit) ranges.push({ startLine, endLine });
  }
  return ranges;
}
