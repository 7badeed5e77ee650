// The licences of the packages whose code is bundled: their authors ask that the notice goes with every copy.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * The text of dist/THIRD-PARTY-NOTICES.txt.
 * @param {Iterable<string>} inputs the files of the bundles, relative to the project
 */
export function notices(inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const found = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input);
    if (found) folders.add(found[0]);
  }
  const parts = [...folders].sort().map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((each) => /^licen[cs]e(?:\.|-|$)/i.test(each));
    // A package without the file names its licence and its author all the same.
    const by = typeof author === "string" ? author : author?.name;
    const text = file ? readFileSync(path.join(folder, file), "utf8").trim() : `License: ${license}. Author: ${by}`;
    return `${name} ${version}\n\n${text}\n`;
  });
  return `Nianbao contains code of these packages.\n\n${parts.join(`\n${"-".repeat(80)}\n\n`)}`;
}
