// The proof (`npm run proof`) on fewer cases: what is asked for is the same, and the cases are the same in every run.
import assert from "node:assert/strict";
import { agreementOf, agrees } from "./agreement";
import { missedBy } from "./demands";
import { consistentReports, kinds } from "./mistakes";
import { loadSolver } from "./optimum";
import { tallyOf } from "./tally";

const seed = 1;
const independentCases = 200;
const otherCases = 80;
const solverCases = 32;

describe(`what the explanation is worth (seed ${seed})`, function () {
  this.timeout(60_000);

  for (const { id, title, family } of kinds) {
    it(title, () => {
      const tally = tallyOf({ seed, kind: id, from: 0, to: family === "independent" ? independentCases : otherCases });
      const cases = tally.failures.map(({ number, why }) => `\n${id} ${number}: ${why}`);
      assert.deepEqual(missedBy(tally), [], cases.join(""));
    });
  }

  it("nothing is said of consistent reports", () => {
    const tally = tallyOf({ seed, kind: consistentReports, from: 0, to: independentCases });
    assert.deepEqual(missedBy(tally), [], tally.failures.map(({ why }) => why).join("\n"));
  });

  it("the explanations are the smallest sets, as a solver and as trying all sets have it", async () => {
    const solver = await loadSolver();
    for (let index = 0; index < solverCases; index++) {
      const agreement = agreementOf(seed, index, solver);
      assert.ok(agrees(agreement), JSON.stringify(agreement));
    }
  });
});
