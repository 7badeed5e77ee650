// Runs the suite in a real VS Code, on the packed and installed extension. VS Code is, by default, the stand-in beside
// this file; VSCODE_EXECUTABLE names another one, VSCODE_DOWNLOAD a version ("stable") to be downloaded.
import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { globSync } from "tinyglobby";
import { chromiumMissing, findChromium } from "../../scripts/host/browser";
import { profileIn, quietSettings, temporaryFolder, writeSettings } from "../../scripts/host/server";
import { setUpHost } from "../../scripts/host/setup";
import { run } from "../../scripts/processes";
import { root, vsix } from "../../scripts/root";
import { type Counts, runAlone, sumOf } from "./counts";
import { along, asSet, byDefault, constants, type RunLanguage } from "./runLanguage";
import { bundleForWeb } from "./web/bundle";

const standIn = path.join(__dirname, "executable.mjs");

/** The VS Code to run, and the program that installs an extension into it. */
async function findVSCode(): Promise<VSCode> {
  const { VSCODE_EXECUTABLE, VSCODE_DOWNLOAD } = process.env;
  if (VSCODE_EXECUTABLE || VSCODE_DOWNLOAD) {
    const executable = VSCODE_EXECUTABLE || (await downloadAndUnzipVSCode(VSCODE_DOWNLOAD));
    return { executable, installer: resolveCliPathFromVSCodeExecutablePath(executable) };
  }
  if (findChromium() === undefined) throw new Error(chromiumMissing);
  await setUpHost();
  return { executable: standIn, installer: standIn };
}

/** `tests`: patterns of the files to be run. */
async function bundleSuite(language: RunLanguage, tests: readonly string[]): Promise<string> {
  const suite = path.join(__dirname, "suite");
  const outdir = path.join(root, "out", `vscode-${language.said}`);
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: globSync(["index.ts", ...tests, "!*.web.test.ts"], { cwd: suite, absolute: true }),
    outdir,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    sourcemap: "inline",
    external: ["vscode", "mocha"],
    define: constants(language),
  });
  return path.join(outdir, "index.js");
}

interface VSCode {
  readonly executable: string;
  readonly installer: string;
}

/** Where the extension and the suite run. */
interface Place {
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly language: RunLanguage;
  readonly developmentPath: string;
  readonly testsPath: string;
}

async function runSuite({ executable, installer }: VSCode, place: Place): Promise<Counts> {
  const { language } = place;
  console.log(`--- ${place.name}: ${language.said}`);
  const folder = temporaryFolder();
  const result = path.join(folder, "result.json");
  try {
    const workspace = path.join(folder, "workspace");
    cpSync(path.join(__dirname, "workspace"), workspace, { recursive: true });
    const profile = profileIn(folder);
    writeSettings(profile, { ...quietSettings, ...place.settings, ...language.settings });
    const profileArguments = [`--user-data-dir=${profile.userData}`, `--extensions-dir=${profile.extensions}`];
    const installed = await run(installer, ["--install-extension", vsix, ...profileArguments]);
    if (installed !== 0) throw new Error("the extension could not be installed");
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: place.developmentPath,
      extensionTestsPath: place.testsPath,
      launchArgs: [path.join(workspace, "all.code-workspace"), ...profileArguments, "--locale", language.display],
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

export async function runInVSCode(): Promise<Counts> {
  if (!existsSync(vsix)) throw new Error(`${vsix} is not there: run \`npm run package\` first`);
  const vscode = await findVSCode();
  const places: Place[] = [];
  // In English only what has a language of its own in Node: the whole suite is run in English in the browser.
  const inNode = [
    [byDefault, ["*.test.ts"]],
    [asSet, ["locale.test.ts", "tasks.node.test.ts"]],
  ] as const;
  for (const [language, tests] of inNode) {
    places.push({
      name: "in Node",
      settings: {},
      language,
      developmentPath: path.join(__dirname, "empty-extension"),
      testsPath: await bundleSuite(language, tests),
    });
  }
  if (vscode.executable === standIn) {
    // Only the stand-in can be shown in Chinese without a language pack.
    const language = along.zh;
    const { tests } = await bundleForWeb(language);
    // The stand-in is a page beside a remote machine. There extensions may run in the page too, and their files, which lie on
    // that machine, are none that a worker can be started from.
    places.push({
      name: "in a worker of the page, with files on a remote machine",
      settings: { "remote.extensionKind": { "nianbao.nianbao": ["web"] } },
      language,
      developmentPath: tests,
      testsPath: path.join(tests, "suite.js"),
    });
  }
  const runs: Counts[] = [];
  for (const place of places) runs.push(await runSuite(vscode, place));
  return sumOf(runs);
}

if (require.main === module) runAlone(runInVSCode);
