// The files that wait to be read or checked, and those that are at hand now. Each is read, then checked; what is to be read
// comes first, for whatever is checked is held against the others.
import { describe, type Log } from "../guard";
import { inLaterTurn } from "../turn";
import type { Lanes } from "./lanes";
import type { Job, Result } from "./scan";

/** How far the files at hand have come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

interface Steps {
  readonly lanes: Lanes;
  readonly log: Log;
  /** Whether there is still a file to be read, or a report to be checked. */
  isDue(uri: string, kind: Job["kind"]): boolean;
  /** What is to be done with it, or what comes of it with nothing done; `job` tells this one from others about the file. */
  jobFor(uri: string, kind: Job["kind"], job: number): Promise<Job | Result>;
  /** Files are about to be checked. */
  checking(uris: ReadonlySet<string>): void;
  /** What came of a file, unless something later is being done with it. */
  take(result: Result): void;
  /** All that was to be read has been. */
  allRead(): void;
  /** Nothing is left to be done. */
  ended(): void;
}

export class Work {
  private readonly toRead = new Set<string>();
  /** Those among them that have nothing new in them as far as anybody knows. */
  private readonly unchanged = new Set<string>();
  private readonly toCheck = new Set<string>();
  /** What is being read or checked now, by the number of its latest job: what an earlier one finds is out of date. */
  private readonly atHand = new Map<string, number>();
  private jobs = 0;
  private finished = 0;
  private working: Promise<void> | null = null;
  private readonly watchers = new Set<(progress: Progress) => void>();

  constructor(private readonly steps: Steps) {}

  /** Pending while there is something to do. */
  get pending(): Promise<void> | null {
    return this.working;
  }

  get readsMore(): boolean {
    return this.toRead.size > 0;
  }

  /** Whether something will come of it: what waits here and is not due any more is dropped without a word. */
  isPending(uri: string): boolean {
    const { isDue } = this.steps;
    const waits = (uris: ReadonlySet<string>, kind: Job["kind"]): boolean => uris.has(uri) && isDue(uri, kind);
    return this.atHand.has(uri) || waits(this.toRead, "read") || waits(this.toCheck, "check");
  }

  /** Nothing is done with it before `go`. `unchanged`: it is read for certainty's sake alone. */
  read(uri: string, unchanged = false): void {
    if (!unchanged) this.unchanged.delete(uri);
    else if (!this.toRead.has(uri)) this.unchanged.add(uri);
    this.toRead.add(uri);
  }

  /** Nothing is done with them before `go`. */
  check(uris: Iterable<string>): void {
    for (const uri of uris) this.toCheck.add(uri);
  }

  /** It is checked by another way. */
  isChecked(uri: string): void {
    this.toCheck.delete(uri);
  }

  /** The file is none any more; what is being done with it counts for nothing. */
  forget(uri: string): void {
    this.toRead.delete(uri);
    this.unchanged.delete(uri);
    this.toCheck.delete(uri);
    this.atHand.delete(uri);
  }

  /** Leaves those unread that would be read for certainty's sake alone. */
  leaveUnchanged(): void {
    for (const uri of this.unchanged) this.toRead.delete(uri);
    this.unchanged.clear();
  }

  watch(watcher: (progress: Progress) => void): { dispose(): void } {
    this.watchers.add(watcher);
    return { dispose: () => this.watchers.delete(watcher) };
  }

  /** Reads and checks what there is to read and check, if that is not being done already. */
  go(): void {
    if (this.working !== null || (this.toRead.size === 0 && this.toCheck.size === 0)) return;
    this.finished = 0;
    this.working = this.workOff()
      .catch((error: unknown) => this.steps.log.error(`checking the workspace: ${describe(error)}`))
      .finally(() => {
        this.working = null;
        this.steps.ended();
        // What came in at the very last; in another turn, for where something keeps failing nothing else would have one.
        inLaterTurn(() => this.go());
      });
  }

  private async workOff(): Promise<void> {
    while (this.toRead.size > 0 || this.toCheck.size > 0) {
      if (this.toRead.size > 0) {
        await this.steps.lanes.run(this.toRead.size, () => this.next(this.toRead, "read"), this.taking);
        this.steps.allRead();
      } else {
        const next = () => {
          this.steps.checking(this.toCheck);
          return this.next(this.toCheck, "check");
        };
        await this.steps.lanes.run(this.toCheck.size, next, this.taking);
      }
    }
  }

  private async next(uris: Set<string>, kind: Job["kind"]): Promise<Job | null> {
    for (const uri of uris) {
      uris.delete(uri);
      if (kind === "read") this.unchanged.delete(uri);
      if (!this.steps.isDue(uri, kind)) continue;
      const job = ++this.jobs;
      this.atHand.set(uri, job);
      const next = await this.steps.jobFor(uri, kind, job);
      if ("bytes" in next) return next;
      this.taking(next);
    }
    return null;
  }

  private readonly taking = (result: Result): void => {
    const { uri, job } = result;
    this.finished++;
    const progress = { done: this.finished, total: this.finished + 2 * this.toRead.size + this.toCheck.size };
    for (const watch of this.watchers) watch(progress);
    if (this.atHand.get(uri) !== job) return;
    this.atHand.delete(uri);
    this.steps.take(result);
  };
}
