// What is changed in bulk: all that is safe and nothing else, in rounds, told with before and after.
import assert from "node:assert/strict";
import {
  type Bulk,
  type BulkKind,
  bulk,
  bulkKinds,
  bulkTitle,
  changeWords,
  doneTitle,
  followedBy,
} from "../../../server/src/features/bulk";
import { readReport } from "../../../server/src/report/index";
import { check } from "../../../server/src/rules/index";
import type { RuleSettings, TextEdit } from "../../../server/src/rules/types";
import { layouts, pathKey, type SampleOptions, sampleCells, sampleForm, sampleReport } from "../../support/sample";

function run(text: string, kinds: readonly BulkKind[] = ["totals"], rules: RuleSettings = {}): Bulk {
  const report = readReport(text);
  return bulk(report, check(report, rules), rules, kinds);
}

function applied(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight(
    (result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end),
    text,
  );
}

function told(options: SampleOptions, kinds?: readonly BulkKind[], rules?: RuleSettings): readonly string[] {
  return run(sampleReport(options), kinds, rules).changes.map((change) => changeWords(change, "zh"));
}

/** Those in which a blank cell keeps its place, so that a number can be put there. */
const blankLayouts = layouts.filter((layout) => layout !== "spaced" && layout !== "bars");

/** One wrong 总计, told by its row, its column and the balance. */
const wrong = { "requests/new/total": "65" };
const corrected = "表三 一、本年新收·总计 65 → 66";
const blank = { "requests/granted/total": "" };
const filled = "表三 （一）予以公开·总计 空白 → 25";

describe("changes in bulk", () => {
  it("set a wrong total and fill a blank one, each named with before and after", () => {
    assert.deepEqual(told({ cells: wrong }), [corrected]);
    assert.deepEqual(told({ cells: blank }), [filled]);
    const [change] = run(sampleReport({ cells: blank })).changes;
    assert.ok(change);
    assert.equal(changeWords(change, "en"), "Table 3 （一）予以公开·总计 blank → 25");
    assert.equal(run(sampleReport({ cells: wrong })).report.text, sampleReport());
  });

  it("go on where one uncovers another: a wrong total is safe once its table has no blank", () => {
    for (const layout of blankLayouts) {
      const text = sampleReport({ layout, cells: { ...wrong, ...blank } });
      assert.ok(
        check(readReport(text)).every(({ fixes }) =>
          fixes.every(({ kind, grade }) => kind !== "total" || grade !== "safe"),
        ),
      );
      const { changes, report, findings } = run(text);
      assert.deepEqual(
        changes.map((change) => changeWords(change, "zh")),
        [corrected, filled],
      );
      assert.equal(report.text, applied(text, changes));
      assert.equal(report.counts.held, 42);
      assert.deepEqual(findings, []);
    }
  });

  it("take one kind without the other, and both into one change where they meet", () => {
    const cells = { "requests/new/total": "６５", "requests/partial/legal": "00" };
    assert.deepEqual(told({ cells }, ["spelling"]), ["表三 （二）部分公开·法律服务机构 00 → 0"]);
    assert.deepEqual(told({ cells }, ["totals"]), ["表三 一、本年新收·总计 ６５ → ６６"]);
    assert.deepEqual(told({ cells }, bulkKinds), [
      "表三 一、本年新收·总计 ６５ → 66",
      "表三 （二）部分公开·法律服务机构 00 → 0",
    ]);
    assert.equal(run(sampleReport({ cells }), bulkKinds).report.text, sampleReport());
    assert.deepEqual(run(sampleReport({ cells }), []).changes, []);
  });

  it("leave what is preferred or a candidate, in every table", () => {
    const untouched: readonly Record<string, string>[] = [
      { "review/review/total": "9" },
      { "review/review/upheld": "" },
      { "requests/granted/natural": "" },
      { "requests/granted/natural": "12" },
      { "requests/granted/total": "26", "requests/partial/social": "/" },
      { "requests/granted/total": "26", "requests/new/natural": "1" },
      { "requests/denied.security/natural": "", "requests/denied.security/legal": "" },
    ];
    for (const cells of untouched) {
      assert.ok(
        check(readReport(sampleReport({ cells }))).some(({ fixes }) => fixes.length > 0),
        JSON.stringify(cells),
      );
      assert.deepEqual(told({ cells }), [], JSON.stringify(cells));
    }
  });

  it("leave two blanks that agree with all that can be assessed, but not with each other", () => {
    // 予以公开 is to be 25 and 部分公开 7 by their rows; their column has room for 31.
    const cells = { ...blank, "requests/partial/total": "", "requests/denied.inquiry/total": "6" };
    const text = sampleReport({ cells });
    assert.deepEqual(run(text).changes, []);
    assert.deepEqual(told({ cells: { ...blank, "requests/partial/total": "" } }), [
      filled,
      "表三 （二）部分公开·总计 空白 → 7",
    ]);
  });

  it("take nothing of a rule that is off, in later rounds either", () => {
    const cells = { ...wrong, ...blank };
    assert.deepEqual(told({ cells }, ["totals"], { "row-total": "off" }), [filled]);
    assert.deepEqual(told({ cells }, ["totals"], { "cell-blank": "off" }), []);
    assert.deepEqual(told({ cells }, ["totals"], { "row-total": "hint" }), [corrected, filled]);
    assert.deepEqual(told({ cells: { "requests/new/legal": "00" } }, ["spelling"], { "cell-format": "off" }), []);
  });

  it("put back what was there, or leave it: no right number is changed, and a second time nothing", () => {
    // Every total in turn, spoilt in one of these ways, alone or with one of two others.
    const spoils = ["", "0", "７７", "1,000", "/", "00"];
    const others: readonly Record<string, string>[] = [
      {},
      { "requests/unable.notHeld/total": "" },
      { "requests/carriedIn/natural": "０４", "review/directSuit/total": "" },
    ];
    const truth = sampleCells(sampleForm());
    const totals = [...truth.keys()].filter((key) => key.endsWith("/total") || /^requests\/total\//u.test(key));
    assert.equal(totals.length, 25 + 6 + 3);
    let changed = 0;
    totals.forEach((key, at) => {
      const spoil = spoils[at % spoils.length] as string;
      const layout = blankLayouts[at % blankLayouts.length];
      const eol = (["\n", "\r\n", "\r"] as const)[at % 3];
      for (const other of others) {
        const cells = { [key]: spoil, ...other };
        const text = sampleReport({ cells, eol, layout });
        const { changes, report } = run(text, bulkKinds);
        const name = `${key} ${spoil} ${JSON.stringify(other)}`;
        assert.equal(report.text, applied(text, changes), name);
        for (const [index, { span, before }] of changes.entries()) {
          assert.equal(text.slice(span.start, span.end), before, name);
          assert.ok(span.start >= (changes[index - 1]?.span.end ?? 0), name);
        }
        for (const { path, value } of report.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells))) {
          const digits = "digits" in value ? value.digits : "";
          const place = pathKey(path);
          // What was not spoilt is as it was; what was is right, or as spoilt as before.
          const was =
            place in cells ? cells[place as keyof typeof cells]?.normalize("NFKC").replace(/,|^0(?=\d)/gu, "") : null;
          assert.ok(digits === truth.get(place) || digits === was?.replace("/", ""), `${name}: ${place} is ${digits}`);
        }
        assert.deepEqual(run(report.text, bulkKinds).changes, [], name);
        changed += changes.length;
      }
    });
    assert.ok(changed > 60, `${changed} changes`);
  });
});

