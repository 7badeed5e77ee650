// Entry of the extension where extensions run in Node: on the desktop and on a remote machine.
import type { ExtensionContext } from "vscode";
import type { NianbaoApi } from "./api";
import { activateExtension, type Running } from "./common/extension";
import { checkTasks } from "./common/tasks";

let running: Running | undefined;

export function activate(context: ExtensionContext): NianbaoApi {
  const server = context.asAbsolutePath("dist/server.js");
  running = activateExtension(context, async (closed, log) => {
    // Imported here and not above, so that a plain text that is no report never loads the language client.
    const { createClient } = await import("./nodeClient");
    return createClient(server, closed, log);
  });
  // Processes can be started only here; the program that runs the extension also runs the command line.
  context.subscriptions.push(checkTasks(process.execPath, context.asAbsolutePath("dist/cli.js")));
  return running.api;
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}
