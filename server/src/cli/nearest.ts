// Files that count for all reports below their folder, the nearest one upward from each: the configuration, the known findings.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { ConfigProblem } from "../config/types";
import { positionAt, readLines } from "../syntax/lines";
import { type Decoded, decode } from "./encoding";
import { errorCode, type Problem } from "./files";
import { cannotRead, notText } from "./texts";

export interface FolderFile {
  /** As it is shown: relative to the working folder. */
  readonly file: string;
  readonly absolute: string;
  readonly bytes: Buffer;
  readonly decoded: Decoded;
}

/**
 * The nearest file of this name, made into what it says, by a report's absolute path; null where there is none. Each is read
 * once. `make` gets null for one that is there and cannot be read, which goes to `problems`.
 */
export function createNearest<T>(
  name: string,
  cwd: string,
  problems: Problem[],
  make: (file: FolderFile | null) => T,
): (absolute: string) => T | null {
  const byFolder = new Map<string, T | null>();
  const inFolder = (folder: string): T | null => {
    const known = byFolder.get(folder);
    if (known !== undefined) return known;
    const absolute = path.join(folder, name);
    const found = readFolderFile(path.relative(cwd, absolute) || absolute, cwd, problems, true);
    const above = path.dirname(folder);
    const made = found !== undefined ? make(found) : above === folder ? null : inFolder(above);
    byFolder.set(folder, made);
    return made;
  };
  return (absolute) => inFolder(path.dirname(absolute));
}

/** Null where it cannot be read, which is told; undefined where it may be absent and is. */
export function readFolderFile(
  file: string,
  cwd: string,
  problems: Problem[],
  mayBeAbsent: boolean,
): FolderFile | null | undefined {
  const absolute = path.resolve(cwd, file);
  let bytes: Buffer;
  try {
    bytes = readFileSync(absolute);
  } catch (error) {
    const code = errorCode(error);
    if (mayBeAbsent && (code === "ENOENT" || code === "ENOTDIR")) return undefined;
    problems.push({ file, message: cannotRead(code), unreadable: true });
    return null;
  }
  const { decoded } = decode(bytes);
  if (decoded) return { file, absolute, bytes, decoded };
  problems.push({ file, message: notText, unreadable: true });
  return null;
}

/** What is wrong in the file, by line and column from 1. */
export function placedProblems(
  { file, decoded }: Pick<FolderFile, "file" | "decoded">,
  found: readonly ConfigProblem[],
): readonly Problem[] {
  const lines = readLines(decoded.text);
  return found.map(({ span, message }) => {
    const { line, character } = positionAt(lines, span.start);
    return { file: `${file}:${line + 1}:${character + 1}`, message, unreadable: false };
  });
}
