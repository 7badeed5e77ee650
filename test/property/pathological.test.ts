// No text may hang the editor or break the server: each is read in a thread of its own that is killed when time is up.
import assert from "node:assert/strict";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { inputs } from "./pathological.inputs";

/** Repetitions; most texts take well under a second. Whatever grows with the square of this needs minutes. */
const size = Number(process.env.PATHOLOGICAL_SIZE ?? 50_000);
const limit = 6_000;
const script = path.join(__dirname, "pathological.worker.ts");

type Answer = { readonly milliseconds: number; readonly longest: number; readonly length: number };

describe(`texts of ${size} parts are read within ${limit / 1000} s`, function () {
  this.timeout(limit + 10_000);
  let worker: Worker | null = null;

  after(async () => {
    await worker?.terminate();
  });

  function ask(name: string, parts: number): Promise<Answer> {
    // A thread begins without the loader that the tests run with.
    worker ??= new Worker(`require("tsx/cjs"); require(${JSON.stringify(script)});`, { eval: true });
    const thread = worker;
    return new Promise((resolve, reject) => {
      const done = (finish: () => void) => {
        clearTimeout(timer);
        thread.off("message", onMessage).off("error", onError);
        finish();
      };
      const give = (error: unknown) => {
        worker = null;
        void thread.terminate();
        reject(error);
      };
      const timer = setTimeout(() => done(() => give(new Error(`not read within ${limit / 1000} s`))), limit);
      const onMessage = (answer: Answer | { readonly error: string }) =>
        done(() => ("error" in answer ? reject(new Error(answer.error)) : resolve(answer)));
      const onError = (error: unknown) => done(() => give(error));
      thread.on("message", onMessage).on("error", onError);
      thread.postMessage({ name, size: parts });
    });
  }

  before(() => ask("nothing", 0));

  for (const name of Object.keys(inputs)) {
    it(name, async () => {
      const answer = await ask(name, size);
      assert.ok(answer.longest <= 1500, `a message of ${answer.longest} characters`);
      if (process.env.PATHOLOGICAL_TIMES) {
        const twice = await ask(name, size * 2);
        const [one, two] = [answer, twice].map(({ milliseconds }) => milliseconds.toFixed(0));
        console.log(`${name}: ${(answer.length / 1e6).toFixed(1)} M characters, ${one} ms; twice ${two} ms`);
      }
    });
  }
});
