// The proof itself: its reports are consistent, its mistakes are what they are called, its judges notice what is wrong.
import assert from "node:assert/strict";
import { form2021 } from "../../server/src/form/index";
import { sampleCells } from "../support/sample";
import { missedBy } from "./demands";
import { smallestFamily } from "./family";
import { kinds, mistakeCase, solverKinds } from "./mistakes";
import { loadSolver } from "./optimum";
import { randomOf } from "./random";
import { reportCase, type Size, sizes } from "./reports";
import { anyBroken, type Counts, imbalance } from "./sheet";
import { countsOf } from "./slip";
import { tallyOf, together } from "./tally";

/** A consistent report's counts with some changed; null is blank. */
function counts(changed: Readonly<Record<string, number | null>>): Counts {
  const all = [...sampleCells(form2021)].filter(([key]) => !key.startsWith("disclosure/"));
  return new Map([...all.map(([key, value]) => [key, Number(value)] as const), ...Object.entries(changed)]);
}

const bySize = (size: Size) =>
  Array.from({ length: 200 }, (_, n) => reportCase(randomOf(1, n))).filter((each) => each.size === size);

describe("the proof's reports", () => {
  it("are the same for the same seed, and others for another", () => {
    assert.deepEqual(reportCase(randomOf(3, "one", 5)), reportCase(randomOf(3, "one", 5)));
    assert.notDeepEqual(reportCase(randomOf(3, "one", 5)).truth, reportCase(randomOf(3, "one", 6)).truth);
  });

  it("are consistent and as large as their name says", () => {
    const limits: Readonly<Record<Size, readonly [number, number]>> = {
      town: [0, 20],
      county: [10, 1000],
      city: [500, 15_000],
    };
    for (const size of sizes)
      for (const { form, truth } of bySize(size)) {
        const numbers = new Map([...truth].map(([key, value]) => [key, Number(value)]));
        assert.ok([...form.relations].every((relation) => imbalance(relation, numbers) === 0));
        assert.ok(
          [...numbers].every(
            ([key, value]) => key.startsWith("disclosure/") || (Number.isInteger(value) && value >= 0),
          ),
        );
        const [least, most] = limits[size];
        const total = numbers.get("requests/new/total") ?? -1;
        assert.ok(least <= total && total <= most, `${size}: ${total}`);
      }
  });
});

describe("the proof's mistakes", () => {
  for (const kind of solverKinds.concat(kinds.filter(({ family }) => family === "review")))
    it(`${kind.title}: change the truth, and break a relation`, () => {
      for (let number = 0; number < 15; number++) {
        const { base, slip } = mistakeCase(2, kind, number);
        const changed = Object.entries(slip.cells);
        assert.ok(changed.length > 0 && changed.every(([key, text]) => text !== base.truth.get(key)));
        assert.ok(changed.every(([, text]) => /^\d{0,15}$/.test(text)));
        assert.ok(kind.family === "blank" || anyBroken(base.form, countsOf(base, slip)));
      }
    });

  it("independent ones are as many as they say", () => {
    const sizesOf = solverKinds
      .filter(({ family }) => family === "independent")
      .map((kind) => Object.keys(mistakeCase(2, kind, 0).slip.cells).length);
    assert.deepEqual(sizesOf, [1, 2, 3, 4]);
  });
});

describe("the proof's judges", () => {
  it("trying all sets finds each of the smallest", () => {
    assert.deepEqual(smallestFamily(form2021, counts({})), []);
    assert.deepEqual(smallestFamily(form2021, counts({ "requests/granted/research": 4 })), [
      "requests/granted/research=1",
    ]);
    // 新收 of a column and its total: together with those of 二 or of 四 there are three ways.
    const family = smallestFamily(form2021, counts({ "requests/new/natural": 60, "requests/new/total": 68 }));
    assert.deepEqual(family, [
      "requests/carriedIn/natural=1 requests/carriedIn/total=2",
      "requests/carriedOut/natural=4 requests/carriedOut/total=5",
      "requests/new/natural=58 requests/new/total=66",
    ]);
    const four = { "requests/granted/natural": 9, "requests/partial/business": 9, "requests/new/total": 1 };
    assert.equal(smallestFamily(form2021, counts({ ...four, "requests/carriedOut/legal": 5 })), null);
  });

  it("the solver counts what has to change, and nothing for blanks", async () => {
    const solve = await loadSolver();
    assert.equal(solve(form2021, counts({}), 3), 0);
    assert.equal(solve(form2021, counts({ "requests/granted/research": 4 }), 3), 1);
    assert.equal(solve(form2021, counts({ "requests/new/natural": 60, "requests/new/total": 68 }), 3), 2);
    assert.equal(solve(form2021, counts({ "requests/new/natural": 60, "requests/new/total": 68 }), 1), null);
    assert.equal(solve(form2021, counts({ "requests/granted/natural": null, "requests/total/total": null }), 3), 0);
    assert.equal(solve(form2021, counts({ "requests/new/natural": null, "requests/new/total": 50 }), 3), 1);
  });

  it("a demand that is missed is told, in one stretch of cases as in two", () => {
    const [one, two] = [
      tallyOf({ seed: 1, kind: "cell-row", from: 0, to: 3 }),
      tallyOf({ seed: 1, kind: "cell-row", from: 3, to: 5 }),
    ];
    const both = together(one, two);
    assert.deepEqual({ ...both, times: [] }, { ...tallyOf({ seed: 1, kind: "cell-row", from: 0, to: 5 }), times: [] });
    assert.deepEqual(missedBy(both), []);
    assert.deepEqual(missedBy({ ...both, away: 1, safeWrong: 2 }), [
      "cell-row: led away 1 of 5, at most 0 % asked",
      "cell-row: safe fixes wrong 2 of 5, at most 0 % asked",
    ]);
    assert.deepEqual(missedBy({ ...both, kind: "one", family: "independent" }), [
      "one: found 0 of 5, at least 100 % asked",
      "one: restored 0 of 5, at least 100 % asked",
    ]);
  });
});
