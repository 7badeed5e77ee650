// What the rules that compare reports say, and what they offer: levels, words and fixes that a marked text cannot show.
import assert from "node:assert/strict";
import { readReport } from "../../../server/src/report/index";
import { type Known, knownOf } from "../../../server/src/report/known";
import { type Neighbours, noNeighbours } from "../../../server/src/report/neighbours";
import { check } from "../../../server/src/rules/index";
import { type Finding, type Limits, type RuleId, standardLimits } from "../../../server/src/rules/types";
import { type SampleOptions, sampleReport } from "../../support/sample";

function known(options: SampleOptions, file = "beside.txt"): Known {
  return knownOf(file, readReport(sampleReport(options)));
}

function found(
  rule: RuleId,
  options: SampleOptions,
  neighbours: Partial<Neighbours>,
  limits: Partial<Limits> = {},
): readonly Finding[] {
  const report = readReport(sampleReport(options));
  return check(report, {}, { ...noNeighbours, ...neighbours }, { ...standardLimits, ...limits }).filter(
    (finding) => finding.rule === rule,
  );
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

describe("limits", () => {
  it("draw the line of swing otherwise", () => {
    const cells = (amount: string) => ({ cells: { "disclosure/penalties/decisions": amount } });
    const lastYear = known({ year: 2023, ...cells("40") });
    const lines = (now: string, swing: number) => found("swing", cells(now), { lastYear }, { swing }).length;
    assert.deepEqual(
      [lines("80", 2), lines("79", 2), lines("20", 2), lines("400", 11), lines("440", 11)],
      [1, 0, 1, 0, 1],
    );
  });

  it("draw the line of length otherwise, and name it", () => {
    const overview = "村".repeat(501);
    const messages = (length: number) => {
      const options = { sections: { overview } };
      return found("length", options, {}, { length }).map(({ message, advice }) => [message.zh, message.en, advice.zh]);
    };
    assert.deepEqual(messages(501), []);
    assert.deepEqual(messages(500), [
      [
        "“一、总体情况”共 501 字，超过 500 字",
        "“一、总体情况” has 501 characters, more than 500",
        "篇幅原则上不超过 500 字，请酌情精简",
      ],
    ]);
  });

  it("draw the line of similar otherwise; the stronger words stay where they are", () => {
    const own = [
      "公开栏挂在二楼过道老人上楼十分不便",
      "窗口只有一名兼职人员常常要等半个上午",
      "村级台账由各村自己留存两次抽查都有缺页",
    ];
    const problems = (...stretches: readonly string[]) => ({ sections: { problems: `${stretches.join("。")}。` } });
    const changed = ["聘请两名退休教师轮流坐班", "新做了三块带灯的栏板", "夏收之后逐村走一遍", "褪色的重印缺页的补齐"];
    const lastYear = known({ year: 2023, ...problems(...own, "请电信站逐村换线路再加印两千份宣传册送到村民小组") });
    const text = problems(...own, ...changed, "台账改用订死的册子不许撕页");
    const messages = (similar: number, options: SampleOptions = text) =>
      found("similar", options, { lastYear }, { similar })
        .filter(({ message }) => message.zh.startsWith("五、"))
        .map(({ message }) => message.zh);
    const [told = ""] = messages(1);
    const share = Number(/有 (\d+)% 的文字/u.exec(told)?.[1]);
    assert.ok(share > 30 && share < 90, told);
    assert.deepEqual(messages(share), [told]);
    assert.deepEqual(messages(share + 1), []);
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
    assert.deepEqual(found("roll-up", { cells: doubled }, { parts: { reports, missing: [], sure: true } }), []);
    const cells = { ...doubled, "disclosure/penalties/decisions": "30" };
    const [finding, ...more] = found("roll-up", { cells }, { parts: { reports, missing: [], sure: true } });
    assert.deepEqual(more, []);
    assert.equal(finding?.message.zh, "表二 行政处罚与 2 份报告之和不一致：本年处理决定数量 30 ≠ 32");
    assert.deepEqual(
      finding?.related.map(({ within, message }) => [within?.file, message.zh]),
      organs.map((organ) => [`${organ}.txt`, `${organ} 2024 年度报告：16`]),
    );
  });

  it("is one finding a table where an organ is left out", () => {
    const reports = organs.map((organ) => part(organ));
    const messages = found("roll-up", {}, { parts: { reports, missing: [], sure: true } }).map(
      ({ message }) => message.zh,
    );
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
      { parts: { reports: [part("青禾县水务局")], missing: ["b/林草局.txt"], sure: true } },
    );
    assert.deepEqual(more, []);
    assert.equal(finding?.severity, "information");
    assert.equal(finding?.message.zh, "列入汇总的报告有 1 份没有找到，或年度、格式不同：林草局.txt");
  });

  it("is information where only the file's name suggests the sum, and says so", () => {
    const reports = organs.map((organ) => part(organ));
    for (const missing of [[], ["林草局.txt"]]) {
      const findings = found("roll-up", {}, { parts: { reports, missing, sure: false } });
      assert.ok(findings.length > 0);
      for (const { severity, message } of findings) {
        assert.equal(severity, "information");
        assert.match(message.zh, /（文件名含“汇总”，推测为所在文件夹各报告之和）$/u);
        assert.match(message.en, /汇总 in the file's name/u);
      }
    }
  });

  it("takes a report that names no year to be on that of its parts, and compares with no parts on two", () => {
    const text = (title: string) => `${title}二、主动公开政府信息情况\n信息内容\t本年处理决定数量\n行政许可\t30\n`;
    const messages = (...years: readonly number[]) => {
      const reports = years.map((year) => {
        return knownOf(`${year}.txt`, readReport(text(`青禾县水务局${year}年政府信息公开工作年度报告\n`)));
      });
      return check(readReport(text("")), {}, { ...noNeighbours, parts: { reports, missing: [], sure: true } })
        .filter(({ rule, message }) => rule === "roll-up" && message.zh.startsWith("列入"))
        .map(({ message }) => message.zh);
    };
    assert.deepEqual(messages(2024), []);
    assert.deepEqual(messages(2023, 2024), ["列入汇总的报告有 2 份没有找到，或年度、格式不同：2023.txt、2024.txt"]);
  });
});
