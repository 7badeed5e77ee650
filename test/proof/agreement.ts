// The explanation held against what is known to be right: the solver's optimum, and all sets tried one by one.
import { readReport } from "../../server/src/report/index";
import type { Mistake } from "../../server/src/report/types";
import { valuesIn } from "../support/values";
import { familyOf, smallestFamily } from "./family";
import { mistakeCase, solverKinds } from "./mistakes";
import type { Solver } from "./optimum";
import { countsOf, type Kind } from "./slip";

/** What is explained at most; beyond that the relations are told as they are. */
const mostCells = 3;

export interface Agreement {
  readonly kind: string;
  readonly number: number;
  /** Cells of the explanations of table three; null when there are more than three. */
  readonly explained: number | null;
  readonly optimum: number | null;
  /** Whether the explanations are exactly the smallest sets there are; null where blanks leave numbers open. */
  readonly family: boolean | null;
}

/** Case `index` of all kinds in turn. */
export function agreementOf(seed: number, index: number, solver: Solver): Agreement {
  const kind = solverKinds[index % solverKinds.length] as Kind;
  const number = Math.floor(index / solverKinds.length);
  const { base, slip, text } = mistakeCase(seed, kind, number);
  const report = readReport(text);
  const { mistakes } = report;
  const read = valuesIn(report);
  // Of a row whose blanks leave open which number stands in which column, none is read.
  const counts = new Map(
    [...countsOf(base, slip)].map(([key, count]) => [key, read.get(key) === "absent" ? null : count] as const),
  );
  const open = slip.omit.length > 0 || [...counts.values()].includes(null);
  return {
    kind: kind.id,
    number,
    explained: sizeOf(mistakes),
    optimum: solver(base.form, counts, mostCells),
    family: open ? null : String(familyOf(mistakes)) === String(smallestFamily(base.form, counts)),
  };
}

export function agrees({ explained, optimum, family }: Agreement): boolean {
  return explained === optimum && family !== false;
}

function sizeOf(mistakes: readonly Mistake[]): number | null {
  const own = mistakes.filter(({ table }) => table === "requests").map(({ explanations: [first] }) => first);
  return own.reduce<number | null>((sum, each) => (sum === null || !each ? null : sum + each.length), 0);
}
