// Runs the suite in a real VS Code, on the packed and installed extension. VS Code is, by default, the stand-in beside
// this file; VSCODE_EXECUTABLE names another one, VSCODE_DOWNLOAD a version ("stable") to be downloaded.
import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { globSync } from "tinyglobby";
import { chromiumMissing, findChromium } from "../../scripts/host/browser";
import { profileIn, temporaryFolder, writeSettings } from "../../scripts/host/server";
import { setUpHost } from "../../scripts/host/setup";
import { onInterrupt, run } from "../../scripts/processes";
import { root, vsix } from "../../scripts/root";

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const standIn = path.join(__dirname, "executable.mjs");

/** The VS Code to run, and the program that installs an extension into it. */
async function findVSCode(): Promise<{ executable: string; installer: string }> {
  const { VSCODE_EXECUTABLE, VSCODE_DOWNLOAD } = process.env;
  if (VSCODE_EXECUTABLE || VSCODE_DOWNLOAD) {
    const executable = VSCODE_EXECUTABLE || (await downloadAndUnzipVSCode(VSCODE_DOWNLOAD));
    return { executable, installer: resolveCliPathFromVSCodeExecutablePath(executable) };
  }
  if (findChromium() === undefined) throw new Error(chromiumMissing);
  await setUpHost();
  return { executable: standIn, installer: standIn };
}

async function bundleSuite(): Promise<string> {
  const suite = path.join(__dirname, "suite");
  const outdir = path.join(root, "out", "vscode");
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: globSync(["index.ts", "*.test.ts"], { cwd: suite, absolute: true }),
    outdir,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    sourcemap: "inline",
    external: ["vscode", "mocha"],
  });
  return path.join(outdir, "index.js");
}

export async function runInVSCode(): Promise<Counts> {
  if (!existsSync(vsix)) throw new Error(`${vsix} is not there: run \`npm run package\` first`);
  const { executable, installer } = await findVSCode();
  const extensionTestsPath = await bundleSuite();
  const folder = temporaryFolder();
  const result = path.join(folder, "result.json");
  try {
    const workspace = path.join(folder, "workspace");
    cpSync(path.join(__dirname, "workspace"), workspace, { recursive: true });
    const profile = profileIn(folder);
    writeSettings(profile);
    const profileArguments = [`--user-data-dir=${profile.userData}`, `--extensions-dir=${profile.extensions}`];
    const installed = await run(installer, ["--install-extension", vsix, ...profileArguments]);
    if (installed !== 0) throw new Error("the extension could not be installed");
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: path.join(__dirname, "empty-extension"),
      extensionTestsPath,
      launchArgs: [path.join(workspace, "all.code-workspace"), ...profileArguments],
      extensionTestsEnv: { NIANBAO_TEST_RESULT: result, NIANBAO_TEST_WORKSPACE: workspace },
    }).catch((error: unknown) => {
      // A red test ends VS Code with an error as well; the counts, where they were written, say more.
      if (!existsSync(result)) throw error;
    });
    if (!existsSync(result)) throw new Error("VS Code ended without running the suite");
    const counts: Counts = JSON.parse(readFileSync(result, "utf8"));
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<number> {
  onInterrupt();
  const { passed, failed } = await runInVSCode();
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

if (require.main === module) {
  main().then(
    (code) => process.exit(code),
    (error) => {
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    },
  );
}
