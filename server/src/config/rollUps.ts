// Which reports sum up which: as the configuration says, and where it says nothing as the names of the files suggest.
import type { ToldParts } from "../workspace/catalogue";
import { identityOf } from "../workspace/identity";
import { folderName, isName, matching } from "./matcher";
import type { Config, RollUp } from "./types";

export type { ToldParts };

/** A report of the folder. */
export interface Placed {
  /** Its name in the workspace: a URI in the editor, a path on the command line. */
  readonly file: string;
  /** Below the folder of its configuration, with slashes; below that of the workspace where it has none. */
  readonly path: string;
  readonly config: Config;
  /** Which configuration it is: the same text for the same one, and for none. */
  readonly folder: string;
  readonly year: number | null;
}

/** What a file's name says that sums up the others of its folder. */
const sumsUp = "汇总";

/** By file, what it sums up; a file that sums up nothing is not in it. Files of different configurations have nothing to do with each other. */
export function partsAmong(files: readonly Placed[]): ReadonlyMap<string, ToldParts> {
  const found = new Map<string, ToldParts>();
  for (const group of groupedBy(files, ({ folder }) => folder).values()) {
    const spoken = configured(group, found);
    suggested(group, spoken, found);
  }
  return found;
}

/** Says of which files the configuration speaks. */
function configured(files: readonly Placed[], found: Map<string, ToldParts>): ReadonlySet<Placed> {
  const rollUps = files[0]?.config.rollUps ?? [];
  const spoken = new Set<Placed>();
  if (rollUps.length === 0) return spoken;
  const below = byFolder(files);
  for (const rollUp of rollUps) {
    const sums = picked([rollUp.report], files, below);
    if (sums.size === 0) continue;
    const ofYear = partsByYear(rollUp, files, below);
    for (const sum of sums) {
      spoken.add(sum);
      const told = ofYear(sum.year);
      // Where two entries speak of one report it sums up what either names.
      const before = found.get(sum.file);
      const parts = {
        files: [...new Set([...(before?.files ?? []), ...told.files])].filter((file) => file !== sum.file),
        missing: [...new Set([...(before?.missing ?? []), ...told.missing])],
        sure: true,
      };
      if (parts.files.length + parts.missing.length > 0) found.set(sum.file, parts);
    }
  }
  return spoken;
}

type Below = ReadonlyMap<string, readonly Placed[]>;

function partsByYear({ parts }: RollUp, files: readonly Placed[], below: Below): (year: number | null) => ToldParts {
  const byYear = groupedBy(picked(parts, files, below), ({ year }) => year);
  const missing = parts.filter((part) => isName(part) && !below.has(folderName(part)));
  const known = new Map<number | null, ToldParts>();
  return (year) => {
    let told = known.get(year);
    if (told === undefined) {
      // Where a year is not known on either side, nothing says that it is another.
      const fitting = year === null ? [...byYear.values()].flat() : [byYear.get(year), byYear.get(null)].flat();
      told = {
        files: fitting.flatMap((part) => part?.file ?? []),
        missing: missing.filter((part) => mayBeOf(year, part)),
        sure: true,
      };
      known.set(year, told);
    }
    return told;
  };
}

/** A file that is not there has no year but that of its name. */
function mayBeOf(year: number | null, part: string): boolean {
  const named = identityOf(part, { organ: null, year: null }).year;
  return year === null || named === null || named === year;
}

/** The other reports of a summing file's folder and of those below it. */
function suggested(files: readonly Placed[], spoken: ReadonlySet<Placed>, found: Map<string, ToldParts>): void {
  const sums = files.filter((each) => isSum(each) && !spoken.has(each));
  if (sums.length === 0) return;
  const below = byFolder(files.filter((each) => !isSum(each)));
  const known = new Map<string, ToldParts>();
  for (const { file, path, year } of sums) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    const key = `${folder}/${year}`;
    let told = known.get(key);
    if (told === undefined) {
      // One whose year is not known may belong to them: the rule says so instead of comparing with less.
      const parts = (below.get(folder) ?? []).filter((part) => part.year === year || part.year === null);
      told = { files: parts.map((part) => part.file), missing: [], sure: false };
      known.set(key, told);
    }
    if (told.files.length > 0) found.set(file, told);
  }
}

function isSum({ path }: Placed): boolean {
  return path.slice(path.lastIndexOf("/") + 1).includes(sumsUp);
}

/** The files that fit one of the patterns; a name is looked up, so that a long list of names costs no more than a short one. */
function picked(patterns: readonly string[], files: readonly Placed[], below: Below): ReadonlySet<Placed> {
  const named = patterns.filter(isName).flatMap((each) => below.get(folderName(each)) ?? []);
  const globs = patterns.filter((each) => !isName(each));
  const fits = matching(globs);
  return new Set([...named, ...(globs.length > 0 ? files.filter(({ path }) => fits(path)) : [])]);
}

/** By the path of a file or of a folder above it, "" for the uppermost: the files that are there. */
function byFolder(files: readonly Placed[]): Below {
  const found = new Map<string, Placed[]>();
  for (const file of files) {
    add(found, "", file);
    for (let at = file.path.indexOf("/"); at >= 0; at = file.path.indexOf("/", at + 1))
      add(found, file.path.slice(0, at), file);
    add(found, file.path, file);
  }
  return found;
}

function groupedBy<K, V>(values: Iterable<V>, keyOf: (value: V) => K): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) add(groups, keyOf(value), value);
  return groups;
}

function add<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
