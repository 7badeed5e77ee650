// Whether the unknown numbers of a network can make every relation hold, and where not, which readable ones stand in the
// way. Unknown numbers are flows not below zero over arcs without an upper bound: they are pushed from the nodes that
// have to give to those that have to take, and where that ends too early, the nodes reached are a cut.
import { type Groups, groupOf, groupsOf, join } from "./groups";
import type { Arc, Network } from "./network";

/** A network in which some numbers are taken as unknown. Changed in place while a search tries numbers one after another. */
export interface Flow {
  readonly network: Network;
  /** The readable numbers by arc; null for an unknown one. */
  readonly values: readonly (bigint | null)[];
  /** Arcs whose number is unknown or taken as such. */
  readonly open: boolean[];
  /** Arcs taken as unknown, in the order in which they were. */
  readonly released: number[];
  /** Arcs that are to stay as they are. */
  readonly barred: boolean[];
  /** Of each node what its open arcs have to carry out of it more than in. */
  readonly due: bigint[];
  /** Nodes that hang together by arcs that were unknown from the start. */
  readonly groups: Readonly<Groups>;
}

export function flowOf(network: Network, values: readonly (bigint | null)[]): Flow {
  const { arcs, nodes } = network;
  const groups = groupsOf(nodes);
  const due = new Array<bigint>(nodes).fill(0n);
  values.forEach((value, arc) => {
    const { from, to } = arcs[arc] as Arc;
    if (value === null) join(groups, from, to);
    else if (value !== 0n) shift(due, arcs[arc] as Arc, -value);
  });
  return {
    network,
    values,
    open: values.map((value) => value === null),
    released: [],
    barred: new Array<boolean>(arcs.length).fill(false),
    due,
    groups,
  };
}

/** Moves an amount that is due from the arc's end to its start. */
function shift(due: bigint[], { from, to }: Arc, by: bigint): void {
  due[from] = (due[from] as bigint) + by;
  due[to] = (due[to] as bigint) - by;
}

/** Takes a readable number as unknown. */
export function release(flow: Flow, arc: number): void {
  flow.open[arc] = true;
  flow.released.push(arc);
  shift(flow.due, flow.network.arcs[arc] as Arc, flow.values[arc] ?? 0n);
}

/** Undoes the last `release`. */
export function restore(flow: Flow): void {
  const arc = flow.released.pop() as number;
  flow.open[arc] = false;
  shift(flow.due, flow.network.arcs[arc] as Arc, -(flow.values[arc] ?? 0n));
}

export interface Balance {
  /** Of each open arc a number with which all relations hold, where there is such a choice. */
  readonly carried: readonly bigint[];
  /** Of each node what is still due; all 0 where there is. */
  readonly excess: readonly bigint[];
}

/** Nothing carried yet. */
export function noBalance({ network, due }: Flow): Balance {
  return { carried: new Array<bigint>(network.arcs.length).fill(0n), excess: [...due] };
}

/** The best balance, going on from one before. Whole numbers throughout, so exact. */
export function balance(flow: Flow, before: Balance): Balance {
  const excess = [...before.excess];
  const carried = [...before.carried];
  for (let node = 0; node < excess.length; node++)
    while ((excess[node] as bigint) > 0n && push(flow, carried, excess, node));
  return { carried, excess };
}

/** The balance as it is right after `release(flow, arc)`. */
export function afterRelease({ network, values }: Flow, { carried, excess }: Balance, arc: number): Balance {
  const due = [...excess];
  shift(due, network.arcs[arc] as Arc, values[arc] ?? 0n);
  return { carried, excess: due };
}

/** Null where everything is balanced; else arcs of which at least one has to change, the fewest found. Without the barred ones, so none may be left. */
export function cutOf(flow: Flow, { carried, excess }: Balance): readonly number[] | null {
  let cut: readonly number[] | null = null;
  for (let node = 0; node < excess.length; node++) {
    if (excess[node] === 0n) continue;
    const gives = (excess[node] as bigint) > 0n;
    const crossing = crossingOf(flow, reach(flow, carried, node, gives), gives);
    if (cut === null || crossing.length < cut.length) cut = crossing;
  }
  return cut;
}

/** Nodes reached, each with the arc it was reached by; null for the first and for those not reached. */
interface Reach {
  readonly nodes: readonly number[];
  readonly by: readonly (number | null)[];
  readonly reached: readonly boolean[];
}

