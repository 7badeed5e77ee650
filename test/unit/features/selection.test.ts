import assert from "node:assert/strict";
import { selections } from "../../../server/src/features/selection";
import { readReport } from "../../../server/src/report/index";
import { fixture } from "../../support/fixture";
import { layouts, sampleReport } from "../../support/sample";

/** The selections from the inside out, each by how it begins and ends. */
function steps(source: string): readonly string[] {
  const { text, cursor } = fixture(source);
  return selections(readReport(text), cursor ?? 0).map(({ start, end }) => {
    const selected = text.slice(start, end).trim().replaceAll(/\s+/gu, " ");
    return selected.length <= 26 ? selected : `${selected.slice(0, 12)}…${selected.slice(-8)}`;
  });
}

describe("selection", () => {
  it("grows from a number over its cell, row and table to the section and the document", () => {
    const cells = { "requests/granted/business": "$03件" };
    assert.deepEqual(steps(sampleReport({ layout: "tabs", cells })), [
      "3",
      "3件",
      "（一）予以公开 21 3件 1 0 0 0 25",
      "三、本年度办理结果 （一…0 0 0 25",
      "（本列数据的勾稽关系为：… 0 0 0 3",
      "三、收到和处理政府信息公… 0 0 0 3",
      "青禾县示范镇人民政府20…需要报告的事项。",
    ]);
  });

  it("takes the group between row and table", () => {
    const found = steps(sampleReport({ layout: "lines", cells: { "requests/denied.inquiry/natural": "$05" } }));
    assert.equal(found[0], "5");
    assert.ok(found.some((step) => step.startsWith("8.属于行政查询事项")));
    assert.ok(found.some((step) => step.startsWith("（三）不予公开")));
  });

  it("keeps to a group of table four", () => {
    const found = steps(sampleReport({ layout: "tabs", cells: { "review/directSuit/pending": "$07" } }));
    assert.deepEqual(found.slice(0, 2), ["7", "0 0 0 7 0"]);
  });

  it("grows in prose over the line and its subsection", () => {
    const found = steps(sampleReport().replace("及时发布", "及时$0发布"));
    assert.deepEqual(
      found.map((step) => step.slice(0, 8)),
      ["2024年，本机", "（一）主动公开情", "一、总体情况 （", "青禾县示范镇人民"],
    );
  });

  it("is the document where nothing else stands", () => {
    assert.deepEqual(selections(readReport(""), 0), [{ start: 0, end: 0 }]);
    assert.deepEqual(steps("$0\n\n"), [""]);
  });

  it("is strictly nested around every offset, and ends with the document", () => {
    for (const layout of layouts) {
      const text = sampleReport({
        layout,
        eol: "\r\n",
        cells: { "requests/new/total": "", "requests/granted/natural": "２１ 件" },
      });
      const report = readReport(text);
      for (let offset = -1; offset <= text.length + 1; offset += 3) {
        const at = Math.min(Math.max(offset, 0), text.length);
        const found = selections(report, offset);
        assert.deepEqual(found.at(-1), { start: 0, end: text.length });
        found.forEach((span, i) => {
          assert.ok(span.start <= at && at <= span.end, `${layout} ${offset}`);
          const inner = found[i - 1];
          if (!inner) return;
          assert.ok(span.start <= inner.start && inner.end <= span.end, `${layout} ${offset}`);
          assert.ok(span.end - span.start > inner.end - inner.start, `${layout} ${offset}`);
        });
      }
    }
  });

  it("grows in a second report over the whole of it", () => {
    const second = sampleReport({ organ: "白石县水务局" }).replace("及时发布", "及时$0发布");
    const found = steps(sampleReport() + second);
    assert.ok(found.at(-2)?.startsWith("白石县水务局"), found.join("\n"));
    assert.equal(found.length, 3);
  });
});
