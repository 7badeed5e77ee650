// Every report that is known, and which of them have to do with each other. Putting and taking away one costs as much as it
// has neighbours, not as there are reports. It owns this set and nothing else: files are read by whoever calls.
import { type CarriedIn, carriedOutOf } from "../report/carry";
import type { Known } from "../report/known";
import { type Neighbours, noNeighbours } from "../report/neighbours";
import { type Identity, identityOf } from "./identity";
import { createLikeness } from "./likeness";

/** A document that is open has what its reviewer sees; the file of the same name counts again once it is closed. */
export type Source = "open" | "disk";

/** What is said of a report that sums others up. */
export interface ToldParts {
  readonly files: readonly string[];
  /** What is named and is no file. */
  readonly missing: readonly string[];
  /** False where only the name of the report's file suggests it. */
  readonly sure: boolean;
}

export interface Catalogue {
  /** Takes a report in, in place of the one known of this file and source. Returns the other files whose findings may be others now. */
  put(known: Known, source?: Source): readonly string[];
  /** Forgets what this source said of the file. Returns the other files whose findings may be others now. */
  remove(file: string, source?: Source): readonly string[];
  /**
   * Says which files a report sums up; null where none. Returns the files whose findings may be others now, itself among
   * them; none where the same was said before.
   */
  tellParts(file: string, told: ToldParts | null): readonly string[];
  get(file: string): Known | null;
  entries(): Iterable<Known>;
  /** The same organ's report on the year before; null where there is none, or where nothing tells which of several it is. */
  lastYear(file: string): Known | null;
  /** What last year's report leaves for this one's 二、上年结转, by column id. */
  carriedIn(file: string): CarriedIn;
  /** The files whose findings this one's report may change: next year's, those it shares text with, those that sum it up. */
  dependents(file: string): readonly string[];
  /** For `check`. The report itself has to be put first. */
  neighbours(file: string): Neighbours;
}

interface Entry extends Identity {
  readonly known: Known;
}

export function createCatalogue(): Catalogue {
  const sources = new Map<string, Readonly<Partial<Record<Source, Known>>>>();
  const entries = new Map<string, Entry>();
  /** The files of an organ's reports on a year. */
  const groups = new Map<string, Set<string>>();
  const parts = new Map<string, ToldParts>();
  /** The files that sum up a file. */
  const sums = new Map<string, Set<string>>();
  const likeness = createLikeness();

  function groupOf({ key, year }: Identity, later = 0): ReadonlySet<string> {
    return (key !== null && year !== null && groups.get(groupKey(key, year + later))) || noFiles;
  }

  function addDependents(to: Set<string>, entry: Entry): void {
    for (const each of groupOf(entry, 1)) to.add(each);
    for (const each of likeness.alikeTo(entry.known.file)) to.add(each);
    for (const each of sums.get(entry.known.file) ?? []) to.add(each);
  }

  function leave(affected: Set<string>, entry: Entry): void {
    addDependents(affected, entry);
    const { file } = entry.known;
    for (const each of likeness.remove(file)) affected.add(each);
    if (entry.key !== null && entry.year !== null) dropFrom(groups, groupKey(entry.key, entry.year), file);
    entries.delete(file);
  }

  function enter(affected: Set<string>, entry: Entry): void {
    const { file } = entry.known;
    entries.set(file, entry);
    if (entry.key !== null && entry.year !== null) addTo(groups, groupKey(entry.key, entry.year), file);
    for (const each of likeness.put(entry.known, entry.key)) affected.add(each);
    addDependents(affected, entry);
  }

  /** Makes what the sources now say of a file the one that counts. */
  function settle(file: string): readonly string[] {
    const { open, disk } = sources.get(file) ?? {};
    const now = open ?? disk ?? null;
    const before = entries.get(file);
    if (before && now && isSame(before.known, now)) return [];
    const affected = new Set<string>();
    if (before) leave(affected, before);
    if (now) enter(affected, entryOf(now));
    affected.delete(file);
    return [...affected];
  }

  function lastYear(file: string): Known | null {
    const own = entries.get(file);
    if (!own) return null;
    const found = [...groupOf(own, -1)].flatMap((each) => entries.get(each)?.known ?? []);
    const [first, ...others] = found.sort((one, two) => (one.file < two.file ? -1 : 1));
    // Two files of one organ and year are a draft and its final version, or one of them has the wrong year in its title.
    // Nothing tells which, so neither is used, but where they are copies as far as their figures go.
    return first && others.every((other) => sameFigures(first, other)) ? first : null;
  }

  /** The name of a file alone keeps no likeness from being told. */
  function sumsUp(file: string, part: string): boolean {
    return (sums.get(part)?.has(file) && parts.get(file)?.sure) ?? false;
  }

  return {
    put(known, source = "disk") {
      sources.set(known.file, { ...sources.get(known.file), [source]: known });
      return settle(known.file);
    },
    remove(file, source = "disk") {
      const { open, disk } = sources.get(file) ?? {};
      const left = source === "open" ? { disk } : { open };
      if (left.disk || left.open) sources.set(file, left);
      else sources.delete(file);
      return settle(file);
    },
    tellParts(file, named) {
      const told = named && { ...named, files: [...new Set(named.files)].filter((part) => part !== file) };
      const before = parts.get(file) ?? null;
      if (sameParts(before, told)) return [];
      for (const part of before?.files ?? []) dropFrom(sums, part, file);
      if (told) parts.set(file, told);
      else parts.delete(file);
      for (const part of told?.files ?? []) addTo(sums, part, file);
      // Likeness between a report and those it sums up is nothing to report, on either side.
      const alike = likeness.alikeTo(file);
      return [file, ...alike.filter((each) => before?.files.includes(each) || told?.files.includes(each))];
    },
    get: (file) => entries.get(file)?.known ?? null,
    *entries() {
      for (const { known } of entries.values()) yield known;
    },
    lastYear,
    carriedIn: (file) => carriedOutOf(lastYear(file)),
    dependents(file) {
      const entry = entries.get(file);
      const found = new Set<string>();
      if (entry) addDependents(found, entry);
      found.delete(file);
      return [...found];
    },
    neighbours(file) {
      if (!entries.has(file)) return noNeighbours;
      const told = parts.get(file);
      const known = (each: string) => entries.get(each)?.known ?? [];
      return {
        own: null,
        lastYear: lastYear(file),
        // A report that sums up another repeats its words and may have no other figures than its.
        others: likeness
          .alikeTo(file)
          .filter((each) => !sumsUp(file, each) && !sumsUp(each, file))
          .flatMap(known),
        common: likeness.commonIn(file),
        parts: told
          ? {
              reports: told.files.flatMap(known),
              missing: [...told.missing, ...told.files.filter((each) => !entries.has(each))],
              sure: told.sure,
            }
          : noNeighbours.parts,
      };
    },
  };
}

