// Organ and year, from the title; the year also from the period.
import assert from "node:assert/strict";
import { readReport } from "../../../server/src/report/index";

describe("the title", () => {
  for (const [text, organ, year] of [
    ["青禾县统计局2022年政府信息公开工作年度报告", "青禾县统计局", 2022],
    ["青禾县统计局2022年度政府信息公开工作年度报告", "青禾县统计局", 2022],
    ["青禾县示范镇人民政府2024年政府信息公开年报", "青禾县示范镇人民政府", 2024],
    ["2022年青禾县统计局政府信息公开工作年度报告", "青禾县统计局", 2022],
    ["青禾县统计局\n2022年政府信息公开工作年度报告", "青禾县统计局", 2022],
    ["青禾县统计局2022年\n政府信息公开工作年度报告", "青禾县统计局", 2022],
    ["青禾县统计局\n\n2022年度\n政府信息公开工作年度报告", "青禾县统计局", 2022],
    ["青禾县 统计局 2022 年 政府信息公开 工作 年度报告", "青禾县统计局", 2022],
    ["# 青禾县统计局2022年政府信息公开工作年度报告", "青禾县统计局", 2022],
    ["\ufeff\u3000青禾县统计局2022年政府信息公开工作年度报告", "青禾县统计局", 2022],
    ["标题：青禾县统计局2022年政府信息公开工作年度报告", "青禾县统计局", 2022],
    ["青禾县统计局二〇二二年政府信息公开工作年度报告", "青禾县统计局", 2022],
    ["青禾县统计局二○二二年度政府信息公开工作年度报告", "青禾县统计局", 2022],
    ["２０２２年青禾县统计局政府信息公开工作年度报告", "青禾县统计局", 2022],
    ["青禾县统计局２０２２年度政府信息公开工作年度报告", "青禾县统计局", 2022],
    ["青禾县统计局2022年政府信息公開工作年度報告", "青禾县统计局", 2022],
    ["青禾县统计局政府信息公开工作年度报告", "青禾县统计局", null],
    ["青禾县统计局\n政府信息公开工作年度报告", "青禾县统计局", null],
    ["青禾县统计局政府信息公开工作年度报告（2022年度）", "青禾县统计局", 2022],
    ["青禾县统计局\n政府信息公开工作年度报告\n（二〇二二年）", "青禾县统计局", 2022],
    ["青禾县统计局政府信息公开年报（2022年）", "青禾县统计局", 2022],
    ["青禾县统计局政府信息公开工作年度报告\n2023年1月", "青禾县统计局", null],
    ["关于报送青禾县统计局2022年政府信息公开工作年度报告的函", "青禾县统计局", 2022],
    ["现将青禾县统计局2022年政府信息公开工作报告如下", null, 2022],
    ["首页 > 政府信息公开年度报告", null, null],
    ["2022年政府信息公开工作年度报告", null, 2022],
    ["- 1 -\n青禾县统计局2022年政府信息公开工作年度报告", "青禾县统计局", 2022],
    ["首页 > 政府信息公开年报\n青禾县统计局2022年政府信息公开工作年度报告", "青禾县统计局", 2022],
    ["关于会议的通知", null, null],
    ["", null, null],
  ] as const) {
    it(`${JSON.stringify(text)}: ${organ ?? "no organ"}, ${year ?? "no year"}`, () => {
      const report = readReport(`${text}\n\n一、总体情况\n略。\n`);
      assert.deepEqual([report.organ, report.year], [organ, year]);
    });
  }

  it("is the place it stands in", () => {
    const text = "\n青禾县统计局\n2022年政府信息公开工作年度报告\n\n一、总体情况\n略。\n";
    const { title } = readReport(text);
    assert.equal(text.slice(title?.span.start, title?.span.end).endsWith("2022年政府信息公开工作年度报告"), true);
  });

  it("ends before the first section, also in its own line", () => {
    const { title, sections } = readReport(
      "青禾县统计局2022年政府信息公开工作年度报告 一、总体情况 公开若干。二、主动公开政府信息情况 公开若干。六、其他需要报告的事项 无。",
    );
    assert.equal(sections.length, 3);
    assert.deepEqual(title?.span, { start: 0, end: 23 });
  });

  it("is not looked for below the first section", () => {
    const report = readReport("一、总体情况\n青禾县统计局2022年政府信息公开工作年度报告已发布。\n");
    assert.equal(report.title, null);
  });

  it("without one the period or the first year of the text tells the year", () => {
    const year = (text: string) => readReport(`${text}\n`).year;
    assert.equal(year("一、总体情况\n统计期限自2023年1月1日起至12月31日止。"), 2023);
    assert.equal(year("一、总体情况\n统计期限自 2023 年 1 月 1 日起。与2022年相比有所增加。"), 2023);
    assert.equal(year("一、总体情况\n2023年，本机关公开信息 12 条。"), 2023);
    assert.equal(year("一、总体情况\n依据国办公开办函〔2021〕30号。2023年，公开信息 12 条。"), 2023);
    assert.equal(year("一、总体情况\n公开信息 2023 条。"), null);
  });
});
