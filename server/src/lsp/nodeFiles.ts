// The files of this machine, for the server as a process.
import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Files } from "./files";

export const ownFiles: Files = {
  async read(uri) {
    try {
      return await readFile(fileURLToPath(uri));
    } catch {
      // Not there, not to be read, or an address of another machine: nothing of it can be known here.
      return null;
    }
  },
  async list(uri) {
    try {
      const folder = fileURLToPath(uri);
      const entries = await readdir(folder, { withFileTypes: true });
      // A link may lead to a folder above it, and what it leads to is looked at where it is itself.
      return entries.map((entry) => ({ name: entry.name, folder: entry.isDirectory() }));
    } catch {
      return null;
    }
  },
};

/** For a thread that has nothing else to do meanwhile. */
export function readOwnFileNow(uri: string): Uint8Array | null {
  try {
    return readFileSync(fileURLToPath(uri));
  } catch {
    return null;
  }
}
