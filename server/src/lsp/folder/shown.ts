// What is shown of the files that are not open, and of which of them nothing is any more.
import { nextResultId } from "../documents";
import type { Checked } from "./scan";

/** What is shown of a file that is not open. */
export interface ShownFile extends Checked {
  readonly uri: string;
  readonly resultId: string;
}

export class Shown {
  private readonly files = new Map<string, ShownFile>();
  private readonly departed = new Set<string>();

  all(): Iterable<ShownFile> {
    return this.files.values();
  }

  at(uri: string): ShownFile | null {
    return this.files.get(uri) ?? null;
  }

  /** Files that were open or listed and are neither now. */
  departures(): Iterable<string> {
    return this.departed;
  }

  isDeparted(uri: string): boolean {
    return this.departed.has(uri);
  }

  /** Whether that is anything else than before; what is the same keeps its id, and nothing has to be told of it. */
  show(uri: string, checked: Checked): boolean {
    const before = this.files.get(uri);
    if (before !== undefined) {
      const { uri: _, resultId, ...content } = before;
      if (JSON.stringify(content) === JSON.stringify(checked)) return false;
    }
    this.files.set(uri, { ...checked, uri, resultId: nextResultId() });
    return true;
  }

  /** Nothing is shown of it for now. */
  hide(uri: string): void {
    this.files.delete(uri);
  }

  /** The file is there, or open. */
  arrive(uri: string): void {
    this.departed.delete(uri);
  }

  depart(uri: string): void {
    this.files.delete(uri);
    this.departed.add(uri);
  }
}
