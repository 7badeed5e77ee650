// The smallest sets of readable numbers in a network that have to change so that every relation can hold (Fellegi and
// Holt's principle of error localisation). Exact: where the unknown numbers cannot balance some relations, one of the
// numbers that cross the cut has to change, so the search branches on those and on no others.
import {
  afterRelease,
  type Balance,
  balance,
  cutOf,
  type Flow,
  flowOf,
  imbalanceOf,
  isCertain,
  noBalance,
  release,
  restore,
} from "./flow";
import type { Network } from "./network";

export interface ArcChange {
  readonly arc: number;
  /** Not below zero and not the number that stands there; null where unknown cells leave more than one. */
  readonly value: bigint | null;
}

/** More cells than these explain nothing: they can be chosen in too many ways. */
const mostCells = 3;
/**
 * Steps of the search, each 10 to 50 microseconds where it was measured, so that no table takes longer than 50 ms. Counted,
 * not timed: the same text gives the same findings on every machine. One mistake takes three steps, three some dozens.
 */
const mostSteps = 500;

/**
 * Every smallest set, in the order of their arcs. `values` are those of the arcs, null for an unknown not below zero. An
 * empty list: everything can hold as it stands. Null: more than three numbers would have to change, or it takes too long.
 */
export function smallestSets(
  network: Network,
  values: readonly (bigint | null)[],
): readonly (readonly ArcChange[])[] | null {
  const flow = flowOf(network, values);
  const start = balance(flow, noBalance(flow));
  if (cutOf(flow, start) === null) return [];
  const { uneven } = imbalanceOf(flow);
  const search: Search = { flow, chosen: [], found: [], steps: 0 };
  for (let size = Math.max(1, Math.ceil(uneven / 2)); size <= mostCells; size++) {
    extend(search, size, start);
    if (search.steps > mostSteps) return null;
    if (search.found.length > 0) return search.found.sort(byArcs);
  }
  return null;
}

/**
 * What the unknown numbers are once a set is changed: by arc, null where more than one number would do, and for the arcs
 * that are readable. `set` makes everything balanced.
 */
export function completed(
  network: Network,
  values: readonly (bigint | null)[],
  set: readonly ArcChange[],
): readonly (bigint | null)[] {
  const flow = flowOf(network, values);
  for (const { arc } of set) release(flow, arc);
  const { carried } = balance(flow, noBalance(flow));
  return values.map((value, arc) =>
    value === null && isCertain(flow, carried, arc) ? (carried[arc] as bigint) : null,
  );
}

function byArcs(one: readonly ArcChange[], two: readonly ArcChange[]): number {
  for (let at = 0; at < Math.min(one.length, two.length); at++) {
    const difference = (one[at] as ArcChange).arc - (two[at] as ArcChange).arc;
    if (difference !== 0) return difference;
  }
  return 0;
}

interface Search {
  readonly flow: Flow;
  readonly chosen: number[];
  readonly found: (readonly ArcChange[])[];
  steps: number;
}

/** Adds to the chosen numbers up to `left` more. A number that was tried is barred for the ones tried after it, so that no set comes twice. */
function extend(search: Search, left: number, before: Balance): void {
  const { flow, chosen } = search;
  if (++search.steps > mostSteps) return;
  const now = balance(flow, before);
  const cut = cutOf(flow, now);
  if (cut === null) {
    const value = (arc: number) => (isCertain(flow, now.carried, arc) ? (now.carried[arc] as bigint) : null);
    search.found.push([...chosen].sort((a, b) => a - b).map((arc) => ({ arc, value: value(arc) })));
    return;
  }
  if (left === 0) return;
  const imbalance = imbalanceOf(flow);
  for (const arc of cut) {
    // One number mends at most two groups.
    if (imbalance.with(arc) <= 2 * (left - 1)) {
      release(flow, arc);
      chosen.push(arc);
      extend(search, left - 1, afterRelease(flow, now, arc));
      chosen.pop();
      restore(flow);
    }
    flow.barred[arc] = true;
  }
  for (const arc of cut) flow.barred[arc] = false;
}
