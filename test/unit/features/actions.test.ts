import assert from "node:assert/strict";
import { actions } from "../../../server/src/features/actions";
import { reviewComment } from "../../../server/src/features/comment";
import { statusOf } from "../../../server/src/features/status";
import { readReport } from "../../../server/src/report/index";
import { check } from "../../../server/src/rules/index";
import type { Finding, Fix } from "../../../server/src/rules/types";
import { place } from "../../support/fixture";
import { sampleReport } from "../../support/sample";

const text = sampleReport({ layout: "tabs", cells: { "requests/new/total": "65" } });
const report = readReport(text);
const spot = place(text, "65");

function fix(
  grade: Fix["grade"],
  kind: Fix["kind"],
  title: string,
  ...edits: readonly [number, number, string][]
): Fix {
  return {
    grade,
    kind,
    title: { zh: title, en: `${title} (en)` },
    edits: edits.map(([start, end, newText]) => ({ span: { start, end }, newText })),
    sets: new Map(),
  };
}

function finding(message: string, fixes: readonly Fix[], span = spot): Finding {
  return {
    rule: "row-total",
    severity: "error",
    span,
    message: { zh: message, en: `${message} (en)` },
    advice: { zh: "请核对台账", en: "Please check the records" },
    related: [],
    fixes,
  };
}

describe("actions", () => {
  const candidate = fix("candidate", "total", "自然人 58 → 57", [0, 1, "x"]);
  const preferred = fix("preferred", "total", "总计 65 → 66", [0, 1, "y"]);
  const safe = fix("safe", "spelling", "00 → 0", [2, 4, "0"]);
  const findings = [
    finding("表三 一、本年新收·总计：65 ≠ 66", [candidate]),
    finding("表三 一、本年新收·总计：甲", [preferred, candidate]),
    finding("表三 一、本年新收·总计：乙", [safe]),
    finding("别处", [safe], { start: 0, end: 1 }),
  ];

  it("list the fixes best first, then a comment to copy for each finding, then each to be known of", () => {
    assert.deepEqual(
      actions(report, findings, { start: spot.start + 1, end: spot.start + 1 }, "zh").map((action) => [
        action.kind,
        action.title,
        action.preferred,
      ]),
      [
        ["quickfix", "00 → 0 · 可直接改", true],
        ["quickfix", "总计 65 → 66 · 建议核实", true],
        ["quickfix", "自然人 58 → 57 · 需人工判断", false],
        ["copy-comment", "复制审核意见：表三 一、本年新收·总计：65 ≠ 66", false],
        ["copy-comment", "复制审核意见：表三 一、本年新收·总计：甲", false],
        ["copy-comment", "复制审核意见：表三 一、本年新收·总计：乙", false],
        ["ignore", "已核实，今后不再列出：表三 一、本年新收·总计：65 ≠ 66", false],
        ["ignore", "已核实，今后不再列出：表三 一、本年新收·总计：甲", false],
        ["ignore", "已核实，今后不再列出：表三 一、本年新收·总计：乙", false],
      ],
    );
  });

  it("that are asked for by two findings are listed once, and answer both", () => {
    const found = actions(report, findings.slice(0, 2), spot, "zh").filter(({ edits }) => edits === candidate.edits);
    assert.deepEqual(
      found.map((action) => action.findings),
      [findings.slice(0, 2)],
    );
  });

  it("name the grade in English, and one finding needs no telling apart but where it would be hidden", () => {
    const found = actions(report, [findings[1] as Finding], spot, "en");
    assert.deepEqual(
      found.map(({ title }) => title),
      [
        "总计 65 → 66 (en) · check first",
        "自然人 58 → 57 (en) · your judgement",
        "Copy review comment",
        "Known, list it no more: 表三 一、本年新收·总计：甲 (en)",
      ],
    );
    assert.deepEqual(found[0]?.edits, preferred.edits);
    assert.equal(found[2]?.comment, reviewComment(report, findings[1] as Finding, "en"));
  });

  it("are offered at either end of a finding and nowhere else", () => {
    const at = (offset: number) => actions(report, findings.slice(0, 1), { start: offset, end: offset }, "zh").length;
    assert.deepEqual([spot.start - 1, spot.start, spot.end, spot.end + 1].map(at), [0, 3, 3, 0]);
  });
});

