// Runs the suite where extensions run in a worker of the browser, on the packed extension, in the newest VS Code of the
// host and in the oldest that the extension says it runs in.
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { chromiumMissing, findChromium, launchChromium } from "../../../scripts/host/browser";
import { quietSettings, temporaryFolder } from "../../../scripts/host/server";
import { setUpHost, setUpOldestWeb } from "../../../scripts/host/setup";
import { type Address, newestWeb, oldestWeb, serveWeb, type WebBuild, webViewFrames } from "../../../scripts/host/web";
import { vsix } from "../../../scripts/root";
import { unpack } from "../../support/zip";
import { type Counts, runAlone, sumOf } from "../counts";
import { runInPage } from "../page";
import { along, byDefault, type RunLanguage } from "../runLanguage";
import { bundleForWeb } from "./bundle";
import { resultMark, scheme, trustMark } from "./scheme";

/** What VS Code is to open, and with which extensions, without what they are to do there. */
function configuration(at: (place: string) => Address): object {
  return {
    workspaceUri: { scheme, authority: "test", path: "/all.code-workspace" },
    additionalBuiltinExtensions: [at("/nianbao")],
    configurationDefaults: quietSettings,
    productConfiguration: { enableTelemetry: false, webviewContentExternalBaseUrlTemplate: webViewFrames(at("/")) },
    // What the host's own server would tell the workbench.
    userDataPath: "/",
    isEnabledCoderGettingStarted: false,
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
  };
}

function suiteConfiguration(at: (place: string) => Address, { settings }: RunLanguage): object {
  const extensionTestsPath = at("/tests/suite.js");
  return {
    ...configuration(at),
    configurationDefaults: { ...quietSettings, ...settings },
    developmentOptions: { enableSmokeTestDriver: true, extensions: [at("/tests")], extensionTestsPath },
    enableWorkspaceTrust: false,
  };
}

/** Nothing is trusted that nobody has said to be; VS Code does not ask on its own. */
function trustConfiguration(at: (place: string) => Address): object {
  const trust = "security.workspace.trust";
  return {
    ...configuration(at),
    configurationDefaults: { ...quietSettings, [`${trust}.enabled`]: true, [`${trust}.startupPrompt`]: "never" },
    developmentOptions: { extensions: [at("/trust")] },
    enableWorkspaceTrust: true,
  };
}

/** Opens the workspace untrusted, then trusts it by the click that VS Code asks for. */
async function trustIn(build: WebBuild, folders: Readonly<Record<string, string>>): Promise<Counts> {
  console.log(`--- ${build.name}, a workspace that is not trusted until it is`);
  const server = await serveWeb(build, folders, trustConfiguration);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const heard = (expected: string) =>
      page.waitForEvent("console", {
        predicate: (message) => message.text().includes(`${trustMark}${expected}`),
        timeout: 60_000,
      });
    const untrusted = heard("untrusted: error");
    const trusted = heard("trusted: warning");
    // The first that does not come ends the run; the other is not waited for.
    trusted.catch(() => {});
    await page.goto(server.url);
    await untrusted;
    await page.getByText("Restricted Mode", { exact: true }).first().click();
    await page.getByRole("button", { name: "Trust", exact: true }).click();
    await trusted;
    console.log("  ✔ its settings lower nothing before, and count after");
    return { passed: 1, failed: 0 };
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Runs the suite in one build. */
async function runIn(
  build: WebBuild,
  folders: Readonly<Record<string, string>>,
  language: RunLanguage,
): Promise<Counts> {
  console.log(`--- ${build.name}, in a worker of the browser: ${language.said}`);
  const server = await serveWeb(build, folders, (at) => suiteConfiguration(at, language));
  try {
    let counts: Counts | undefined;
    await runInPage(server.url, new Promise(() => {}), language.display, (line) => {
      if (line.startsWith(resultMark)) counts = JSON.parse(line.slice(resultMark.length));
    });
    if (counts === undefined) throw new Error(`${build.name} ended without running the suite`);
    return counts;
  } finally {
    await server.stop();
  }
}

export async function runInBrowser(): Promise<Counts> {
  if (!existsSync(vsix)) throw new Error(`${vsix} is not there: run \`npm run package\` first`);
  if (findChromium() === undefined) throw new Error(chromiumMissing);
  const { web } = await setUpHost();
  const oldest = await setUpOldestWeb();
  const builds: readonly (readonly [WebBuild, RunLanguage])[] = [
    [newestWeb(web, oldest), along.en],
    [oldestWeb(oldest), byDefault],
  ];
  const folder = temporaryFolder();
  const runs: Counts[] = [];
  try {
    unpack(readFileSync(vsix), folder);
    const nianbao = path.join(folder, "extension");
    for (const [build, language] of builds) {
      const { tests, trust } = await bundleForWeb(language);
      runs.push(await runIn(build, { tests, nianbao }, language));
      runs.push(await trustIn(build, { trust, nianbao }));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return sumOf(runs);
}

if (require.main === module) runAlone(runInBrowser);
