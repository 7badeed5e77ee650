// Candidates in the order in which people make mistakes; no order makes one of them preferred.
import assert from "node:assert/strict";
import { explain } from "../../../server/src/report/explain";
import { readReport } from "../../../server/src/report/index";
import { type Hints, isSlip } from "../../../server/src/report/rank";
import { sampleReport } from "../../support/sample";

const none: Hints = { quotes: () => false, carriedIn: new Map() };

/** The rows of the candidates, in their order. */
function order(cells: Readonly<Record<string, string>>, hints: Partial<Hints> = {}): readonly string[] {
  const { form, relations } = readReport(sampleReport({ cells }));
  const [mistake] = explain(form, relations, { ...none, ...hints });
  assert.equal(mistake?.preferred, false);
  return mistake.explanations.map((changes) => changes.map(({ cell }) => cell.path.row)[0] ?? "");
}

describe("rank", () => {
  it("knows the slips of a hand: digits swapped, lost, doubled, added", () => {
    for (const [meant, written] of [
      [12n, 21n],
      [123n, 132n],
      [123n, 13n],
      [5n, 55n],
      [66n, 6n],
      [40n, 4n],
      [7n, 17n],
    ] as const)
      assert.ok(isSlip(meant, written), `${meant} ${written}`);
    for (const [meant, written] of [
      [12n, 12n],
      [12n, 13n],
      [1n, 2n],
      [123n, 321n],
      [5n, 555n],
      [1234n, 2143n],
    ] as const)
      assert.ok(!isSlip(meant, written), `${meant} ${written}`);
  });

  it("puts the candidate first that is a slip", () => {
    // 21 for 12 in the row 部分公开; 9 less could be in other rows too.
    const cells = { "requests/unable.notHeld/natural": "17", "requests/unable.notHeld/total": "18" };
    assert.deepEqual(order(cells), ["granted", "unable.notHeld"]);
    assert.deepEqual(order({ "requests/new/natural": "508", "requests/new/total": "516" })[0], "new");
  });

  it("then the one the prose speaks for, then last year's report", () => {
    const cells = { "requests/new/natural": "60", "requests/new/total": "68" };
    assert.deepEqual(order(cells), ["new", "carriedIn", "carriedOut"]);
    assert.deepEqual(order(cells, { quotes: (count) => count === 68n }), ["carriedIn", "carriedOut", "new"]);
    assert.deepEqual(order(cells, { carriedIn: new Map([["natural", 1n]]) }), ["carriedIn", "new", "carriedOut"]);
    assert.deepEqual(order(cells, { carriedIn: new Map([["natural", 3n]]) }), ["new", "carriedOut", "carriedIn"]);
  });

  it("takes the numbers of the prose from the report", () => {
    const cells = { "requests/new/natural": "60", "requests/new/total": "68" };
    const prose = (text: string) =>
      readReport(sampleReport({ cells, sections: { overview: text } })).mistakes[0]?.explanations[0]?.[0]?.cell.path
        .row;
    assert.equal(prose("全年新收政府信息公开申请６６件。"), "new");
    assert.equal(prose("全年新收政府信息公开申请68件。"), "carriedIn");
  });
});
