// Few files, or one job: they are visited in the thread that prints.
import { setImmediate } from "node:timers/promises";
import type { Candidate } from "./files";
import { type Setup, type Visit, visit } from "./visit";

/** Milliseconds until the bar may move and Ctrl+C is heard. */
const turn = 40;

/** In the order of `candidates`. After an interruption what was visited so far still comes. */
export async function* visitHere(
  candidates: readonly Candidate[],
  setup: Setup,
  interrupted: AbortSignal,
  done: (files: number) => void,
): AsyncGenerator<readonly Visit[]> {
  let batch: Visit[] = [];
  let began = performance.now();
  for (const candidate of candidates) {
    if (interrupted.aborted) break;
    batch.push({ candidate, visited: await visit(candidate, setup) });
    if (performance.now() - began < turn) continue;
    done(batch.length);
    yield batch;
    batch = [];
    await setImmediate();
    began = performance.now();
  }
  done(batch.length);
  yield batch;
}
