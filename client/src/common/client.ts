// What the language client is told. Loaded only when the first report appears: the client is most of the bundle.
import type { LogOutputChannel } from "vscode";
import {
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
  vsdiag,
} from "vscode-languageclient";
import type { InitializationOptions } from "../../../server/src/lsp/protocol";

/** `closed` is called when the connection is gone without having been ended; the client itself never restarts anything. */
export function clientOptions(closed: () => void, log: LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = { commands: ["nianbao.copyComment", "nianbao.showChanges"] };
  return {
    documentSelector: [{ language: "nianbao" }],
    initializationOptions,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: { onChange: true, onSave: false, onFocus: false, onTabs: false },
    initializationFailedHandler: () => false,
    errorHandler: {
      error: (_error, _message, count) => ({
        action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
        handled: true,
      }),
      async closed() {
        closed();
        // A start that failed because of it must come to its end first, or its rejection reaches nobody.
        await new Promise((resolve) => setTimeout(resolve));
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
    middleware: middleware(),
  };
}

function middleware(): Middleware {
  const opening = new Map<string, Promise<void>>();
  return {
    didOpen(document, next) {
      const sent = next(document);
      opening.set(document.uri.toString(), sent);
      return sent;
    },
    didClose(document, next) {
      opening.delete(document.uri.toString());
      return next(document);
    },
    // When the server starts beside many open documents, the client's requests overtake its didOpen, and an answer about
    // a document that is not there yet would stay until the next change.
    async sendRequest(type, parameters, token, next) {
      await opening.get(documentOf(parameters) ?? "");
      return next(type, parameters, token);
    },
    // The committed text beside a diff is a report as well; its findings would stand in the list a second time.
    provideDiagnostics(document, previousResultId, token, next) {
      const { scheme } = "uri" in document ? document.uri : document;
      if (scheme === "git") return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
      return next(document, previousResultId, token);
    },
  };
}

/** The URI of the document a request is about; undefined where it is about none. */
function documentOf(parameters: unknown): string | undefined {
  if (typeof parameters !== "object" || parameters === null || !("textDocument" in parameters)) return undefined;
  const { textDocument } = parameters;
  if (typeof textDocument !== "object" || textDocument === null || !("uri" in textDocument)) return undefined;
  return typeof textDocument.uri === "string" ? textDocument.uri : undefined;
}
