// From the paths on the command line to the files to look at, always in the same order.
import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import type { Bilingual } from "../form/types";
import { isPassedOver, isTextName } from "../workspace/candidates";
import type { Grounds } from "./grounds";
import { cannotRead, noMatch, notFound } from "./texts";

export interface Candidate {
  /** As it is shown: the path that was given, or the given folder with what is below it. */
  readonly file: string;
  readonly absolute: string;
  /** Where links lead. */
  readonly real: string;
  /** Named itself or by a pattern, and so read whatever it holds. */
  readonly named: boolean;
  /** The folders it was found in, as given. */
  readonly folders: readonly string[];
  /** What it is judged by; none where nothing but its text counts. */
  readonly grounds?: Grounds;
  /** What was read already: the standard input. Null where it was more than is ever checked. */
  readonly bytes?: Buffer | null;
}

/** The path that means the standard input; a file of that name is written ./- */
export const standardInput = "-";

export interface Problem {
  readonly file: string;
  readonly message: Bilingual;
  /** An input that is there or was expected to be there, and cannot be read. */
  readonly unreadable: boolean;
}

export interface Collection {
  readonly candidates: readonly Candidate[];
  readonly folders: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Each file once, under the first path that led to it, by links too: two threads must not correct one file. What is in a
 * folder comes sorted by code unit. Never rejects.
 */
export async function collect(paths: readonly string[], cwd: string): Promise<Collection> {
  const found = new Map<string, Candidate>();
  const folders: string[] = [];
  const problems: Problem[] = [];
  const add = (file: string, real: string, folder: string | null): void => {
    const known = found.get(real) ?? { file, absolute: path.resolve(cwd, file), real, named: false, folders: [] };
    if (folder === null) found.set(real, { ...known, named: true });
    else found.set(real, { ...known, folders: [...known.folders, folder] });
  };
  const addNamed = async (file: string): Promise<void> => add(file, await realOf(path.resolve(cwd, file)), null);
  for (const given of paths) {
    if (given === standardInput) {
      const input = { file: standardInput, absolute: standardInput, real: standardInput };
      found.set(standardInput, { ...input, named: true, folders: [] });
      continue;
    }
    const kind = await kindOf(path.resolve(cwd, given));
    if (kind === "file") await addNamed(given);
    else if (kind === "folder") {
      folders.push(given);
      const files: Text[] = [];
      for await (const text of textsBelow(given, cwd, problems)) files.push(text);
      for (const { file, real } of files.sort((a, b) => byCodeUnit(a.file, b.file))) add(file, real, given);
    } else if (kind !== "none") problems.push({ file: given, message: cannotRead(kind), unreadable: true });
    else if (!isDynamicPattern(given)) problems.push({ file: given, message: notFound, unreadable: true });
    else {
      const files = await match(given, cwd);
      if (files.length === 0) problems.push({ file: given, message: noMatch, unreadable: false });
      for (const file of files) await addNamed(file);
    }
  }
  return { candidates: [...found.values()], folders, problems };
}

/** "none" for what does not exist, else the system's word for why it cannot be told. */
async function kindOf(absolute: string): Promise<string> {
  try {
    return (await stat(absolute)).isDirectory() ? "folder" : "file";
  } catch (error) {
    const code = errorCode(error);
    return code === "ENOENT" || code === "ENOTDIR" ? "none" : code;
  }
}

/** Where links lead; the path itself where that cannot be told, which reading the file will. */
export async function realOf(absolute: string): Promise<string> {
  try {
    return await realpath(absolute);
  } catch {
    return absolute;
  }
}

interface Text {
  readonly file: string;
  /** Without links on its way. */
  readonly real: string;
}

/**
 * The texts of a folder and of those below it, in no order. A folder that cannot be opened is a problem to be told; glob
 * libraries pass over it in silence.
 */
export async function* textsBelow(folder: string, cwd: string, problems: Problem[]): AsyncGenerator<Text> {
  const seen = new Set<string>();
  const pending = [folder];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    const absolute = path.resolve(cwd, current);
    let entries: readonly Dirent[];
    let real: string;
    try {
      // Symbolic links may form a circle.
      real = await realpath(absolute);
      if (seen.has(real)) continue;
      seen.add(real);
      entries = await readdir(absolute, { withFileTypes: true });
    } catch (error) {
      problems.push({ file: current, message: cannotRead(errorCode(error)), unreadable: true });
      continue;
    }
    for (const entry of entries) {
      if (isPassedOver(entry.name)) continue;
      const file = path.join(current, entry.name);
      const kind = entry.isSymbolicLink()
        ? await kindOf(path.resolve(cwd, file))
        : entry.isDirectory()
          ? "folder"
          : "file";
      if (kind === "folder") pending.push(file);
      else if (isTextName(entry.name)) {
        const inside = path.join(real, entry.name);
        yield { file, real: entry.isSymbolicLink() ? await realOf(inside) : inside };
      }
    }
  }
}

async function match(pattern: string, cwd: string): Promise<readonly string[]> {
  const posix = path.sep === "\\" ? pattern.replaceAll("\\", "/") : pattern;
  const files = await glob(posix, { cwd, absolute: path.isAbsolute(pattern), expandDirectories: false });
  return files.map((file) => path.normalize(file)).sort(byCodeUnit);
}

/** The system's word for what went wrong, such as ENOENT. */
export function errorCode(error: unknown): string {
  if (error instanceof Error) return "code" in error && typeof error.code === "string" ? error.code : error.message;
  return String(error);
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