/**
 * Where more can flow from `start` (or, backwards, what can flow to it): along an open arc always, against it as much as
 * it carries. `without` is left out; the walk ends early at a node for which `found` says so.
 */
function reach(
  { network, open }: Flow,
  carried: readonly bigint[],
  start: number,
  forwards: boolean,
  without: number | null = null,
  found: (node: number) => boolean = () => false,
): Reach {
  const reached = new Array<boolean>(network.nodes).fill(false);
  const by = new Array<number | null>(network.nodes).fill(null);
  const nodes = [start];
  reached[start] = true;
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as number;
    for (const index of network.incident[node] as readonly number[]) {
      if (!open[index] || index === without) continue;
      const { from, to } = network.arcs[index] as Arc;
      const along = (from === node) === forwards;
      const next = from === node ? to : from;
      if (reached[next] || !(along || (carried[index] as bigint) > 0n)) continue;
      reached[next] = true;
      by[next] = index;
      nodes.push(next);
      if (found(next)) return { nodes, by, reached };
    }
  }
  return { nodes, by, reached };
}

/** Sends what it can from `source` to one node that has to take; false where none can be reached. */
function push(flow: Flow, carried: bigint[], excess: bigint[], source: number): boolean {
  const takes = (node: number) => (excess[node] as bigint) < 0n;
  const { nodes, by } = reach(flow, carried, source, true, null, takes);
  const sink = nodes[nodes.length - 1] as number;
  if (!takes(sink)) return false;
  const path: { readonly arc: number; readonly along: boolean }[] = [];
  for (let node = sink; node !== source; ) {
    const arc = by[node] as number;
    const { from, to } = flow.network.arcs[arc] as Arc;
    path.push({ arc, along: to === node });
    node = to === node ? from : to;
  }
  let amount = least(excess[source] as bigint, -(excess[sink] as bigint));
  for (const { arc, along } of path) if (!along) amount = least(amount, carried[arc] as bigint);
  for (const { arc, along } of path) carried[arc] = (carried[arc] as bigint) + (along ? amount : -amount);
  excess[source] = (excess[source] as bigint) - amount;
  excess[sink] = (excess[sink] as bigint) + amount;
  return true;
}

function least(one: bigint, two: bigint): bigint {
  return one < two ? one : two;
}

/** Readable numbers whose change lets the nodes give more (`gives`) or take more: larger on the way, smaller against it. */
function crossingOf(flow: Flow, { nodes, reached }: Reach, gives: boolean): readonly number[] {
  const { network, open, barred, values } = flow;
  const crossing: number[] = [];
  for (const node of nodes)
    for (const arc of network.incident[node] as readonly number[]) {
      if (open[arc] || barred[arc]) continue;
      const { from, to } = network.arcs[arc] as Arc;
      if (reached[from] && reached[to]) continue;
      const grows = (from === node) === gives;
      if (grows || values[arc] !== 0n) crossing.push(arc);
    }
  return crossing;
}

/** True where no other number on this open arc would do: nothing can flow round through it. */
export function isCertain(flow: Flow, carried: readonly bigint[], arc: number): boolean {
  const { from, to } = flow.network.arcs[arc] as Arc;
  if (reach(flow, carried, to, true, arc).reached[from]) return false;
  return carried[arc] === 0n || !reach(flow, carried, from, true, arc).reached[to];
}

/** What is due, summed over the nodes that hang together by open arcs. */
interface Imbalance {
  /** How many of these groups are not even: each takes an arc to another group. */
  readonly uneven: number;
  /** The same after this arc is opened. */
  with(arc: number): number;
}

export function imbalanceOf({ network, released, due, groups: before }: Flow): Imbalance {
  const ends = (arc: number) => network.arcs[arc] as Arc;
  const groups = [...before];
  for (const arc of released) join(groups, ends(arc).from, ends(arc).to);
  const sums = new Map<number, bigint>();
  due.forEach((amount, node) => {
    if (amount === 0n) return;
    const group = groupOf(groups, node);
    sums.set(group, (sums.get(group) ?? 0n) + amount);
  });
  let uneven = 0;
  for (const sum of sums.values()) if (sum !== 0n) uneven++;
  return {
    uneven,
    with(arc) {
      const [one, two] = [groupOf(groups, ends(arc).from), groupOf(groups, ends(arc).to)];
      if (one === two) return uneven;
      const [a, b] = [sums.get(one) ?? 0n, sums.get(two) ?? 0n];
      return uneven - Number(a !== 0n) - Number(b !== 0n) + Number(a + b !== 0n);
    },
  };
}
