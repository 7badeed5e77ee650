// The nianbao.config.json that counts for a document: the nearest one upward from it.
import { readConfig } from "../config/read";
import { type Config, configName, noConfig } from "../config/types";
import { positionAt, readLines } from "../syntax/lines";
import type { ReadFile } from "./files";
import type { Log } from "./guard";

/** Each folder is asked once, until `forget`. */
export class FolderConfigs {
  private readonly known = new Map<string, Promise<Config>>();

  constructor(
    private readonly read: ReadFile,
    private readonly log: Log,
  ) {}

  /** Never rejects. What has no folder, as a document that was never saved, has no configuration. */
  of(uri: string): Promise<Config> {
    try {
      return this.inFolder(new URL(".", uri));
    } catch {
      return Promise.resolve(noConfig);
    }
  }

  /** One of them has changed, come or gone. */
  forget(): void {
    this.known.clear();
  }

  private inFolder(folder: URL): Promise<Config> {
    let config = this.known.get(folder.href);
    if (config === undefined) {
      config = this.find(folder);
      this.known.set(folder.href, config);
    }
    return config;
  }

  private async find(folder: URL): Promise<Config> {
    const file = new URL(configName, folder).href;
    const bytes = await this.read(file);
    if (bytes !== null) return this.take(file, bytes);
    const above = new URL("..", folder);
    return above.href === folder.href ? noConfig : this.inFolder(above);
  }

  private take(file: string, bytes: Uint8Array): Config {
    const text = new TextDecoder().decode(bytes);
    const { config, problems } = readConfig(text);
    const lines = readLines(text);
    for (const { span, message } of problems) {
      const { line, character } = positionAt(lines, span.start);
      this.log.warn(`${file}:${line + 1}:${character + 1}: ${message.zh} (${message.en})`);
    }
    return config;
  }
}
