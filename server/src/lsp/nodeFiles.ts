// The files of this machine, for the server as a process.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { ReadFile } from "./files";

export const readOwnFile: ReadFile = async (uri) => {
  try {
    return await readFile(fileURLToPath(uri));
  } catch {
    // Not there, not to be read, or an address of another machine: nothing of it can be known here.
    return null;
  }
};
