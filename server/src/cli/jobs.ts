// How many threads a run is worth.
import { availableParallelism } from "node:os";

/** The most that can be asked for. */
export const mostJobs = 64;
/** More than these gain little: one thread prints what all the others find. */
const mostUnasked = 8;
/** A thread takes as long to begin as a few dozen reports take to be checked. */
const filesWorthAThread = 60;

/** `asked`: what `--jobs` says, null where it says nothing. 1 means no thread but the first. */
export function threads(asked: number | null, files: number, cores = availableParallelism()): number {
  if (asked !== null) return Math.max(1, Math.min(asked, files));
  return Math.max(1, Math.min(cores, mostUnasked, Math.floor(files / filesWorthAThread)));
}
