// How code is bundled: the product's files, the floor that the benchmark holds beside the server, and the tests that run
// inside VS Code.

/** @type {import("esbuild").BuildOptions} */
const anyBundle = {
  bundle: true,
  format: "cjs",
  charset: "utf8",
  minify: true,
  // Licences are collected whole instead, see notices.mjs.
  legalComments: "none",
};

/** @type {import("esbuild").BuildOptions} */
export const nodeBundle = {
  ...anyBundle,
  platform: "node",
  target: "node20",
  // The ES modules of a package shake better than its main entry, which is often one UMD lump.
  mainFields: ["module", "main"],
};

/**
 * For workers of a browser. The target is older than any browser that the floor of `engines` runs in.
 * @type {import("esbuild").BuildOptions}
 */
export const webBundle = {
  ...anyBundle,
  platform: "browser",
  target: "es2022",
  mainFields: ["browser", "module", "main"],
};
