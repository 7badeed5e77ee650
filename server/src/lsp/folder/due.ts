// What has to be done with files since something has changed: on the disk, or in what counts for them.
import { entriesAbout, type PlacedEntry, type Who } from "../../config/baseline";
import type { Config } from "../../config/types";
import { perObject } from "../../report/memo";
import { isPassedOver, isTextName } from "../../workspace/candidates";
import { type Settings, sameRules } from "../settings";
import { isBelow, nameOf, pathBelow } from "../uris";
import type { Roots } from "./roots";

/** A file or folder that was created, changed or deleted, by its canonical URI. */
export interface FileChange {
  readonly uri: string;
  readonly gone: boolean;
}

export interface DueFiles {
  readonly gone: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
  /** Whether there may be others than those that are listed. */
  readonly others: boolean;
}

export function dueFiles(changes: readonly FileChange[], listed: ReadonlyMap<string, unknown>, roots: Roots): DueFiles {
  const gone = new Set<string>();
  const changed = new Set<string>();
  let others = false;
  // Several changes of one file may come together, as of one that is deleted and written anew: the last says what is.
  const last = new Map(changes.map((change) => [change.uri, change.gone]));
  for (const [uri, isGone] of last) {
    const root = roots.of(uri);
    if (root === null || pathBelow(uri, root).split("/").some(isPassedOver)) continue;
    if (listed.has(uri)) {
      (isGone ? gone : changed).add(uri);
      continue;
    }
    const folder = mayBeFolder(uri);
    others ||= isTextName(nameOf(uri)) || folder || (isGone && [...listed.keys()].some((each) => isBelow(each, uri)));
    // One may have been put in place of another of its name, and of what it holds nothing is told.
    if (folder && !isGone) for (const each of listed.keys()) if (isBelow(each, uri)) changed.add(each);
  }
  return { gone, changed, others };
}

/** Names of files that are none of ours have an extension, those of folders seldom. */
function mayBeFolder(uri: string): boolean {
  return !/\.[a-z][a-z0-9]{0,7}$/i.test(nameOf(uri));
}

const organsOf = perObject(({ organs }: Config) => JSON.stringify(organs));

/** What has to be done with a file that other settings count for now. */
export function dueFor(before: Settings, after: Settings, who: Who): "read" | "check" | "nothing" {
  const [{ config: one, baseline: old }, { config: two, baseline }] = [before.grounds, after.grounds];
  if (before.detectByContent !== after.detectByContent) return "read";
  if (one !== two && organsOf(one) !== organsOf(two)) return "read";
  if (before.locale !== after.locale || !sameRules(before, after)) return "check";
  if (old === baseline) return "nothing";
  const fingerprints = (entries: readonly PlacedEntry[]) => entries.map(({ entry }) => entry.fingerprint).join(" ");
  return fingerprints(entriesAbout(old, who)) === fingerprints(entriesAbout(baseline, who)) ? "nothing" : "check";
}
