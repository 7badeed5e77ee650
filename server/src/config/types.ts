// What a folder of reports lays down for everyone who checks it, in the editor and on the command line.
import type { Bilingual } from "../form/types";
import type { RuleSettings } from "../rules/types";
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
}

export const noConfig: Config = {
  include: null,
  exclude: [],
  rules: {},
};

/** Something in the file that is not as it should be; the rest of it counts all the same. */
export interface ConfigProblem {
  readonly span: Span;
  readonly message: Bilingual;
}
