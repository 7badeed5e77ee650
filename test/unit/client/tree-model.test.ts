import assert from "node:assert/strict";
import { fileName, gradeOf, grouped, isBroken, isSamePlace, sumOf } from "../../../client/src/treeModel";
import type { ReportSummary } from "../../../server/src/lsp/protocol";
import { summary, untold } from "./summary";

const named = (uri: string, organ: string | null, year: number | null): [string, ReportSummary] => [
  uri,
  summary({ uri: `file:///年报/${uri}`, organ, year }),
];

/** One line an organ: its name and its reports. */
function lines(reports: ReadonlyMap<string, ReportSummary>, brokenOnly = false): readonly string[] {
  const { organs, unknown } = grouped(reports, brokenOnly);
  return [...organs.map((group) => `${group.organ}: ${group.reports.join(" ")}`), `?: ${unknown.join(" ")}`];
}

describe("the tree of reports", () => {
  it("has the organs by pinyin, their years newest first, and files of no organ at the end", () => {
    const reports = new Map([
      named("a.txt", null, 2024),
      named("w22.txt", "青禾县卫健局", 2022),
      named("w.txt", "青禾县卫健局", null),
      named("乙.txt", null, null),
      named("w24.txt", "青禾县卫健局", 2024),
      named("g24.txt", "青禾县工信局", 2024),
      named("w23.txt", "青禾县卫健局", 2023),
    ]);
    assert.deepEqual(lines(reports), [
      "青禾县工信局: g24.txt",
      "青禾县卫健局: w24.txt w23.txt w22.txt w.txt",
      "?: 乙.txt a.txt",
    ]);
  });

  it("has files of the same organ and year by their names, numbers by value", () => {
    const reports = new Map(["稿10.txt", "稿9.txt", "稿1.txt"].map((name) => named(name, "青禾县水务局", 2024)));
    assert.deepEqual(lines(reports), ["青禾县水务局: 稿1.txt 稿9.txt 稿10.txt", "?: "]);
  });

  it("can be cut down to what has to be put right, and to what could not be told", () => {
    const reports = new Map([
      ["error", summary({ counts: { errors: 1 } })],
      ["warning", summary({ counts: { warnings: 9 } })],
      // Its error is known, the relation is broken all the same.
      ["broken", summary({ broken: 1, known: 1 })],
      ["blank", summary({ notAssessable: 2 })],
      ["untold", untold("文件太大，没有核对。")],
      ["other organ", summary({ organ: "青禾县林草局" })],
    ]);
    assert.deepEqual(lines(reports, true), ["青禾县水务局: broken error untold", "?: "]);
    assert.equal([...reports.values()].filter(isBroken).length, 3);
  });

  it("stays as it is while only findings change", () => {
    const before = summary();
    const after = summary({ counts: { errors: 1 }, broken: 1 });
    assert.equal(isSamePlace(before, after, false), true);
    assert.equal(isSamePlace(before, after, true), false, "it comes into the selection");
    assert.equal(isSamePlace(before, summary({ year: 2023 }), false), false);
    assert.equal(isSamePlace(before, summary({ organ: null }), false), false);
  });

  it("groups two thousand reports at once", () => {
    const reports = new Map(
      Array.from({ length: 2000 }, (_, at) => named(`${at}.txt`, `青禾县第${at % 700}中学`, 2020 + (at % 3))),
    );
    const begin = performance.now();
    assert.equal(grouped(reports, false).organs.length, 700);
    const took = performance.now() - begin;
    assert.ok(took < 250, `${took} ms`);
  });
});

describe("the grade of a report", () => {
  for (const [grade, report] of [
    ["error", summary({ counts: { errors: 1, warnings: 2 } })],
    ["trouble", untold("读不了")],
    ["warning", summary({ counts: { warnings: 1, information: 1 }, notAssessable: 1 })],
    ["information", summary({ counts: { information: 1 } })],
    ["open", summary({ broken: 1, known: 1 })],
    ["open", summary({ notAssessable: 1 })],
    ["pass", summary()],
  ] as const) {
    it(`${grade}`, () => assert.equal(gradeOf(report), grade));
  }

  it("is never a tick where nothing was checked", () => {
    const relations = { total: 0, held: 0, broken: 0, notAssessable: 0 };
    assert.equal(gradeOf({ ...summary(), relations }), "open");
  });

  it("of an organ is the worst of its reports, its numbers their sum", () => {
    const counts = { errors: 1, warnings: 2 };
    const reports = [summary(), summary({ counts, known: 1 }), summary({ counts }), untold("读不了")];
    assert.deepEqual(sumOf(reports), {
      reports: 4,
      counts: { errors: 2, warnings: 4, information: 0 },
      known: 1,
      troubles: 1,
      grade: "error",
    });
    assert.equal(sumOf([]).grade, "pass");
    assert.equal(sumOf([summary(), untold("读不了")]).grade, "trouble");
  });
});

describe("a file's name", () => {
  for (const [uri, name] of [
    ["file:///a/%E6%B0%B4%E5%8A%A1%E5%B1%80.txt", "水务局.txt"],
    ["vscode-vfs://github/a/b/水务局.txt?ref=1", "水务局.txt"],
    ["untitled:Untitled-1", "untitled:Untitled-1"],
    ["file:///a/100%.txt", "100%.txt"],
    ["", ""],
  ] as const) {
    it(`of ${uri || "nothing"}`, () => assert.equal(fileName(uri), name));
  }
});
