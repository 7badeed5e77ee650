// `nianbao check --update-baseline`: what a run found is written down as known, and what no longer applies is taken out.
import path from "node:path";
import { type BaselineChange, withEntries } from "../config/baselineText";
import { type BaselineEntry, baselineName } from "../config/types";
import type { Candidate, Problem } from "./files";
import type { Gathered } from "./gather";
import type { Ledger } from "./ledger";
import type { FolderFile } from "./nearest";
import { baselineNotUnderstood } from "./texts";
import { writeBack, writeNew } from "./write";

/** What was done to one baseline. */
export interface Updated {
  /** As it is shown. */
  readonly file: string;
  readonly added: number;
  readonly removed: number;
}

interface Change {
  /** Null for one that is to be made. */
  readonly before: FolderFile | null;
  readonly add: Map<string, BaselineEntry>;
  readonly remove: string[];
}

/** Never rejects; a baseline that cannot be written is left as it was. */
export async function updateBaselines(
  ledger: Ledger,
  gathered: Gathered,
  cwd: string,
): Promise<{ readonly updated: readonly Updated[]; readonly problems: readonly Problem[] }> {
  const newFolderOf = newFolders(gathered, cwd);
  const changes = new Map<string, Change>();
  const changeOf = (before: FolderFile | null, absolute: string): Change => {
    const change = changes.get(absolute) ?? { before, add: new Map<string, BaselineEntry>(), remove: [] };
    changes.set(absolute, change);
    return change;
  };
  for (const { file, entry } of ledger.stale()) changeOf(file, file.absolute).remove.push(entry.fingerprint);
  for (const { candidate, findings } of ledger.unknown()) {
    const baseline = gathered.baselineOf(candidate);
    // What is wrong with it is told already, and beside it nothing is to be made that would hide it.
    if (baseline?.file === null) continue;
    const before = baseline?.file ?? null;
    const { add } = changeOf(before, before?.absolute ?? path.join(newFolderOf(candidate), baselineName));
    for (const finding of findings) add.set(finding.fingerprint, { ...finding, reason: "" });
  }
  const updated: Updated[] = [];
  const problems: Problem[] = [];
  for (const [absolute, { before, add, remove }] of changes) {
    const file = before?.file ?? (path.relative(cwd, absolute) || absolute);
    const change: BaselineChange = { add: [...add.values()], remove };
    const text = withEntries(before?.decoded.text ?? null, change);
    const message =
      text === null
        ? baselineNotUnderstood
        : before
          ? await writeBack({ ...before, absolute }, text)
          : await writeNew(absolute, text);
    if (message !== null) problems.push({ file, message, unreadable: false });
    else updated.push({ file, added: add.size, removed: remove.length });
  }
  return { updated, problems };
}

/**
 * Where a baseline goes that is not there yet: beside the configuration, else into the folder that was given (of several the
 * one they have in common), else into the working folder; always upward from the report, for there it is looked for.
 */
function newFolders({ folders, configOf, placeOf }: Gathered, cwd: string): (candidate: Candidate) => string {
  const given = commonFolder(folders.map((folder) => path.resolve(cwd, folder)));
  return (candidate) => {
    const place = path.dirname(placeOf(candidate));
    const choices = [configOf(candidate).folder, given, cwd];
    return choices.find((folder) => folder !== null && isWithin(place, folder)) ?? place;
  };
}

/** Null where they have none but the uppermost of all. */
function commonFolder(folders: readonly string[]): string | null {
  const [first, ...others] = folders;
  if (first === undefined) return null;
  let common = first;
  while (!others.every((folder) => isWithin(folder, common))) common = path.dirname(common);
  return others.length > 0 && common === path.dirname(common) ? null : common;
}

function isWithin(inner: string, outer: string): boolean {
  const relative = path.relative(outer, inner);
  return relative === "" || (!path.isAbsolute(relative) && relative.split(path.sep)[0] !== "..");
}
