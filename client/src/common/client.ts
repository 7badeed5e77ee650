// What the language client is told. Loaded only when the first report appears: the client is most of the bundle.
import { type LogOutputChannel, Uri, workspace } from "vscode";
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
  vsdiag,
} from "vscode-languageclient";
import type { InitializationOptions } from "../../../server/src/lsp/protocol";
import { type Inspected, untrustedSection } from "../untrusted";

/** `closed` is called when the connection is gone without having been ended; the client itself never restarts anything. */
export function clientOptions(closed: () => void, log: LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    commands: ["nianbao.copyComment", "nianbao.showChanges", "nianbao.showTable", "nianbao.ignoreFinding"],
    pages: true,
    files: true,
    reports: true,
  };
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

/** Lets a client say what goes wrong in the log alone: what the reader must know, and can do something about, the extension says. */
export function quieted<C extends BaseLanguageClient>(client: C): C {
  const error = client.error.bind(client);
  const stop = client.stop.bind(client);
  client.error = (message, data) => error(message, data, false);
  client.stop = async (timeout) => {
    // One that never ran has nothing to stop; the client calls this itself when its start fails.
    if (client.isRunning()) await stop(timeout);
  };
  return client;
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
    provideWorkspaceDiagnostics(resultIds, token, report, next) {
      return next(resultIds, token, (chunk) =>
        report(chunk && { items: chunk.items.filter(({ uri }) => uri.scheme !== "git") }),
      );
    },
    workspace: {
      async configuration(params, token, next) {
        const answers = await next(params, token);
        if (workspace.isTrusted || !Array.isArray(answers)) return answers;
        return answers.map((answer, index) => {
          const { section, scopeUri } = params.items[index] ?? {};
          if (section !== "nianbao") return answer;
          const settings = workspace.getConfiguration(
            section,
            scopeUri === undefined ? undefined : Uri.parse(scopeUri),
          );
          return untrustedSection(answer, settings.inspect<NonNullable<Inspected["globalValue"]>>("rules"));
        });
      },
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
