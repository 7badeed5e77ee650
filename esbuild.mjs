// Bundles the extension, the language server and the command line into dist/. `--watch` rebuilds on every change.
import { chmodSync, rmSync, writeFileSync } from "node:fs";
import esbuild from "esbuild";
import { nodeBundle, webBundle } from "./scripts/bundling.mjs";
import { notices } from "./scripts/notices.mjs";

const watch = process.argv.includes("--watch");

/** @type {import("esbuild").BuildOptions} */
const everywhere = { minify: !watch, sourcemap: watch, metafile: true, logLevel: "info" };
const common = { ...nodeBundle, ...everywhere };
const web = { ...webBundle, ...everywhere };

/** @type {import("esbuild").BuildOptions[]} */
const bundles = [
  { ...common, entryPoints: ["client/src/node.ts"], outfile: "dist/client.js", external: ["vscode"] },
  { ...common, entryPoints: ["server/src/node.ts"], outfile: "dist/server.js" },
  { ...web, entryPoints: ["client/src/browser.ts"], outfile: "dist/client.web.js", external: ["vscode"] },
  // A worker has no module system.
  { ...web, entryPoints: ["server/src/browser.ts"], outfile: "dist/server.web.js", format: "iife" },
  {
    ...common,
    entryPoints: ["server/src/cli/main.ts"],
    outfile: "dist/cli.js",
    // A package among the ES modules asks for its own address, which a bundle in the older format does not have.
    define: { "import.meta.url": "__filename" },
    banner: { js: "#!/usr/bin/env node" },
    plugins: [
      {
        name: "executable",
        setup(build) {
          build.onEnd((result) => {
            if (result.errors.length === 0) chmodSync("dist/cli.js", 0o755);
          });
        },
      },
    ],
  },
];

// What an older build left behind must not be packed.
rmSync("dist", { recursive: true, force: true });

if (watch) {
  for (const options of bundles) await (await esbuild.context(options)).watch();
} else {
  const built = await Promise.all(bundles.map((options) => esbuild.build(options)));
  const inputs = built.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}));
  writeFileSync("dist/THIRD-PARTY-NOTICES.txt", notices(inputs));
}
