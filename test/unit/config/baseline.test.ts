import assert from "node:assert/strict";
import {
  absentWords,
  type Baseline,
  entriesAbout,
  noBaseline,
  readBaseline,
  rulesHeard,
  sift,
  staleEntries,
  staleWords,
  type Who,
} from "../../../server/src/config/baseline";
import { withEntries } from "../../../server/src/config/baselineText";
import { fingerprintsOf, knownFindings } from "../../../server/src/config/fingerprints";
import type { BaselineEntry } from "../../../server/src/config/types";
import { readReport } from "../../../server/src/report/index";
import { check } from "../../../server/src/rules/index";
import { type SampleOptions, sampleReport } from "../../support/sample";

const who: Who = { organ: "青禾县水务局", year: 2024, file: "a/水务局.txt" };

/** A total that is wrong, a blank, a row's label in other words, and a word written twice in two places. */
const faulty: SampleOptions = {
  organ: "青禾县水务局",
  cells: { "requests/new/total": "99", "disclosure/penalties/decisions": "" },
  sections: { overview: "村里的的公开栏换了新的，\n镇里的的公开栏也换了。" },
};

function findingsIn(text: string) {
  const report = readReport(text);
  return { report, findings: check(report) };
}

function entriesFor(text: string, whose = who): readonly BaselineEntry[] {
  const { report, findings } = findingsIn(text);
  return knownFindings(report, findings, whose).map((known) => ({ ...known, reason: "" }));
}

function baselineFor(text: string, whose = who): Baseline {
  return readBaseline(withEntries(null, { add: entriesFor(text, whose) }) ?? "").baseline;
}

/** Rules of what is left of a text's findings. */
function shown(text: string, baseline: Baseline, whose = who): readonly string[] {
  const { report, findings } = findingsIn(text);
  return sift(report, findings, whose, baseline).findings.map(({ rule }) => rule);
}

/** Each problem as the text it stands at and what is said in Chinese. */
function problems(text: string): readonly (readonly [string, string])[] {
  return readBaseline(text).problems.map(({ span, message }) => [text.slice(span.start, span.end), message.zh]);
}

const written = `{ "rule": "balance", "organ": "青禾县水务局", "year": 2024, "cell": "requests/new/total", "fingerprint": "a1", "reason": "已核" }`;

describe("config/baseline, its text", () => {
  it("is read with comments, a last comma and what may be left out", () => {
    const text = `\ufeff{
      "$schema": "x", "version": 1,
      "known": [
        ${written}, // 口径调整
        { "rule": "title", "organ": "报告.txt", "year": null, "text": "标题", "fingerprint": "b2" },
      ] }`;
    const { baseline, problems } = readBaseline(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      baseline.entries.map(({ entry }) => entry),
      [
        {
          rule: "balance",
          organ: "青禾县水务局",
          year: 2024,
          cell: "requests/new/total",
          fingerprint: "a1",
          reason: "已核",
        },
        { rule: "title", organ: "报告.txt", year: null, text: "标题", fingerprint: "b2", reason: "" },
      ],
    );
    const [{ span } = { span: { start: 0, end: 0 } }] = baseline.entries;
    assert.equal(text.slice(span.start, span.end), written);
  });

  it("names nothing where its version is another, and tells so", () => {
    for (const [text, at, said] of [
      [`{ "version": 2, "known": [${written}] }`, "2", "应为 1"],
      [`{ "version": "1", "known": [${written}] }`, '"1"', "应为 1"],
      ['{ "known": [] }', '{ "known": [] }', "缺少“version”"],
      ["[]", "[]", "应为对象 {…}"],
      ['{ "version": 1, "known": {} }', "{}", "应为数组 […]"],
      ["", "", "不是有效的 JSON（ValueExpected）"],
    ] as const) {
      assert.deepEqual(problems(text)[0], [at, said]);
      assert.deepEqual(readBaseline(text).baseline.entries, []);
    }
  });

  it("passes over an entry that does not say what it is about, and tells so", () => {
    const text = `{ "version": 1, "knwon": 1, "known": [
      { "rule": "balanse", "organ": "甲", "year": 2024, "fingerprint": "1" },
      { "rule": "balance", "organ": "", "year": 2024, "fingerprint": "2" },
      { "rule": "balance", "organ": "甲", "year": "2024", "fingerprint": "3" },
      { "rule": "balance", "organ": "甲", "fingerprint": "4" },
      { "rule": "balance", "organ": "甲", "year": 2024 },
      { "rule": "balance", "organ": "甲", "year": 2024, "fingerprint": "6", "reason": 1 },
      7,
      { "rule": "balance", "organ": "甲", "year": 2024, "fingerprint": "8", "line": 12 } ] }`;
    assert.deepEqual(
      problems(text).map(([at, said]) => [at.slice(0, 12), said]),
      [
        ['"knwon"', "没有“knwon”这一项"],
        ['"balanse"', "没有规则“balanse”"],
        ['""', "应为不空的字符串"],
        ['"2024"', "应为年度（如 2024）或 null"],
        ['{ "rule": "b', "缺少“year”"],
        ['{ "rule": "b', "缺少“fingerprint”"],
        ["1", "应为字符串"],
        ["7", "应为对象 {…}"],
        ['"line"', "没有“line”这一项"],
      ],
    );
    assert.deepEqual(
      readBaseline(text).baseline.entries.map(({ entry }) => entry.fingerprint),
      ["8"],
    );
  });
});

