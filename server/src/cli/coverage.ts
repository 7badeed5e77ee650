// Whether a run holds all reports of a folder. Of some of them no sum can be made, and what is said of one report may rest on
// another that was not looked at.
import path from "node:path";
import { type Problem, textsBelow } from "./files";
import type { Gathered } from "./gather";

export interface Coverage {
  /** `folder`: its absolute path. Never rejects. */
  readonly holds: (folder: string) => Promise<boolean>;
}

export function createCoverage({ candidates, wants }: Pick<Gathered, "candidates" | "wants">, cwd: string): Coverage {
  const held = new Set(candidates.map(({ real }) => real));
  const known = new Map<string, boolean>();
  const look = async (folder: string): Promise<boolean> => {
    const problems: Problem[] = [];
    for await (const { file, real } of textsBelow(folder, cwd, problems))
      if (!held.has(real) && wants(path.resolve(cwd, file))) return false;
    return problems.length === 0;
  };
  return {
    async holds(folder) {
      const answer = known.get(folder) ?? (await look(folder));
      known.set(folder, answer);
      return answer;
    },
  };
}
