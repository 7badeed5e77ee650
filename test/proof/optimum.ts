// The smallest number of cells that can be wrong, asked of a solver for mixed-integer programs (HiGHS): built from the
// form's relations alone, so that it knows nothing of how the explanation goes about it.
import loadHighs from "highs";
import type { Form, FormRelation } from "../../server/src/form/types";
import { pathKey } from "../support/sample";
import { type Counts, imbalance } from "./sheet";

/** How many numbers of table three have to change for every relation to hold; null when it takes more than `most`. */
export type Solver = (form: Form, counts: Counts, most: number) => number | null;

/**
 * d is what is added to a number, y whether it is changed. A blank cell, or one that is not in the text, is a number that
 * costs nothing. No change of a smallest set has to be larger than all imbalances together, which bounds d.
 */
function programOf(form: Form, counts: Counts, most: number): { program: string; keys: readonly string[] } {
  const relations = form.relations.filter(({ table }) => table === "requests");
  const keys = [...new Set(relations.flatMap(({ left, right }) => [...left, ...right].map(pathKey)))];
  const place = new Map(keys.map((key, at) => [key, at]));
  const bound = relations.reduce((sum, relation) => sum + Math.abs(imbalance(relation, counts)), 1);
  const variable = (path: FormRelation["total"]) => `d${place.get(pathKey(path))}`;
  const equations = relations.map((relation, at) => {
    const left = relation.left.map((path) => ` + ${variable(path)}`);
    const right = relation.right.map((path) => ` - ${variable(path)}`);
    return ` e${at}:${[...left, ...right].join("")} = ${-imbalance(relation, counts)}`;
  });
  const written = keys.flatMap((key, at) => (typeof counts.get(key) === "number" ? [at] : []));
  const least = (at: number) => Math.min(counts.get(keys[at] as string) ?? 0, bound);
  const links = written.flatMap((at) => [
    ` u${at}: d${at} - ${bound} y${at} <= 0`,
    ` l${at}: d${at} + ${least(at)} y${at} >= 0`,
  ]);
  const changed = written.map((at) => `y${at}`);
  const program = [
    `Minimize\n n: ${changed.join(" + ")}`,
    `Subject To\n${[...equations, ...links].join("\n")}\n m: ${changed.join(" + ")} <= ${most}`,
    `Bounds\n${keys.map((_, at) => ` ${-least(at)} <= d${at} <= ${bound}`).join("\n")}`,
    `General\n ${keys.map((_, at) => `d${at}`).join(" ")}`,
    `Binary\n ${changed.join(" ")}`,
    "End",
  ].join("\n");
  return { program, keys };
}

export async function loadSolver(): Promise<Solver> {
  const highs = await loadHighs();
  return (form, counts, most) => {
    const { program, keys } = programOf(form, counts, most);
    const solution = highs.solve(program, { output_flag: false });
    if (solution.Status === "Infeasible") return null;
    if (solution.Status !== "Optimal") throw new Error(`HiGHS: ${solution.Status}`);
    // Whole numbers again, and held against the relations: the solver calculates in floating point.
    const solved = new Map(keys.map((key, at) => [key, (counts.get(key) ?? 0) + added(solution.Columns[`d${at}`])]));
    const whole = form.relations.every((each) => each.table !== "requests" || imbalance(each, solved) === 0);
    const size = keys.filter(
      (key) => typeof counts.get(key) === "number" && counts.get(key) !== solved.get(key),
    ).length;
    if (!whole || [...solved.values()].some((value) => value < 0) || size !== Math.round(solution.ObjectiveValue))
      throw new Error("HiGHS: what it found is no solution");
    return size;
  };
}

function added(column: object | undefined): number {
  return column && "Primal" in column && typeof column.Primal === "number" ? Math.round(column.Primal) : 0;
}
