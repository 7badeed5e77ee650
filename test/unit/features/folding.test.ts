import assert from "node:assert/strict";
import { foldings } from "../../../server/src/features/folding";
import { readReport } from "../../../server/src/report/index";
import { layouts, sampleReport } from "../../support/sample";

/** Each fold as its first and its last line, the way an editor shows it. */
function folds(text: string): readonly string[] {
  return foldings(readReport(text)).map(({ start, end }) => {
    const lines = text.slice(start, end).split(/\r\n|\r|\n/u);
    return `${lines[0]?.trim()} … ${lines.at(-1)?.trim()}`;
  });
}

describe("folding", () => {
  it("takes sections, subsections, tables and groups", () => {
    const text = sampleReport({ layout: "pipes" });
    const found = folds(text).map((fold) => fold.replace(/ \|.* … /u, " … ").replaceAll(/( \|)+$/gu, ""));
    assert.deepEqual(found.slice(0, 6), [
      "一、总体情况 … 开展业务培训和工作考核，未发生责任追究情形。",
      "（一）主动公开情况 … 2024年，本机关主动公开政府信息，及时发布政策文件和解读材料。",
      "（二）依申请公开情况 … 全年新收政府信息公开申请66件，上年结转4件，结转下年度继续办理3件。",
      "（三）政府信息管理情况 … 健全政府信息发布审核制度，对公开的信息开展定期清理。",
      "（四）政府信息公开平台建设情况 … 加强政府网站和政务新媒体的日常维护。",
      "（五）监督保障情况 … 开展业务培训和工作考核，未发生责任追究情形。",
    ]);
    const groups = foldings(readReport(text)).map(({ start, end }) => text.slice(start, end));
    for (const [label, last] of [
      ["（三）不予公开", "8.属于行政查询事项"],
      ["（六）其他处理", "3.其他"],
    ] as const) {
      const group = groups.find((fold) => fold.startsWith(label));
      assert.ok(group?.split("\n").at(-1)?.includes(last), label);
    }
  });

  it("gives the same sections in every way of writing and with every line end", () => {
    for (const layout of layouts) {
      for (const eol of ["\n", "\r\n", "\r"] as const) {
        const text = sampleReport({ layout, eol });
        const spans = foldings(readReport(text));
        assert.equal(folds(text).filter((fold) => /^(?:## )?[一二三四五六]、/u.test(fold)).length >= 6, true);
        for (const { start, end } of spans) {
          assert.match(text.slice(start, end), /^\S?[\s\S]*[\r\n][\s\S]*\S$/u, layout);
        }
      }
    }
  });

  it("takes what trails the report", () => {
    const text = sampleReport({ trailing: "_1234567890.xls\nSheet1\n1\t2\n3\t4" });
    assert.equal(folds(text).at(-1), "_1234567890.xls … 3\t4");
  });

  it("takes nothing on one line", () => {
    assert.deepEqual(folds(""), []);
    assert.deepEqual(folds("一、总体情况\n\n\n"), []);
  });
});
