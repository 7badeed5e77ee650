// Which reports of different organs share text or figures, without holding every report against every other: each stretch
// of words has the list of files it stands in, and who shares many of them is found there.
import type { Known } from "../report/known";
import type { Prints } from "../report/prints";
import { tablePrint, tellingTables } from "../report/telling";

/** What more organs than these write in the same words is a template's, or the law's, and no one's own. */
export const mostOrgans = 5;

/** From this share of either section's own words on, two reports are worth being held against each other. */
const leastShare = 0.5;
/** Shorter sections are alike by chance. */
const leastLength = 100;

export interface Likeness {
  /** Takes a report in (`key`: its organ). Returns the files to some of whose words so many organs now agree, or no longer. */
  put(known: Known, key: string | null): readonly string[];
  remove(file: string): readonly string[];
  /** Reports of other organs that share at least half of a section's own words, theirs or its, or all figures of a table. */
  alikeTo(file: string): readonly string[];
  /** Prints of the file's clauses that are no one's own words. */
  commonIn(file: string): ReadonlySet<number>;
}

interface Entry {
  readonly key: string;
  readonly sections: readonly Prints[];
  readonly tables: readonly number[];
}

export function createLikeness(): Likeness {
  const entries = new Map<string, Entry>();
  /** Nearly all clauses stand in one file only, which needs no set. */
  const places = new Map<number, string | Set<string>>();
  const common = new Set<number>();

  function filesWith(print: number): Iterable<string> {
    const found = places.get(print);
    return found === undefined ? none : typeof found === "string" ? [found] : found;
  }

  function isEverywhere(print: number): boolean {
    const found = places.get(print);
    if (found === undefined || typeof found === "string" || found.size <= mostOrgans) return false;
    const organs = new Set<string>();
    for (const file of found) {
      const entry = entries.get(file);
      if (entry && organs.add(entry.key).size > mostOrgans) return true;
    }
    return false;
  }

  function add(print: number, file: string): void {
    const found = places.get(print);
    if (found === undefined) places.set(print, file);
    else if (typeof found !== "string") found.add(file);
    else if (found !== file) places.set(print, new Set([found, file]));
  }

  function drop(print: number, file: string): void {
    const found = places.get(print);
    if (found === file) places.delete(print);
    else if (found instanceof Set) {
      found.delete(file);
      const [last] = found;
      if (found.size === 1 && last !== undefined) places.set(print, last);
    }
  }

  /** Changes the lists of these prints and says in whose files a clause has become common, or is no longer. */
  function change(entry: Entry, act: (print: number) => void): readonly string[] {
    const affected = new Set<string>();
    for (const prints of printsIn(entry))
      for (const print of prints) {
        act(print);
        const now = isEverywhere(print);
        if (common.has(print) === now) continue;
        if (now) common.add(print);
        else common.delete(print);
        for (const file of filesWith(print)) affected.add(file);
      }
    return [...affected];
  }

  function ownLength({ prints, lengths }: Prints): number {
    let length = 0;
    for (let at = 0; at < prints.length; at++) if (!common.has(prints[at] ?? 0)) length += lengths[at] ?? 0;
    return length;
  }

  /** Characters of this section's own words by the files of other organs that have them. */
  function sharedBy({ prints, lengths }: Prints, own: string, key: string): ReadonlyMap<string, number> {
    const shared = new Map<string, number>();
    for (let at = 0; at < prints.length; at++) {
      const print = prints[at] ?? 0;
      const found = places.get(print);
      // The file's own; so it is with nearly all.
      if (found === undefined || found === own || common.has(print)) continue;
      for (const file of filesWith(print))
        if (entries.get(file)?.key !== key) shared.set(file, (shared.get(file) ?? 0) + (lengths[at] ?? 0));
    }
    return shared;
  }

  function isMuch(shared: number, length: number): boolean {
    return length >= leastLength && shared >= leastShare * length;
  }

  return {
    put(known, key) {
      if (key === null) return [];
      const { file } = known;
      const tables = tellingTables.flatMap((id) => tablePrint(known, id) ?? []);
      const entry = { key, sections: known.prose.map(({ words }) => words), tables };
      entries.set(file, entry);
      return change(entry, (print) => add(print, file));
    },
    remove(file) {
      const entry = entries.get(file);
      if (!entry) return [];
      const affected = change(entry, (print) => drop(print, file));
      entries.delete(file);
      return affected;
    },
    alikeTo(file) {
      const entry = entries.get(file);
      if (!entry) return [];
      const found = new Set<string>();
      for (const print of entry.tables)
        if (!common.has(print))
          for (const other of filesWith(print)) if (entries.get(other)?.key !== entry.key) found.add(other);
      for (const section of entry.sections) {
        let length: number | null = null;
        for (const [other, shared] of sharedBy(section, file, entry.key)) {
          if (found.has(other) || shared < leastShare * leastLength) continue;
          // What they share, of their words: the prints name the section, so that only one of theirs can have them.
          const theirs = entries.get(other)?.sections ?? [];
          length ??= ownLength(section);
          if (isMuch(shared, length) || theirs.some((each) => isMuch(shared, ownLength(each)))) found.add(other);
        }
      }
      return [...found].sort();
    },
    commonIn(file) {
      const found = new Set<number>();
      const entry = entries.get(file);
      if (!entry || common.size === 0) return found;
      for (const prints of printsIn(entry)) for (const print of prints) if (common.has(print)) found.add(print);
      return found;
    },
  };
}

const none: readonly string[] = [];

function printsIn({ sections, tables }: Entry): readonly (Float64Array | readonly number[])[] {
  return [...sections.map(({ prints }) => prints), tables];
}
