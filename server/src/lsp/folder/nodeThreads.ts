// Threads of Node: the server's own bundle, started as a worker.
import { availableParallelism } from "node:os";
import { type MessagePort, Worker } from "node:worker_threads";
import { readOwnFileNow } from "../nodeFiles";
import type { Machine, Thread } from "./lanes";
import { type Job, type Result, scan } from "./scan";

/** More gain little, for one thread puts together what all of them find; and each takes memory. */
const most = 3;
/** Megabytes: a report takes one or two while it is read. What is young fits the processor's cache, or it takes half as long again. */
const memory = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 };

export function nodeMachine(): Machine {
  return {
    // The main thread works too.
    threads: Math.min(most, availableParallelism() - 1),
    startThread: () => startThread(__filename),
    readOwn: readOwnFileNow,
  };
}

function startThread(file: string): Thread {
  const worker = new Worker(file, { resourceLimits: memory });
  worker.unref();
  /** Those that wait for their results, in order. */
  const waiting: { readonly resolve: (results: readonly Result[]) => void; readonly reject: (error: Error) => void }[] =
    [];
  let ended: Error | null = null;
  const died = (error: Error): void => {
    ended ??= error;
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on("message", (results: readonly Result[]) => waiting.shift()?.resolve(results));
  worker.on("error", died);
  worker.on("messageerror", died);
  worker.on("exit", (code) => died(new Error(`thread ended with ${code}`)));
  return {
    run: (jobs) =>
      new Promise((resolve, reject) => {
        if (ended !== null) return reject(ended);
        waiting.push({ resolve, reject });
        worker.postMessage(jobs);
      }),
    end: () => void worker.terminate(),
  };
}

/** What such a thread does. */
export function workInThread(port: MessagePort): void {
  port.on("message", (jobs: readonly Job[]) => port.postMessage(jobs.map((job) => scan(job, readOwnFileNow))));
}
