// Whatever is opened, the server says within a second what it is, or what was not checked. Each text is opened in a thread
// of its own that is killed when it hangs.
import assert from "node:assert/strict";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { odd } from "./odd.inputs";
import type { Opened } from "./odd.worker";

/** Milliseconds for a text under 10 MB. A busy machine may make the first try slow, but not each of three. */
const limit = 1000;
const tries = 3;
const limited = 10_000_000;
/** After this long, in milliseconds, a text counts as hanging. */
const patience = 15_000;

describe("odd texts", function () {
  this.timeout(tries * patience + 5000);
  let worker: Worker | null = null;
  after(async () => {
    await worker?.terminate();
  });

  function open(name: string): Promise<Opened> {
    // A thread begins without the loader that the tests run with.
    const script = path.join(__dirname, "odd.worker.ts");
    worker ??= new Worker(`require("tsx/cjs"); require(${JSON.stringify(script)});`, { eval: true });
    const thread = worker;
    return new Promise((resolve, reject) => {
      const end = (finish: () => void): void => {
        clearTimeout(timer);
        thread.off("message", onMessage).off("error", onError);
        finish();
      };
      const give = (error: unknown): void => {
        worker = null;
        void thread.terminate();
        reject(error);
      };
      const timer = setTimeout(() => end(() => give(new Error(`still open after ${patience} ms`))), patience);
      const onMessage = (answer: Opened | { readonly error: string }): void =>
        end(() => ("error" in answer ? reject(new Error(answer.error)) : resolve(answer)));
      const onError = (error: unknown): void => end(() => give(error));
      thread.on("message", onMessage).on("error", onError);
      thread.postMessage(name);
    });
  }

  // The first text of a thread pays for loading the server.
  before(() => open("nothing at all"));

  it("are of thirty kinds at least", () => assert.ok(Object.keys(odd).length >= 30));

  for (const [name, { held, rules, sections, note }] of Object.entries(odd)) {
    it(name, async () => {
      let opened = await open(name);
      const under = opened.length < limited;
      for (let again = 1; under && again < tries && opened.milliseconds > limit; again++) opened = await open(name);
      assert.ok(!under || opened.milliseconds <= limit, `took ${opened.milliseconds.toFixed(0)} ms`);
      assert.deepEqual(opened.logged, []);
      assert.deepEqual(
        [opened.held, opened.sections, opened.rules],
        [held, sections, rules],
        opened.messages.join("\n"),
      );
      if (note === null) assert.equal(opened.note, null);
      else assert.match(opened.note ?? "", note);
      // Where something holds, something was read; where nothing was read, nothing looks like a clean report.
      if (held === 0) assert.ok(rules.length > 0 || note !== null);
      for (const message of opened.messages) {
        assert.ok(message.length <= 1500, `a message of ${message.length} characters`);
        assert.doesNotMatch(message, /(?!\n)\p{Cc}|\p{Bidi_Control}/u);
      }
    });
  }
});
