// What should stand where a finding stands: told where exactly one answer is known, and left out where it is not.
import assert from "node:assert/strict";
import { readReport } from "../../../server/src/report/index";
import { knownOf } from "../../../server/src/report/known";
import { noNeighbours } from "../../../server/src/report/neighbours";
import { check } from "../../../server/src/rules/index";
import type { RuleId } from "../../../server/src/rules/types";
import { type SampleOptions, sampleReport } from "../../support/sample";

/** Of one rule's findings what stands there, and what is expected; null where nothing is. */
function expected(
  rule: RuleId,
  options: SampleOptions,
  lastYear?: SampleOptions,
): readonly (readonly [string, string | null])[] {
  const text = sampleReport({ layout: "tabs", ...options });
  const last = lastYear ? knownOf("last.txt", readReport(sampleReport({ year: 2023, ...lastYear }))) : null;
  return check(readReport(text), {}, { ...noNeighbours, lastYear: last })
    .filter((finding) => finding.rule === rule)
    .map(({ span, expected: due }) => [text.slice(span.start, span.end), due?.zh ?? null]);
}

const overview = (sentence: string, options: SampleOptions = {}): SampleOptions => ({
  ...options,
  sections: { overview: `（一）依申请公开情况\n${sentence}` },
});

describe("what is expected", () => {
  it("by the relations: the number, where they accuse one", () => {
    assert.deepEqual(expected("row-total", { cells: { "requests/new/total": "65" } }), [["65", "66"]]);
    assert.deepEqual(expected("column-total", { cells: { "requests/total/natural": "58" } }), [["58", "59"]]);
    assert.deepEqual(expected("balance", { cells: { "requests/carriedOut/natural": "9" } }), [["9", "2"]]);
    assert.deepEqual(expected("inconsistent-cell", { cells: { "requests/granted/natural": "12" } }), [["12", "21"]]);
  });

  it("by the relations: nothing, where they leave a choice", () => {
    const together = { "requests/granted/natural": "28", "requests/granted/total": "32" };
    assert.deepEqual(
      expected("column-total", { cells: together }).map(([, due]) => due),
      [null, null],
    );
    assert.deepEqual(expected("row-total", { cells: { "review/review/total": "5" } }), [["5", null]]);
  });

  it("by last year's report: its figure, and what follows from it", () => {
    const carriedIn = { "requests/carriedOut/natural": "4", "requests/carriedOut/total": "5" };
    assert.deepEqual(expected("carry-over", {}, { cells: carriedIn }), [["4", "5"]]);
    const inForce = { "disclosure/normative/inForce": "11" };
    assert.deepEqual(expected("in-force", {}, { cells: inForce }), [["12", "13"]]);
  });

  it("by last year's report: nothing where that is below zero", () => {
    const last = { "disclosure/normative/inForce": "0" };
    assert.deepEqual(
      expected("in-force", { cells: { "disclosure/normative/repealed": "8" } }, { cells: last }).map(([, due]) => due),
      [null],
    );
  });

  it("of the prose: what the table has, in each reading", () => {
    assert.deepEqual(expected("prose-table", overview("全年新收政府信息公开申请68件。")), [["68", "66"]]);
    assert.deepEqual(expected("prose-table", overview("全年收到政府信息公开申请68件。")), [["68", "66 / 70"]]);
  });

  it("of the prose: nothing where the table's own number is in doubt, or the prose may count something else", () => {
    const told = overview("全年新收政府信息公开申请68件。");
    assert.deepEqual(expected("prose-table", { ...told, cells: { "requests/new/total": "65" } }), [["68", null]]);
    // A part is accused, and the total is right.
    assert.deepEqual(expected("prose-table", { ...told, cells: { "requests/new/natural": "85" } }), [["68", "66"]]);
    assert.deepEqual(expected("prose-table", overview("全年作出行政处罚18件。")), [["18", null]]);
  });

  it("of a share: rounded as it is told, of one total or two", () => {
    const share = "办结政府信息公开申请67件，其中予以公开25件，占";
    assert.deepEqual(expected("prose-percent", overview(`${share}47.3%。`, { omit: ["requests"] })), [
      ["47.3", "37.3"],
    ]);
    assert.deepEqual(expected("prose-percent", overview(`${share}47%。`, { omit: ["requests"] })), [["47", "37"]]);
    assert.deepEqual(
      expected("prose-percent", overview(`${share}47.31%。`)).map(([, due]) => due),
      [null],
    );
  });

  it("of a sum: what the parts come to where they are all told", () => {
    assert.deepEqual(expected("prose-sum", overview("全年发布信息80条：通知公告30条、工作动态51条。")), [["80", "81"]]);
    assert.deepEqual(expected("prose-sum", overview("全年发布信息80条，其中通知公告30条、工作动态51条。")), [
      ["80", null],
    ]);
  });

  it("of a spelling and of a period", () => {
    assert.deepEqual(expected("cell-format", { cells: { "requests/new/legal": "00" } }), [["00", "0"]]);
    const text = sampleReport().replace("12月31日", "11月30日");
    const period = check(readReport(text)).find(({ rule }) => rule === "period");
    assert.deepEqual(period?.expected, { zh: "2024年1月1日至2024年12月31日", en: "1 January to 31 December 2024" });
  });
});
