import assert from "node:assert/strict";
import { tokens } from "../../../server/src/features/tokens";
import { readReport } from "../../../server/src/report/index";
import { layouts, type SampleOptions, sampleReport } from "../../support/sample";

function tokensOf(text: string, span = { start: 0, end: text.length }): readonly string[] {
  return tokens(readReport(text), span).map(({ span: { start, end }, type, modifiers }) =>
    [text.slice(start, end), type, ...modifiers].join(" "),
  );
}

const sample = (options: SampleOptions = {}) => tokensOf(sampleReport({ layout: "tabs", ...options }));

describe("semantic tokens", () => {
  it("tell headings, labels, column heads, numbers, totals and zeros", () => {
    const found = sample();
    for (const token of [
      "青禾县示范镇人民政府2024年政府信息公开工作年度报告 namespace",
      "一、总体情况 namespace",
      "（一）主动公开情况 namespace",
      "科研机构 type",
      "（三）不予公开 property",
      "一、本年新收政府信息公开申请数量 property",
      "58 number",
      "66 number total",
      "0 number dimmed",
      "0 number total dimmed",
      "35.6 number",
    ])
      assert.ok(found.includes(token), token);
    assert.ok(found.every((token) => !token.endsWith("broken")));
  });

  it("mark the numbers the findings stand at", () => {
    const broken = (cells: SampleOptions["cells"]) => sample({ cells }).filter((token) => token.endsWith("broken"));
    assert.deepEqual(broken({ "requests/new/total": "65" }), ["65 number total broken"]);
    assert.deepEqual(broken({ "requests/granted/natural": "0" }), ["0 number broken"]);
    assert.deepEqual(broken({ "review/review/total": "77" }), ["77 number total broken"]);
  });

  it("cover nothing in prose, and no blank cell", () => {
    assert.deepEqual(tokensOf("全年收到申请 5 件。\n"), []);
    const count = (cells: SampleOptions["cells"]) => sample({ cells }).length;
    assert.equal(count({ "requests/new/total": "" }), count({}) - 1);
    assert.equal(count({ "requests/new/total": "/" }), count({}) - 1);
  });

  it("of a range are those that touch it", () => {
    const text = sampleReport({ layout: "tabs" });
    const start = text.indexOf("一、本年新收");
    assert.deepEqual(tokensOf(text, { start, end: text.indexOf("\n", start) }), [
      "一、本年新收政府信息公开申请数量 property",
      "58 number",
      "7 number",
      "1 number",
      "0 number dimmed",
      "0 number dimmed",
      "0 number dimmed",
      "66 number total",
    ]);
  });

  it("stand in order, apart, and each on one line", () => {
    for (const layout of layouts)
      for (const eol of ["\n", "\r\n", "\r"] as const) {
        const text = sampleReport({ layout, eol }).replace("不予公开", `不予${eol}${eol}公开`);
        let end = 0;
        for (const { span } of tokens(readReport(text), { start: 0, end: text.length })) {
          assert.ok(end <= span.start && span.start < span.end, layout);
          assert.doesNotMatch(text.slice(span.start, span.end), /[\r\n]/u);
          end = span.end;
        }
        assert.ok(end > 0, layout);
      }
  });
});
