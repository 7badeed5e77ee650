// What last year's report knows about this year's 二 orders the explanations of what is wrong, and nothing else.
import assert from "node:assert/strict";
import { carriedOutOf, withCarriedIn } from "../../../server/src/report/carry";
import { readReport } from "../../../server/src/report/index";
import { knownOf } from "../../../server/src/report/known";
import type { Report } from "../../../server/src/report/types";
import { sampleReport } from "../../support/sample";

/** One class of applicants and the total off by three: 一, 二, （七） or 四 may be what is wrong. */
const cells = { "requests/carriedIn/natural": "6", "requests/carriedIn/total": "7" };
const text = sampleReport({ cells });

function first(report: Report): readonly string[] {
  return (report.mistakes[0]?.explanations[0] ?? []).map(({ cell, value }) => `${cell.path.row} ${value}`);
}

describe("last year's figures", () => {
  it("are read out of its row 四, as far as it is readable", () => {
    const known = (more: Record<string, string>) =>
      carriedOutOf(knownOf("x", readReport(sampleReport({ year: 2023, cells: more }))));
    assert.deepEqual(
      [...known({})],
      [
        ["natural", 2n],
        ["business", 1n],
        ["research", 0n],
        ["social", 0n],
        ["legal", 0n],
        ["other", 0n],
        ["total", 3n],
      ],
    );
    assert.equal(known({ "requests/carriedOut/natural": "" }).has("natural"), false);
    assert.equal(carriedOutOf(null).size, 0);
  });

  it("bring the explanation that agrees with them to the front, and move back one that would leave them", () => {
    const agreeing = new Map([
      ["natural", 3n],
      ["total", 4n],
    ]);
    assert.deepEqual(first(readReport(text, undefined, agreeing)), ["carriedIn 3", "carriedIn 4"]);
    const standing = new Map([
      ["natural", 6n],
      ["total", 7n],
    ]);
    assert.ok(!first(readReport(text, undefined, standing)).includes("carriedIn 3"));
  });

  it("make none of several preferred, and are the same whether they come with the reading or after it", () => {
    const carriedIn = new Map([
      ["natural", 3n],
      ["total", 4n],
    ]);
    const read = readReport(text);
    const after = withCarriedIn(read, carriedIn);
    assert.deepEqual(after, readReport(text, undefined, carriedIn));
    assert.equal(withCarriedIn(read, new Map(carriedIn)), after);
    assert.deepEqual(withCarriedIn(after, new Map()), read);
    assert.ok(after.mistakes.every(({ preferred }) => !preferred));
  });

  it("leave a report without a choice as it is", () => {
    const clean = readReport(sampleReport());
    assert.equal(withCarriedIn(clean, new Map([["natural", 9n]])), clean);
  });
});
