// Things numbered from 0 that are put together pair by pair, until it is known which hang together.

/** Of each thing another one of its group, or itself. */
export type Groups = number[];

/** `count` groups of one. */
export function groupsOf(count: number): Groups {
  return Array.from({ length: count }, (_, index) => index);
}

/** The thing that stands for the whole group. */
export function groupOf(groups: Groups, index: number): number {
  let at = index;
  while (groups[at] !== at) at = groups[at] as number;
  return at;
}

export function join(groups: Groups, one: number, two: number): void {
  groups[groupOf(groups, two)] = groupOf(groups, one);
}

/** `members` put into lists by group, in their order. */
export function listsOf(groups: Groups, members: readonly number[]): readonly (readonly number[])[] {
  const lists = new Map<number, number[]>();
  for (const member of members) {
    const group = groupOf(groups, member);
    const list = lists.get(group);
    if (list) list.push(member);
    else lists.set(group, [member]);
  }
  return [...lists.values()];
}
