import assert from "node:assert/strict";
import { lenses } from "../../../server/src/features/lens";
import type { Locale } from "../../../server/src/features/types";
import { readReport } from "../../../server/src/report/index";
import { layouts, type SampleOptions, sampleReport } from "../../support/sample";

function titles(options: SampleOptions, locale: Locale = "zh"): readonly string[] {
  return lenses(readReport(sampleReport(options)), locale).map(({ title }) => title);
}

describe("code lenses", () => {
  it("stand above the tables that have relations, with how they stand", () => {
    for (const layout of layouts)
      assert.deepEqual(titles({ layout }), ["39 项勾稽关系，全部成立", "3 项勾稽关系，全部成立"], layout);
    assert.deepEqual(titles({ edition: 2019 }, "en"), ["37 relations, all hold", "3 relations, all hold"]);
    assert.deepEqual(titles({ cells: { "requests/new/total": "65", "review/review/upheld": "/" } }), [
      "39 项勾稽关系，2 项不符",
      "3 项勾稽关系，1 项无法核对",
    ]);
    assert.deepEqual(titles({ cells: { "review/review/upheld": "/", "review/directSuit/total": "5" } }, "en"), [
      "39 relations, all hold",
      "3 relations, 1 broken, 1 not assessable",
    ]);
  });

  it("stand on the first line of their table", () => {
    const text = sampleReport({ layout: "tabs", eol: "\r\n" });
    const lines = lenses(readReport(text), "zh").map(({ span }) => text.slice(span.start, span.end).split("\t")[0]);
    assert.deepEqual(lines, ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "行政复议"]);
  });

  it("lead to what is wrong first, else to what could not be read, else nowhere", () => {
    const led = (options: SampleOptions) => {
      const text = sampleReport(options);
      return lenses(readReport(text), "zh").map(({ place }) => place === null || text.slice(place).split(/\s/u)[0]);
    };
    for (const layout of ["lines", "tabs"] as const) {
      assert.deepEqual(led({ layout }), [true, true]);
      const wrong = { "requests/granted/business": "333", "requests/new/total": "655", "requests/partial/social": "/" };
      assert.deepEqual(led({ layout, cells: wrong }), ["655", true]);
      assert.deepEqual(led({ layout, cells: { "review/review/upheld": "/" } }), [true, "/"]);
      assert.deepEqual(led({ layout, cells: { "review/review/upheld": "/", "review/directSuit/total": "5" } }), [
        true,
        "5",
      ]);
    }
    const lacking = sampleReport({ layout: "tabs", omit: ["requests/granted"] });
    const [first] = lenses(readReport(lacking), "zh");
    assert.equal(first?.place, first?.span.start);
  });

  it("are none without such tables", () => {
    assert.deepEqual(titles({ omit: ["requests", "review"] }), []);
    assert.deepEqual(lenses(readReport(""), "zh"), []);
  });
});
