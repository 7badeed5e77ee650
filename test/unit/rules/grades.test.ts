// What may be changed by whom: 可直接改, 建议核实, 需人工判断. One wrong number must not lead to another one.
import assert from "node:assert/strict";
import { readReport } from "../../../server/src/report/index";
import { check } from "../../../server/src/rules/index";
import type { Fix } from "../../../server/src/rules/types";
import { type SampleOptions, sampleReport } from "../../support/sample";

/** The fixes offered, each as "rule grade before → after". */
function offered(options: SampleOptions): readonly string[] {
  const text = sampleReport(options);
  return check(readReport(text)).flatMap(({ rule, fixes }) =>
    fixes.map(({ grade, edits }) => {
      const changes = edits.map(({ span, newText }) => `${text.slice(span.start, span.end)} → ${newText}`);
      return `${rule} ${grade} ${changes.join(", ")}`;
    }),
  );
}

function fixesOf(options: SampleOptions): readonly Fix[] {
  return check(readReport(sampleReport(options))).flatMap(({ fixes }) => fixes);
}

describe("grades", () => {
  it("a wrong row total is safe: its row and its column are off by the same", () => {
    assert.deepEqual(offered({ cells: { "requests/granted/total": "26" } }), [
      "row-total safe 26 → 25",
      "column-total candidate 67 → 68",
    ]);
    // 一, 二 and 四 stand in no column total, but in the balance.
    assert.deepEqual(offered({ cells: { "requests/new/total": "65" } }), [
      "row-total safe 65 → 66",
      "balance candidate 3 → 2",
    ]);
  });

  it("a wrong （七）总计 is safe: its column, its row and the balance are off by the same", () => {
    const found = offered({ cells: { "requests/total/natural": "58" } });
    assert.ok(found.includes("column-total safe 58 → 59"), found.join("\n"));
    assert.deepEqual(
      found.filter((each) => !each.includes(" candidate ")),
      ["column-total safe 58 → 59"],
    );
  });

  it("a wrong 四 is put right by the balance", () => {
    const found = offered({ cells: { "requests/carriedOut/natural": "9" } });
    assert.deepEqual(
      found.filter((each) => !each.includes(" candidate ")),
      ["balance safe 9 → 2"],
    );
  });

  it("a wrong inner cell: no total is to be changed to fit it", () => {
    for (const cell of ["requests/granted/natural", "requests/denied.inquiry/other", "requests/new/natural"]) {
      const fixes = fixesOf({ cells: { [cell]: "7" } });
      assert.ok(fixes.length >= 1);
      for (const { grade, title } of fixes) assert.equal(grade, "candidate", `${cell}: ${title.zh}`);
    }
  });

  it("平潭 2020: an outcome counted twice; （七） agrees with 一 + 二 and is not to be changed", () => {
    const options: SampleOptions = {
      edition: 2019,
      parts: {
        "requests/new/natural": 20,
        "requests/new/business": 1,
        "requests/new/research": 0,
        "requests/carriedIn/natural": 0,
        "requests/carriedIn/business": 0,
        ...Object.fromEntries(
          ["granted", "partial", "denied.thirdParty", "denied.internalAffairs", "denied.deliberative"]
            .concat(["denied.enforcementFile", "denied.inquiry", "unable.notHeld", "unable.needsCreation"])
            .concat(["unable.unclear", "notProcessed.petition", "other"])
            .flatMap((row) => [
              [`requests/${row}/natural`, 0],
              [`requests/${row}/business`, 0],
              [`requests/${row}/research`, 0],
            ]),
        ),
        "requests/granted/natural": 6,
        "requests/partial/natural": 14,
        "requests/granted/business": 1,
      },
      cells: { "requests/partial/natural": "20", "requests/partial/total": "20" },
    };
    const findings = check(readReport(sampleReport(options))).filter(({ severity }) => severity === "error");
    assert.deepEqual(
      findings.map(({ rule, message }) => [rule, message.zh.slice(0, message.zh.indexOf("（（"))]),
      [
        ["column-total", "表三 （七）总计·自然人：20 ≠ 26"],
        ["column-total", "表三 （七）总计·总计：21 ≠ 27"],
      ],
    );
    for (const { fixes } of findings) {
      assert.equal(fixes.length, 1);
      const fix = fixes[0] as Fix;
      assert.equal(fix.grade, "candidate");
      assert.match(fix.title.zh, /打破.*一 \+ 二 = 三（七）\+ 四/);
      assert.match(fix.title.zh, /行合计/);
      assert.match(fix.title.en, /breaks what holds/);
    }
  });

  it("table four is never safe nor preferred: one relation cannot tell the total from its parts", () => {
    for (const cell of ["review/review/total", "review/directSuit/upheld", "review/suitAfterReview/total"]) {
      const fixes = fixesOf({ cells: { [cell]: "5" } });
      assert.equal(fixes.length, 1);
      assert.equal(fixes[0]?.grade, "candidate");
    }
  });

  it("a total is not safe while another cell of its table cannot be read or another relation is broken", () => {
    const blank = fixesOf({ cells: { "requests/granted/total": "26", "requests/partial/social": "" } });
    const total = blank.filter(({ kind }) => kind === "total");
    assert.ok(total.length > 0 && total.every(({ grade }) => grade !== "safe"));
    assert.ok(total.some(({ grade }) => grade === "preferred"));
    const two = fixesOf({ cells: { "requests/granted/total": "26", "requests/new/natural": "1" } });
    assert.ok(two.every(({ grade }) => grade !== "safe"));
    const elsewhere = fixesOf({ cells: { "requests/new/total": "65", "review/review/total": "9" } });
    assert.deepEqual(
      elsewhere.filter(({ grade }) => grade === "safe").map(({ kind }) => kind),
      ["total"],
    );
  });

  it("two mistakes that hide each other's traces accuse no right number", () => {
    // 予以公开·自然人 one too many, 部分公开·总计 one too few: together they look like 予以公开·总计.
    const fixes = fixesOf({ cells: { "requests/granted/natural": "22", "requests/partial/total": "8" } });
    assert.ok(fixes.length > 0);
    for (const { grade, title } of fixes) assert.equal(grade, "candidate", title.zh);
  });

  it("two totals wrong in one row and one column are not each other's proof", () => {
    const fixes = fixesOf({ cells: { "requests/granted/total": "26", "requests/total/total": "69" } });
    for (const { grade, title } of fixes) assert.notEqual(grade, "safe", title.zh);
  });

  it("a blank total on which everything agrees is safe, a blank part is to be checked", () => {
    assert.deepEqual(offered({ cells: { "requests/granted/total": "" } }), ["cell-blank safe  → 25"]);
    assert.deepEqual(offered({ cells: { "requests/total/natural": "" } }), ["cell-blank safe  → 59"]);
    assert.deepEqual(offered({ cells: { "requests/granted/natural": "" } }), ["cell-blank preferred  → 21"]);
    assert.deepEqual(offered({ cells: { "review/review/total": "" } }), ["cell-blank safe  → 2"]);
    assert.deepEqual(offered({ cells: { "review/review/upheld": "" } }), ["cell-blank preferred  → 1"]);
  });

  it("a blank on which relations disagree is not filled", () => {
    assert.deepEqual(
      offered({ cells: { "requests/granted/total": "", "requests/granted/natural": "22" } }).filter((each) =>
        each.startsWith("cell-blank"),
      ),
      [],
    );
  });

  it("several blanks are filled at once only by the reviewer", () => {
    assert.deepEqual(
      offered({ cells: { "requests/denied.security/natural": "", "requests/denied.security/legal": "" } }),
      ["cell-blank candidate  → 0,  → 0"],
    );
    // Two totals at once, each of which closes the gap of the other.
    const cells = { "requests/total/natural": "", "requests/total/total": "" };
    assert.deepEqual(offered({ cells }), ["cell-blank safe  → 59,  → 67"]);
    const fixes = fixesOf({ cells: { ...cells, "requests/total/business": "9" } }).filter(
      ({ kind }) => kind === "blank",
    );
    assert.ok(fixes.every(({ grade }) => grade === "candidate"));
  });

  it("fees and table two are never computed", () => {
    assert.deepEqual(offered({ cells: { "disclosure/normative/inForce": "", "disclosure/fees/amount": "" } }), []);
  });

  it("spelling is safe in a whole row without a broken relation, else to be checked", () => {
    assert.deepEqual(offered({ cells: { "requests/granted/research": "01" } }), ["cell-format safe 01 → 1"]);
    assert.deepEqual(offered({ cells: { "disclosure/rules/issued": "00" } }), ["cell-format safe 00 → 0"]);
    assert.ok(
      offered({ cells: { "requests/granted/research": "01", "requests/granted/total": "26" } }).includes(
        "cell-format preferred 01 → 1",
      ),
    );
    // A letter or a space may hide another number: only a relation that holds says which.
    assert.deepEqual(offered({ cells: { "disclosure/rules/issued": "1 2" } }), ["cell-format preferred 1 2 → 12"]);
    assert.deepEqual(offered({ cells: { "disclosure/rules/issued": "O" } }), ["cell-format preferred O → 0"]);
    assert.deepEqual(offered({ cells: { "requests/granted/natural": "2 1" } }), ["cell-format safe 2 1 → 21"]);
  });

  it("words are never safe: headings and labels are the organ's", () => {
    const labels = check(
      readReport(sampleReport().replace("行政规范性文件", "规范性文件").replace("三、收到和处理", "三是收到和处理")),
    ).flatMap(({ fixes }) => fixes.map(({ kind, grade }) => `${kind} ${grade}`));
    assert.deepEqual(labels, ["label preferred", "heading preferred"]);
  });
});
