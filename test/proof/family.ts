// Every smallest set of numbers whose change makes all relations of table three hold, by trying all sets of one, two and
// three cells: slow, plain, and nothing like the explanation it is held against. For reports without blanks.
import type { Form } from "../../server/src/form/types";
import type { Mistake } from "../../server/src/report/types";
import { pathKey } from "../support/sample";
import { type Counts, imbalance } from "./sheet";

/** "requests/new/natural=5 requests/total/natural=7", keys in the order of the alphabet. */
export type Written = string;

interface Place {
  readonly key: string;
  readonly value: number;
  /** Relations the cell stands in: 1 on the left, −1 on the right. */
  readonly signs: ReadonlyMap<number, number>;
}

/** Those of the smallest size, in the order of the alphabet; null when it takes more than three cells. */
export function smallestFamily(form: Form, counts: Counts): readonly Written[] | null {
  const relations = form.relations.filter(({ table }) => table === "requests");
  const excess = relations.map((relation) => imbalance(relation, counts));
  if (excess.every((each) => each === 0)) return [];
  const signs = new Map<string, Map<number, number>>();
  relations.forEach(({ left, right }, at) => {
    for (const [paths, sign] of [
      [left, 1],
      [right, -1],
    ] as const)
      for (const path of paths) {
        const own = signs.get(pathKey(path)) ?? new Map<number, number>();
        signs.set(pathKey(path), own.set(at, sign));
      }
  });
  // One cell of the set at least stands in any relation that is broken: the one with the fewest cells leaves the fewest.
  const broken = excess.flatMap((each, at) => (each === 0 ? [] : [at]));
  const cellsOf = (at: number) => (relations[at]?.left.length ?? 0) + (relations[at]?.right.length ?? 0);
  const narrowest = broken.reduce((one, other) => (cellsOf(other) < cellsOf(one) ? other : one));
  const places = [...signs]
    .map(([key, own]): Place => ({ key, value: counts.get(key) ?? 0, signs: own }))
    .sort((one, two) => Number(two.signs.has(narrowest)) - Number(one.signs.has(narrowest)));
  for (let size = 1; size <= 3; size++) {
    const found: Written[] = [];
    for (const set of setsOf(places, size, 0, cellsOf(narrowest))) {
      if (!broken.every((at) => set.some((place) => place.signs.has(at)))) continue;
      const written = solve(set, excess);
      if (written !== null) found.push(written);
    }
    if (found.length > 0) return found.sort();
  }
  return null;
}

/** Sets of so many places in their order, the first of them from `from` to before `to`. */
function* setsOf(places: readonly Place[], size: number, from: number, to: number): Iterable<readonly Place[]> {
  for (let at = from; at < to; at++) {
    const place = places[at] as Place;
    if (size === 1) yield [place];
    else for (const rest of setsOf(places, size - 1, at + 1, places.length)) yield [place, ...rest];
  }
}

/** What each cell has to be, if changing all of these and no other makes every relation hold. */
function solve(set: readonly Place[], excess: readonly number[]): Written | null {
  const concerned = new Set(set.flatMap(({ signs }) => [...signs.keys()]));
  // One relation after another that holds a single cell not yet known tells that cell. Two different cells never stand in
  // exactly the same relations, so that this comes to an end with all of them known unless the set is no solution.
  const added = new Map<Place, number>();
  for (let round = 0; round < set.length; round++)
    for (const at of concerned) {
      const open = set.filter((place) => place.signs.has(at) && !added.has(place));
      const [only, ...others] = open;
      if (only && others.length === 0) added.set(only, -left(set, added, excess, at) * (only.signs.get(at) ?? 0));
    }
  if (added.size < set.length) return null;
  const solved = [...concerned].every((at) => left(set, added, excess, at) === 0);
  const valid = set.every((place) => added.get(place) !== 0 && place.value + (added.get(place) ?? 0) >= 0);
  if (!solved || !valid) return null;
  return set
    .map((place) => `${place.key}=${place.value + (added.get(place) ?? 0)}`)
    .sort()
    .join(" ");
}

/** What a relation is off by after these changes. */
function left(set: readonly Place[], added: ReadonlyMap<Place, number>, excess: readonly number[], at: number): number {
  return set.reduce((sum, place) => sum + (place.signs.get(at) ?? 0) * (added.get(place) ?? 0), excess[at] ?? 0);
}

/** The sets that the mistakes of table three amount to: one explanation of each, in every way; null where one has none. */
export function familyOf(mistakes: readonly Mistake[]): readonly Written[] | null {
  const own = mistakes.filter(({ table }) => table === "requests");
  if (own.some(({ explanations }) => explanations.length === 0)) return null;
  if (own.length === 0) return [];
  const ways = own.reduce<readonly (readonly string[])[]>(
    (all, { explanations }) =>
      all.flatMap((before) =>
        explanations.map((each) => [...before, ...each.map(({ cell, value }) => `${pathKey(cell.path)}=${value}`)]),
      ),
    [[]],
  );
  return ways.map((each) => [...each].sort().join(" ")).sort();
}
