// The server as a process of its own: `node dist/server.js --stdio`, or started by the extension over node's IPC. Its threads,
// which read the files of a folder, begin here too.
import { isMainThread, parentPort } from "node:worker_threads";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { nodeMachine, workInThread } from "./lsp/folder/nodeThreads";
import { describe } from "./lsp/guard";
import { ownFiles } from "./lsp/nodeFiles";
import { phases } from "./lsp/phases";
import { startServer } from "./lsp/server";
import { stdio } from "./lsp/stdio";

function serve(): void {
  const order = phases();
  const streams = process.argv.includes("--stdio") ? stdio(order.ended) : null;
  const connection = streams
    ? createConnection(ProposedFeatures.all, streams.reader, streams.writer, order.options)
    : createConnection(ProposedFeatures.all, order.options);
  order.attach(connection);

  // A server that died would take every open document's diagnostics with it, so what nothing caught is logged.
  process.on("uncaughtException", (error) => connection.console.error(`uncaught: ${describe(error)}`));
  process.on("unhandledRejection", (error) => connection.console.error(`unhandled: ${describe(error)}`));

  startServer(connection, { files: ownFiles, machine: nodeMachine() });
}

if (isMainThread) serve();
else if (parentPort) workInThread(parentPort);
