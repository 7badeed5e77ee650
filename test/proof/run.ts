// `npm run proof`: what the explanation is worth, on mistakes whose truth is known. Prints one table; the exit code says
// whether everything asked for was reached. With --case one case is shown in full instead.
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { type Agreement, agrees } from "./agreement";
import { missedBy } from "./demands";
import { consistentReports, kinds, solverKinds } from "./mistakes";
import { show } from "./show";
import { type Tally, together } from "./tally";
import type { Answer, Order } from "./worker";

const usage = `npm run proof -- [options]
  --cases n    cases of each kind (10000)
  --solver n   cases put to the solver (1000)
  --seed n     other cases (1)
  --kind id    of this kind only; may be repeated: ${[...kinds.map(({ id }) => id), consistentReports].join(" ")}
  --case n     shows case n of the kind`;

/** Cases a thread does at a time: few enough that none waits long for the other at the end. */
const tallyStep = 250;
const solverStep = 20;
const shownFailures = 3;
/** Milliseconds, medians: asked for of one and of three wrong numbers. */
const mostMilliseconds: Readonly<Record<string, number>> = { one: 1, three: 10 };

interface Results {
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly agreements: readonly Agreement[];
}

async function work(orders: readonly Order[]): Promise<Results> {
  const tallies = new Map<string, Tally>();
  const agreements: Agreement[] = [];
  const left = [...orders];
  let done = 0;
  const script = path.join(__dirname, "worker.ts");
  const thread = async (): Promise<void> => {
    // A thread begins without the loader that this runs with.
    const worker = new Worker(`require("tsx/cjs"); require(${JSON.stringify(script)});`, { eval: true });
    try {
      for (let order = left.shift(); order; order = left.shift()) {
        const answer = await ask(worker, order);
        if ("error" in answer) throw new Error(answer.error);
        if ("agreements" in answer) agreements.push(...answer.agreements);
        else {
          const before = tallies.get(answer.tally.kind);
          tallies.set(answer.tally.kind, before ? together(before, answer.tally) : answer.tally);
        }
        done++;
        if (process.stderr.isTTY) process.stderr.write(`\r${Math.floor((100 * done) / orders.length)} %`);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(os.availableParallelism(), 8)) }, thread));
  if (process.stderr.isTTY) process.stderr.write("\r     \r");
  return { tallies, agreements };
}

function ask(worker: Worker, order: Order): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (answer: Answer) => {
      worker.off("error", reject);
      resolve(answer);
    });
    worker.postMessage(order);
  });
}

function steps(order: Order, step: number): Order[] {
  const starts = Array.from({ length: Math.ceil(order.to / step) }, (_, index) => index * step);
  return starts.map((from) => ({ ...order, from, to: Math.min(order.to, from + step) }));
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function rowOf(tally: Tally): string {
  const percent = (count: number): string => (tally.family === null ? "" : ((100 * count) / tally.cases).toFixed(2));
  const count = (number: number): string => (tally.family === null ? "" : String(number));
  const times = [...tally.times].sort((a, b) => a - b);
  const cells = [
    `${tally.title} (${tally.kind})`,
    ...[tally.cases, count(tally.undetectable)],
    ...[percent(tally.found), percent(tally.named), percent(tally.restored)],
    ...[count(tally.away), count(tally.safeWrong), count(tally.bulkWrong), tally.accused],
    ...[0.5, 0.99, 1].map((share) => quantile(times, share).toFixed(2)),
  ];
  return `| ${cells.join(" | ")} |`;
}

const heads = [
  ...["mistake", "cases", "undetectable beside", "found %", "named %", "restored %"],
  ...["led away", "safe wrong", "bulk wrong", "with findings", "median ms", "p99 ms", "max ms"],
];

/** What is missed, in words. */
function report({ tallies, agreements }: Results, seed: number): readonly string[] {
  const missed: string[] = [];
  console.log(`Seed ${seed}; Node ${process.version}, ${os.cpus()[0]?.model ?? "unknown processor"}.\n`);
  console.log(`| ${heads.join(" | ")} |\n|${"---|".repeat(heads.length)}`);
  for (const id of [...kinds.map((kind) => kind.id), consistentReports]) {
    const tally = tallies.get(id);
    if (!tally) continue;
    console.log(rowOf(tally));
    const median = quantile(
      [...tally.times].sort((a, b) => a - b),
      0.5,
    );
    const most = mostMilliseconds[id] ?? Number.POSITIVE_INFINITY;
    const own = [
      ...missedBy(tally),
      ...(median <= most ? [] : [`${id}: median ${median.toFixed(2)} ms, ${most} asked`]),
    ];
    const kind = kinds.find((each) => each.id === id);
    missed.push(...own);
    if (own.length === 0) continue;
    for (const { number, why } of tally.failures.slice(0, shownFailures))
      missed.push(`\n${why}\n${kind ? show(seed, kind, number) : `${id} ${number}`}\n`);
  }
  if (agreements.length === 0) return missed;
  const wrong = agreements.filter((each) => !agrees(each));
  const tried = agreements.filter(({ family }) => family !== null).length;
  console.log(
    `\nHiGHS: the same size in ${agreements.filter((each) => each.explained === each.optimum).length} of ${agreements.length};`,
  );
  console.log(
    `all sets tried: the same explanations in ${tried - agreements.filter((each) => each.family === false).length} of ${tried}.`,
  );
  for (const { kind: id, number, explained, optimum, family } of wrong.slice(0, shownFailures)) {
    const kind = solverKinds.find((each) => each.id === id);
    const what = `explained ${explained}, optimum ${optimum}${family === false ? ", other explanations" : ""}`;
    missed.push(`\n${what}\n${kind ? show(seed, kind, number) : id}\n`);
  }
  return missed;
}

async function main(): Promise<void> {
  const text = (fallback: string) => ({ type: "string", default: fallback }) as const;
  const { values } = parseArgs({
    options: {
      cases: text("10000"),
      solver: text("1000"),
      seed: text("1"),
      kind: { type: "string", multiple: true, default: [] },
      case: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) return console.log(usage);
  const seed = Number(values.seed);
  const all = [...kinds.map(({ id }) => id), consistentReports];
  const unknown = values.kind.find((id) => !all.includes(id) && !solverKinds.some((each) => each.id === id));
  if (unknown !== undefined) throw new Error(`${unknown} is no kind of mistake\n${usage}`);
  if (values.case !== undefined) {
    const wanted = solverKinds.concat(kinds).find(({ id }) => id === values.kind[0]);
    if (!wanted) throw new Error(`--case needs --kind\n${usage}`);
    return console.log(show(seed, wanted, Number(values.case)));
  }
  const ids = values.kind.length > 0 ? values.kind.filter((id) => all.includes(id)) : all;
  const orders = ids.flatMap((kind) =>
    steps({ seed, kind, from: 0, to: Number(values.cases), solver: false }, tallyStep),
  );
  const asked = values.kind.length > 0 ? 0 : Number(values.solver);
  const missed = report(
    await work([...steps({ seed, kind: "", from: 0, to: asked, solver: true }, solverStep), ...orders]),
    seed,
  );
  console.log(missed.length === 0 ? "\nEverything asked for is reached." : `\nMISSED:\n${missed.join("\n")}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
