// What the client can do, read once from its initialize request, and what the server offers it in return.
import type { InitializeParams, ServerCapabilities } from "vscode-languageserver";
import { completionTriggers } from "../features/completion";
import { tokenModifiers, tokenTypes } from "../features/tokens";
import type { InitializationOptions } from "./protocol";

export const quickFixKind = "quickfix";
export const fixAllKind = "source.fixAll.nianbao";
export const totalsKind = "source.nianbao.totals";
export const copyCommand = "nianbao.copyComment";
export const showChangesCommand = "nianbao.showChanges";
export const showTableCommand = "nianbao.showTable";
export const ignoreCommand = "nianbao.ignoreFinding";

export type Feature =
  | "selectionRange"
  | "definition"
  | "references"
  | "symbol"
  | "semanticTokens"
  | "inlayHint"
  | "codeLens"
  | "documentLink"
  | "completion";

export interface Client {
  /** It asks for diagnostics; otherwise they are published to it. */
  readonly pulls: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly markdownHover: boolean;
  readonly nestedSymbols: boolean;
  /** Most folding ranges it wants; infinite where it names no limit. */
  readonly foldingLimit: number;
  readonly actionLiterals: boolean;
  readonly versionedEdits: boolean;
  readonly copiesComments: boolean;
  readonly showsChanges: boolean;
  readonly showsTables: boolean;
  /** It opens documents of the scheme nianbao-rule, which this server writes. */
  readonly showsPages: boolean;
  readonly definitionLinks: boolean;
  readonly linkTooltips: boolean;
  readonly snippets: boolean;
  /** It inserts a completion's text without changing its white space, if asked to. */
  readonly insertsAsIs: boolean;
  readonly refreshesHints: boolean;
  readonly refreshesLenses: boolean;
  /** Features it knows; what it does not know is not declared to it. */
  readonly knows: Readonly<Record<Feature, boolean>>;
  /** It answers nianbao/readFile and nianbao/readDirectory. */
  readonly readsFiles: boolean;
  /** It takes nianbao/reports. */
  readonly takesReports: boolean;
  /** It asks why a finding is known, and writes the baseline. */
  readonly ignoresFindings: boolean;
  /** It tells of folders that are added and taken away. */
  readonly followsFolders: boolean;
  /** Folders it has open, as it names them. */
  readonly folders: readonly string[];
  readonly registersWatchers: boolean;
  /** Its language, as in "zh-cn"; empty where it names none. */
  readonly locale: string;
}

function object(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** A capability that is there; null and the like are as good as none. */
function given(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function lists(value: unknown, item: unknown): boolean {
  return Array.isArray(value) && value.includes(item);
}

/** `initializationOptions` as far as they have the agreed shape. */
export function readOptions(value: unknown): InitializationOptions {
  const options = object(value);
  const commands = Array.isArray(options.commands)
    ? options.commands.filter((name): name is string => typeof name === "string")
    : [];
  const [pages, files, reports] = [options.pages === true, options.files === true, options.reports === true];
  return { commands, pages, files, reports, settings: object(options.settings) };
}

/** One folder, or none, of clients that know of no more. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const given: unknown = workspaceFolders ?? (typeof rootUri === "string" ? [{ uri: rootUri }] : []);
  return Array.isArray(given) ? given.flatMap((each) => (typeof each?.uri === "string" ? [each.uri] : [])) : [];
}

/** What has another shape than the protocol says counts as not there: a client is refused for nothing. */
export function readClient(params: InitializeParams): Client {
  const { commands = [], pages = false, files = false, reports = false } = readOptions(params.initializationOptions);
  const { textDocument, workspace } = params.capabilities ?? {};
  const pushed = textDocument?.publishDiagnostics;
  const pulled = textDocument?.diagnostic;
  const limit = textDocument?.foldingRange?.rangeLimit;
  return {
    pulls: given(pulled),
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: (pulled?.relatedInformation ?? pushed?.relatedInformation) === true,
    codeDescription: (pulled?.codeDescriptionSupport ?? pushed?.codeDescriptionSupport) === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    markdownHover: lists(textDocument?.hover?.contentFormat, "markdown"),
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    foldingLimit: typeof limit === "number" && limit > 0 ? limit : Number.POSITIVE_INFINITY,
    actionLiterals: given(textDocument?.codeAction?.codeActionLiteralSupport),
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    copiesComments: commands.includes(copyCommand),
    showsChanges: commands.includes(showChangesCommand),
    showsTables: commands.includes(showTableCommand),
    showsPages: pages,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    insertsAsIs: lists(textDocument?.completion?.completionItem?.insertTextModeSupport?.valueSet, 1),
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    knows: {
      selectionRange: given(textDocument?.selectionRange),
      definition: given(textDocument?.definition),
      references: given(textDocument?.references),
      symbol: given(workspace?.symbol),
      semanticTokens: given(textDocument?.semanticTokens),
      inlayHint: given(textDocument?.inlayHint),
      codeLens: given(textDocument?.codeLens),
      documentLink: given(textDocument?.documentLink),
      completion: given(textDocument?.completion),
    },
    readsFiles: files,
    takesReports: reports,
    ignoresFindings: commands.includes(ignoreCommand),
    followsFolders: workspace?.workspaceFolders === true,
    folders: foldersOf(params),
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    locale: typeof params.locale === "string" ? params.locale : "",
  };
}

export function capabilitiesFor(client: Client): ServerCapabilities {
  const { knows } = client;
  const legend = { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] };
  return {
    positionEncoding: "utf-16",
    // 2: each change says what it replaces.
    textDocumentSync: { openClose: true, change: 2 },
    hoverProvider: true,
    documentSymbolProvider: true,
    documentHighlightProvider: true,
    foldingRangeProvider: true,
    codeActionProvider: { codeActionKinds: [quickFixKind, fixAllKind, totalsKind] },
    ...(knows.selectionRange ? { selectionRangeProvider: true } : {}),
    ...(knows.definition ? { definitionProvider: true } : {}),
    ...(knows.references ? { referencesProvider: true } : {}),
    ...(knows.symbol ? { workspaceSymbolProvider: true } : {}),
    ...(knows.semanticTokens ? { semanticTokensProvider: { legend, full: true, range: true } } : {}),
    ...(knows.inlayHint ? { inlayHintProvider: true } : {}),
    ...(knows.codeLens ? { codeLensProvider: {} } : {}),
    // Its links lead to pages that this server writes.
    ...(knows.documentLink && client.showsPages ? { documentLinkProvider: {} } : {}),
    ...(knows.completion ? { completionProvider: { triggerCharacters: [...completionTriggers] } } : {}),
    ...(client.pulls
      ? { diagnosticProvider: { identifier: "nianbao", interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
