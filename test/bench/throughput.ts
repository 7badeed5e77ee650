// `npm run bench`, its second part: how many reports of 10 KB the built command line checks in a second, from the start of the
// process to its end. BENCH_FILES=10000 shows that memory stays flat; BENCH_QUICK=1 makes it a smoke test.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { root } from "../../scripts/root";
import { reportOf } from "./text";

const quick = process.env.BENCH_QUICK !== undefined;
const count = Number(process.env.BENCH_FILES ?? (quick ? 100 : 1000));
const rounds = quick ? 1 : 7;
const command = process.env.NIANBAO_CLI ?? path.join(root, "dist/cli.js");
/** Files a second, on two cores. */
const aim = 2000;

interface Measured {
  /** Milliseconds. */
  readonly took: number;
  /** Bytes; null where the system does not tell. */
  readonly memory: number | null;
}

/** Every report of another organ, so that nothing is read once and remembered. */
function write(folder: string): void {
  const { text } = reportOf(10_000);
  for (let at = 0; at < count; at++) {
    const own = text.replaceAll("青禾县示范镇", `青禾县第${at}镇`);
    writeFileSync(path.join(folder, `${String(at).padStart(6, "0")}.txt`), own);
  }
}

function run(folder: string, args: readonly string[]): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, [command, ...args, folder], { stdio: ["ignore", "pipe", "inherit"] });
    let memory: number | null = null;
    const look = setInterval(() => {
      memory = Math.max(memory ?? 0, peak(child.pid)) || null;
    }, 20);
    child.stdout.resume();
    child.once("error", reject);
    child.once("close", (code) => {
      clearInterval(look);
      // One wrong total each: anything but 1 means that something else was measured.
      if (code === 1 || args[0] === "extract") resolve({ took: performance.now() - began, memory });
      else reject(new Error(`${args.join(" ")} ended with ${code}`));
    });
  });
}

/** The most memory a process has had so far, in bytes; 0 where the system does not tell. */
function peak(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

async function main(): Promise<void> {
  const made = mkdtempSync(path.join(os.tmpdir(), "nianbao-throughput-"));
  const folder = path.join(made, "reports");
  mkdirSync(folder);
  try {
    write(folder);
    const cores = os.availableParallelism();
    console.log(`\n${count} reports of 10 KB; ${cores} cores; the best and the median of ${rounds} runs.\n`);
    console.log("| command | files a second, best | median | memory, MB |\n|---|---|---|---|");
    let best = 0;
    for (const line of [
      "check --format json",
      "check --format json --jobs 1",
      "check --format text",
      "extract --format csv",
    ]) {
      const runs: Measured[] = [];
      for (let round = 0; round < rounds; round++) runs.push(await run(folder, line.split(" ")));
      const times = runs.map(({ took }) => took).sort((a, b) => a - b);
      const rate = (took: number | undefined): number => count / ((took ?? Number.NaN) / 1000);
      const memory = Math.max(...runs.map((one) => one.memory ?? 0)) / 1e6;
      console.log(
        `| ${line} | ${rate(times[0]).toFixed(0)} | ${rate(times[Math.floor(rounds / 2)]).toFixed(0)} | ${memory.toFixed(0)} |`,
      );
      best = Math.max(best, rate(times[0]));
    }
    const met = best >= aim;
    console.log(`\n- files a second: ${best.toFixed(0)} (aim: at least ${aim} on two cores)${met ? "" : " — missed"}`);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
