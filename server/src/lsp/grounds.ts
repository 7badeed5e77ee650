// What the folders around a document lay down for it: the configuration and the findings that are known.
import { type Baseline, noBaseline, readBaseline } from "../config/baseline";
import { readConfig } from "../config/read";
import { baselineName, type Config, configName, noConfig } from "../config/types";
import type { Files } from "./files";
import type { Log } from "./guard";
import { type Found, Nearest } from "./nearest";
import { parentUri } from "./uris";

export interface Grounds {
  readonly config: Config;
  /** Canonical URI of the folder the configuration stands in; null where there is none. */
  readonly folder: string | null;
  readonly baseline: Baseline;
  /** Canonical URI of the baseline and its text, null where nothing may be written into it; null where there is none. */
  readonly baselineFile: { readonly uri: string; readonly text: string | null } | null;
}

export const noGrounds: Grounds = { config: noConfig, folder: null, baseline: noBaseline, baselineFile: null };

export function sameGrounds(one: Grounds, two: Grounds): boolean {
  return one.config === two.config && one.baseline === two.baseline && one.folder === two.folder;
}

export class FolderGrounds {
  private readonly configs: Nearest<Config>;
  private readonly baselines: Nearest<Baseline>;

  constructor(files: Files, log: Log) {
    const parse = (text: string) => {
      const { config: value, problems } = readConfig(text);
      return { value, problems };
    };
    const parseBaseline = (text: string) => {
      const { baseline: value, problems } = readBaseline(text);
      return { value, problems };
    };
    this.configs = new Nearest(configName, noConfig, parse, files, log);
    this.baselines = new Nearest(baselineName, noBaseline, parseBaseline, files, log);
  }

  /** By a canonical URI. Never rejects. */
  async of(uri: string): Promise<Grounds> {
    const [config, baseline] = await Promise.all([this.configs.of(uri), this.baselines.of(uri)]);
    const { uri: file, text, isUtf8 } = baseline;
    return {
      config: config.value,
      folder: config.uri === null ? null : parentUri(config.uri),
      baseline: baseline.value,
      baselineFile: file === null ? null : { uri: file, text: isUtf8 ? text : null },
    };
  }

  /** Takes a changed file or folder; true where it is, or may hold, one of those that count here. */
  changed(uri: string): boolean {
    const [config, baseline] = [this.configs.concerns(uri), this.baselines.concerns(uri)];
    if (config) this.configs.forget();
    if (baseline) this.baselines.forget();
    return config || baseline;
  }

  /** Those that were asked for so far. */
  baselinesFound(): Promise<readonly Found<Baseline>[]> {
    return this.baselines.all();
  }
}
