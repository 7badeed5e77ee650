// What a folder of reports lays down for everyone who checks it, in the editor and on the command line.
import type { Bilingual } from "../form/types";
import type { Limits, RuleSettings } from "../rules/types";
import type { Span } from "../syntax/span";

/** The file's name; the nearest one upward from a report counts. */
export const configName = "nianbao.config.json";

/** All patterns are globs with slashes, relative to the folder of the configuration; `*` stays in a folder, `**` does not. */
export interface Config {
  /** Files of the folder that are looked at; null means every text. */
  readonly include: readonly string[] | null;
  /** Files of the folder that are not looked at. */
  readonly exclude: readonly string[];
  readonly rules: RuleSettings;
  /** An organ's name → other names of the same organ: former ones, and how files are named. */
  readonly organs: Readonly<Record<string, readonly string[]>>;
  readonly rollUps: readonly RollUp[];
  readonly limits: Partial<Limits>;
}

/** A report that sums up others, by their files. */
export interface RollUp {
  /** It may fit several reports, one a year. */
  readonly report: string;
  /** Those of the report's own year count. */
  readonly parts: readonly string[];
}

export const noConfig: Config = {
  include: null,
  exclude: [],
  rules: {},
  organs: {},
  rollUps: [],
  limits: {},
};

/** Something in the file that is not as it should be; the rest of it counts all the same. */
export interface ConfigProblem {
  readonly span: Span;
  readonly message: Bilingual;
}

/** The name of the file of findings that are known; the nearest one upward from a report counts. */
export const baselineName = ".nianbao-baseline.json";

/** A finding by what it is about, never by where it stands: a `BaselineEntry` without its reason. */
export interface KnownFinding {
  readonly rule: string;
  /** The organ; the file's name where neither text nor name tells it. */
  readonly organ: string;
  readonly year: number | null;
  /** The cell or row it stands at, as in `requests/new/total`; left out where it stands at a text. */
  readonly cell?: string;
  /** The text it stands at, shortened, for whoever reads the file. */
  readonly text?: string;
  /** Of rule, organ, year, place and the numbers of the message. */
  readonly fingerprint: string;
}

/** An entry of a baseline. */
export interface BaselineEntry extends KnownFinding {
  /** Why it is known, in the reviewer's own words; may be empty. */
  readonly reason: string;
}
