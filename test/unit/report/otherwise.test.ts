// A clean report written in other ways than the samples' own: every number is read as it stands, and nothing is reported.
import assert from "node:assert/strict";
import { readReport } from "../../../server/src/report/index";
import { check } from "../../../server/src/rules/index";
import { pathKey, sampleCells, sampleForm, sampleReport } from "../../support/sample";

const tabs = sampleReport({ layout: "tabs" });
const markdown = sampleReport({ layout: "markdown" });
const eachRow = (text: string, change: (cells: readonly string[]) => string): string =>
  text
    .split("\n")
    .map((line) => (line.includes("\t") ? change(line.split("\t")) : line))
    .join("\n");
const filled = (cells: readonly string[]) => cells.filter((cell) => cell !== "");
const prose = "（一）予以公开 25\n（二）部分公开 7";

describe("a clean report", () => {
  const sameText: readonly (readonly [string, string])[] = [
    ["cells apart by two blanks", eachRow(tabs, (cells) => filled(cells).join("  "))],
    ["cells apart by one blank", eachRow(tabs, (cells) => filled(cells).join(" "))],
    ["cells apart by a wide blank", eachRow(tabs, (cells) => filled(cells).join("\u3000"))],
    [
      "out of a spreadsheet, line breaks in quoted cells",
      tabs
        .replace("商业企业", '"商业\n企业"')
        .replace("社会公益组织", '"社会公益\n组织"')
        .replace("（三）不予公开", '"（三）\n不予公开"')
        .replace("3.危及“三安全一稳定”", '"3.危及\n""三安全一稳定"""'),
    ],
    ["points escaped as in Markdown", markdown.replace(/\| (\d)\./g, "| $1\\.")],
    ["numbers in bold type", markdown.replace(/\| ([\d.]+) (?=\|)/g, "| **$1** ")],
    [
      "a list of figures above the table",
      tabs.replace(/三、收到和处理政府信息公开申请情况/, (title) => `${title}\n${prose}`),
    ],
  ];
  for (const [name, text] of sameText) {
    it(name, () => {
      assert.ok(text !== tabs && text !== markdown);
      const report = readReport(text);
      const read = report.tables.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) =>
          cells.map(({ path, value }) => [pathKey(path), "digits" in value ? value.digits : value.kind] as const),
        ),
      );
      assert.deepEqual(new Map(read), sampleCells(sampleForm()));
      assert.deepEqual(
        check(report).map(({ rule, message }) => `${rule} ${message.zh}`),
        [],
      );
    });
  }

  it("a cell that was left out moves no other into its place", () => {
    // A bar behind each cell, one a line: nothing but the count tells where rows end.
    const bars = sampleReport({ layout: "bars" });
    const last = (text: string, row: string) => text.slice(0, text.indexOf(row)).lastIndexOf("\n");
    for (const number of ["\n58 |", "\n66 |", "\n21 |"]) {
      const at = bars.indexOf(number, bars.indexOf("一、本年新收"));
      const report = readReport(bars.slice(0, at) + bars.slice(at + number.length));
      assert.equal(report.counts.broken, 0, number);
      assert.ok(report.counts.notAssessable > 0, number);
    }
    const at = last(bars, "五、存在") - "\n1 |\n".length;
    const report = readReport(`${bars.slice(0, at)}${bars.slice(at).replace("\n1 |", "")}`);
    assert.equal(report.counts.broken, 0);
    assert.equal(report.counts.notAssessable, 3);
  });

  it("a quote that is never closed takes no row along", () => {
    const report = readReport(tabs.replace("商业企业", '"商业企业'));
    assert.deepEqual(report.counts, { total: 42, held: 42, broken: 0, notAssessable: 0 });
  });
});
