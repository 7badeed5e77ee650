import assert from "node:assert/strict";
import { Writable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { startProgress } from "../../server/src/cli/progress";

describe("cli/progress", () => {
  it("prints nothing where it is not shown", async () => {
    const screen = terminal();
    const progress = startProgress(3, false, screen.stream, "zh");
    progress.done();
    await setTimeout(320);
    progress.done();
    progress.stop();
    assert.equal(screen.text(), "");
  });

  it("prints nothing for a moment's work", () => {
    const screen = terminal();
    const progress = startProgress(3, true, screen.stream, "zh");
    for (let file = 0; file < 3; file += 1) progress.done();
    progress.stop();
    assert.equal(screen.text(), "");
  });

  it("says which of two rounds it is", async () => {
    for (const [stage, words] of [
      ["reading", "正在读取"],
      ["checking", "正在审校"],
    ] as const) {
      const screen = terminal();
      const progress = startProgress(3, true, screen.stream, "zh", stage);
      await setTimeout(320);
      progress.done();
      progress.stop();
      assert.match(screen.text(), new RegExp(`${words} .*1/3`));
    }
  });

  it("counts in a bar after a moment, and wipes it at the end", async () => {
    const screen = terminal();
    const progress = startProgress(3, true, screen.stream, "zh");
    progress.done();
    await setTimeout(320);
    progress.done();
    progress.stop();
    assert.match(screen.text(), /正在处理 .*2\/3/);
    // The whole line is cleared, and nothing is printed behind that.
    assert.ok(screen.text().endsWith("\u001B[2K"), JSON.stringify(screen.text()));
  });
});

function terminal(): { readonly stream: NodeJS.WritableStream; readonly text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk.toString());
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY: true, columns: 80 }), text: () => chunks.join("") };
}
