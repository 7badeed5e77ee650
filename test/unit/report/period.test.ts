// The statistical period as the prose states it.
import assert from "node:assert/strict";
import { readReport } from "../../../server/src/report/index";
import { periodOf } from "../../../server/src/report/period";

function stated(sentence: string): string | null {
  const period = periodOf(readReport(`${sentence}\n一、总体情况\n公开信息 12 条。\n`));
  if (!period) return null;
  const [from, to] = [period.from, period.to].map(
    ({ year, month, day, whole }) => `${year?.value ?? "_"}-${month.value}-${day.value}${whole ? "" : "?"}`,
  );
  return `${from} ${to}`;
}

describe("the statistical period", () => {
  for (const [sentence, expected] of [
    ["统计期限自2024年1月1日起至2024年12月31日止。", "2024-1-1 2024-12-31"],
    ["统计期限为2024年1月1日到12月31日。", "2024-1-1 _-12-31"],
    ["数据统计时间：2024.1.1—2024.12.31。", "2024-1-1 2024-12-31"],
    ["统计时限自二○二四年一月一日至二○二四年十二月三十一日。", "2024-1-1 2024-12-31"],
    ["统计期限自 20 24 年 1 月 1 日\n起至 2024 年 12 月 31 日止。", "2024-1-1 2024-12-31"],
    ["统计期限自20241月1日起至202412月31日止。", "2024-1-1? 2024-12-31?"],
    ["统计期限自20224年1月1日起至2024年12月31日止。", "20224-1-1? 2024-12-31"],
    ["统计期限为2024年度。", null],
    ["统计期限截至2024年12月31日。", null],
    ["自2024年1月1日起至2024年12月31日，共公开信息 12 条。", null],
    ["统计期限见下。2024年1月1日至2024年12月31日，公开信息 12 条。", null],
    ["", null],
  ] as const)
    it(`${JSON.stringify(sentence)}: ${expected ?? "none"}`, () => assert.equal(stated(sentence), expected));

  it("is looked for in preamble and section one only, and once", () => {
    const text = "六、其他需要报告的事项\n统计期限自2024年1月1日起至2024年12月31日止。\n";
    assert.equal(periodOf(readReport(text)), null);
    const odd = "统计期限".repeat(200_000);
    assert.equal(periodOf(readReport(odd)), null);
  });

  it("is the place it stands in, and so are its numbers", () => {
    const text = "前言：统计期限自２０２４年1月1日起至\n2024年12月31日止。\n一、总体情况\n";
    const period = periodOf(readReport(text));
    assert.equal(text.slice(period?.start, period?.end), "２０２４年1月1日起至\n2024年12月31日");
    assert.equal(text.slice(period?.from.year?.start, period?.from.year?.end), "２０２４");
    assert.equal(text.slice(period?.to.day.start, period?.to.day.end), "31");
  });
});
