import assert from "node:assert/strict";
import { once } from "node:events";
import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { mostJobs, threads } from "../../server/src/cli/jobs";
import { sampleReport } from "../support/sample";
import { type Folder, folder, nianbao, startNianbao } from "./support";

/** Reports that differ, some long, some of no use, so that threads end in another order than they began. */
function files(count: number): Record<string, string | Buffer> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at): [string, string | Buffer] => {
      const name = `r/${String(at).padStart(4, "0")}.txt`;
      if (at % 17 === 3) return [name, "会议记录"];
      if (at % 23 === 5) return [`${name.slice(0, -4)}.nianbao`, Buffer.from([0xff, 0xfe, 0, 0])];
      const report = sampleReport({ organ: `青禾县第${at}镇人民政府`, cells: { "requests/new/total": String(at) } });
      return [name, at % 13 === 0 ? report + "说明。\n".repeat(2_000) : report];
    }),
  );
}

describe("nianbao --jobs", () => {
  let box: Folder;
  beforeEach(() => {
    box = folder();
  });
  afterEach(() => box.remove());

  for (const [command, format] of [
    ["check", "text"],
    ["check", "json"],
    ["check", "ndjson"],
    ["check", "sarif"],
    ["extract", "json"],
    ["extract", "csv"],
  ] as const) {
    it(`${command} --format ${format} says the very same with any number of threads`, async () => {
      box.write(files(90));
      const run = (jobs: number) => nianbao(box.path, command, "--format", format, "--jobs", String(jobs), "r");
      const one = await run(1);
      assert.match(one.err, /UTF-/);
      assert.equal(one.code, 2);
      for (const jobs of [2, 5]) assert.deepEqual(await run(jobs), one);
    });
  }

  it("writes the same corrections with any number of threads, and leaves nothing else behind", async () => {
    const spelled = (at: number) => sampleReport({ cells: { "requests/new/legal": at % 2 ? "00" : "０" } });
    const texts = Object.fromEntries(Array.from({ length: 70 }, (_, at) => [`r/${at}.txt`, spelled(at)]));
    box.write(texts);
    const { code, err } = await nianbao(box.path, "check", "--fix", "--jobs", "3", "r");
    assert.deepEqual([code, err], [0, ""]);
    const folderPath = path.join(box.path, "r");
    assert.equal(readdirSync(folderPath).length, 70);
    for (const name of readdirSync(folderPath))
      assert.equal(
        readFileSync(path.join(folderPath, name), "utf8"),
        sampleReport({ cells: { "requests/new/legal": "0" } }),
      );
  });

  // Making links takes a right on Windows that few have.
  for (const link of process.platform === "win32" ? [] : ["r/0-link.txt", "r/link.txt", "s/link.txt"]) {
    it(`corrects a file once, to which a link leads (${link})`, async () => {
      const spelled = sampleReport({ cells: { "requests/new/legal": "00" } });
      box.write(Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`r/${at}.txt`, spelled])));
      box.write({ "s/a.txt": spelled });
      symlinkSync(path.join(box.path, "r", "7.txt"), path.join(box.path, link));
      const { code, out, err } = await nianbao(box.path, "check", "--fix", "--jobs", "3", "r", "s");
      assert.deepEqual([code, err], [0, ""]);
      assert.equal(out.match(/00 → 0/g)?.length, 41);
    });
  }

  // Windows has no signal that another process could send.
  for (const jobs of process.platform === "win32" ? [] : ["1", "2"]) {
    it(`Ctrl+C ends it with 130, whole lines and no file left behind (${jobs} threads)`, async () => {
      const text = sampleReport({ cells: { "requests/new/legal": "00" } }) + "说明。\n".repeat(3000);
      box.write(Object.fromEntries(Array.from({ length: 800 }, (_, at) => [`r/${at}.nianbao`, text])));
      const child = startNianbao(box.path, "check", "--fix", "--format", "ndjson", "--jobs", jobs, "r");
      let out = "";
      let err = "";
      child.stdout.on("data", (chunk: Buffer) => {
        out += chunk.toString();
      });
      child.stderr.on("data", (chunk: Buffer) => {
        // The first corrections are told: it is in the middle of its work.
        if (err === "") child.kill("SIGINT");
        err += chunk.toString();
      });
      const [code, signal] = await once(child, "close");
      assert.deepEqual([code, signal], [130, null]);
      const done = out.split("\n").slice(0, -1);
      assert.ok(done.length > 0 && done.length < 800, `${done.length}`);
      for (const line of done) JSON.parse(line);
      assert.match(err, new RegExp(`已中断，只处理了其中 ${done.length} 份年报`));
      assert.doesNotMatch(err, /\s+at .*:\d+/);
      const names = readdirSync(path.join(box.path, "r"));
      assert.equal(names.length, 800);
      assert.ok(names.every((name) => name.endsWith(".nianbao")));
      // What was changed is told, whichever thread did it.
      const changed = names.filter((name) => !readFileSync(path.join(box.path, "r", name), "utf8").includes("00\n"));
      const told = new Set(err.match(/\d+\.nianbao(?=.*00 → 0)/g));
      assert.deepEqual([...told].sort(), changed.sort());
    });
  }

  it("takes no thread for few files, and as many as the machine has for many", () => {
    assert.equal(threads(null, 1, 8), 1);
    assert.equal(threads(null, 100, 8), 1);
    assert.equal(threads(null, 1000, 2), 2);
    assert.equal(threads(null, 100_000, 64), 8);
    assert.equal(threads(16, 100_000, 2), 16);
    assert.equal(threads(16, 3, 2), 3);
    assert.equal(threads(4, 0, 2), 1);
  });

  it("2 for a number that is none", async () => {
    for (const jobs of ["0", "-1", "many", String(mostJobs + 1)]) {
      const { code, err } = await nianbao(box.path, "check", "--jobs", jobs, "a.txt");
      assert.equal(code, 2);
      assert.match(err, /--jobs.*1 至 64/);
    }
  });
});
