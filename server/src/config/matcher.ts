// Which files a configuration speaks of.
import picomatch from "picomatch";
import type { Config } from "./types";

/** A file's path below the folder of the configuration, with slashes. */
type Matches = (path: string) => boolean;

/** Whether a file found in the folder is to be looked at; one that the reader named or opened is, whatever this says. */
export function wantedBy({ include, exclude }: Pick<Config, "include" | "exclude">): Matches {
  const included = include === null ? () => true : any(include);
  const excluded = any(exclude);
  return (path) => included(path) && !excluded(path);
}

/** A pattern that names a folder means all that is in it. */
function any(patterns: readonly string[]): Matches {
  if (patterns.length === 0) return () => false;
  const all = patterns.flatMap((each) => [each, `${each.replace(/\/$/, "")}/**`]);
  return picomatch(all, { dot: false, nonegate: true });
}
