// Files that count for everything below them, the nearest one upward from a document: the configuration and the baseline.

import type { ConfigProblem } from "../config/types";
import { positionAt, readLines } from "../syntax/lines";
import type { Files } from "./files";
import type { Log } from "./guard";
import { childUri, parentUri } from "./uris";

/** The nearest file of its name, or what counts without one. */
export interface Found<T> {
  readonly value: T;
  /** Canonical URI of the file; null where there is none. */
  readonly uri: string | null;
  readonly text: string | null;
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
    this.none = { value: none, uri: null, text: null };
  }

  /** By the document's canonical URI. Never rejects. What was never saved has no folder and so has none. */
  of(uri: string): Promise<Found<T>> {
    const folder = /^[a-z][a-z0-9+.-]*:\/.*\//i.test(uri) ? parentUri(uri) : null;
    return folder === null ? Promise.resolve(this.none) : this.inFolder(folder);
  }

  /** Whether a file is one of these by its name. */
  concerns(uri: string): boolean {
    return uri.endsWith(`/${this.name}`);
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
    if (bytes !== null) return this.take(uri, new TextDecoder().decode(bytes));
    const above = parentUri(folder);
    return above === null ? this.none : this.inFolder(above);
  }

  private take(uri: string, text: string): Found<T> {
    const { value, problems } = this.parse(text);
    const lines = readLines(text);
    for (const { span, message } of problems) {
      const { line, character } = positionAt(lines, span.start);
      this.log.warn(`${uri}:${line + 1}:${character + 1}: ${message.zh} (${message.en})`);
    }
    return { value, uri, text };
  }
}
