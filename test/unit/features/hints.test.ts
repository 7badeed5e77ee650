import assert from "node:assert/strict";
import { type HintMode, hints } from "../../../server/src/features/hints";
import { readReport } from "../../../server/src/report/index";
import { layouts, type SampleOptions, sampleReport } from "../../support/sample";

/** The hints behind the text of their line. */
function shown(options: SampleOptions, mode: HintMode = "broken"): readonly string[] {
  const text = sampleReport({ layout: "tabs", ...options });
  return hints(readReport(text), mode, { start: 0, end: text.length }, "zh").map(({ offset, label }) => {
    const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
    return `${line.split("\t").at(-1)} ${label}`;
  });
}

describe("inlay hints", () => {
  it("are none in a clean report, whatever its layout", () => {
    for (const layout of layouts) assert.deepEqual(shown({ layout }), []);
  });

  it("tell what a blank or wrong total should be", () => {
    assert.deepEqual(shown({ cells: { "requests/new/total": "" } }), [" = 66"]);
    assert.deepEqual(shown({ cells: { "requests/new/total": "65" } }), ["65 = 66"]);
    assert.deepEqual(shown({ cells: { "requests/total/natural": "95" } }), ["95 = 59"]);
    for (const layout of layouts) assert.deepEqual(shown({ layout, cells: { "requests/new/total": "65" } }).length, 1);
  });

  it("are no more than the sum of the parts where one of those may be wrong instead", () => {
    assert.deepEqual(shown({ cells: { "review/review/total": "3" } }), ["3 = 2（各项之和）"]);
    assert.ok(shown({ cells: { "requests/granted/natural": "12" } }, "all").includes("25 = 16（各项之和）"));
  });

  it("are none where a part is wrong, and where it cannot be told", () => {
    assert.deepEqual(shown({ cells: { "requests/granted/natural": "12" } }), []);
    assert.deepEqual(shown({ cells: { "review/review/total": "", "review/review/upheld": "" } }), []);
    assert.deepEqual(shown({ cells: { "review/review/total": "", "review/review/upheld": "/" } }), []);
  });

  it("stand at every total that can be added up, if all are wanted", () => {
    // 25 rows, （七） in six columns more, and three groups.
    const all = shown({}, "all");
    assert.equal(all.length, 25 + 6 + 3);
    for (const hint of all) assert.match(hint, /^(\d+) = \1$/u);
    assert.equal(shown({ cells: { "requests/granted/natural": "/" } }, "all").length, 25 + 6 + 3 - 2);
  });

  it("are none if none are wanted", () => assert.deepEqual(shown({ cells: { "requests/new/total": "" } }, "off"), []));

  it("come with their sums, and only for what is asked", () => {
    const text = sampleReport({ cells: { "requests/new/total": "65", "review/review/total": "77" } });
    const report = readReport(text);
    const half = { start: 0, end: text.indexOf("四、政府信息公开行政复议") };
    const [hint, ...others] = hints(report, "broken", half, "zh");
    const sum = "行合计：65 ≠ 66（自然人 58 + 商业企业 7 + 科研机构 1 + 0 + 0 + 0），相差 1";
    const balance =
      "一 + 二 = 三（七）+ 四：一、本年新收 65 + 二、上年结转 4 = 69 ≠ 70 = （七）总计 67 + 四、结转下年度 3，相差 1";
    assert.equal(hint?.tooltip, `${sum}\n${balance}`);
    assert.deepEqual(others, []);
    const [english] = hints(report, "broken", half, "en");
    assert.match(english?.tooltip ?? "", /^Row total: 65 ≠ 66/);
  });

  it("come with the relation that tells the number where the parts come to another", () => {
    const text = sampleReport({ cells: { "requests/granted/natural": "12", "requests/granted/total": "99" } });
    const [hint] = hints(readReport(text), "broken", { start: 0, end: text.length }, "zh");
    assert.equal(hint?.label, "= 25");
    assert.match(hint?.tooltip ?? "", /^按勾稽关系推算为 25\n列合计：67 ≠ 141（/u);
  });
});
