// Many files: several threads visit them in batches, and what they find comes back in the order of the files. Only so many
// batches are ahead of what was taken, so that a run of ten thousand reports holds no more than one of a few hundred.
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { type Candidate, errorCode } from "./files";
import { internal } from "./texts";
import { type Pass, type Setup, type Visited, type Visitors, visit } from "./visit";

/** What a worker is started with. The flag is shared: not 0 means that no other file is to be begun. */
export interface WorkerSetup {
  readonly setup: Setup;
  readonly stop: Int32Array;
}

/** A message to a worker. */
export interface Work {
  readonly pass: Pass;
  readonly candidates: readonly Candidate[];
}

/** Files a message: enough that messages cost nothing, few enough that all threads end together. */
const batchFiles = 16;
/** Batches a worker has before it, so that it never waits for the next. */
const ahead = 2;
/** Batches a worker that may be done and not yet taken, while an earlier one is still being worked on. */
const held = 6;

interface Batch {
  readonly work: Work;
  readonly settle: (visited: readonly Visited[]) => void;
}

/** One thread and the batches it was given, in their order. Owns the thread. */
class Lane {
  readonly #data: WorkerSetup;
  readonly #next: () => Batch | null;
  #worker: Worker | null = null;
  #batches: Batch[] = [];

  /** `next` gives the next batch, where there is one. */
  constructor(data: WorkerSetup, next: () => Batch | null) {
    this.#data = data;
    this.#next = next;
  }

  fill(): void {
    while (this.#batches.length < ahead) {
      const batch = this.#next();
      if (!batch) return;
      this.#batches.push(batch);
      this.#worker ??= this.#start();
      this.#worker.postMessage(batch.work);
    }
  }

  async end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #start(): Worker {
    // The command is one file, which begins as a worker when it is started as one.
    const worker = new Worker(__filename, { workerData: this.#data });
    worker.on("message", (visited: readonly Visited[]) => {
      this.#batches.shift()?.settle(visited);
      this.fill();
    });
    // What it was given is said not to have been checked; the next batch has a new thread.
    const died = (error: unknown): void => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      const lost = this.#batches;
      this.#batches = [];
      for (const { work, settle } of lost)
        settle(work.candidates.map(() => ({ kind: "refused", message: internal(errorCode(error)) })));
      this.fill();
    };
    worker.on("error", died);
    worker.on("exit", (code) => died(new Error(`exit ${code}`)));
    return worker;
  }
}

/** This thread is one of the `jobs`: it is warm when the first worker has begun. The workers stay from one pass to the next. */
export function visitorsInThreads(setup: Setup, jobs: number, interrupted: AbortSignal): Visitors {
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const halt = (): void => void Atomics.store(stop, 0, 1);
  if (interrupted.aborted) halt();
  interrupted.addEventListener("abort", halt, { once: true });
  let next: () => Batch | null = () => null;
  const lanes = Array.from({ length: jobs - 1 }, () => new Lane({ setup, stop }, () => next()));
  return {
    async *visits(pass, candidates, prepare, done) {
      /** Given out and not taken yet, in the order of the files. */
      const pending: { readonly given: readonly Candidate[]; readonly visited: Promise<readonly Visited[]> }[] = [];
      let at = 0;
      const give = (): Batch | null => {
        if (at >= candidates.length || pending.length >= jobs * held || interrupted.aborted) return null;
        const given = candidates.slice(at, at + batchFiles);
        at += given.length;
        let settle: Batch["settle"] = () => {};
        const visited = new Promise<readonly Visited[]>((resolve) => {
          settle = resolve;
        });
        pending.push({ given, visited });
        return {
          work: { pass, candidates: given.map(prepare) },
          settle: (all) => {
            done(all.length);
            settle(all);
          },
        };
      };
      next = give;
      let busy = false;
      const work = async (): Promise<void> => {
        if (busy) return;
        busy = true;
        for (let batch = give(); batch; batch = give()) {
          const visited: Visited[] = [];
          for (const candidate of batch.work.candidates)
            if (!interrupted.aborted) visited.push(await visit(candidate, pass, setup));
          batch.settle(visited);
          // The workers' messages, the bar and Ctrl+C have their turn.
          await setImmediate();
        }
        busy = false;
      };
      const fill = (): void => {
        for (const lane of lanes) lane.fill();
        void work();
      };
      fill();
      for (let first = pending[0]; first; first = pending[0]) {
        const all = await first.visited;
        pending.shift();
        fill();
        yield first.given.flatMap((candidate, index) => {
          const visited = all[index];
          return visited ? [{ candidate, visited }] : [];
        });
      }
    },
    async end() {
      interrupted.removeEventListener("abort", halt);
      await Promise.all(lanes.map((lane) => lane.end()));
    },
  };
}
