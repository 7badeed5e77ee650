// Rows and their numbers: right, or not at all.
import assert from "node:assert/strict";
import { readReport } from "../../../server/src/report/index";
import type { Report, Row } from "../../../server/src/report/types";
import { layouts, sampleReport } from "../../support/sample";

function rowOf(report: Report, id: string): Row {
  const row = report.tables.flatMap(({ rows }) => rows).find(({ form }) => form.id === id);
  assert.ok(row, id);
  return row;
}

describe("rows", () => {
  const requests = (rows: readonly string[]) => readReport(`三、收到和处理政府信息公开申请情况\n${rows.join("\n")}\n`);
  const head = "\t\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计";
  const read = (report: Report, id: string) => {
    const { cells: own, unplaced, shifted } = rowOf(report, id);
    const shown = own.map(({ value }) =>
      "digits" in value ? value.digits : value.kind === "blank" ? "_" : value.kind === "text" ? "?" : "×",
    );
    return `${shown.join(" ")}${unplaced === null ? "" : ` unplaced ${unplaced}`}${shifted ? " shifted" : ""}`;
  };
  const numbers = "58\t7\t1\t0\t0\t0\t66";
  const label = "一、本年新收政府信息公开申请数量";
  const other = "二、上年结转政府信息公开申请数量\t\t\t3\t1\t0\t0\t0\t0\t4";

  for (const [name, rows, expected] of [
    ["as many as columns", [`${label}\t${numbers}`], "58 7 1 0 0 0 66"],
    ["below their heads", [head, `${label}\t\t\t${numbers}`], "58 7 1 0 0 0 66"],
    ["one column beside their heads", [head, `${label}\t\t${numbers}`, other], "58 7 1 0 0 0 66 shifted"],
    ["two columns beside them", [head, `${label}\t${numbers}`, other], "58 7 1 0 0 0 66 shifted"],
    ["blank cells behind", [head, `${label}\t\t\t${numbers}\t\t`], "58 7 1 0 0 0 66"],
    ["a blank among them", [head, `${label}\t\t\t58\t\t1\t0\t0\t0\t66`], "58 _ 1 0 0 0 66"],
    ["the first one blank", [head, `${label}\t\t\t\t7\t1\t0\t0\t0\t66`], "_ 7 1 0 0 0 66"],
    ["the last one blank", [head, `${label}\t\t\t58\t7\t1\t0\t0\t0\t`], "58 7 1 0 0 0 _"],
    ["no heads, the last one blank, fill in front", [`${label}\t\t\t58\t7\t1\t0\t0\t0\t`, other], "58 7 1 0 0 0 _"],
    ["one too few", [`${label}\t58\t7\t1\t0\t0\t66`], "× × × × × × × unplaced 6"],
    ["one too few, fill in front", [head, `${label}\t\t\t58\t7\t1\t0\t0\t66`, other], "× × × × × × × unplaced 6"],
    ["two too few, fill in front", [head, `${label}\t\t\t58\t7\t1\t0\t66`, other], "× × × × × × × unplaced 5"],
    ["one too many", [`${label}\t58\t7\t1\t0\t0\t0\t6\t6`], "× × × × × × × unplaced 8"],
    ["none", [label, other], "× × × × × × × unplaced 0"],
    ["all blank", [`${label}\t\t\t\t\t\t\t`, other], "_ _ _ _ _ _ _"],
    ["a stroke among them", [`${label}\t58\t/\t1\t0\t0\t0\t66`], "58 ? 1 0 0 0 66"],
    ["words among them", [`${label}\t58\t见附件\t1\t0\t0\t0\t66`], "58 ? 1 0 0 0 66"],
    ["a remark behind the label", [`${label}\t（含网上申请）\t${numbers}`], "58 7 1 0 0 0 66"],
    ["markdown", [`| ${label} | | | ${numbers.replaceAll("\t", " | ")} |`], "58 7 1 0 0 0 66"],
    ["bars without one in front", [`${label} | ${numbers.replaceAll("\t", " | ")} |`], "58 7 1 0 0 0 66"],
    ["full-width bars", [`${label}｜${numbers.replaceAll("\t", "｜")}｜`], "58 7 1 0 0 0 66"],
    ["a cell a line", [`\t${label}`, ...numbers.split("\t").map((each) => `\t${each}`), ""], "58 7 1 0 0 0 66"],
    [
      "a cell a line, the tab behind",
      [`${label}\t`, ...numbers.split("\t").map((each) => `${each}\t`), ""],
      "58 7 1 0 0 0 66",
    ],
    ["a cell a line, without tabs", [label, ...numbers.split("\t")], "58 7 1 0 0 0 66"],
    [
      "a cell a line, empty lines between",
      [label, ...numbers.split("\t")].map((each) => `${each}\n`),
      "58 7 1 0 0 0 66",
    ],
    ["one line, apart by blanks", [`${label} ${numbers.replaceAll("\t", " ")}`], "58 7 1 0 0 0 66"],
  ] as [string, string[], string][]) {
    it(`${name}: ${expected}`, () => {
      assert.equal(read(requests(rows), "new"), expected);
    });
  }

  it("numbers are never counted across rows that are kept apart", () => {
    const report = requests([
      `${label}\t58\t7\t1\t0\t0`,
      "0\t66",
      "二、上年结转政府信息公开申请数量\t3\t1\t0\t0\t0\t0\t4",
    ]);
    assert.equal(read(report, "new"), "× × × × × × × unplaced 5");
    assert.equal(read(report, "carriedIn"), "3 1 0 0 0 0 4");
    const lines = requests([
      `\t${label}`,
      "\t58",
      "\t7",
      "\t1",
      "",
      "\t0",
      "\t0",
      "\t0",
      "\t66",
      "",
      "\t二、上年结转政府信息公开申请数量",
      ...["3", "1", "0", "0", "0", "0", "4"].map((each) => `\t${each}`),
    ]);
    assert.equal(read(lines, "new"), "× × × × × × × unplaced 3");
    assert.equal(read(lines, "carriedIn"), "3 1 0 0 0 0 4");
  });

  it("labels of other rows end a row", () => {
    const report = requests([`${label}\t58\t7\t1`, "（一）予以公开\t0\t0\t0\t0\t0\t0\t0"]);
    assert.equal(read(report, "new"), "× × × × × × × unplaced 3");
    assert.equal(read(report, "granted"), "0 0 0 0 0 0 0");
  });

  it("3.其他 and the column 其他, （七）总计 and the column 总计", () => {
    for (const layout of layouts) {
      const report = readReport(
        sampleReport({ layout, parts: { "requests/other.other/natural": 2, "requests/new/natural": 60 } }),
      );
      assert.equal(read(report, "other.other").slice(0, 3), "2 0");
      assert.equal(report.counts.held, 42);
      assert.deepEqual(
        report.tables[1]?.heads.map(({ column }) => column.id),
        ["natural", "total", "business", "research", "social", "legal", "other"],
      );
    }
  });

  it("the fifteen numbers of table four go to their groups", () => {
    for (const layout of layouts) {
      const report = readReport(
        sampleReport({
          layout,
          parts: { "review/review/upheld": 1, "review/directSuit/corrected": 2, "review/suitAfterReview/pending": 3 },
        }),
      );
      assert.equal(read(report, "review"), "1 0 0 1 2");
      assert.equal(read(report, "directSuit"), "0 2 0 0 2");
      assert.equal(read(report, "suitAfterReview"), "1 0 0 3 4");
    }
  });

  it("too few or too many numbers in table four are nobody's", () => {
    const table = (numbersWritten: string) =>
      readReport(
        `四、政府信息公开行政复议、行政诉讼情况\n行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n${numbersWritten}\n`,
      );
    for (const count of [1, 5, 14, 16, 30]) {
      const report = table(Array(count).fill("1").join("\t"));
      for (const row of report.tables.flatMap(({ rows }) => rows))
        assert.ok(
          row.cells.every(({ value }) => value.kind === "absent"),
          `${count} numbers`,
        );
      assert.equal(report.counts.held, 0);
    }
    assert.equal(table(Array(15).fill("0").join("\t")).counts.held, 3);
  });
});
