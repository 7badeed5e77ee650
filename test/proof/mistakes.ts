// Every kind of mistake, and case n of each: the same report and the same mistake in every run with the same seed.
import { type SampleOptions, sampleReport } from "../support/sample";
import { blockKinds } from "./blocks";
import { blankKinds, reviewKinds } from "./others";
import { randomOf } from "./random";
import { type ReportCase, reportCase } from "./reports";
import { anyBroken } from "./sheet";
import { correlatedKinds, fourNumbers, independentKinds } from "./single";
import { countsOf, type Kind, type Slip } from "./slip";

/** In the order in which they are told. */
export const kinds: readonly Kind[] = [
  ...independentKinds,
  ...correlatedKinds,
  ...blockKinds,
  ...reviewKinds,
  ...blankKinds,
];

/** The kinds of table three, and one beyond what is explained: what the solver is asked about. */
export const solverKinds: readonly Kind[] = [...kinds.filter(({ family }) => family !== "review"), fourNumbers];

/** What reports without any mistake are called where kinds are named. */
export const consistentReports = "consistent";

export interface MistakeCase {
  readonly kind: Kind;
  readonly number: number;
  readonly base: ReportCase;
  readonly slip: Slip;
  readonly text: string;
  /** Reports drawn before this one in which the mistake leaves every relation as it was: no check can tell. */
  readonly undetectable: number;
}

/** Draws before a kind is given up; the rarest mistake that can be told comes about every twentieth time. */
const mostDraws = 2000;

export function mistakeCase(seed: number, kind: Kind, number: number): MistakeCase {
  let undetectable = 0;
  for (let draw = 0; draw < mostDraws; draw++) {
    const random = randomOf(seed, kind.id, number, draw);
    const base = reportCase(random);
    const slip = kind.draw(random, base);
    if (!slip) continue;
    if (kind.family !== "blank" && !anyBroken(base.form, countsOf(base, slip))) {
      undetectable++;
      continue;
    }
    return { kind, number, base, slip, text: textOf(base, slip), undetectable };
  }
  throw new Error(`no ${kind.id} in ${mostDraws} draws`);
}

function textOf({ options }: ReportCase, { cells, omit }: Slip): string {
  // Where a cell a line stands without separators, an empty one cannot be seen.
  const blank = options.layout === "spaced" && Object.values(cells).includes("");
  const changed: SampleOptions = { ...options, cells, omit };
  return sampleReport(blank ? { ...changed, layout: "lines" } : changed);
}
