// What a run of tests in VS Code comes to, and how such a run is started by itself.
import { onInterrupt } from "../../scripts/processes";

/** How a run of tests ended. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export function sumOf(runs: readonly Counts[]): Counts {
  const total = (key: keyof Counts) => runs.reduce((sum, counts) => sum + counts[key], 0);
  return { passed: total("passed"), failed: total("failed") };
}

/** As a program of its own: what it comes to on the last line, and 1 where anything failed. */
export function runAlone(runTests: () => Promise<Counts>): void {
  onInterrupt();
  runTests().then(
    ({ passed, failed }) => {
      console.log(`${passed} passed, ${failed} failed`);
      process.exit(failed > 0 ? 1 : 0);
    },
    (error) => {
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    },
  );
}
