// The other reports that a report is held against. They come in with it, worked out by whoever knows all of them (workspace/).
import { carriedOutOf } from "./carry";
import type { Known } from "./known";

export interface Neighbours {
  /**
   * The report itself, as its neighbours know it, which spares working it out once more; null where that may have been
   * another text, as of a document that is being typed into.
   */
  readonly own: Known | null;
  /** The same organ's report on the year before. */
  readonly lastYear: Known | null;
  /** Reports of other organs that share much of its prose or all figures of a table; what is made of that is not decided yet. */
  readonly others: readonly Known[];
  /** Prints of stretches of its prose that so many organs write that they are no one's own words. */
  readonly common: ReadonlySet<number>;
  /** The reports it sums up; null where nothing says that it does. */
  readonly parts: Parts | null;
}

export interface Parts {
  readonly reports: readonly Known[];
  /** Files that are said to belong to them and are not known, or no reports. */
  readonly missing: readonly string[];
  /** False where only the name of the file suggests that it sums them up. */
  readonly sure: boolean;
}

/** Of a report read by itself. */
export const noNeighbours: Neighbours = {
  own: null,
  lastYear: null,
  others: [],
  common: new Set(),
  parts: null,
};

/** What last year's report leaves for this year's 二、上年结转: for `readReport` and `withCarriedIn`. */
export function carriedInBy({ lastYear }: Neighbours): ReadonlyMap<string, bigint> {
  return carriedOutOf(lastYear);
}

/** The same objects, but for `own`: what is known of a report is made anew when it changes. */
export function sameNeighbours(one: Neighbours, two: Neighbours): boolean {
  return (
    one.lastYear === two.lastYear &&
    one.others.length === two.others.length &&
    one.others.every((other, at) => other === two.others[at]) &&
    one.common.size === two.common.size &&
    [...one.common].every((print) => two.common.has(print)) &&
    one.parts?.sure === two.parts?.sure &&
    one.parts?.reports.length === two.parts?.reports.length &&
    (one.parts?.reports ?? []).every((part, at) => part === two.parts?.reports[at]) &&
    one.parts?.missing.join("\n") === two.parts?.missing.join("\n")
  );
}
