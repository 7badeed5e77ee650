// `npm run labelled`: how well the rules on prose read the labelled sentences; the sentences they read otherwise.
import { labelled } from "../unit/report/statements.cases";
import { measure, precisionOf, recallOf } from "./measure";

const { measures, differences } = measure();
for (const { expected, found } of differences) console.log(`expected ${expected}\nfound    ${found}\n`);
console.log(`${labelled.length} labelled texts, ${labelled.length - differences.length} read as expected\n`);
for (const each of measures)
  console.log(
    `${each.rule.padEnd(20)} precision ${precisionOf(each).toFixed(1).padStart(5)} %  recall ${recallOf(each).toFixed(1).padStart(5)} %  (${each.right} right, ${each.wrong} wrong, ${each.missed} missed)`,
  );
