// Few files, or one job: they are visited in the thread that prints.
import { setImmediate } from "node:timers/promises";
import { type Setup, type Visit, type Visitors, visit } from "./visit";

/** Milliseconds until the bar may move and Ctrl+C is heard. */
const turn = 40;

export function visitorsHere(setup: Setup, interrupted: AbortSignal): Visitors {
  return {
    async *visits(pass, candidates, prepare, done) {
      let batch: Visit[] = [];
      let began = performance.now();
      for (const candidate of candidates) {
        if (interrupted.aborted) break;
        batch.push({ candidate, visited: await visit(prepare(candidate), pass, setup) });
        if (performance.now() - began < turn) continue;
        done(batch.length);
        yield batch;
        batch = [];
        await setImmediate();
        began = performance.now();
      }
      done(batch.length);
      yield batch;
    },
    end: async () => {},
  };
}
