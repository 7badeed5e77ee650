// The files of this machine, for the server as a process.
import { lstatSync, readFileSync, statSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { maxBytes } from "../features/limits";
import type { Files } from "./files";

export const ownFiles: Files = {
  async read(uri) {
    try {
      const file = fileURLToPath(uri);
      const found = await stat(file);
      // From a pipe nothing may ever come.
      return found.isFile() && found.size <= maxBytes ? await readFile(file) : null;
    } catch {
      // Not there, not to be read, or an address of another machine: nothing of it can be known here.
      return null;
    }
  },
  async list(uri) {
    try {
      // With its slash a drive is its uppermost folder, without it the one that happens to be the process's own.
      const folder = fileURLToPath(uri.replace(/\/?$/, "/"));
      const entries = await readdir(folder, { withFileTypes: true });
      // A link may lead to a folder above it, and what it leads to is looked at where it is itself.
      return entries.map((entry) => ({ name: entry.name, folder: entry.isDirectory() }));
    } catch {
      return null;
    }
  },
};

/**
 * For a thread that has nothing else to do meanwhile. `"too-long"`: it holds more than is checked, and was not read;
 * `"gone"`: there is no such file, nor a link of its name that leads nowhere.
 */
export function readOwnFileNow(uri: string): Uint8Array | "too-long" | "gone" | null {
  try {
    const file = fileURLToPath(uri);
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined) return lstatSync(file, { throwIfNoEntry: false }) === undefined ? "gone" : null;
    if (!found.isFile()) return null;
    return found.size <= maxBytes ? readFileSync(file) : "too-long";
  } catch {
    return null;
  }
}
