// The configuration of each file: the nearest nianbao.config.json upward from it, or the one that was named.
import { readFileSync } from "node:fs";
import path from "node:path";
import { wantedBy } from "../config/matcher";
import { readConfig } from "../config/read";
import { type Config, configName, noConfig } from "../config/types";
import { positionAt, readLines } from "../syntax/lines";
import { decode } from "./encoding";
import { errorCode, type Problem } from "./files";
import { cannotRead, notText } from "./texts";

export interface Configured {
  readonly config: Config;
  /** Whether a file found in a folder is to be looked at. */
  readonly wants: (absolute: string) => boolean;
}

export interface Configs {
  readonly of: (absolute: string) => Configured;
  /** What is wrong in the configurations read so far. */
  readonly problems: readonly Problem[];
}

const unconfigured: Configured = { config: noConfig, wants: () => true };

/** `named`: the one file that counts for all, relative to `cwd`; null for none at all; undefined where they are looked for. */
export function createConfigs(named: string | null | undefined, cwd: string): Configs {
  const problems: Problem[] = [];
  const byFolder = new Map<string, Configured>();

  const read = (file: string, bytes: Buffer): Configured => {
    const { text } = decode(bytes).decoded ?? { text: null };
    if (text === null) {
      problems.push({ file, message: notText, unreadable: true });
      return unconfigured;
    }
    const { config, problems: found } = readConfig(text);
    const lines = readLines(text);
    for (const { span, message } of found) {
      const { line, character } = positionAt(lines, span.start);
      problems.push({ file: `${file}:${line + 1}:${character + 1}`, message, unreadable: false });
    }
    const wanted = wantedBy(config);
    const folder = path.dirname(path.resolve(cwd, file));
    return { config, wants: (absolute) => wanted(path.relative(folder, absolute).split(path.sep).join("/")) };
  };

  /** A folder without one has that of the folder above it. */
  const inFolder = (folder: string): Configured => {
    const known = byFolder.get(folder);
    if (known) return known;
    const file = path.join(folder, configName);
    let found: Configured | null = null;
    try {
      found = read(path.relative(cwd, file) || file, readFileSync(file));
    } catch (error) {
      const code = errorCode(error);
      if (code !== "ENOENT" && code !== "ENOTDIR") {
        problems.push({ file, message: cannotRead(code), unreadable: true });
        found = unconfigured;
      }
    }
    const above = path.dirname(folder);
    const configured = found ?? (above === folder ? unconfigured : inFolder(above));
    byFolder.set(folder, configured);
    return configured;
  };

  if (named === null) return { of: () => unconfigured, problems };
  if (named === undefined) return { of: (absolute) => inFolder(path.dirname(absolute)), problems };
  let configured = unconfigured;
  try {
    configured = read(named, readFileSync(path.resolve(cwd, named)));
  } catch (error) {
    problems.push({ file: named, message: cannotRead(errorCode(error)), unreadable: true });
  }
  return { of: () => configured, problems };
}
