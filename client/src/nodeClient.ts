// A client for the server as a process of its own, forked with the Node that runs the extension.
import type { LogOutputChannel } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { clientOptions, quieted } from "./common/client";

/** `server` is the path of the built server; `closed` is called when its connection is lost. */
export function createClient(server: string, closed: () => void, log: LogOutputChannel): LanguageClient {
  const run = { module: server, transport: TransportKind.ipc };
  return quieted(new LanguageClient("nianbao", log.name, { run, debug: run }, clientOptions(closed, log)));
}
