// Whose report it is by the words of the configuration, which knows an organ's former names and how files are named.
import type { Known } from "../report/known";
import { perObject } from "../report/memo";
import { identityOf, organKey } from "../workspace/identity";
import type { Config } from "./types";

/** Organ and year as the text has them, else the file's name; the organ by its name in the configuration where that names it otherwise. */
export function named<K extends Pick<Known, "file" | "organ" | "year">>(
  known: K,
  { organs }: Pick<Config, "organs">,
): K {
  const { organ: written, year, key } = identityOf(known.file, known);
  const organ = (key !== null && namesIn(organs).get(key)) || written;
  return organ === known.organ && year === known.year ? known : { ...known, organ, year };
}

const namesIn = perObject((organs: Config["organs"]): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const [name, others] of Object.entries(organs)) for (const other of others) names.set(organKey(other), name);
  return names;
});
