// What is wrong, out of the relations that do not hold: the smallest sets of cells whose change makes all of them hold,
// taken apart into mistakes that have nothing to do with each other. What the relations imply, no more: a mistake whose
// totals were summed up over it looks like another one, which is why only some are preferred (ARCHITECTURE.md, grades).
import type { Form, TableId } from "../form/types";
import { apart } from "./apart";
import { type Network, networksOf, unconnectedOf } from "./network";
import { byLikelihood, type Hints } from "./rank";
import { cellsOf, stateAfter } from "./relations";
import { type ArcChange, completed, smallestSets } from "./search";
import type { Cell, Change, Mistake, Relation } from "./types";

/** `relations` are those of the form, in its order, as evaluated. Nothing where all of them hold or may hold together. */
export function explain(form: Form, relations: readonly Relation[], hints: Hints): readonly Mistake[] {
  if (relations.every(({ state }) => state === "held")) return [];
  const others = unconnectedOf(form).map((index) => relations[index] as Relation);
  return [
    ...networksOf(form).flatMap((network) => explainNetwork(network, relations, hints)),
    ...others.flatMap((relation) =>
      relation.state === "broken" ? [unexplained(relation.form.table, [relation])] : [],
    ),
  ];
}

function unexplained(table: TableId, relations: readonly Relation[]): Mistake {
  return { table, relations, explanations: [], preferred: false };
}

function explainNetwork(network: Network, relations: readonly Relation[], hints: Hints): readonly Mistake[] {
  const own = network.relations.map((index) => relations[index] as Relation);
  if (own.every(({ state }) => state === "held")) return [];
  const cells = network.arcs.map(
    ({ places: [place] }) => (place && relations[place.relation]?.[place.side][place.index]) ?? null,
  );
  const values = cells.map((cell) => cell?.count ?? null);
  const sets = smallestSets(network, values);
  if (sets !== null && sets.length === 0) return [];
  if (sets === null) {
    const broken = own.filter(({ state }) => state === "broken");
    const told = broken.length > 0 ? broken : own.filter(({ state }) => state === "unassessable");
    return [unexplained(network.table, told)];
  }
  const shifted = sets.every((set) => set.length > 1) && looksShifted(own);
  return apart(network, relations.length, sets).map(({ members, choices }) => {
    const concerned = members.map((index) => relations[index] as Relation);
    const explanations = choices.map((set) =>
      set.map(({ arc, value }): Change => ({ cell: cells[arc] as Cell, value })),
    );
    const changed = new Set(explanations.flat().map(({ cell }) => cell));
    const [only, ...others] = choices;
    return {
      table: network.table,
      relations: concerned.filter(
        (relation) =>
          relation.state === "broken" ||
          (relation.state === "unassessable" && cellsOf(relation).some((cell) => changed.has(cell))),
      ),
      explanations: byLikelihood(explanations, concerned, hints),
      preferred:
        only !== undefined &&
        others.length === 0 &&
        isIndependent(network, values, only) &&
        !shifted &&
        blocksNothing(explanations[0] as readonly Change[], concerned),
    };
  });
}

/**
 * Certain numbers, each told by two relations at least (one, as in table four, cannot tell a total from its parts), and none
 * of them changed alone breaks a relation that holds. A relation with blanks holds when it does with the numbers that the
 * others leave for them; where those are not certain, two changes in it are taken to depend on each other.
 */
function isIndependent(network: Network, values: readonly (bigint | null)[], set: readonly ArcChange[]): boolean {
  if (set.some(({ arc, value }) => value === null || (network.arcs[arc]?.places.length ?? 0) < 2)) return false;
  if (set.length === 1) return true;
  const whole = completed(network, values, set);
  return set.every(({ arc }) =>
    network.arcs[arc]?.places.every(({ relation }) => {
      let sum = 0n;
      let changes = 0;
      let open = false;
      network.arcs.forEach(({ places }, other) => {
        const place = places.find((each) => each.relation === relation);
        if (!place) return;
        if (set.some((change) => change.arc === other)) changes++;
        const value = values[other] ?? whole[other] ?? null;
        if (value === null) open = true;
        else sum += place.side === "left" ? value : -value;
      });
      return open ? changes < 2 : sum !== 0n;
    }),
  );
}

/**
 * A row that is all 0 beside its total, above a row of numbers that add up to it: as if numbers had slipped down by one
 * row beside totals that hold. That is one mistake of many cells, which fewer wrong numbers may happen to look like.
 */
function looksShifted(relations: readonly Relation[]): boolean {
  const rows = relations.filter(({ form }) => form.kind === "row-total");
  return rows.some((row, at) => {
    const next = rows[at + 1];
    const { total } = row;
    return (
      next !== undefined &&
      row.state === "broken" &&
      total?.count === row.leftSum &&
      row.rightSum === 0n &&
      next.rightSum === total.count &&
      [...row.right, ...next.right].every((cell) => cell !== null && cell.count !== null) &&
      relations.every(
        ({ form, state }) => form.kind === "row-total" || form.total.column !== total.path.column || state === "held",
      )
    );
  });
}

/** None of the numbers changed alone leaves blanks beside it that nothing could fill. */
function blocksNothing(changes: readonly Change[], relations: readonly Relation[]): boolean {
  return changes.every(({ cell, value }) => {
    const alone = new Map(value === null ? [] : [[cell, value]]);
    return relations.every((relation) => relation.state === "broken" || stateAfter(relation, alone) !== "broken");
  });
}
