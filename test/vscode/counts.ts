/** How a run of tests ended. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}
