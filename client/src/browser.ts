// Entry of the extension where extensions run in a worker of the browser: on vscode.dev, github.dev and their like.
import { type ExtensionContext, Uri } from "vscode";
import type { NianbaoApi } from "./api";
import { activateExtension, type Running } from "./common/extension";

let running: Running | undefined;

export function activate(context: ExtensionContext): NianbaoApi {
  const server = Uri.joinPath(context.extensionUri, "dist/server.web.js");
  running = activateExtension(context, async (closed, log) => {
    // As in node.ts: a plain text that is no report never loads the language client.
    const { createClient } = await import("./browserClient");
    return createClient(server, closed, log);
  });
  return running.api;
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}
