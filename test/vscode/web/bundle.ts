// Bundles what runs inside the browser: the suite, and the file system its workspace lies in.
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { globSync } from "tinyglobby";
import { webBundle } from "../../../scripts/bundling.mjs";
import { root } from "../../../scripts/root";
import { constants, type RunLanguage } from "../runLanguage";

const suite = path.join(__dirname, "..", "suite");
const workspace = path.join(__dirname, "..", "workspace");

/** The npm package assert in place of Node's: under this name esbuild takes it for no module of Node. */
const assert: Plugin = {
  name: "assert",
  setup(bundling) {
    bundling.onResolve({ filter: /^node:assert\/strict$/ }, () => ({ path: "strict", namespace: "assert" }));
    bundling.onLoad({ filter: /./, namespace: "assert" }, () => ({
      contents: 'module.exports = require("assert/").strict;',
      resolveDir: __dirname,
    }));
  },
};

/** For code that asserts. */
const shims = {
  plugins: [assert],
  inject: [path.join(__dirname, "process.ts")],
  define: { global: "globalThis" },
};

/** The tests of the suite that can run in a browser: all but those about the server's process. */
function suiteFiles(): string[] {
  return globSync(["*.test.ts", "!*.node.test.ts"], { cwd: suite }).sort();
}

function workspaceFiles(): Record<string, string> {
  const files = globSync(["**/*"], { cwd: workspace, dot: true });
  return Object.fromEntries(files.map((file) => [`/${file}`, readFileSync(path.join(workspace, file), "utf8")]));
}

/** Two extensions of tests, by their folders. */
export interface WebTests {
  /** Brings the workspace, and the suite as `suite.js`. */
  readonly tests: string;
  /** Brings the workspace, and looks at what trust makes of it. */
  readonly trust: string;
}

/** The suite expects what is said in a language, the look at trust does not listen. */
export async function bundleForWeb(language: RunLanguage): Promise<WebTests> {
  const tests = path.join(root, "out", "web");
  const trust = path.join(root, "out", "web-trust");
  const options = {
    ...webBundle,
    minify: false,
    sourcemap: "inline",
    external: ["vscode"],
  } satisfies BuildOptions;
  const files = JSON.stringify(workspaceFiles());
  const modules = suiteFiles().map((file) => `() => import(${JSON.stringify(`./${file}`)})`);
  for (const folder of [tests, trust]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    cpSync(path.join(__dirname, "package.json"), path.join(folder, "package.json"));
  }
  await Promise.all([
    build({
      ...options,
      entryPoints: [path.join(__dirname, "extension.ts")],
      outfile: path.join(tests, "extension.js"),
      define: { workspaceFiles: files },
    }),
    build({
      ...options,
      ...shims,
      entryPoints: [path.join(__dirname, "trust.ts")],
      outfile: path.join(trust, "extension.js"),
      define: { ...shims.define, workspaceFiles: files },
    }),
    build({
      ...options,
      ...shims,
      stdin: {
        contents: `import { runSuite } from "../web/suite.ts";\nexport const run = () => runSuite([${modules.join(", ")}]);`,
        resolveDir: suite,
        loader: "ts",
      },
      define: { ...shims.define, ...constants(language) },
      outfile: path.join(tests, "suite.js"),
    }),
  ]);
  return { tests, trust };
}
