// One finding per mistake, and what it says: place, numbers, what the relations imply, what will hold after a fix.
import assert from "node:assert/strict";
import { readReport } from "../../../server/src/report/index";
import { check } from "../../../server/src/rules/index";
import type { Finding } from "../../../server/src/rules/types";
import { type SampleOptions, sampleReport } from "../../support/sample";

function found(cells: Readonly<Record<string, string>>, options: SampleOptions = {}): readonly Finding[] {
  return check(readReport(sampleReport({ layout: "tabs", ...options, cells })));
}

function only(cells: Readonly<Record<string, string>>, options: SampleOptions = {}): Finding {
  const findings = found(cells, options);
  assert.equal(findings.length, 1, findings.map(({ message }) => message.zh).join("\n"));
  return findings[0] as Finding;
}

describe("findings of the relations", () => {
  it("a total: its sum, what the relations imply, and beside it the relations that say so", () => {
    const { rule, message, advice, related, fixes } = only({ "requests/new/total": "65" });
    assert.equal(rule, "row-total");
    assert.equal(
      message.zh,
      "表三 一、本年新收·总计：65 ≠ 66（自然人 58 + 商业企业 7 + 科研机构 1 + 0 + 0 + 0），相差 1；按行、“一 + 二 = 三（七）+ 四”两项勾稽关系推算为 66（现为 65），请核对台账",
    );
    assert.equal(
      message.en,
      "Table 3 一、本年新收·总计: 65 ≠ 66 (自然人 58 + 商业企业 7 + 科研机构 1 + 0 + 0 + 0), off by 1; by the row total and 一 + 二 = 三（七）+ 四 it comes to 66 (now 65); check it against the records",
    );
    assert.equal(advice.zh, "请确认该数是否应为 66，再作改正");
    assert.deepEqual(
      related.map(({ message: { zh } }) => zh),
      [
        "行合计：65 ≠ 66（自然人 58 + 商业企业 7 + 科研机构 1 + 0 + 0 + 0），相差 1",
        "一 + 二 = 三（七）+ 四：一、本年新收 65 + 二、上年结转 4 = 69 ≠ 70 = （七）总计 67 + 四、结转下年度 3，相差 1",
      ],
    );
    assert.deepEqual(
      fixes.map(({ title }) => title),
      [{ zh: "改为 66（原 65）：恢复 2 项勾稽关系", en: "Set to 66 (was 65): restores 2 relations" }],
    );
  });

  it("an inner cell: what it should be comes first, for its column is long", () => {
    const { rule, message, related } = only({ "requests/granted/natural": "12" });
    assert.equal(rule, "inconsistent-cell");
    assert.equal(
      message.zh,
      "表三 （一）予以公开·自然人：按行、列两项勾稽关系推算为 21（现为 12），请核对台账；行合计：25 ≠ 16（自然人 12 + 商业企业 3 + 科研机构 1 + 0 + 0 + 0），相差 9",
    );
    assert.equal(related.length, 2);
  });

  it("each kind of cell has its rule", () => {
    const rules = {
      "requests/granted/total": "row-total",
      "requests/carriedOut/total": "row-total",
      "requests/total/natural": "column-total",
      "requests/total/total": "column-total",
      "requests/new/natural": "balance",
      "requests/carriedIn/business": "balance",
      "requests/carriedOut/natural": "balance",
      "requests/denied.inquiry/social": "inconsistent-cell",
    };
    for (const [cell, rule] of Object.entries(rules)) assert.equal(only({ [cell]: "30" }).rule, rule, cell);
  });

  it("（七）总计 stands in three relations", () => {
    const { message, fixes, related } = only({ "requests/total/natural": "58" });
    assert.match(message.zh, /按行、列、“一 \+ 二 = 三（七）\+ 四”三项勾稽关系推算为 59（现为 58），请核对台账$/u);
    assert.equal(fixes[0]?.title.zh, "改为 59（原 58）：恢复 3 项勾稽关系");
    assert.equal(related.length, 3);
  });

  it("two wrong numbers in one row: each at its place, and a fix alone says what stays broken", () => {
    const findings = found({ "requests/granted/natural": "12", "requests/granted/business": "8" });
    assert.deepEqual(
      findings.map(({ rule, fixes }) => [rule, fixes[0]?.grade, fixes[0]?.title.zh]),
      [
        ["inconsistent-cell", "preferred", "改为 21（原 12）：恢复 1 项勾稽关系，另有 1 项仍不成立"],
        ["inconsistent-cell", "preferred", "改为 3（原 8）：恢复 1 项勾稽关系，另有 1 项仍不成立"],
      ],
    );
    assert.match(
      findings[0]?.message.zh ?? "",
      /按本表各项勾稽关系，连同 （一）予以公开·商业企业 8 → 3，推算为 21（现为 12），请核对台账；行合计：25 ≠ 21/u,
    );
  });

  it("what must change together is offered together, at each relation that does not hold", () => {
    const findings = found({ "requests/granted/natural": "28", "requests/granted/total": "32" });
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ["column-total", "column-total"],
    );
    for (const { message, fixes, related } of findings) {
      assert.match(
        message.zh,
        /可能有误的是（2 个数同时改）：（一）予以公开（自然人 28 → 21、总计 32 → 25）；或 （四）1\.本机关不掌握相关政府信息（自然人 8 → 1、总计 9 → 2）；也可能是别处有误、合计已随之求和$/u,
      );
      assert.match(
        message.en,
        /what may be wrong \(2 numbers together\): （一）予以公开 \(自然人 28 → 21, 总计 32 → 25\); or /u,
      );
      assert.deepEqual(
        fixes.map(({ grade, edits }) => [grade, edits.map(({ newText }) => newText)]),
        [
          ["candidate", ["21", "25"]],
          ["candidate", ["1", "2"]],
        ],
      );
      assert.equal(related[0]?.message.zh, "表三 （一）予以公开·自然人：可能 28 → 21");
    }
  });

  it("a large family is told as a class, and no member of it is offered", () => {
    for (const { message, fixes } of found({ "requests/granted/natural": "22", "requests/granted/total": "26" })) {
      assert.match(message.zh, /；三项各行（12 行可能）中有一行自然人多 1、总计多 1，无法推算是哪一行$/u);
      assert.match(
        message.en,
        /in one of 12 rows 自然人 is 1 too high, 总计 is 1 too high; which one cannot be told$/u,
      );
      assert.deepEqual(fixes, []);
    }
    const [column] = found({ "requests/granted/natural": "20", "requests/partial/natural": "7" });
    assert.match(
      column?.message.zh ?? "",
      /可能有误的是|\d+ 列中有一列（一）予以公开少 1、（二）部分公开多 1，无法推算是哪一列$/u,
    );
  });

  it("one number of a row that no column tells apart: the class, and the total as a candidate", () => {
    const text = "三、收到和处理政府信息公开申请情况\n二、上年结转政府信息公开申请数量\t12\t0\t0\t0\t0\t0\t13\n";
    const [finding] = check(readReport(text)).filter(({ rule }) => rule === "row-total");
    assert.match(finding?.message.zh ?? "", /；有关的 7 个数中有一个有误，无法推算是哪一个$/u);
    assert.deepEqual(
      finding?.fixes.map(({ grade, title }) => [grade, title.zh]),
      [["candidate", "改为 12（原 13）：恢复 1 项勾稽关系"]],
    );
  });

  it("too many mistakes: the relations as they are, and that no more can be told", () => {
    const own = new Set<string>(["row-total", "column-total", "balance", "inconsistent-cell"]);
    const findings = found({
      "requests/granted/natural": "12",
      "requests/new/business": "17",
      "requests/carriedOut/total": "9",
      "requests/partial/social": "4",
    }).filter(({ rule }) => own.has(rule));
    assert.equal(findings.length, 8);
    for (const { message } of findings) assert.match(message.zh, /；未推算出三个数以内的改法，请逐项核对台账$/u);
  });

  it("blanks that contradict each other are one finding", () => {
    const findings = found({
      "requests/granted/natural": "",
      "requests/partial/business": "",
      "requests/granted/business": "1",
    }).filter(({ rule }) => rule !== "cell-blank");
    assert.equal(findings.length, 1);
    assert.match(
      findings[0]?.message.zh ?? "",
      /^表三 （一）予以公开·总计：含空白的 4 项勾稽关系不能同时成立：.*；可能有误的是：（一）予以公开·商业企业 1 → 3；或 （二）部分公开·自然人 6 → 4$/u,
    );
    assert.deepEqual(
      findings[0]?.fixes.map(({ title }) => title.zh),
      [
        "（一）予以公开·商业企业 改为 3（原 1）：2 项含空白的勾稽关系不再矛盾",
        "（二）部分公开·自然人 改为 4（原 6）：2 项含空白的勾稽关系不再矛盾",
      ],
    );
  });

  it("a wrong number that only blanks keep from being seen: the relations with the blanks are beside it", () => {
    const cells = { "requests/granted/natural": "", "requests/denied.security/business": "" };
    const [finding] = found({ ...cells, "requests/granted/business": "1" }).filter(({ rule }) => rule !== "cell-blank");
    assert.equal(finding?.rule, "inconsistent-cell");
    assert.match(finding.message.zh, /·商业企业：按本表各项勾稽关系推算为 3（现为 1），请核对台账/u);
    assert.equal(finding.related.length, 2);
    assert.equal(
      finding.related[0]?.message.zh,
      "行合计：25 = 自然人（空白） + 商业企业 1 + 科研机构 1 + 0 + 0 + 0，无法核对（有空白或非数字）",
    );
    assert.match(
      finding.related[1]?.message.zh ?? "",
      /^列合计：7 = .*（空白）.* 20 项之和，无法核对（有空白或非数字）$/u,
    );
    assert.equal(finding.fixes[0]?.title.zh, "改为 3（原 1）：2 项含空白的勾稽关系不再矛盾");
  });

  it("three in a knot: one that alone restores nothing is offered with the others", () => {
    const cells = {
      "requests/granted/natural": "12",
      "requests/granted/business": "8",
      "requests/partial/natural": "9",
    };
    const findings = found(cells);
    assert.deepEqual(
      findings.map(({ fixes }) => fixes.map(({ grade, title }) => `${grade} ${title.zh}`)),
      [
        [
          "preferred 同时改：（一）予以公开·自然人 12 → 21，并 （一）予以公开·商业企业 8 → 3，并 （二）部分公开·自然人 9 → 6；恢复 4 项勾稽关系",
        ],
        [
          "preferred 改为 3（原 8）：恢复 1 项勾稽关系，另有 1 项仍不成立",
          "preferred 同时改：（一）予以公开·自然人 12 → 21，并 （一）予以公开·商业企业 8 → 3，并 （二）部分公开·自然人 9 → 6；恢复 4 项勾稽关系",
        ],
        [
          "preferred 改为 6（原 9）：恢复 1 项勾稽关系，另有 1 项仍不成立",
          "preferred 同时改：（一）予以公开·自然人 12 → 21，并 （一）予以公开·商业企业 8 → 3，并 （二）部分公开·自然人 9 → 6；恢复 4 项勾稽关系",
        ],
      ],
    );
  });

  it("a number of more digits than are read is not written", () => {
    const big = "9".repeat(15);
    const row = ["58", big, big, "0", "0", "0", "5"].join("\t");
    const text = `三、收到和处理政府信息公开申请情况\n二、上年结转政府信息公开申请数量\t${row}\n`;
    assert.equal(readReport(text).counts.broken, 1);
    const numbers = check(readReport(text)).flatMap(({ fixes }) => fixes.filter(({ sets }) => sets.size > 0));
    for (const { edits } of numbers) for (const { newText } of edits) assert.ok(newText.length <= 15, newText);
  });

  it("a total is not safe where a row stands twice", () => {
    const text = sampleReport({ layout: "tabs", cells: { "requests/new/total": "65" } });
    const row = /^一、本年新收.*\n/mu.exec(text)?.[0] ?? "";
    const [finding] = check(readReport(text.replace(row, row + row))).filter(({ rule }) => rule === "row-total");
    assert.equal(finding?.fixes[0]?.grade, "preferred");
  });

  it("a blank is not filled for good from numbers that may be wrong", () => {
    const grades = (cells: Readonly<Record<string, string>>) =>
      found(cells).flatMap(({ rule, fixes }) => (rule === "cell-blank" ? fixes.map(({ grade }) => grade) : []));
    assert.deepEqual(grades({ "requests/granted/total": "" }), ["safe"]);
    // Two blank totals let the row be off by anything: the row's sum is all there is, and one of its parts is accused.
    assert.deepEqual(
      grades({ "requests/granted/total": "", "requests/partial/total": "", "requests/granted/natural": "12" }),
      ["candidate", "candidate"],
    );
    // What is wrong elsewhere does not matter, unless nobody can say where it is.
    assert.deepEqual(grades({ "requests/new/total": "", "requests/partial/total": "8" }), ["safe"]);
    assert.deepEqual(
      grades({ "requests/new/total": "", "requests/granted/natural": "28", "requests/granted/total": "32" }),
      ["candidate"],
    );
  });

  it("digits keep their width and their marks", () => {
    const texts = (cells: Readonly<Record<string, string>>, options: SampleOptions = {}) =>
      found(cells, options)
        .filter(({ rule }) => rule === "row-total")
        .flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits.map(({ newText }) => newText)));
    assert.deepEqual(texts({ "requests/new/total": "６５" }), ["６６"]);
    const parts = { "requests/new/natural": 1234567 };
    assert.deepEqual(texts({ "requests/new/total": "1,234,574" }, { parts }), ["1,234,575"]);
    assert.deepEqual(texts({ "requests/new/total": "１，２３４，５７４" }, { parts }), ["１，２３４，５７５"]);
    assert.deepEqual(texts({ "requests/new/total": "65件" }), ["66"]);
  });
});
