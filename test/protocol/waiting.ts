// Waiting for what a server says: both clients of the tests look again at every message.

/** How long anything may take before a test fails, in milliseconds. */
const patience = 10_000;

export class Waiting {
  private readonly listeners = new Set<() => void>();

  /** `logs`: what the server has logged, which tells most where something does not come. */
  constructor(private readonly logs: readonly string[]) {}

  /** Something came in. */
  heard(): void {
    for (const listener of [...this.listeners]) listener();
  }

  until(done: () => boolean, what: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        this.listeners.delete(look);
        clearTimeout(timer);
      };
      const look = (): void => {
        if (!done()) return;
        stop();
        resolve();
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`waited ${patience} ms for ${what}; logged: ${this.logs.join("\n")}`));
      }, patience);
      this.listeners.add(look);
      look();
    });
  }
}
