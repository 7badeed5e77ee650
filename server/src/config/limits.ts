// Where rules begin to report in a folder: what its configuration draws otherwise, and else the standard.
import { type Limits, standardLimits } from "../rules/types";
import type { Config } from "./types";

/** Whole numbers; null where nothing but what a number can hold bounds them above. */
export const limitRanges: Readonly<Record<keyof Limits, { readonly least: number; readonly most: number | null }>> = {
  similar: { least: 1, most: 100 },
  length: { least: 1, most: null },
  swing: { least: 2, most: null },
};

export function isLimit(key: string): key is keyof Limits {
  return Object.hasOwn(limitRanges, key);
}

export function limitsOf({ limits }: Pick<Config, "limits">): Limits {
  return { ...standardLimits, ...limits };
}
