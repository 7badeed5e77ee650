import assert from "node:assert/strict";
import { hover } from "../../../server/src/features/hover";
import { definitions, references } from "../../../server/src/features/references";
import { readReport } from "../../../server/src/report/index";
import { fixture } from "../../support/fixture";
import { sampleReport } from "../../support/sample";

function read(sentence: string, cells: Readonly<Record<string, string>> = {}) {
  const { text, cursor } = fixture(sampleReport({ layout: "tabs", sections: { overview: sentence }, cells }));
  return { text, report: readReport(text), offset: cursor ?? 0 };
}

const texts = (text: string, spans: readonly { start: number; end: number }[] | undefined) =>
  spans?.map(({ start, end }) => text.slice(start, end)) ?? [];

describe("a number in the prose", () => {
  it("is defined by the cells of the reading it agrees with, of all where it agrees with none", () => {
    const carried = read("全年收到政府信息公开申请7$00件。");
    assert.deepEqual(texts(carried.text, definitions(carried.report, carried.offset)?.targets), ["66", "4"]);
    const none = read("全年新收政府信息公开申请6$05件。");
    assert.deepEqual(texts(none.text, definitions(none.report, none.offset)?.targets), ["66"]);
    const outcome = read("办结政府信息公开申请67件，其中无法提供1$02件。");
    assert.deepEqual(texts(outcome.text, definitions(outcome.report, outcome.offset)?.targets), ["9", "2", "1"]);
  });

  it("says what it is compared with", () => {
    const { report, offset } = read("全年收到政府信息公开申请7$00件。");
    assert.equal(
      hover(report, offset, "zh")?.markdown,
      "**70件**\n\n- ✗ 表三 一、本年新收·总计：66\n- ✓ 表三 一、本年新收 + 二、上年结转·总计：70\n\n与表格一致",
    );
    const loose = read("公开行政处罚1$02件。");
    assert.match(hover(loose.report, loose.offset, "zh")?.markdown ?? "", /可能另有所指/);
    assert.match(hover(loose.report, loose.offset, "en")?.markdown ?? "", /something else/);
  });

  it("is among the references of its cell, and has its cells as references", () => {
    const cell = read("全年新收政府信息公开申请66件。", { "requests/new/total": "6$06" });
    assert.equal(texts(cell.text, references(cell.report, cell.offset, false))[0], "66");
    const prose = read("全年新收政府信息公开申请6$06件。");
    assert.deepEqual(texts(prose.text, references(prose.report, prose.offset, true)), ["66", "66"]);
  });

  it("is of every cell one word speaks of", () => {
    const none = read("2024年未$0发生政府信息公开行政复议、行政诉讼。");
    assert.deepEqual(texts(none.text, definitions(none.report, none.offset)?.targets), ["2", "0", "1"]);
    assert.match(hover(none.report, none.offset, "zh")?.markdown ?? "", /行政复议·总计：2[\s\S]*行政诉讼·总计：1/);
  });

  it("is no reference of a cell where it is of a sum, or of something else", () => {
    const cells = { "requests/new/total": "6$06" };
    for (const sentence of ["全年收到政府信息公开申请70件。", "县公安局收到政府信息公开申请12件。"]) {
      const { report, offset } = read(sentence, cells);
      const sums = references(report, offset, false);
      assert.ok(sums.every(({ start }) => start > report.text.indexOf(sentence) + 20));
    }
    const both = read("全年收到政府信息公开申请66件。", cells);
    assert.equal(references(both.report, both.offset, false)[0]?.start, both.text.indexOf("66"));
  });

  it("is nothing where it speaks of no cell", () => {
    const { report, offset } = read("办理12345热线4$07件。");
    assert.equal(hover(report, offset, "zh"), null);
    assert.equal(definitions(report, offset), null);
    assert.deepEqual(references(report, offset, true), []);
  });
});
