// Which files a configuration speaks of.
import picomatch from "picomatch";
import type { Config } from "./types";

/** A file's path below the folder of the configuration, with slashes. */
export type Matches = (path: string) => boolean;

/** Whether a file found in the folder is to be looked at; one that the reader named or opened is, whatever this says. */
export function wantedBy({ include, exclude }: Pick<Config, "include" | "exclude">): Matches {
  const included = include === null ? () => true : matching(include);
  const excluded = matching(exclude);
  return (path) => included(path) && !excluded(path);
}

/** Whether it fits one of the patterns. A pattern that names a folder means all that is in it. */
export function matching(patterns: readonly string[]): Matches {
  if (patterns.length === 0) return () => false;
  const all = patterns.flatMap((each) => [each, `${folderName(each)}/**`]);
  return picomatch(all, { dot: false, nonegate: true });
}

/** A pattern that can only mean the one file or folder of this name. */
export function isName(pattern: string): boolean {
  return !/[*?[\]{}]|[!+@]\(/u.test(pattern);
}

/** Without the slash behind it. */
export function folderName(pattern: string): string {
  return pattern.replace(/\/$/u, "");
}