describe("config/baseline, what it names", () => {
  const text = sampleReport(faulty);

  it("are the findings it was made of, and no others", () => {
    const { report, findings } = findingsIn(text);
    const rules = findings.map(({ rule }) => rule);
    for (const rule of ["row-total", "cell-blank", "doubled-word"])
      assert.ok(
        rules.some((each) => each === rule),
        rule,
      );
    const baseline = baselineFor(text);
    const sifted = sift(report, findings, who, baseline);
    assert.deepEqual(sifted.findings, []);
    assert.deepEqual(sifted.known, findings);
    assert.deepEqual(sifted.used, new Set(baseline.entries.map(({ entry }) => entry.fingerprint)));
    assert.equal(sifted.used.size, findings.length);
    const none = sift(report, findings, who, noBaseline);
    assert.deepEqual([none.findings, none.known, none.used], [findings, [], new Set()]);
  });

  it("is known wherever it stands and however the lines end", () => {
    const baseline = baselineFor(text);
    const moved = `${text.replace("村里的的", "另起一段。\n\n\n村里的的").replace(/\n/g, "\r\n")}`;
    assert.deepEqual(shown(moved, baseline), []);
    for (const layout of ["tabs", "pipes"] as const)
      assert.deepEqual(
        shown(sampleReport({ ...faulty, layout }), baseline).filter((rule) => rule === "row-total"),
        [],
        layout,
      );
  });

  it("comes back when its number changes, and when it is another organ's or year's", () => {
    const baseline = baselineFor(text);
    const changed = sampleReport({ ...faulty, cells: { ...faulty.cells, "requests/new/total": "98" } });
    assert.deepEqual(new Set(shown(changed, baseline)), new Set(["row-total"]));
    for (const other of [
      { ...who, organ: "青禾县林草局" },
      { ...who, year: 2023 },
      { ...who, organ: null },
    ])
      assert.equal(shown(text, baseline, other).length, findingsIn(text).findings.length);
    assert.deepEqual(shown(text, baseline, { ...who, organ: "青禾县 水务局", file: "b.txt" }), []);
  });

  it("goes by the file's name where nothing names the organ, in whatever folder", () => {
    const nameless = { organ: null, year: null, file: "a/01.报告.txt" };
    const baseline = baselineFor(text, nameless);
    assert.equal(baseline.entries[0]?.entry.organ, "01.报告.txt");
    assert.deepEqual(shown(text, baseline, { ...nameless, file: "file:///b/01.%E6%8A%A5%E5%91%8A.txt" }), []);
    assert.notDeepEqual(shown(text, baseline, { ...nameless, file: "a/02.报告.txt" }), []);
  });

  it("of two equal words are two", () => {
    const once = "村里的的公开栏换了新的。";
    const options = (overview: string): SampleOptions => ({ organ: "青禾县水务局", sections: { overview } });
    const baseline = baselineFor(sampleReport(options(once)));
    assert.deepEqual(shown(sampleReport(options(once)), baseline), []);
    assert.deepEqual(shown(sampleReport(options(once + once)), baseline), ["doubled-word"]);
  });

  it("of one row or heading is not taken for another of the same place", () => {
    const without = (label: string) => {
      const lines = sampleReport({ organ: "青禾县水务局", layout: "tabs" }).split("\n");
      const left = lines.filter((line) => !line.includes(label));
      assert.ok(left.length < lines.length, label);
      return left.join("\n");
    };
    const [one, two] = [without("重复申请"), without("补正")];
    const baseline = baselineFor(one);
    assert.deepEqual(shown(one, baseline), []);
    assert.ok(shown(two, baseline).includes("row-missing"));
  });

  it("say cell or text, and never a line", () => {
    const { report, findings } = findingsIn(text);
    const known = knownFindings(report, findings, who);
    const of = (rule: string) => known.find((each) => each.rule === rule);
    assert.deepEqual(of("row-total"), {
      rule: "row-total",
      organ: "青禾县水务局",
      year: 2024,
      cell: "requests/new/total",
      fingerprint: of("row-total")?.fingerprint,
    });
    assert.equal(of("doubled-word")?.cell, undefined);
    assert.match(of("doubled-word")?.text ?? "", /的/u);
    const prints = fingerprintsOf(report, findings, who);
    assert.deepEqual(
      known.map(({ fingerprint }) => fingerprint),
      prints,
    );
    for (const print of prints) assert.match(print, /^[0-9a-z]{1,11}$/);
  });

  it("are found by organ and year without looking at the others", () => {
    const entry = (organ: string, year: number): BaselineEntry => {
      return { rule: "balance", organ, year, fingerprint: `${organ}${year}`, reason: "" };
    };
    const all = Array.from({ length: 20_000 }, (_, at) => entry(`青禾县第${at % 2000}镇`, 2015 + (at % 10)));
    const baseline: Baseline = { entries: all.map((each) => ({ entry: each, span: { start: 0, end: 0 } })) };
    const begin = performance.now();
    for (let at = 0; at < 2000; at++) {
      const about = entriesAbout(baseline, { organ: `青禾县第${at}镇人民政府`, year: 2015 + (at % 10), file: "" });
      assert.equal(about.length, 10);
    }
    assert.ok(performance.now() - begin < 2000);
  });
});

