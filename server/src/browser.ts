// The server in a worker of a browser: started by the extension where extensions run in a worker themselves.
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import { describe } from "./lsp/guard";
import { phases } from "./lsp/phases";
import { startServer } from "./lsp/server";

/** As much of the worker's own scope as is used here; the types of the project are those of Node. */
interface WorkerScope {
  postMessage(message: unknown): void;
  addEventListener(type: "error" | "unhandledrejection", listener: (event: WorkerTrouble) => void): void;
}

interface WorkerTrouble {
  readonly error?: unknown;
  readonly reason?: unknown;
  preventDefault(): void;
}

declare const self: WorkerScope;

const order = phases();
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
  order.options,
);
order.attach(connection);

// As in Node: what nothing caught is logged, and does not reach the extension, to which it would be the worker's death.
self.addEventListener("error", (event) => {
  event.preventDefault();
  connection.console.error(`uncaught: ${describe(event.error)}`);
});
self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  connection.console.error(`unhandled: ${describe(event.reason)}`);
});

startServer(connection, { files: null, machine: null });
