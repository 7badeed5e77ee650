// Works off what run.ts hands out, in a thread of its own.
import { parentPort } from "node:worker_threads";
import { type Agreement, agreementOf } from "./agreement";
import { loadSolver } from "./optimum";
import { type Tally, type Task, tallyOf } from "./tally";

/** With `solver` the cases are those of all kinds in turn, put to the solver. */
export type Order = Task & { readonly solver: boolean };
export type Answer =
  | { readonly tally: Tally }
  | { readonly agreements: readonly Agreement[] }
  | { readonly error: string };

async function work({ solver, ...task }: Order): Promise<Answer> {
  if (!solver) return { tally: tallyOf(task) };
  const solve = await loadSolver();
  const agreements: Agreement[] = [];
  for (let index = task.from; index < task.to; index++) agreements.push(agreementOf(task.seed, index, solve));
  return { agreements };
}

parentPort?.on("message", (order: Order) => {
  work(order).then(
    (answer) => parentPort?.postMessage(answer),
    (error: unknown) => parentPort?.postMessage({ error: error instanceof Error ? `${error.stack}` : String(error) }),
  );
});