describe("config/baseline, what no longer applies", () => {
  const all = () => true;

  it("is what names nothing in the reports that were checked", () => {
    const text = sampleReport(faulty);
    const baseline = baselineFor(text);
    const { report, findings } = findingsIn(sampleReport({ ...faulty, cells: {} }));
    const { used } = sift(report, findings, who, baseline);
    const rules = (checked: Parameters<typeof staleEntries>[1]) =>
      new Set(staleEntries(baseline, checked).map(({ entry }) => entry.rule));
    assert.deepEqual(rules([{ who, used, heard: all }]), new Set(["row-total", "cell-blank"]));
    assert.deepEqual(rules([{ who: { ...who, year: 2023 }, used, heard: all }]), new Set());
    assert.deepEqual(rules([]), new Set());
    assert.deepEqual(
      rules([{ who, used, heard: rulesHeard({ "row-total": "off" }, () => false) }]),
      new Set(["cell-blank"]),
    );
    // A draft and its final version are one organ's report on one year.
    const draft = sift(...beside(text), who, baseline).used;
    assert.deepEqual(
      rules([
        { who, used, heard: all },
        { who, used: draft, heard: all },
      ]),
      new Set(),
    );
  });

  it("is not what was not looked for", () => {
    const alone = rulesHeard({ balance: "off", title: "hint" }, () => false);
    const whole = rulesHeard({}, () => true);
    const first = rulesHeard({}, (what) => what !== "lastYear");
    assert.deepEqual(["balance", "title", "carry-over", "similar"].map(alone), [false, true, false, false]);
    assert.deepEqual(["balance", "carry-over", "roll-up"].map(whole), [true, true, true]);
    assert.deepEqual(["balance", "carry-over", "similar", "roll-up"].map(first), [true, false, false, true]);
  });

  it("is said with what to do", () => {
    const entry: BaselineEntry = {
      rule: "carry-over",
      organ: "青禾县水务局",
      year: 2024,
      cell: "requests/carriedIn",
      fingerprint: "1",
      reason: "",
    };
    assert.equal(
      staleWords(entry).zh,
      "这一条已不适用：“青禾县水务局” 2024 年度报告中已没有这处 carry-over（requests/carriedIn）。请从 .nianbao-baseline.json 中删去这一条",
    );
    assert.match(absentWords({ ...entry, year: null }).zh, /^这一条无从核对：文件夹中没有“青禾县水务局”的报告。/u);
    for (const { en } of [staleWords(entry), absentWords(entry)]) assert.match(en, /entry.*青禾县水务局/u);
  });
});

function beside(text: string) {
  const { report, findings } = findingsIn(text);
  return [report, findings] as const;
}
