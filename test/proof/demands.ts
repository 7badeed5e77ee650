// What is asked of each kind of mistake, and whether it is met.
import { consistentReports } from "./mistakes";
import type { Tally } from "./tally";

interface Demand {
  readonly what: string;
  /** 0 to 1, of the cases. */
  readonly share: number;
  readonly of: (tally: Tally) => number;
  /** At least so many are asked for, or no more are let pass. */
  readonly least: boolean;
}

const found = (share: number): Demand => ({ what: "found", share, of: (tally) => tally.found, least: true });
const restored = (share: number): Demand => ({ what: "restored", share, of: (tally) => tally.restored, least: true });
const away = (share: number): Demand => ({ what: "led away", share, of: (tally) => tally.away, least: false });
const accused = (share: number): Demand => ({ what: "accused", share, of: (tally) => tally.accused, least: false });
const always: readonly Demand[] = [
  { what: "safe fixes wrong", share: 0, of: (tally) => tally.safeWrong, least: false },
  { what: "wrong in bulk", share: 0, of: (tally) => tally.bulkWrong, least: false },
];

/** Two and three numbers may look like fewer: brute force over all pairs leaves 99.5 % that can be told apart. */
const independent: Readonly<Record<string, readonly Demand[]>> = {
  one: [found(1), restored(1), away(0)],
  two: [found(0.99), restored(0.99)],
  three: [found(0.97), restored(0.97)],
};

/**
 * Rows whose numbers slipped down beside their totals can read, to the digit, like one number mistyped: (1, 0; 1), (0, 1; 1)
 * with the first 1 mistyped as 0 and (0, 1; 1), (1, 0; 1) shifted are both (0, 0; 1), (0, 1; 1). That one number is found in
 * every case is asked for above, so these few cannot be told.
 */
const tolerated: Readonly<Record<string, number>> = { "shift-inner": 0.005 };

export function demandsOf({ kind, family }: Pick<Tally, "kind" | "family">): readonly Demand[] {
  if (kind === consistentReports) return [accused(0)];
  if (kind === "blank") return [accused(0), restored(1), away(0), ...always];
  if (family === "correlated") return [away(tolerated[kind] ?? 0), ...always];
  return [...(independent[kind] ?? []), ...always];
}

/** What is missed, in words; empty when all is met. */
export function missedBy(tally: Tally): readonly string[] {
  return demandsOf(tally).flatMap(({ what, share, of, least }) => {
    const count = of(tally);
    const limit = share * tally.cases;
    return (least ? count >= limit : count <= limit)
      ? []
      : [`${tally.kind}: ${what} ${count} of ${tally.cases}, ${least ? "at least" : "at most"} ${share * 100} % asked`];
  });
}
