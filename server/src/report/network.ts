// The relations as a network: a relation is a node, a cell an arc between the two relations it stands in. What leaves a
// node over its arcs equals what comes in exactly when the relation holds. Two-way tables of which one side is divided
// once more, as table three, are such networks, and it is why whole numbers can be found for them exactly and fast.
import { pathKey } from "../form/index";
import type { CellPath, Form, FormRelation, TableId } from "../form/types";
import { groupsOf, join, listsOf } from "./groups";
import { perKey } from "./memo";

export interface Arc {
  /** Where the number counts with a plus, and where with a minus. */
  readonly from: number;
  readonly to: number;
  /** Where the cell stands, in the implied relations too; at least once. */
  readonly places: readonly Place[];
}

/** In this relation of the form, on this side, at this place. */
export interface Place {
  readonly relation: number;
  readonly side: "left" | "right";
  readonly index: number;
}

/** The relations that hang together by common cells: those of table three, and each group of table four. */
export interface Network {
  readonly table: TableId;
  /** Indices of its relations among those of the form. */
  readonly relations: readonly number[];
  readonly nodes: number;
  /** In the form's order. */
  readonly arcs: readonly Arc[];
  /** Of each node the indices of its arcs. */
  readonly incident: readonly (readonly number[])[];
}

/** Networks of a form. Relations that make none (a cell in three that do not imply each other) are in none of them. */
export const networksOf = perKey((form: Form): readonly Network[] =>
  connected(form.relations).flatMap((indices) => networkOf(form, indices) ?? []),
);

/** Indices of the relations that are in none. */
export const unconnectedOf = perKey((form: Form): readonly number[] => {
  const connected = new Set(networksOf(form).flatMap(({ relations }) => relations));
  return form.relations.flatMap((_, index) => (connected.has(index) ? [] : [index]));
});

function placesOf(relations: readonly FormRelation[], indices: readonly number[]): ReadonlyMap<string, Place[]> {
  const places = new Map<string, Place[]>();
  const add = (relation: number, side: "left" | "right", paths: readonly CellPath[]) => {
    paths.forEach((path, index) => {
      const key = pathKey(path);
      const known = places.get(key);
      if (known) known.push({ relation, side, index });
      else places.set(key, [{ relation, side, index }]);
    });
  };
  for (const index of indices) {
    const relation = relations[index] as FormRelation;
    add(index, "left", relation.left);
    add(index, "right", relation.right);
  }
  return places;
}

function connected(relations: readonly FormRelation[]): readonly (readonly number[])[] {
  const all = relations.map((_, index) => index);
  const groups = groupsOf(relations.length);
  for (const places of placesOf(relations, all).values())
    for (const { relation } of places) join(groups, places[0]?.relation ?? relation, relation);
  return listsOf(groups, all);
}

function networkOf({ relations, tables }: Form, indices: readonly number[]): Network | null {
  const nodes = indices.filter((index) => !relations[index]?.implied);
  const nodeOf = new Map(nodes.map((relation, node) => [relation, node]));
  const order = tables.flatMap(({ id, rows }) =>
    rows.flatMap((row) => row.columns.map((column) => pathKey({ table: id, row: row.id, column: column.id }))),
  );
  const found = placesOf(relations, indices);
  const ends = order.flatMap((key) => {
    const places = found.get(key);
    if (!places) return [];
    const own = places.flatMap(({ relation, side }) => {
      const node = nodeOf.get(relation);
      return node === undefined ? [] : [{ node, sign: side === "left" ? 1 : -1 }];
    });
    return [{ places, own }];
  });
  if (ends.some(({ own }) => own.length === 0 || own.length > 2)) return null;
  const turned = directions(
    nodes.length,
    ends.map(({ own }) => own),
  );
  if (!turned) return null;
  // The other end of a cell that stands in one relation only: a node whose own sum follows from the rest.
  const ground = nodes.length;
  const arcs = ends.map(({ places, own }): Arc => {
    const [one, two] = own as [End, End?];
    const other = two?.node ?? ground;
    const outward = one.sign * (turned[one.node] as number) > 0;
    return {
      from: outward ? one.node : other,
      to: outward ? other : one.node,
      places,
    };
  });
  const incident = Array.from({ length: nodes.length + 1 }, (): number[] => []);
  arcs.forEach(({ from, to }, arc) => {
    incident[from]?.push(arc);
    incident[to]?.push(arc);
  });
  const table = (relations[indices[0] as number] as FormRelation).table;
  return { table, relations: indices, nodes: nodes.length + 1, arcs, incident };
}

interface End {
  readonly node: number;
  readonly sign: number;
}

/** For each relation 1 or −1, so that every cell counts with a plus in one and a minus in the other; null if there is no such choice. */
function directions(count: number, cells: readonly (readonly End[])[]): readonly number[] | null {
  const turned = new Array<number>(count).fill(0);
  const pairs = cells.filter((own) => own.length === 2) as [End, End][];
  for (let start = 0; start < count; start++) {
    if (turned[start] !== 0) continue;
    turned[start] = 1;
    for (let grown = true; grown; ) {
      grown = false;
      for (const [a, b] of pairs) {
        const [signA, signB] = [a.sign * (turned[a.node] as number), b.sign * (turned[b.node] as number)];
        if (signA !== 0 && signA === signB) return null;
        if ((signA === 0) === (signB === 0)) continue;
        if (signA === 0) turned[a.node] = -signB * a.sign;
        else turned[b.node] = -signA * b.sign;
        grown = true;
      }
    }
  }
  return turned;
}
