// How code for Node is bundled: the product's three files, and the floor that the benchmark holds beside the server.

/** @type {import("esbuild").BuildOptions} */
export const nodeBundle = {
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node20",
  // The ES modules of a package shake better than its main entry, which is often one UMD lump.
  mainFields: ["module", "main"],
  charset: "utf8",
  minify: true,
  // Licences are collected whole instead, see notices.mjs.
  legalComments: "none",
};
