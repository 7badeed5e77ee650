// Held, broken, not assessable: with blanks and unreadable cells as unknowns not below zero.
import assert from "node:assert/strict";
import { readReport } from "../../../server/src/report/index";
import type { Relation } from "../../../server/src/report/types";
import { pathKey, sampleReport } from "../../support/sample";

/** The row total of 一、本年新收, whose numbers are 58 7 1 0 0 0 66 unless the case says otherwise. */
function rowTotal(written: string): Relation {
  const columns = ["natural", "business", "research", "social", "legal", "other", "total"];
  const numbers = written.split(" ");
  const cells = Object.fromEntries(
    columns.map((column, at) => [`requests/new/${column}`, numbers[at] === "_" ? "" : (numbers[at] as string)]),
  );
  const report = readReport(sampleReport({ layout: "tabs", cells }));
  return report.relations.find(({ form }) => form.id === "row-total:requests/new") as Relation;
}

function told(relation: Relation): string {
  const determined = relation.determined.map(({ cell, value }) => `${cell.column.id} ${value}`);
  return [relation.state, ...(determined.length > 0 ? [`determined ${determined.join(", ")}`] : [])].join(": ");
}

describe("a relation", () => {
  for (const [name, written, expected] of [
    ["all readable", "58 7 1 0 0 0 66", "held"],
    ["a wrong total", "58 7 1 0 0 0 65", "broken"],
    ["a wrong part", "58 7 2 0 0 0 66", "broken"],
    ["a blank total", "58 7 1 0 0 0 _", "unassessable: determined total 66"],
    ["a total that is a stroke", "58 7 1 0 0 0 /", "unassessable"],
    ["one blank part", "58 _ 1 0 0 0 66", "unassessable: determined business 7"],
    ["one unreadable part", "58 / 1 0 0 0 66", "unassessable"],
    ["one blank part, nothing left for it", "58 _ 8 0 0 0 66", "unassessable: determined business 0"],
    ["one blank part, less than nothing left", "58 _ 9 0 0 0 66", "broken"],
    ["two blank parts, something left", "58 _ _ 0 0 0 66", "unassessable"],
    ["two blank parts, nothing left", "66 _ _ 0 0 0 66", "unassessable: determined business 0, research 0"],
    [
      "all parts blank, total 0",
      "_ _ _ _ _ _ 0",
      "unassessable: determined natural 0, business 0, research 0, social 0, legal 0, other 0",
    ],
    ["a blank and a stroke, nothing left", "66 _ / 0 0 0 66", "unassessable: determined business 0"],
    ["a blank and a stroke, less than nothing left", "67 _ / 0 0 0 66", "broken"],
    ["total and part blank", "58 _ 1 0 0 0 _", "unassessable"],
    ["everything blank", "_ _ _ _ _ _ _", "unassessable"],
    ["a decimal among the parts", "58 7.5 1 0 0 0 66", "unassessable"],
    ["a negative part counts as unknown, which is not below zero", "58 -7 9 0 0 0 66", "broken"],
    ["too many digits", "58 1234567890123456 1 0 0 0 66", "unassessable"],
    ["other spellings", "５８ 07 1件 0 0 0 66", "held"],
    ["fifteen digits", "999999999999998 0 1 0 0 0 999999999999999", "held"],
  ] as const) {
    it(`${name}: ${expected}`, () => {
      const relation = rowTotal(written);
      assert.equal(told(relation), expected);
    });
  }

  it("sums what can be read on each side", () => {
    const relation = rowTotal("58 _ 1 / 0 0 66");
    assert.deepEqual([relation.leftSum, relation.rightSum], [66n, 59n]);
  });

  it("a balance with unknowns on both sides is never broken", () => {
    const report = (cells: Readonly<Record<string, string>>) => {
      const { relations } = readReport(sampleReport({ layout: "tabs", cells }));
      return told(relations.find(({ form }) => form.id === "balance:requests/natural") as Relation);
    };
    assert.equal(report({ "requests/new/natural": "", "requests/carriedOut/natural": "" }), "unassessable");
    assert.equal(report({ "requests/new/natural": "", "requests/total/natural": "/" }), "unassessable");
    assert.equal(
      report({ "requests/carriedOut/natural": "" }),
      "unassessable: determined carriedOut 2".replace("carriedOut", "natural"),
    );
    assert.equal(report({ "requests/carriedOut/natural": "", "requests/total/natural": "62" }), "broken");
    assert.equal(report({ "requests/carriedIn/natural": "" }), "unassessable: determined natural 3");
  });

  it("with a row that was not found has no cell there and is not assessable", () => {
    const report = readReport(sampleReport({ omit: ["requests/denied.inquiry"] }));
    for (const relation of report.relations.filter(({ form }) => form.kind === "column-total")) {
      const gone = relation.right.filter((cell) => cell === null);
      assert.equal(gone.length, 1);
      assert.notEqual(relation.state, "held");
    }
    const natural = report.relations.find(({ form }) => form.id === "column-total:requests/natural");
    assert.equal(natural?.state, "unassessable");
    assert.deepEqual(natural?.determined, []);
    const row = report.relations.find(({ form }) => form.id === "row-total:requests/denied.inquiry");
    assert.deepEqual([row?.state, row?.total], ["unassessable", null]);
    assert.equal(report.counts.broken, 0);
  });

  it("of a missing table cannot be assessed, and is counted", () => {
    const report = readReport(sampleReport({ omit: ["requests", "review"] }));
    assert.deepEqual(report.counts, { total: 42, held: 0, broken: 0, notAssessable: 42 });
  });

  it("has its cells in the form's order", () => {
    const report = readReport(sampleReport());
    for (const { form, left, right, total } of report.relations) {
      assert.deepEqual(
        left.map((cell) => cell && pathKey(cell.path)),
        form.left.map(pathKey),
      );
      assert.deepEqual(
        right.map((cell) => cell && pathKey(cell.path)),
        form.right.map(pathKey),
      );
      assert.equal(total && pathKey(total.path), pathKey(form.total));
    }
  });
});