describe("fix all of a kind", () => {
  const all = (source: string, needle: string, locale: "zh" | "en" = "zh") => {
    const read = readReport(source);
    const start = source.indexOf(needle);
    assert.ok(start >= 0);
    const found = actions(read, check(read), { start, end: start + needle.length }, locale);
    return found.map(({ kind, title, preferred, findings: answered, edits }) => ({
      kind,
      title,
      preferred,
      answered: answered.length,
      after: edits.reduceRight(
        (to, { span, newText }) => to.slice(0, span.start) + newText + to.slice(span.end),
        source,
      ),
    }));
  };

  it("stands below the finding's own fixes and above the comment, and is not preferred", () => {
    const odd = sampleReport({ cells: { "requests/new/legal": "00", "requests/partial/total": "０７" } });
    const found = all(odd, "00");
    assert.deepEqual(
      found.map(({ title, preferred }) => [title, preferred]),
      [
        ["法律服务机构 “00” → 0（数值不变） · 可直接改", true],
        ["全部同类一并修正（2 处）：数字写法不规范", false],
        ["复制审核意见", false],
        ["已核实，今后不再列出：表三 一、本年新收·法律服务机构：“00”写法不规范（前面多…", false],
      ],
    );
    assert.deepEqual([found[1]?.kind, found[1]?.answered, found[1]?.after], ["quickfix", 2, sampleReport()]);
    assert.equal(all(odd, "00", "en")[1]?.title, "Fix all 2 of this kind: A number spelled in an unusual way");
  });

  it("takes headings and labels, which are only preferred", () => {
    const plain = sampleReport();
    const odd = plain.replace("三、收到和处理", "三是收到和处理").replace("五、存在的", "五是存在的");
    assert.equal(all(odd, "三是").find(({ title }) => title.startsWith("全部同类"))?.after, plain);
    assert.equal(
      all(odd, "三是收到和处理政府信息公开申请情况").filter(({ title }) => title.startsWith("全部同类")).length,
      1,
    );
  });

  it("is offered once for each rule, however many of its findings are touched", () => {
    const odd = sampleReport({ layout: "tabs", cells: { "requests/new/legal": "00", "requests/new/social": "00" } });
    const found = all(odd, "00\t00");
    assert.deepEqual(
      found.map(({ title }) => title.slice(0, 4)),
      ["社会公益", "法律服务", "全部同类", "复制审核", "复制审核", "已核实，", "已核实，"],
    );
  });

  it("is not offered for one alone, nor for numbers to be checked first", () => {
    const offers = (cells: Readonly<Record<string, string>>, needle: string): boolean =>
      all(sampleReport({ layout: "tabs", cells }), needle).some(({ title }) => title.startsWith("全部同类"));
    assert.equal(offers({ "requests/new/legal": "00" }, "00"), false);
    // Two blank parts: one number each, and still for the reviewer to look at.
    assert.equal(offers({ "requests/granted/natural": "", "requests/partial/natural": "" }, "部分公开"), false);
    assert.equal(offers({ "review/review/total": "8", "review/directSuit/total": "8" }, "8"), false);
    // Letters for digits where no relation says which number is meant.
    assert.equal(offers({ "disclosure/rules/issued": "O", "disclosure/rules/repealed": "O" }, "O\tO"), false);
  });

  it("fills blank totals, unless a mistake beside them rests on the same blanks", () => {
    const cells = { "requests/granted/total": "", "requests/partial/total": "" };
    const blanks = (more: Readonly<Record<string, string>>) => {
      const source = sampleReport({ layout: "tabs", cells: { ...cells, ...more } });
      const read = readReport(source);
      const findings = check(read);
      const touched = findings.find(({ rule }) => rule === "cell-blank");
      assert.ok(touched);
      return actions(read, findings, touched.span, "zh").filter(({ title }) => title.startsWith("全部同类"));
    };
    assert.deepEqual(
      blanks({}).map(({ edits }) => edits.map(({ newText }) => newText)),
      [["25", "7"]],
    );
    assert.deepEqual(blanks({ "requests/denied.inquiry/total": "6" }), []);
  });
});

describe("review comment", () => {
  it("is one paragraph with the organ, the year, what is wrong and what to check", () => {
    assert.equal(
      reviewComment(report, finding("表三 一、本年新收·总计：65 ≠ 66，相差 1", []), "zh"),
      "青禾县示范镇人民政府2024年政府信息公开工作年度报告：表三 一、本年新收·总计：65 ≠ 66，相差 1。请核对台账。",
    );
    assert.equal(
      reviewComment(report, finding("Table 3: 65 ≠ 66", []), "en"),
      "Annual report on government information disclosure (青禾县示范镇人民政府, 2024): Table 3: 65 ≠ 66 (en). Please check the records.",
    );
  });

  it("names the section where the message does not", () => {
    assert.match(
      reviewComment(report, finding("本行\n缺一格。", []), "zh"),
      /报告：三、收到和处理政府信息公开申请情况：本行 缺一格。请核对台账。$/u,
    );
  });

  it("does without what is not known", () => {
    const unknown = readReport("一、总体情况\n无");
    assert.equal(
      reviewComment(unknown, finding("一、总体情况：过短！", [], { start: 0, end: 1 }), "zh"),
      "政府信息公开工作年度报告：一、总体情况：过短！请核对台账。",
    );
    assert.equal(
      reviewComment(readReport(""), finding("Empty", [], { start: 0, end: 0 }), "en"),
      "Annual report on government information disclosure: Empty (en). Please check the records.",
    );
  });
});

describe("status", () => {
  it("counts what was read and checked", () => {
    assert.deepEqual(statusOf(report, 2), {
      counts: { total: 42, held: 40, broken: 2, notAssessable: 0 },
      rulesOff: 2,
      sections: 6,
      tables: 3,
      readable: true,
    });
  });

  it("claims nothing of a text in which nothing was recognised", () => {
    const status = statusOf(readReport("购物清单"), 0);
    assert.deepEqual([status.readable, status.sections, status.tables, status.counts.held], [false, 0, 0, 0]);
  });
});
