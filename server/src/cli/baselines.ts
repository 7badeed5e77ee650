// The known findings of each file: the nearest .nianbao-baseline.json upward from it.
import path from "node:path";
import { type Baseline, entriesAbout, noBaseline, readBaseline, type Who } from "../config/baseline";
import { baselineName } from "../config/types";
import type { Problem } from "./files";
import { createNearest, type FolderFile, placedProblems } from "./nearest";

export interface FolderBaseline {
  /** Null where it is there and cannot be read, and so names nothing. */
  readonly file: FolderFile | null;
  /** Absolute path of the folder it stands in. */
  readonly folder: string | null;
  readonly baseline: Baseline;
  /** What it says of one report. */
  readonly about: (who: Who) => Baseline;
}

export interface Baselines {
  readonly of: (absolute: string) => FolderBaseline | null;
  /** What is wrong in those read so far. */
  readonly problems: readonly Problem[];
}

/** `used`: false where none is to be looked for. */
export function createBaselines(used: boolean, cwd: string): Baselines {
  const problems: Problem[] = [];
  const nearest = createNearest(baselineName, cwd, problems, (file): FolderBaseline => {
    if (file === null) return { file, folder: null, baseline: noBaseline, about: () => noBaseline };
    const { baseline, problems: found } = readBaseline(file.decoded.text);
    problems.push(...placedProblems(file, found));
    const about = (who: Who): Baseline => ({ entries: entriesAbout(baseline, who) });
    return { file, folder: path.dirname(file.absolute), baseline, about };
  });
  return { of: used ? nearest : () => null, problems };
}
