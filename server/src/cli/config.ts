// The configuration of each file: the nearest nianbao.config.json upward from it, or the one that was named.
import path from "node:path";
import { wantedBy } from "../config/matcher";
import { readConfig } from "../config/read";
import { type Config, configName, noConfig } from "../config/types";
import type { Problem } from "./files";
import { createNearest, type FolderFile, placedProblems, readFolderFile } from "./nearest";

export interface Configured {
  readonly config: Config;
  /** Absolute path of the folder its patterns start from; null where there is no configuration. */
  readonly folder: string | null;
  /** Whether a file found in a folder is to be looked at. */
  readonly wants: (absolute: string) => boolean;
}

export interface Configs {
  readonly of: (absolute: string) => Configured;
  /** What is wrong in the configurations read so far. */
  readonly problems: readonly Problem[];
}

const unconfigured: Configured = { config: noConfig, folder: null, wants: () => true };

/** `named`: the one file that counts for all, relative to `cwd`; null for none at all; undefined where they are looked for. */
export function createConfigs(named: string | null | undefined, cwd: string): Configs {
  const problems: Problem[] = [];
  const read = (file: FolderFile | null): Configured => {
    if (file === null) return unconfigured;
    const { config, problems: found } = readConfig(file.decoded.text);
    problems.push(...placedProblems(file, found));
    const wanted = wantedBy(config);
    const folder = path.dirname(file.absolute);
    return { config, folder, wants: (absolute) => wanted(withSlashes(path.relative(folder, absolute))) };
  };
  if (named === null) return { of: () => unconfigured, problems };
  if (named === undefined) {
    const nearest = createNearest(configName, cwd, problems, read);
    return { of: (absolute) => nearest(absolute) ?? unconfigured, problems };
  }
  const configured = read(readFolderFile(named, cwd, problems, false) ?? null);
  return { of: () => configured, problems };
}

/** As patterns are written on every system. */
export function withSlashes(relative: string): string {
  return relative.split(path.sep).join("/");
}
