// What the client can do, read once from its initialize request, and what the server offers it in return.
import type { InitializeParams, ServerCapabilities } from "vscode-languageserver";
import type { InitializationOptions } from "./protocol";

export const quickFixKind = "quickfix";
export const fixAllKind = "source.fixAll.nianbao";
export const totalsKind = "source.nianbao.totals";
export const copyCommand = "nianbao.copyComment";
export const showChangesCommand = "nianbao.showChanges";

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
  /** Its language, as in "zh-cn"; empty where it names none. */
  readonly locale: string;
}

function object(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** `initializationOptions` as far as they have the agreed shape. */
export function readOptions(value: unknown): InitializationOptions {
  const options = object(value);
  const commands = Array.isArray(options.commands)
    ? options.commands.filter((name): name is string => typeof name === "string")
    : [];
  return { commands, settings: object(options.settings) };
}

export function readClient(params: InitializeParams): Client {
  const commands = readOptions(params.initializationOptions).commands ?? [];
  const { textDocument, workspace } = params.capabilities ?? {};
  const pushed = textDocument?.publishDiagnostics;
  const pulled = textDocument?.diagnostic;
  const formats = textDocument?.hover?.contentFormat ?? [];
  const limit = textDocument?.foldingRange?.rangeLimit;
  return {
    pulls: pulled !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: (pulled?.relatedInformation ?? pushed?.relatedInformation) === true,
    codeDescription: (pulled?.codeDescriptionSupport ?? pushed?.codeDescriptionSupport) === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    markdownHover: formats.includes("markdown"),
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    foldingLimit: typeof limit === "number" && limit > 0 ? limit : Number.POSITIVE_INFINITY,
    actionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    copiesComments: commands.includes(copyCommand),
    showsChanges: commands.includes(showChangesCommand),
    locale: typeof params.locale === "string" ? params.locale : "",
  };
}

export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: "utf-16",
    // 2: each change says what it replaces.
    textDocumentSync: { openClose: true, change: 2 },
    hoverProvider: true,
    documentSymbolProvider: true,
    documentHighlightProvider: true,
    foldingRangeProvider: true,
    codeActionProvider: { codeActionKinds: [quickFixKind, fixAllKind, totalsKind] },
    ...(client.pulls
      ? { diagnosticProvider: { identifier: "nianbao", interFileDependencies: false, workspaceDiagnostics: false } }
      : {}),
  };
}
