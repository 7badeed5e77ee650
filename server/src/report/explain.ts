// What is wrong, out of the relations that do not hold: the smallest sets of cells whose change makes all of them hold,
// taken apart into mistakes that have nothing to do with each other (DESIGN §6). What the relations imply, no more: a
// mistake whose totals were summed up over it looks like another one, which is why only some are preferred.
import type { Form } from "../form/types";
import { groupOf, groupsOf, join, listsOf } from "./groups";
import { type Network, networksOf } from "./network";
import { byLikelihood, type Hints } from "./rank";
import { cellsOf, stateAfter } from "./relations";
import { type ArcChange, smallestSets } from "./search";
import type { Cell, Change, Explanation, Mistake, Relation } from "./types";

/** `relations` are those of the form, in its order, as evaluated. Nothing where all of them hold or may hold together. */
export function explain(form: Form, relations: readonly Relation[], hints: Hints): readonly Mistake[] {
  if (relations.every(({ state }) => state === "held")) return [];
  return networksOf(form).flatMap((network) => explainNetwork(network, relations, hints));
}

function explainNetwork(network: Network, relations: readonly Relation[], hints: Hints): readonly Mistake[] {
  const own = network.relations.map((index) => relations[index] as Relation);
  const broken = own.filter(({ state }) => state === "broken");
  if (broken.length === 0 && own.every(({ state }) => state === "held")) return [];
  const cells = network.arcs.map(({ at }) => relations[at.relation]?.[at.side][at.index] ?? null);
  const sets = smallestSets(
    network,
    cells.map((cell) => cell?.count ?? null),
  );
  if (sets !== null && sets.length === 0) return [];
  if (sets === null) {
    const open = own.filter(({ state }) => state === "unassessable");
    const told = broken.length > 0 ? broken : open;
    return [{ table: network.table, relations: told, explanations: [], preferred: false }];
  }
  return apart(network, relations.length, sets).map(({ members, families }) => {
    const concerned = members.map((index) => relations[index] as Relation);
    const ownBroken = concerned.filter(({ state }) => state === "broken");
    const explanations = byLikelihood(
      families.map((set) => set.map(({ arc, value }): Change => ({ cell: cells[arc] as Cell, value }))),
      concerned,
      hints,
    );
    const changed = new Set(explanations.flatMap((each) => each.map(({ cell }) => cell)));
    const told =
      ownBroken.length > 0 ? ownBroken : concerned.filter((each) => cellsOf(each).some((cell) => changed.has(cell)));
    return { table: network.table, relations: told, explanations, preferred: isPreferred(explanations, concerned) };
  });
}

interface Part {
  /** Indices of the relations of the part, in the form's order. */
  readonly members: readonly number[];
  readonly families: readonly (readonly ArcChange[])[];
}

/**
 * The sets taken apart: relations belong together when one set changes cells of both that hang together by common
 * relations. The sets are then every way of taking one choice from each part. Where they are not (blanks between two
 * mistakes may tie them), they stay in one part.
 */
function apart(network: Network, count: number, sets: readonly (readonly ArcChange[])[]): readonly Part[] {
  const groups = groupsOf(count);
  const relationsOf = (arc: number) => network.arcs[arc]?.relations ?? [];
  const groupOfArc = (arc: number) => groupOf(groups, relationsOf(arc)[0] ?? 0);
  for (const { arc } of sets.flat()) for (const other of relationsOf(arc)) join(groups, groupOfArc(arc), other);
  const parts = listsOf(groups, network.relations).flatMap((members): Part[] => {
    const group = groupOf(groups, members[0] as number);
    const families = new Map<string, readonly ArcChange[]>();
    for (const set of sets) {
      const own = set.filter(({ arc }) => groupOfArc(arc) === group);
      families.set(own.map(({ arc, value }) => `${arc}=${value}`).join(), own);
    }
    return [...families.keys()].join("") === "" ? [] : [{ members, families: [...families.values()] }];
  });
  const ways = parts.reduce((product, { families }) => product * families.length, 1);
  return ways === sets.length ? parts : [{ members: network.relations, families: sets }];
}

/** Changed alone, none of its cells breaks what held, or makes impossible what was open: DESIGN §6 on mistakes that are not independent. */
function isPreferred(explanations: readonly Explanation[], relations: readonly Relation[]): boolean {
  const [only, ...others] = explanations;
  if (!only || others.length > 0) return false;
  return only.every(({ cell, value }) => {
    if (value === null) return false;
    const alone = new Map([[cell, value]]);
    return relations.every(
      (relation) =>
        relation.state === "broken" || !cellsOf(relation).includes(cell) || stateAfter(relation, alone) !== "broken",
    );
  });
}
