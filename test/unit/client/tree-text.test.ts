import assert from "node:assert/strict";
import { sumOf } from "../../../client/src/treeModel";
import {
  badgeTooltip,
  lineText,
  organDescription,
  reportDescription,
  reportLabel,
  reportTooltip,
} from "../../../client/src/treeText";
import { summary, untold } from "./summary";

describe("what the tree says", () => {
  for (const [what, report, zh, en] of [
    ["in order", summary(), "42/42", "42/42"],
    [
      "errors and warnings",
      summary({ counts: { errors: 3, warnings: 2 }, broken: 2 }),
      "3 错误 2 警告 · 40/42",
      "3 errors, 2 warnings · 40/42",
    ],
    [
      "one of each",
      summary({ counts: { errors: 1, warnings: 1, information: 1 }, broken: 1 }),
      "1 错误 1 警告 1 信息 · 41/42",
      "1 error, 1 warning, 1 info · 41/42",
    ],
    ["known findings", summary({ known: 1, broken: 1 }), "41/42 · 已知 1", "41/42 · 1 known"],
    ["not checked", untold("文件太大"), "文件太大", "文件太大"],
  ] as const) {
    it(`of a report: ${what}`, () => {
      assert.equal(reportDescription(report, false, "zh"), zh);
      assert.equal(reportDescription(report, false, "en"), en);
    });
  }

  it("of a report that has a namesake: its file too", () => {
    assert.equal(reportDescription(summary(), true, "zh"), "42/42 · 水务局.txt");
  });

  it("names a report by its year, and by its file where organ or year is not known", () => {
    assert.equal(reportLabel(summary(), "zh"), "2024 年");
    assert.equal(reportLabel(summary(), "en"), "2024");
    assert.equal(reportLabel(summary({ organ: null }), "zh"), "水务局.txt");
    assert.equal(reportLabel(summary({ year: null }), "en"), "水务局.txt");
  });

  it("of an organ: the sum of its reports, how many they are, and what is not in it", () => {
    const one = summary({ counts: { errors: 2, warnings: 1 } });
    const two = summary({ counts: { errors: 1 }, known: 2 });
    const sum = sumOf([one, two, untold("读不了")]);
    assert.equal(organDescription(sum, "zh"), "3 错误 1 警告 · 3 份 · 1 份未核对 · 已知 2");
    assert.equal(organDescription(sum, "en"), "3 errors, 1 warning · 3 reports · 1 not checked · 2 known");
    assert.equal(organDescription(sumOf([summary()]), "zh"), "");
  });

  it("in a tooltip: the file, the relations, and what is not shown", () => {
    const report = summary({ broken: 2, notAssessable: 3, known: 1 });
    assert.equal(
      reportTooltip(report, "zh"),
      ["水务局.txt", "勾稽关系 42 项：成立 37，不成立 2，无法核对 3", "已知问题 1 处，不再列出"].join("\n"),
    );
    assert.equal(
      reportTooltip(report, "en"),
      ["水务局.txt", "42 relations: 37 hold, 2 do not, 3 not assessable", "1 known finding is not listed"].join("\n"),
    );
    assert.equal(reportTooltip(untold("文件太大"), "zh"), "水务局.txt\n文件太大");
  });

  it("of a finding's line, as the editor counts it", () => {
    assert.equal(lineText(0, "zh"), "第 1 行");
    assert.equal(lineText(11, "en"), "line 12");
  });

  it("of the badge", () => {
    assert.equal(badgeTooltip(12, "zh"), "年报中共有 12 处错误");
    assert.equal(badgeTooltip(1, "en"), "1 error in the reports");
  });
});
