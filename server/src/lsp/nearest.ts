// Files that count for everything below them, the nearest one upward from a document: the configuration and the baseline.

import type { ConfigProblem } from "../config/types";
import { positionAt, readLines } from "../syntax/lines";
import { decodeText } from "./decode";
import type { Files } from "./files";
import type { Log } from "./guard";
import { childUri, parentUri } from "./uris";

/** The nearest file of its name, or what counts without one. */
export interface Found<T> {
  readonly value: T;
  /** Canonical URI of the file; null where there is none. */
  readonly uri: string | null;
  /** Null where there is none, or it is no text, and then nothing may be written over it. */
  readonly text: string | null;
  /** Whether every editor reads the same text, so that a place in it is the same in all of them. */
  readonly isUtf8: boolean;
}

interface Reading<T> {
  readonly value: T;
  readonly problems: readonly ConfigProblem[];
}

/** Each folder is asked once, until `forget`. */
export class Nearest<T> {
  private readonly known = new Map<string, Promise<Found<T>>>();
  private readonly none: Found<T>;

  constructor(
    private readonly name: string,
    none: T,
    private readonly parse: (text: string) => Reading<T>,
    private readonly files: Files,
    private readonly log: Log,
  ) {
    this.none = { value: none, uri: null, text: null, isUtf8: false };
  }

  /** By the document's canonical URI. Never rejects. What was never saved has no folder and so has none. */
  of(uri: string): Promise<Found<T>> {
    const folder = parentUri(uri);
    return folder === null ? Promise.resolve(this.none) : this.inFolder(folder);
  }

  /** Whether a file is one of these by its name, or a folder in or below which one was looked for: it comes and goes with it. */
  concerns(uri: string): boolean {
    if (uri.endsWith(`/${this.name}`)) return true;
    const within = `${uri}/`;
    for (const folder of this.known.keys()) if (folder === uri || folder.startsWith(within)) return true;
    return false;
  }

  /** One of them has changed, come or gone. */
  forget(): void {
    this.known.clear();
  }

  /** Those that were found so far, each once. */
  async all(): Promise<readonly Found<T>[]> {
    const found = new Map<string, Found<T>>();
    for (const each of await Promise.all(this.known.values())) if (each.uri !== null) found.set(each.uri, each);
    return [...found.values()];
  }

  private inFolder(folder: string): Promise<Found<T>> {
    let found = this.known.get(folder);
    if (found === undefined) {
      found = this.find(folder);
      this.known.set(folder, found);
    }
    return found;
  }

  private async find(folder: string): Promise<Found<T>> {
    const uri = childUri(folder, this.name);
    const bytes = await this.files.read(uri);
    if (bytes !== null) return this.take(uri, bytes);
    const above = parentUri(folder);
    return above === null ? this.none : this.inFolder(above);
  }

  private take(uri: string, bytes: Uint8Array): Found<T> {
    const text = decodeText(bytes);
    if (text === null) {
      this.log.warn(
        `${uri}: 不是 UTF-8、UTF-16 或 GB18030 文本，未采用 (no text in UTF-8, UTF-16 or GB18030, not used)`,
      );
      return { ...this.none, uri };
    }
    const { value, problems } = this.parse(text);
    const lines = readLines(text);
    for (const { span, message } of problems) {
      const { line, character } = positionAt(lines, span.start);
      this.log.warn(`${uri}:${line + 1}:${character + 1}: ${message.zh} (${message.en})`);
    }
    return { value, uri, text, isUtf8: isUtf8(bytes) };
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
