// What the language client is told. Loaded only when the first report appears: the client is most of the bundle.

import type { LogOutputChannel } from "vscode";
import {
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  vsdiag,
} from "vscode-languageclient";
import type { InitializationOptions } from "../../../server/src/lsp/protocol";

/** `closed` is called when the connection is gone without having been ended; the client itself never restarts anything. */
export function clientOptions(closed: () => void, log: LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = { commands: ["nianbao.copyComment"] };
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
      closed: () => {
        closed();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
    middleware: {
      // The committed text beside a diff is a report as well; its findings would stand in the list a second time.
      provideDiagnostics: (document, previousResultId, token, next) =>
        "uri" in document && document.uri.scheme === "git"
          ? { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] }
          : next(document, previousResultId, token),
    },
  };
}
