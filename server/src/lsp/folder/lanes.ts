// Many files at once: other threads where there are any, and this one in between what the user asks of it.
import { inLaterTurn } from "../turn";
import { type Job, type ReadOwn, type Result, scan } from "./scan";

/** Another thread. Jobs are done in their order. */
export interface Thread {
  /** Rejects where the thread has died. */
  run(jobs: readonly Job[]): Promise<readonly Result[]>;
  end(): void;
}

/** What the machine has to offer; in a browser there are no threads and no files. */
export interface Machine {
  readonly threads: number;
  readonly startThread: () => Thread;
  readonly readOwn: ReadOwn;
}

/** Fewer files are done sooner than a thread has begun. */
const worthThreads = 24;
/** Files a message: enough that messages cost little, few enough that all end together. */
const batch = 8;
/** Messages a thread is given before it has answered the first. */
const ahead = 2;
/** Milliseconds of this thread in a row. A keystroke takes several turns until it is answered, so that while the user types no turn has more than one file. */
const slice = 6;
/** Milliseconds after a request in which the user is taken to be typing. */
const typing = 1000;
/** Milliseconds after a request of the user in which other threads, where there are any, go on alone: the next may follow at once. */
const quiet = 30;
/** Milliseconds without work until the threads are ended: they take memory. */
const idle = 5000;

export class Lanes {
  private threads: Thread[] = [];
  private ending: ReturnType<typeof setTimeout> | undefined;
  private asked = Number.NEGATIVE_INFINITY;

  constructor(private readonly machine: Machine | null) {}

  /** The user waits for something. */
  userAsked(): void {
    this.asked = performance.now();
  }

  /**
   * Does jobs until `next` has no more; `take` gets each result as it comes, in no order. `count`: how many there are about.
   * Never rejects where `next` and `take` do not.
   */
  async run(count: number, next: () => Promise<Job | null>, take: (result: Result) => void): Promise<void> {
    clearTimeout(this.ending);
    const { machine } = this;
    if (machine !== null && count >= worthThreads) this.start(machine);
    // One message is on its way while another is worked at: this thread may have no time for a while.
    const feeders = this.threads.flatMap((thread) => new Array<Thread>(ahead).fill(thread));
    let others = feeders.length;
    const there = feeders.map((thread) => this.there(thread, next, take).finally(() => others--));
    await Promise.all([this.here(next, take, () => others > 0), ...there]);
    this.ending = setTimeout(() => this.end(), idle);
    // Node is not to stay for it.
    if (typeof this.ending === "object") this.ending.unref();
  }

  /** Where no thread can be had this one does all. */
  private start(machine: Machine): void {
    try {
      while (this.threads.length < machine.threads) this.threads.push(machine.startThread());
    } catch {
      // As good as a machine without threads.
    }
  }

  end(): void {
    clearTimeout(this.ending);
    for (const thread of this.threads) thread.end();
    this.threads = [];
  }

  private readonly readOwn: ReadOwn = (uri) => this.machine?.readOwn(uri) ?? null;

  /** `helped`: whether other threads are still at work, so that this one may leave everything to them. */
  private async here(
    next: () => Promise<Job | null>,
    take: (result: Result) => void,
    helped: () => boolean,
  ): Promise<void> {
    let began = performance.now();
    for (;;) {
      while (helped() && performance.now() - this.asked < quiet)
        await new Promise((resolve) => setTimeout(resolve, quiet));
      const job = await next();
      if (job === null) return;
      take(scan(job, this.readOwn));
      if (performance.now() - began < slice && performance.now() - this.asked > typing) continue;
      await new Promise<void>((resolve) => inLaterTurn(resolve));
      began = performance.now();
    }
  }

  private async there(thread: Thread, next: () => Promise<Job | null>, take: (result: Result) => void): Promise<void> {
    for (;;) {
      const jobs: Job[] = [];
      while (jobs.length < batch) {
        const job = await next();
        if (job === null) break;
        jobs.push(job);
      }
      if (jobs.length === 0) return;
      let results: readonly Result[];
      try {
        results = await thread.run(jobs);
      } catch {
        this.threads = this.threads.filter((each) => each !== thread);
        // What it was given is done here, and what is left by the others.
        for (const job of jobs) take(scan(job, this.readOwn));
        return;
      }
      for (const result of results) take(result);
    }
  }
}
