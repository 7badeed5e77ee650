// The smallest sets taken apart into mistakes that have nothing to do with each other: the sets are then every way of
// taking one choice of each.
import { groupOf, groupsOf, join, listsOf } from "./groups";
import type { Network } from "./network";
import type { ArcChange } from "./search";

export interface Part {
  /** Indices of its relations among those of the form, in their order. */
  readonly members: readonly number[];
  /** What the sets change in these relations, each choice once, in the order of the sets. */
  readonly choices: readonly (readonly ArcChange[])[];
}

/**
 * Relations belong together when one cell stands in both and some set changes it. Two parts whose choices do not go
 * together freely (blanks between them may tie them) are one. `count`: the relations of the form.
 */
export function apart(network: Network, count: number, sets: readonly (readonly ArcChange[])[]): readonly Part[] {
  const groups = groupsOf(count);
  for (const { arc } of sets.flat())
    for (const { relation } of placesOf(network, arc)) join(groups, relationOf(network, arc), relation);
  for (;;) {
    const parts = partsOf(network, groups, sets);
    const tied = firstTied(network, groups, parts, sets);
    if (!tied) {
      const ways = parts.reduce((product, { choices }) => product * choices.length, 1);
      return ways === sets.length ? parts : [{ members: network.relations, choices: sets }];
    }
    join(groups, tied[0].members[0] as number, tied[1].members[0] as number);
  }
}

function placesOf(network: Network, arc: number) {
  return network.arcs[arc]?.places ?? [];
}

function relationOf(network: Network, arc: number): number {
  return placesOf(network, arc)[0]?.relation ?? 0;
}

function partsOf(network: Network, groups: number[], sets: readonly (readonly ArcChange[])[]): readonly Part[] {
  return listsOf(groups, network.relations).flatMap((members): Part[] => {
    const choices = new Map(sets.map((set) => choiceOf(network, groups, members, set)).map((own) => [keyOf(own), own]));
    return [...choices.keys()].join("") === "" ? [] : [{ members, choices: [...choices.values()] }];
  });
}

function choiceOf(
  network: Network,
  groups: number[],
  members: readonly number[],
  set: readonly ArcChange[],
): readonly ArcChange[] {
  const group = groupOf(groups, members[0] as number);
  return set.filter(({ arc }) => groupOf(groups, relationOf(network, arc)) === group);
}

function keyOf(set: readonly ArcChange[]): string {
  return set.map(({ arc, value }) => `${arc}=${value}`).join();
}

/** Two parts not every pair of whose choices stands in some set. */
function firstTied(
  network: Network,
  groups: number[],
  parts: readonly Part[],
  sets: readonly (readonly ArcChange[])[],
): readonly [Part, Part] | null {
  for (const [at, one] of parts.entries())
    for (const two of parts.slice(at + 1)) {
      const pairs = new Set(
        sets.map((set) => [one, two].map(({ members }) => keyOf(choiceOf(network, groups, members, set))).join("|")),
      );
      if (pairs.size < one.choices.length * two.choices.length) return [one, two];
    }
  return null;
}