const noFiles: ReadonlySet<string> = new Set();

function groupKey(key: string, year: number): string {
  return `${key}/${year}`;
}

function entryOf(known: Known): Entry {
  const identity = identityOf(known.file, known);
  return { ...identity, known: { ...known, organ: identity.organ, year: identity.year } };
}

function addTo(sets: Map<string, Set<string>>, key: string, file: string): void {
  const set = sets.get(key);
  if (set) set.add(file);
  else sets.set(key, new Set([file]));
}

function dropFrom(sets: Map<string, Set<string>>, key: string, file: string): void {
  const set = sets.get(key);
  set?.delete(file);
  if (set?.size === 0) sets.delete(key);
}

function sameParts(one: ToldParts | null, two: ToldParts | null): boolean {
  if (!one || !two) return one === two;
  const same = (these: readonly string[], those: readonly string[]) =>
    these.length === those.length && these.every((each, at) => each === those[at]);
  return one.sure === two.sure && same(one.files, two.files) && same(one.missing, two.missing);
}

function sameFigures(one: Known, two: Known): boolean {
  return (
    one.edition === two.edition &&
    one.singleOther === two.singleOther &&
    one.digits.every((digits, slot) => digits === two.digits[slot])
  );
}

/** As far as any neighbour can tell; `before` has its organ and year from the file's name where the text has none. */
function isSame(before: Known, now: Known): boolean {
  const { organ, year } = identityOf(now.file, now);
  return (
    before.organ === organ &&
    before.year === year &&
    sameFigures(before, now) &&
    sameNumbers(before.places, now.places) &&
    before.prose.length === now.prose.length &&
    before.prose.every(({ id, heading, words }, at) => {
      const other = now.prose[at];
      return (
        other !== undefined &&
        id === other.id &&
        heading.start.line === other.heading.start.line &&
        heading.start.character === other.heading.start.character &&
        sameNumbers(words.prints, other.words.prints)
      );
    })
  );
}

function sameNumbers(one: ArrayLike<number>, two: ArrayLike<number>): boolean {
  if (one.length !== two.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== two[at]) return false;
  return true;
}
