// `npm test`: everything that is checked, in one run. Each part shows its output as it comes; the last line is the sum.
// With arguments (test files) it runs those mocha tests only.
import { existsSync } from "node:fs";
import path from "node:path";
import { globSync } from "tinyglobby";
import { setUpHost, setUpOldestWeb } from "../scripts/host/setup";
import { onInterrupt, runNpm, start } from "../scripts/processes";
import { root } from "../scripts/root";
import type { Counts } from "./vscode/counts";
import { runInVSCode } from "./vscode/run";
import { runInBrowser } from "./vscode/web/run";

const folders = ["unit", "property", "proof", "protocol", "cli", "editors"];
const corpus = process.env.REPORT_CORPUS;

interface Part {
  readonly name: string;
  run(): Promise<Counts>;
}

/** A check that passes or fails as a whole. */
function check(name: string, script: string): Part {
  return {
    name,
    async run() {
      const code = await runNpm("npm", ["run", "--silent", script], { cwd: root });
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
  };
}

/** The mocha tests, in a process of their own. */
function mocha(files: readonly string[]): Promise<Counts> {
  return new Promise((resolve, reject) => {
    const child = start(process.execPath, ["--import=tsx", path.join(__dirname, "mocha.ts"), ...files], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    let counts: Counts = { passed: 0, failed: 1 };
    child.on("message", (message: Counts) => {
      counts = message;
    });
    child.once("error", reject);
    child.once("exit", () => resolve(counts));
  });
}

function mochaFiles(): string[] {
  const chosen = corpus ? [...folders, "corpus"] : folders;
  return globSync([`test/{${chosen.join(",")}}/**/*.test.ts`, "test/*.test.ts"], { cwd: root, absolute: true }).sort();
}

/** Mostly downloads, which other tests need not wait for. */
async function setUpVSCode(): Promise<void> {
  try {
    await setUpHost();
    await setUpOldestWeb();
  } catch {
    // What needs it tries again, and tells.
  }
}

async function main(named: readonly string[]): Promise<number> {
  if (corpus && !existsSync(corpus)) throw new Error(`REPORT_CORPUS names a folder that is not there: ${corpus}`);
  const ready = named.length > 0 ? null : setUpVSCode();
  const parts: readonly Part[] =
    named.length > 0
      ? [{ name: "tests", run: () => mocha(named.map((file) => path.resolve(file))) }]
      : [
          check("types", "typecheck"),
          check("lint", "lint"),
          // The protocol, command line and content tests look at what is built and packed.
          check("build and package", "package"),
          { name: "tests", run: () => mocha(mochaFiles()) },
          {
            name: "tests in VS Code",
            async run() {
              await ready;
              return runInVSCode();
            },
          },
          { name: "tests in VS Code in the browser", run: runInBrowser },
        ];
  let passed = 0;
  let failed = 0;
  const red: string[] = [];
  for (const part of parts) {
    const begin = Date.now();
    console.log(`\n=== ${part.name}`);
    const counts = await part.run().catch((error: unknown): Counts => {
      console.error(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1 };
    });
    passed += counts.passed;
    failed += counts.failed;
    if (counts.failed > 0) red.push(part.name);
    const seconds = ((Date.now() - begin) / 1000).toFixed(1);
    console.log(`=== ${part.name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
  }
  console.log("");
  if (!corpus)
    console.log("NOT RUN: the corpus tests. They need REPORT_CORPUS, the folder that holds seeds/ and real/.");
  if (red.length > 0) console.log(`Failed: ${red.join(", ")}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

onInterrupt();
main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    console.log("0 passed, 1 failed");
    process.exit(1);
  },
);