describe("two lists of changes as one", () => {
  const edit = (start: number, end: number, newText: string): TextEdit => ({ span: { start, end }, newText });

  it("keeps those apart that do not meet, and moves the later one back", () => {
    const first = [edit(1, 2, "abc"), edit(6, 6, "x")];
    assert.deepEqual(followedBy(first, edit(5, 6, "!")), [edit(1, 2, "abc"), edit(3, 4, "!"), edit(6, 6, "x")]);
    assert.deepEqual(followedBy(first, edit(2, 3, "!")), [edit(1, 2, "a!c"), edit(6, 6, "x")]);
  });

  it("gives what applying one after the other gives, wherever they stand", () => {
    const text = "01234";
    const words = ["", "A", "BC"];
    const lists: TextEdit[][] = [];
    for (let a = 0; a <= 3; a++)
      for (let b = a; b <= 3; b++)
        for (const word of words) {
          lists.push([edit(a, b, word)]);
          for (let c = b + 1; c <= 5; c++) lists.push([edit(a, b, word), edit(c, Math.min(c + 1, 5), "D")]);
        }
    let tried = 0;
    for (const list of lists) {
      const between = applied(text, list);
      for (let start = 0; start <= between.length; start++)
        for (let end = start; end <= between.length; end++)
          for (const word of ["", "xy"]) {
            const next = edit(start, end, word);
            const both = followedBy(list, next);
            const name = JSON.stringify({ list, next, both });
            assert.equal(applied(text, both), applied(between, [next]), name);
            for (const [at, { span }] of both.entries())
              assert.ok(span.start <= span.end && span.start >= (both[at - 1]?.span.end ?? 0), name);
            tried++;
          }
    }
    assert.ok(tried > 3000);
  });
});

describe("the words for changes in bulk", () => {
  const changes = run(
    sampleReport({ cells: { ...wrong, ...blank, "requests/partial/total": "", "review/review/total": "" } }),
  ).changes;

  it("name the first three", () => {
    assert.equal(changes.length, 4);
    assert.equal(
      bulkTitle("totals", changes, "zh"),
      `按勾稽关系改正合计 4 处：${corrected}；${filled}；表三 （二）部分公开·总计 空白 → 7 等`,
    );
    assert.match(
      bulkTitle("totals", changes, "en"),
      /^Set 4 total\(s\) to what the relations give: Table 3 .*; and 1 more$/,
    );
    assert.equal(bulkTitle("totals", changes.slice(0, 1), "zh"), `按勾稽关系改正合计 1 处：${corrected}`);
  });

  it("count spellings, whose values stay", () => {
    assert.equal(bulkTitle("spelling", changes, "zh"), "规范全部数字写法（4 处）");
    assert.equal(bulkTitle("spelling", changes, "en"), "Normalise the spelling of 4 number(s)");
  });

  it("ask for a look into the records", () => {
    assert.equal(doneTitle(2, "zh"), "已按勾稽关系改正合计 2 处，请核对台账");
    assert.match(doneTitle(2, "en"), /^Set 2 .*records$/);
  });
});
