// What a report is judged by beside its own text: plain data, which goes to other threads with the file.
import { type Baseline, noBaseline, type Who } from "../config/baseline";
import { limitsOf } from "../config/limits";
import type { Config } from "../config/types";
import { type Neighbours, noNeighbours } from "../report/neighbours";
import type { Limits, RuleSettings } from "../rules/types";

export interface Grounds {
  readonly rules: RuleSettings;
  readonly limits: Limits;
  readonly neighbours: Neighbours;
  /** Whose report it is, as its folder names the organ. */
  readonly who: Who;
  /** Findings that are known, as far as they are of this report. */
  readonly baseline: Baseline;
}

/** Of a report that has to do with no other. */
export function groundsAlone(file: string, config: Config): Grounds {
  const who = { organ: null, year: null, file };
  return { rules: config.rules, limits: limitsOf(config), neighbours: noNeighbours, who, baseline: noBaseline };
}
