// Runs an extension's test module in a real VS Code without a desktop: the server of the host, its workbench in a
// headless Chromium. The workbench takes the test module from the page's address, as VS Code's own web tests do, and
// reports through two functions of the page: codeAutomationLog for each line, codeAutomationExit for the end.
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { launchChromium } from "../../scripts/host/browser";
import {
  installExtension,
  type Profile,
  profileIn,
  type Server,
  startServer,
  temporaryFolder,
  writeSettings,
} from "../../scripts/host/server";
import { setUpHost } from "../../scripts/host/setup";
import { onInterrupt } from "../../scripts/processes";

const verbose = Boolean(process.env.VSCODE_TEST_VERBOSE);
const timeLimit = 240_000;

interface Options {
  readonly developmentPaths: readonly string[];
  readonly testsPath: string | undefined;
  readonly install: readonly string[];
  readonly userData: string | undefined;
  readonly extensions: string | undefined;
  /** The folder or workspace to open. */
  readonly target: string | undefined;
}

function readOptions(): Options {
  // Flags of the desktop application that mean nothing here (--no-sandbox and the like) are taken and ignored.
  const { values, positionals } = parseArgs({
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: "string", multiple: true },
      extensionTestsPath: { type: "string" },
      "install-extension": { type: "string", multiple: true },
      "user-data-dir": { type: "string" },
      "extensions-dir": { type: "string" },
    },
  });
  const text = (value: unknown) => (typeof value === "string" ? value : undefined);
  const texts = (value: unknown) => (Array.isArray(value) ? value.filter((item) => typeof item === "string") : []);
  return {
    developmentPaths: texts(values.extensionDevelopmentPath),
    testsPath: text(values.extensionTestsPath),
    install: texts(values["install-extension"]),
    userData: text(values["user-data-dir"]),
    extensions: text(values["extensions-dir"]),
    target: positionals.at(-1),
  };
}

async function main(): Promise<number> {
  const options = readOptions();
  const host = await setUpHost();
  const temporary = temporaryFolder();
  const own = profileIn(temporary);
  const profile: Profile = {
    userData: path.resolve(options.userData ?? own.userData),
    extensions: path.resolve(options.extensions ?? own.extensions),
  };
  try {
    if (options.install.length > 0) {
      for (const vsix of options.install) await installExtension(host, profile, vsix);
      return 0;
    }
    if (!existsSync(path.join(profile.userData, "User", "settings.json"))) writeSettings(profile);
    // Without this flag a released VS Code ignores the test module named in the page's address.
    const server = await startServer(host, profile, "--enable-smoke-test-driver");
    try {
      return await runTests(server, options);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function runTests(server: Server, options: Options): Promise<number> {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    // The tests put a report on the clipboard; a page must be allowed to.
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = await context.newPage();
    const ended = testsEnded(page);
    await page.goto(address(server, options));
    return await Promise.race([ended, server.died]);
  } catch (error) {
    console.error(`--- log of the VS Code server\n${server.log().slice(-4000)}`);
    throw error;
  } finally {
    await browser.close();
  }
}

function testsEnded(page: Page): Promise<number> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`the tests did not end in ${timeLimit / 1000} s`)), timeLimit);
    limit.unref();
    page.on("crash", () => reject(new Error("the page crashed")));
    const exposed = [
      page.exposeFunction("codeAutomationExit", (code: number) => resolve(code)),
      page.exposeFunction("codeAutomationLog", (_: string, values: readonly unknown[]) => print(values)),
    ];
    Promise.all(exposed).catch(reject);
  });
}

// What the workbench says about itself: start-up, and the gallery it cannot reach without a network.
const chatter = /open-vsx|authentication provider|^(Creating a socket|Resolv|Updating additional|ChatSession|\[|%c)/;

function print(values: readonly unknown[]): void {
  const [first, ...rest] = values.map((value) => (typeof value === "string" ? value : (JSON.stringify(value) ?? "")));
  const filled = (first ?? "").replace(/%[sdo]/g, () => rest.shift() ?? "");
  const line = [filled, ...rest].join(" ");
  if (verbose || !chatter.test(line)) console.log(line);
}

/** The workbench's address, naming what to open, the extensions in development and the test module. */
function address(server: Server, options: Options): string {
  const { host } = new URL(server.url);
  const remote = (file: string) => `vscode-remote://${host}${encodeURI(path.resolve(file))}`;
  const payload = [
    ...options.developmentPaths.map((folder) => ["extensionDevelopmentPath", remote(folder)]),
    ...(options.testsPath ? [["extensionTestsPath", remote(options.testsPath)]] : []),
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
  ];
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  if (options.target?.endsWith(".code-workspace")) query.set("workspace", path.resolve(options.target));
  else if (options.target) query.set("folder", path.resolve(options.target));
  else query.set("ew", "true");
  return `${server.url}/?${query}`;
}

onInterrupt();
// Whoever started this may be killed without a word; the server and the browser must not stay behind.
const parent = process.ppid;
setInterval(() => process.ppid === parent || process.kill(process.pid, "SIGTERM"), 1000).unref();
main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
