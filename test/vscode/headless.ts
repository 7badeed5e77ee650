// Runs an extension's test module in a real VS Code without a desktop: the server of the host, its workbench in a
// headless Chromium. The workbench takes the test module from the page's address, as VS Code's own web tests do.
import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
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
import { runInPage } from "./page";
import { resultMark } from "./web/scheme";

interface Options {
  readonly developmentPaths: readonly string[];
  readonly testsPath: string | undefined;
  readonly install: readonly string[];
  readonly userData: string | undefined;
  readonly extensions: string | undefined;
  /** What VS Code is to be shown in; only the name of it, for there are no translations. */
  readonly display: string | undefined;
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
      locale: { type: "string" },
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
    display: text(values.locale),
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
  try {
    return await runInPage(address(server, options), server.died, options.display ?? "en", (line) => {
      // A suite that runs in a worker of the browser can write no file, and says the counts instead.
      const result = process.env.NIANBAO_TEST_RESULT;
      if (result && line.startsWith(resultMark)) writeFileSync(result, line.slice(resultMark.length));
    });
  } catch (error) {
    console.error(`--- log of the VS Code server\n${server.log().slice(-4000)}`);
    throw error;
  }
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
