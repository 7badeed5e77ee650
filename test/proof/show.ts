// One case in full, to look into: what is true, what stands there, what is made of it.
import { readReport } from "../../server/src/report/index";
import { check } from "../../server/src/rules/index";
import { pathKey } from "../support/sample";
import { mistakeCase } from "./mistakes";
import type { Kind } from "./slip";

export function show(seed: number, kind: Kind, number: number): string {
  const { base, slip, text } = mistakeCase(seed, kind, number);
  const { size, form, options, truth } = base;
  const report = readReport(text);
  const cells = Object.entries(slip.cells).map(
    ([key, written]) => `  ${key}: ${truth.get(key)} is written "${written}"`,
  );
  const mistakes = report.mistakes.map(({ relations, explanations, preferred }) =>
    [
      `  ${preferred ? "preferred" : "not preferred"}, from ${relations.map((relation) => relation.form.id).join(", ")}`,
      ...explanations.map(
        (each) => `    ${each.map(({ cell, value }) => `${pathKey(cell.path)} ${cell.raw} → ${value}`).join(" with ")}`,
      ),
    ].join("\n"),
  );
  const fixes = check(report).flatMap(({ rule, fixes: own }) =>
    own.map(({ grade, title }) => `  ${rule}: ${title.zh} (${grade})`),
  );
  return [
    `${kind.id} ${number}, seed ${seed}: ${size}, ${form.edition}${form.singleOther ? " single" : ""}, ${options.layout}`,
    ...slip.omit.map((row) => `  ${row} is not in the text`),
    ...cells,
    "mistakes:",
    ...mistakes,
    "fixes:",
    ...fixes,
  ].join("\n");
}
