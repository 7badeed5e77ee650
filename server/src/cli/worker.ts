// What a worker thread does: batches of files in, what is said of them out.
import type { MessagePort } from "node:worker_threads";
import type { Work, WorkerSetup } from "./pool";
import { type Visited, visit } from "./visit";

/** Runs until the thread is ended. Of a batch that was interrupted only the beginning comes back. */
export function work(port: MessagePort, { setup, stop }: WorkerSetup): void {
  const visitAll = async ({ pass, candidates }: Work): Promise<void> => {
    const visited: Visited[] = [];
    for (const candidate of candidates) {
      if (Atomics.load(stop, 0) !== 0) break;
      visited.push(await visit(candidate, pass, setup));
    }
    port.postMessage(visited);
  };
  // One batch after the other, for what comes back is told apart by nothing but its order.
  let last: Promise<void> = Promise.resolve();
  port.on("message", (batch: Work) => {
    last = last.then(() => visitAll(batch));
  });
}
