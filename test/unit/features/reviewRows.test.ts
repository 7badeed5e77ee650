import assert from "node:assert/strict";
import { type ReviewRow, reviewRows } from "../../../server/src/features/review";
import type { Locale } from "../../../server/src/features/types";
import { readReport } from "../../../server/src/report/index";
import { check } from "../../../server/src/rules/index";
import { layouts, type SampleOptions, sampleReport } from "../../support/sample";

function rowsOf(text: string, locale: Locale = "zh"): readonly ReviewRow[] {
  const report = readReport(text);
  return reviewRows(report, check(report), locale);
}

/** What the rows say besides their messages, which have tests of their own. */
function places(options: SampleOptions, change: (text: string) => string = (text) => text, locale: Locale = "zh") {
  const rows = rowsOf(change(sampleReport({ layout: "tabs", ...options })), locale);
  return rows.map(({ rule, section, cell, expected, found }) => [rule, section, cell, expected, found]);
}

const requests = "三、收到和处理政府信息公开申请情况";
const review = "四、政府信息公开行政复议、行政诉讼情况";

describe("rows of a review", () => {
  it("name section, row and column, and what should stand there", () => {
    assert.deepEqual(places({ cells: { "requests/new/total": "65" } }), [
      ["row-total", requests, "一、本年新收·总计", "66", "65"],
    ]);
  });

  it("have message, advice, severity and line of the finding", () => {
    const text = sampleReport({ layout: "tabs", cells: { "requests/new/total": "65" } });
    for (const locale of ["zh", "en"] as const) {
      const [finding] = check(readReport(text));
      const [row] = rowsOf(text, locale);
      assert.equal(row?.what, finding?.message[locale]);
      assert.equal(row?.advice, finding?.advice[locale]);
      assert.equal(row?.severity, "error");
      assert.match(text.split("\n")[(row?.line ?? 0) - 1] ?? "", /^一、本年新收.*\t65$/);
    }
  });

  it("have all candidates where there are several, those of other cells by name", () => {
    assert.deepEqual(places({ cells: { "review/review/total": "3" } }), [
      ["row-total", review, "行政复议·总计", "2 / 结果维持 2 / 结果纠正 1 / 其他结果 1 / 尚未审结 2", "3"],
    ]);
  });

  it("expect nothing where several numbers change together", () => {
    const found = places({ cells: { "requests/granted/natural": "28", "requests/granted/total": "32" } });
    assert.deepEqual(
      found.map(([, , , expected]) => expected),
      ["", ""],
    );
  });

  it("say what is blank, and what is missing", () => {
    assert.deepEqual(places({ cells: { "requests/granted/total": "" } }), [
      ["cell-blank", requests, "（一）予以公开·总计", "25", "（空白）"],
    ]);
    assert.deepEqual(places({ cells: { "requests/granted/total": "" } }, undefined, "en")[0]?.at(-1), "(blank)");
    assert.deepEqual(places({ sections: { review: null } }), [["section-missing", "", "", review, "（缺）"]]);
    assert.deepEqual(places({ omit: ["review"] }), [["table-missing", review, "", "", "（缺）"]]);
    assert.deepEqual(
      places({ omit: ["requests/denied.inquiry"] }).find(([rule]) => rule === "row-missing"),
      [...["row-missing", requests, "", "", "（缺）"]],
    );
  });

  it("name no row for what is found of a whole table", () => {
    const blanks = { "review/review/total": "", "review/review/upheld": "", "review/review/pending": "" };
    assert.deepEqual(places({ cells: blanks })[0]?.slice(0, 3), ["cell-blank", review, "行政复议·结果维持"]);
    const all = Object.fromEntries(
      ["review", "directSuit", "suitAfterReview"].flatMap((row) =>
        ["upheld", "corrected", "otherResult", "pending", "total"].map((column) => [`review/${row}/${column}`, ""]),
      ),
    );
    assert.deepEqual(places({ layout: "markdown", cells: all })[0]?.slice(0, 3), ["cell-blank", review, ""]);
  });

  it("have the words a fix would write, and say what it would take away", () => {
    const title = (text: string) => text.replace(requests, "三是收到和处理政府信息公开申请情况");
    assert.deepEqual(places({}, title)[0]?.slice(3), [requests, "三是收到和处理政府信息公开申请情况"]);
    const other = "本机关加强加强培训，未收取信息处理费。";
    assert.deepEqual(places({ sections: { other } })[0]?.slice(3), ["（删去）", "加强"]);
    const fees = "没有其他需要报告的事项。";
    assert.deepEqual(places({ sections: { other: fees } }), [
      ["fee-statement", "六、其他需要报告的事项", "", "", fees],
    ]);
  });

  it("have no section in front of the first one", () => {
    const period = (text: string) => text.replace("12月31日", "11月30日");
    assert.deepEqual(places({}, period), [
      ["period", "", "", "2024年1月1日至2024年12月31日", "2024年1月1日起至2024年11月30日"],
    ]);
  });

  it("keep a long text short and on one line", () => {
    const other = `${"没有其他需要报告的事项，".repeat(20)}\n\t没有。`;
    const [row] = rowsOf(sampleReport({ sections: { other } }));
    assert.equal(row?.rule, "fee-statement");
    assert.equal(Array.from(row?.found ?? "").length, 61);
  });

  it("are one a finding, with a place in the text, wherever that is cut", () => {
    for (const layout of layouts) {
      const whole = sampleReport({ layout, cells: { "requests/new/total": "", "review/review/total": "3" } });
      for (let cut = 0; cut <= whole.length; cut += 997)
        for (const text of [whole.slice(cut), whole.slice(0, cut)]) {
          const report = readReport(text);
          const findings = check(report);
          const rows = reviewRows(report, findings, "en");
          assert.equal(rows.length, findings.length);
          const last = text.split("\n").length;
          assert.ok(rows.every(({ line, found }) => 1 <= line && line <= last && !/[\r\n]/.test(found)));
        }
    }
  });
});
