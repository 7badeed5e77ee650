// What the rules that compare reports say, and what they offer: levels, words and fixes that a marked text cannot show.
import assert from "node:assert/strict";
import { readReport } from "../../../server/src/report/index";
import { type Known, knownOf } from "../../../server/src/report/known";
import { type Neighbours, noNeighbours } from "../../../server/src/report/neighbours";
import { check } from "../../../server/src/rules/index";
import type { Finding, RuleId } from "../../../server/src/rules/types";
import { type SampleOptions, sampleReport } from "../../support/sample";

function known(options: SampleOptions, file = "beside.txt"): Known {
  return knownOf(file, readReport(sampleReport(options)));
}

function found(rule: RuleId, options: SampleOptions, neighbours: Partial<Neighbours>): readonly Finding[] {
  const report = readReport(sampleReport(options));
  return check(report, {}, { ...noNeighbours, ...neighbours }).filter((finding) => finding.rule === rule);
}

describe("carry-over", () => {
  it("is a warning where last year's tables are those of the 2019 form", () => {
    const levels = (lastYear: Known) =>
      found("carry-over", { year: 2021 }, { lastYear }).map(({ severity }) => severity);
    assert.deepEqual(levels(known({ edition: 2019, year: 2020 })), ["warning"]);
    assert.deepEqual(levels(known({ year: 2020 })), ["error"]);
  });

  it("offers last year's figures where the columns hold with them, to be chosen by a person", () => {
    const cells = { "requests/carriedIn/natural": "6", "requests/carriedIn/total": "7" };
    const before = { "requests/carriedOut/natural": "3", "requests/carriedOut/total": "4" };
    const [finding] = found("carry-over", { cells }, { lastYear: known({ year: 2023, cells: before }) });
    assert.deepEqual(
      finding?.fixes.map(({ grade, title, edits }) => [grade, title.zh, edits.map(({ newText }) => newText)]),
      [["candidate", "同时改：二、上年结转（自然人 6 → 3、总计 7 → 4）；恢复 2 项勾稽关系", ["3", "4"]]],
    );
  });

  it("offers nothing where that would break what holds", () => {
    const [finding] = found("carry-over", {}, { lastYear: known({ year: 2023 }) });
    assert.equal(finding?.severity, "error");
    assert.deepEqual(finding.fixes, []);
    const cells = { "requests/carriedIn/total": "5" };
    const before = { "requests/carriedOut/natural": "2", "requests/carriedOut/total": "4" };
    const [other] = found("carry-over", { cells }, { lastYear: known({ year: 2023, cells: before }) });
    assert.deepEqual(other?.fixes, []);
  });
});

describe("swing", () => {
  it("compares amounts by their value, not by floating point", () => {
    const amounts = (now: string, then: string) =>
      found(
        "swing",
        { cells: { "disclosure/fees/amount": now } },
        { lastYear: known({ year: 2023, cells: { "disclosure/fees/amount": then } }) },
      ).map(({ message }) => message.zh);
    assert.deepEqual(amounts("300.0", "30.00"), [
      "表二 行政事业性收费·本年收费金额：300.0（2023 年度报告为 30.00），是上年的 10 倍，是否属实？",
    ]);
    assert.deepEqual(amounts("299.999999", "30"), []);
    assert.deepEqual(amounts("30000", "30"), [
      "表二 行政事业性收费·本年收费金额：30000（2023 年度报告为 30），是上年的 1000 倍，是否把元填成了万元？",
    ]);
  });
});

describe("roll-up", () => {
  const part = (organ: string, parts: SampleOptions["parts"] = {}) => known({ organ, parts }, `${organ}.txt`);
  const organs = ["青禾县水务局", "青禾县林草局"];

  it("is silent where every cell is the sum, and names the row and its largest parts where one is not", () => {
    const reports = organs.map((organ) => part(organ));
    const doubled = Object.fromEntries(
      readReport(sampleReport())
        .tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
        .map(({ path, raw }) => [`${path.table}/${path.row}/${path.column}`, String(Number(raw) * 2)]),
    );
    assert.deepEqual(found("roll-up", { cells: doubled }, { parts: { reports, missing: [] } }), []);
    const cells = { ...doubled, "disclosure/penalties/decisions": "30" };
    const [finding, ...more] = found("roll-up", { cells }, { parts: { reports, missing: [] } });
    assert.deepEqual(more, []);
    assert.equal(finding?.message.zh, "表二 行政处罚与 2 份报告之和不一致：本年处理决定数量 30 ≠ 32");
    assert.deepEqual(
      finding?.related.map(({ within, message }) => [within?.file, message.zh]),
      organs.map((organ) => [`${organ}.txt`, `${organ} 2024 年度报告：16`]),
    );
  });

  it("is one finding a table where an organ is left out", () => {
    const reports = organs.map((organ) => part(organ));
    const messages = found("roll-up", {}, { parts: { reports, missing: [] } }).map(({ message }) => message.zh);
    assert.equal(messages.filter((message) => message.startsWith("表三")).length, 1);
    assert.match(
      messages.find((message) => message.startsWith("表三")) ?? "",
      /^表三有 \d+ 行与 2 份报告之和不一致：一、/u,
    );
  });

  it("says what could not be compared instead of comparing with less", () => {
    const [finding, ...more] = found(
      "roll-up",
      {},
      { parts: { reports: [part("青禾县水务局")], missing: ["b/林草局.txt"] } },
    );
    assert.deepEqual(more, []);
    assert.equal(finding?.severity, "information");
    assert.equal(finding?.message.zh, "列入汇总的报告有 1 份没有找到，或年度、格式不同：林草局.txt");
  });
});
