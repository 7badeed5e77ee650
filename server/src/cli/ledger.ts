// What a run made of the known findings: which entries of the baselines named nothing, and what would have to be entered.
import { type Checked, staleEntries } from "../config/baseline";
import type { BaselineEntry, KnownFinding } from "../config/types";
import { type Range, rangeAt, readLines } from "../syntax/lines";
import type { FolderBaseline } from "./baselines";
import type { Candidate } from "./files";
import type { Gathered } from "./gather";
import type { FolderFile } from "./nearest";
import type { Surveyed } from "./survey";
import type { Reported } from "./visit";

/** An entry that no longer applies. */
export interface Stale {
  readonly entry: BaselineEntry;
  /** The baseline it stands in. */
  readonly file: FolderFile;
  readonly range: Range;
}

/** What is not known yet of one report. */
export interface Unknown {
  readonly candidate: Candidate;
  readonly findings: readonly KnownFinding[];
}

export interface Ledger {
  readonly take: (candidate: Candidate, reported: Reported, surveyed: Surveyed) => void;
  /** In the order of the baselines, each from its beginning. */
  readonly stale: () => readonly Stale[];
  readonly unknown: () => readonly Unknown[];
}

export function startLedger({ baselineOf }: Pick<Gathered, "baselineOf">): Ledger {
  const checked = new Map<FolderBaseline, Checked[]>();
  const unknown: Unknown[] = [];
  return {
    take(candidate, { used, unknown: findings }, { whoseIs, heard }) {
      if (findings.length > 0) unknown.push({ candidate, findings });
      const baseline = baselineOf(candidate);
      if (baseline === null) return;
      const one: Checked = { who: whoseIs(candidate), used: new Set(used), heard: heard(candidate) };
      const others = checked.get(baseline);
      if (others) others.push(one);
      else checked.set(baseline, [one]);
    },
    stale: () =>
      [...checked].flatMap(([{ file, baseline }, reports]): readonly Stale[] => {
        if (file === null) return [];
        const lines = readLines(file.decoded.text);
        return [...staleEntries(baseline, reports)]
          .sort((one, two) => one.span.start - two.span.start)
          .map(({ entry, span }) => ({ entry, file, range: rangeAt(lines, span) }));
      }),
    unknown: () => unknown,
  };
}
