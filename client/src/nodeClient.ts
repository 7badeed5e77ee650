// A client for the server as a process of its own, forked with the Node that runs the extension.
import type { LogOutputChannel } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { clientOptions } from "./common/client";

/** Says what goes wrong in the log alone: what the reader must know, and can do something about, the extension says itself. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  override async stop(timeout?: number): Promise<void> {
    // One that never ran has nothing to stop; the client calls this itself when its start fails.
    if (this.isRunning()) await super.stop(timeout);
  }
}

/** `server` is the path of the built server; `closed` is called when its connection is lost. */
export function createClient(server: string, closed: () => void, log: LogOutputChannel): LanguageClient {
  const run = { module: server, transport: TransportKind.ipc };
  return new QuietClient("nianbao", log.name, { run, debug: run }, clientOptions(closed, log));
}
