// A client for the server in a worker of its own, beside the worker that runs the extension.
import { type LogOutputChannel, type Uri, workspace } from "vscode";
import { LanguageClient, type LanguageClientOptions } from "vscode-languageclient/browser";
import { clientOptions, quieted } from "./common/client";

/** As much of a browser's Worker as is used here; the types of the project are those of Node. */
interface WebWorker {
  addEventListener(type: "error", listener: (event: { readonly message?: string }) => void): void;
  postMessage(message: unknown): void;
  terminate(): void;
}
declare const Worker: new (address: string) => WebWorker;

/** Owns its worker: what ends the client ends the worker, which otherwise would stay with the page. */
class WorkerClient extends LanguageClient {
  readonly #worker: WebWorker;

  constructor(worker: WebWorker, name: string, options: LanguageClientOptions) {
    super("nianbao", name, worker, options);
    this.#worker = worker;
  }

  override async start(): Promise<void> {
    // A worker that cannot be loaded says so here and nowhere else; the client would wait for its first answer for ever.
    const failed = new Promise<never>((_, reject) =>
      this.#worker.addEventListener("error", ({ message }) => reject(new Error(`the worker failed: ${message ?? ""}`))),
    );
    try {
      await Promise.race([super.start(), failed]);
    } catch (error) {
      this.#worker.terminate();
      throw error;
    }
  }

  override async stop(timeout?: number): Promise<void> {
    try {
      await super.stop(timeout);
    } finally {
      this.#worker.terminate();
    }
  }
}

/** `server` is where the built server lies; `closed` is called when its connection is lost. */
export async function createClient(server: Uri, closed: () => void, log: LogOutputChannel): Promise<LanguageClient> {
  return quieted(new WorkerClient(await startWorker(server), log.name, clientOptions(closed, log)));
}

/**
 * Where the extension's files come from a remote machine (a tunnel, code-server), VS Code refuses to start a worker from
 * their address, so that the script is read first and the worker started from a copy in memory.
 */
async function startWorker(server: Uri): Promise<WebWorker> {
  if (/^https?$/.test(server.scheme)) return new Worker(server.toString(true));
  const script = new Blob([await workspace.fs.readFile(server)], { type: "text/javascript" });
  const address = URL.createObjectURL(script);
  try {
    return new Worker(address);
  } finally {
    // The browser has taken hold of the script by now; a moment is left to those that read it later.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
}
