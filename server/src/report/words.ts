// The vocabulary as a tree, in which the longest word that stands in a place is looked up.
import { lazy } from "./memo";
import { type Sense, vocabulary } from "./vocabulary";

interface Word {
  readonly word: string;
  readonly sense: Sense;
}

/** What words go on with behind the characters read so far, by the code of the next one. */
interface Branch {
  /** The word that ends here. */
  word: Word | null;
  readonly next: Map<number, Branch>;
}

/**
 * The tree of words laid flat, level by level from node 0: every character of the prose is looked up, and so that takes up little
 * memory, all of it in one place.
 */
interface Tree {
  /** Of each node the code of the character that leads to it. */
  readonly codes: Uint16Array;
  /** Of each node the first of those it goes on with; they end where the next node's begin. */
  readonly first: Uint16Array;
  /** Of each node the word that ends there. */
  readonly words: readonly (Word | null)[];
  /** The nodes that words begin with, by code. */
  readonly beginnings: ReadonlyMap<number, number>;
}

const tree = lazy((): Tree => {
  const nodes = [rootOfWords()];
  const codes = [0];
  const first: number[] = [];
  const beginnings = new Map<number, number>();
  for (const [at, node] of nodes.entries()) {
    first.push(nodes.length);
    for (const [code, next] of node.next) {
      if (at === 0) beginnings.set(code, nodes.length);
      nodes.push(next);
      codes.push(code);
    }
  }
  first.push(nodes.length);
  const words = nodes.map(({ word }) => word);
  return { codes: Uint16Array.from(codes), first: Uint16Array.from(first), words, beginnings };
});

function rootOfWords(): Branch {
  const root: Branch = { word: null, next: new Map() };
  for (const { sense, words: list } of vocabulary)
    for (const word of list.split(" ")) {
      let branch = root;
      for (let at = 0; at < word.length; at++) {
        const code = word.charCodeAt(at);
        const next = branch.next.get(code) ?? { word: null, next: new Map() };
        branch.next.set(code, next);
        branch = next;
      }
      // Of two senses the first counts.
      branch.word ??= { word, sense };
    }
  return root;
}

/** The longest word that stands at `at`; null where none does. `text` is without white space. */
export function wordAt(text: string, at: number): Word | null {
  const { codes, first, words, beginnings } = tree();
  let longest: Word | null = null;
  let node = beginnings.get(text.charCodeAt(at));
  for (let to = at + 1; node !== undefined; to++) {
    longest = words[node] ?? longest;
    const code = text.charCodeAt(to);
    const end = first[node + 1] ?? 0;
    let next = first[node] ?? 0;
    while (next < end && codes[next] !== code) next++;
    node = next < end ? next : undefined;
  }
  return longest;
}
