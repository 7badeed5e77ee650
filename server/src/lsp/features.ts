// The requests about an open document that ask for no judgement: what is where, what it belongs to, what can be written there.
// Each is one feature; here its answer takes the shape this client knows. All of them read the report the document keeps, and
// none costs more than a pass over it, so nothing else is kept.
import type {
  CancellationToken,
  CodeLens,
  CompletionItem,
  CompletionParams,
  Connection,
  Definition,
  DocumentLink,
  DocumentSymbol,
  InlayHint,
  InlayHintParams,
  LocationLink,
  ReferenceParams,
  SelectionRange,
  SelectionRangeParams,
  SemanticTokens,
  SemanticTokensRangeParams,
  SymbolInformation,
  TextDocumentPositionParams,
  WorkspaceSymbolParams,
} from "vscode-languageserver";
import { completions } from "../features/completion";
import { foldings } from "../features/folding";
import { highlights } from "../features/highlights";
import { hints } from "../features/hints";
import { hover } from "../features/hover";
import { lenses } from "../features/lens";
import { links } from "../features/links";
import { outline } from "../features/outline";
import { definitions, references } from "../features/references";
import { selections } from "../features/selection";
import { matchSymbol, mostSymbols, symbolsIn } from "../features/symbols";
import { tokens } from "../features/tokens";
import type { Report } from "../report/types";
import type { Client } from "./client";
import { flatSymbolsOf, foldingsOf, highlightsOf, hoverOf, rangeOf, spanOf, symbolsOf } from "./convert";
import type { OpenDocument } from "./documents";
import { codeLensOf, completionOf, encodeTokens, linkOf, selectionOf, workspaceSymbolOf } from "./vocabulary";

type Answer<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

export interface Surroundings {
  readonly client: Client;
  /** The open documents; those of a workspace are never more than what the user has open. */
  readonly open: ReadonlyMap<string, OpenDocument>;
  /** A guarded request about one open document. */
  about<P extends { textDocument: { uri: string } }, R>(
    method: string,
    fallback: R,
    answer: (document: OpenDocument, params: P) => R,
  ): Answer<P, R>;
  /** A guarded request about none. */
  guarded<P, R>(method: string, fallback: R, answer: (params: P) => R): Answer<P, R>;
}

export function serveFeatures(connection: Connection, { client, open, about, guarded }: Surroundings): void {
  /** A request about a text that could be read. */
  const read = <P extends { textDocument: { uri: string } }, R>(
    method: string,
    fallback: R,
    answer: (document: OpenDocument & { readonly report: Report }, params: P) => R,
  ) =>
    about<P, R>(`textDocument/${method}`, fallback, (document, params) =>
      hasReport(document) ? answer(document, params) : fallback,
    );

  connection.onHover(
    read("hover", null, ({ report, text, settings }, { position }: TextDocumentPositionParams) => {
      const found = hover(report, text.offsetAt(position), settings.locale);
      return found && hoverOf(text, found, client);
    }),
  );

  connection.onDocumentSymbol(
    about<TextDocumentParams, DocumentSymbol[] | SymbolInformation[]>(
      "textDocument/documentSymbol",
      [],
      ({ outlined, text, settings }) => {
        const items = outlined === null ? [] : outline(outlined, settings.locale);
        return client.nestedSymbols ? symbolsOf(text, items) : flatSymbolsOf(text, items);
      },
    ),
  );

  connection.onFoldingRanges(
    read("foldingRange", [], ({ report, text }) => foldingsOf(text, foldings(report), client.foldingLimit)),
  );

  connection.onDocumentHighlight(
    read("documentHighlight", [], ({ report, text }, { position }: TextDocumentPositionParams) =>
      highlightsOf(text, highlights(report, text.offsetAt(position))),
    ),
  );

  connection.onSelectionRanges(
    // An answer has one for each position: where nothing can be said there is none at all.
    read<SelectionRangeParams, SelectionRange[] | null>("selectionRange", null, ({ report, text }, { positions }) =>
      positions.map((position) => selectionOf(text, selections(report, text.offsetAt(position)))),
    ),
  );

  connection.onDefinition(
    read<TextDocumentPositionParams, Definition | LocationLink[] | null>(
      "definition",
      null,
      (document, { position }) => {
        const { report, text, uri } = document;
        const found = definitions(report, text.offsetAt(position));
        if (found === null) return null;
        const origin = rangeOf(text, found.origin);
        const targets = found.targets.map((span) => rangeOf(text, span));
        return client.definitionLinks
          ? targets.map((range) => {
              return { originSelectionRange: origin, targetUri: uri, targetRange: range, targetSelectionRange: range };
            })
          : targets.map((range) => ({ uri, range }));
      },
    ),
  );

  connection.onReferences(
    read("references", [], ({ report, text, uri }, { position, context }: ReferenceParams) =>
      references(report, text.offsetAt(position), context.includeDeclaration).map((span) => {
        return { uri, range: rangeOf(text, span) };
      }),
    ),
  );

  connection.onWorkspaceSymbol(
    guarded<WorkspaceSymbolParams, SymbolInformation[]>("workspace/symbol", [], ({ query }) =>
      [...open.values()]
        .flatMap((document) => {
          const { report } = document;
          if (report === null) return [];
          return symbolsIn(report).flatMap((symbol) => {
            const rank = matchSymbol(symbol, query);
            return rank === null ? [] : [{ document, symbol, rank }];
          });
        })
        .sort((a, b) => a.rank - b.rank)
        .slice(0, mostSymbols)
        .map(({ document, symbol }) => workspaceSymbolOf(document.text, symbol)),
    ),
  );

  connection.languages.semanticTokens.on(
    read<TextDocumentParams, SemanticTokens>("semanticTokens/full", { data: [] }, ({ report, text }) =>
      encodeTokens(text, tokens(report, { start: 0, end: report.text.length })),
    ),
  );

  connection.languages.semanticTokens.onRange(
    read<SemanticTokensRangeParams, SemanticTokens>(
      "semanticTokens/range",
      { data: [] },
      ({ report, text }, { range }) => encodeTokens(text, tokens(report, spanOf(text, range))),
    ),
  );

  connection.languages.inlayHint.on(
    read<InlayHintParams, InlayHint[]>("inlayHint", [], ({ report, text, settings }, { range }) =>
      hints(report, settings.hints, spanOf(text, range), settings.locale).map(({ offset, label, tooltip }) => {
        return { position: text.positionAt(offset), label, tooltip, paddingLeft: true };
      }),
    ),
  );

  connection.onCodeLens(
    read<TextDocumentParams, CodeLens[]>("codeLens", [], ({ report, text, settings }) =>
      lenses(report, settings.locale).map((lens) => codeLensOf(text, lens, client)),
    ),
  );

  connection.onDocumentLinks(
    read<TextDocumentParams, DocumentLink[]>("documentLink", [], ({ report, text, settings }) =>
      links(report).map((link) => linkOf(text, link, settings.locale, client)),
    ),
  );

  connection.onCompletion(
    read<CompletionParams, CompletionItem[]>("completion", [], ({ report, text, settings }, { position }) =>
      completions(report, text.offsetAt(position), settings.locale).map((item, at) =>
        completionOf(text, item, at, client),
      ),
    ),
  );
}

interface TextDocumentParams {
  readonly textDocument: { uri: string };
}

function hasReport(document: OpenDocument): document is OpenDocument & { readonly report: Report } {
  return document.report !== null;
}
