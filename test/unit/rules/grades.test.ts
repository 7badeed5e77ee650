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
    assert.deepEqual(offered({ cells: { "requests/granted/total": "26" } }), ["row-total safe 26 → 25"]);
    // 一, 二 and 四 stand in no column total, but in the balance.
    assert.deepEqual(offered({ cells: { "requests/new/total": "65" } }), ["row-total safe 65 → 66"]);
  });

  it("a wrong （七）总计 is safe: its column, its row and the balance are off by the same", () => {
    assert.deepEqual(offered({ cells: { "requests/total/natural": "58" } }), ["column-total safe 58 → 59"]);
    assert.deepEqual(offered({ cells: { "requests/total/total": "68" } }), ["column-total safe 68 → 67"]);
  });

  it("a wrong 一, 二 or 四 is to be checked: it is no sum of others", () => {
    assert.deepEqual(offered({ cells: { "requests/carriedOut/natural": "9" } }), ["balance preferred 9 → 2"]);
    assert.deepEqual(offered({ cells: { "requests/new/natural": "85" } }), ["balance preferred 85 → 58"]);
    assert.deepEqual(offered({ cells: { "requests/carriedIn/business": "11" } }), ["balance preferred 11 → 1"]);
  });

  it("a wrong inner cell is to be checked, and no total is to be changed to fit it", () => {
    assert.deepEqual(offered({ cells: { "requests/granted/natural": "12" } }), ["inconsistent-cell preferred 12 → 21"]);
    assert.deepEqual(offered({ cells: { "requests/denied.inquiry/other": "7" } }), [
      "inconsistent-cell preferred 7 → 0",
    ]);
  });

  it("an inner cell with its total: the rows it may be in, both cells together, none of them preferred", () => {
    assert.deepEqual(
      [...new Set(offered({ cells: { "requests/granted/natural": "27", "requests/granted/total": "31" } }))],
      [
        "column-total candidate 27 → 21, 31 → 25",
        "column-total candidate 6 → 0, 7 → 1",
        "column-total candidate 8 → 2, 9 → 3",
      ],
    );
    // One too many: twelve rows could have it. No number of them is named.
    assert.deepEqual(offered({ cells: { "requests/granted/natural": "22", "requests/granted/total": "26" } }), []);
  });

  it("two mistakes in different places are two findings, each with its own fix", () => {
    assert.deepEqual(offered({ cells: { "requests/granted/natural": "12", "requests/new/total": "65" } }), [
      "row-total preferred 65 → 66",
      "inconsistent-cell preferred 12 → 21",
    ]);
  });

  it("two mistakes that may be two others are offered in pairs", () => {
    const offers = offered({ cells: { "requests/granted/natural": "22", "requests/partial/business": "2" } });
    assert.equal(offers.length, 8);
    assert.deepEqual(
      new Set(offers.map((offer) => offer.replace(/^[a-z-]+ /, ""))),
      new Set(["candidate 3 → 2, 6 → 5", "candidate 22 → 21, 2 → 1"]),
    );
  });

  it("four mistakes are too many to be explained; what restores all its own relations is still offered", () => {
    const cells = { "requests/granted/natural": "12", "requests/new/business": "17" };
    const more = { "requests/carriedOut/total": "9", "requests/partial/social": "4" };
    const offers = new Set(offered({ cells: { ...cells, ...more } }).map((offer) => offer.replace(/^[a-z-]+ /, "")));
    assert.deepEqual(offers, new Set(["candidate 17 → 7", "candidate 12 → 21", "candidate 4 → 0", "candidate 9 → 3"]));
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
    for (const { message, fixes } of findings) {
      assert.match(
        message.zh,
        /可能有误的是（2 个数同时改）：（一）予以公开（自然人 6 → 0、总计 7 → 1）；或 （二）部分公开（自然人 20 → 14、总计 20 → 14）；也可能是别处有误、合计已随之求和$/,
      );
      assert.deepEqual(
        fixes.map(({ grade, title }) => `${grade} ${title.zh}`),
        [
          "candidate 同时改：（一）予以公开（自然人 6 → 0、总计 7 → 1）；恢复 2 项勾稽关系",
          "candidate 同时改：（二）部分公开（自然人 20 → 14、总计 20 → 14）；恢复 2 项勾稽关系",
        ],
      );
    }
  });

  it("table four is never safe nor preferred: one relation cannot tell the total from its parts", () => {
    for (const cell of ["review/review/total", "review/directSuit/upheld", "review/suitAfterReview/total"]) {
      const fixes = fixesOf({ cells: { [cell]: "5" } });
      assert.ok(fixes.length > 1);
      for (const { grade } of fixes) assert.equal(grade, "candidate");
    }
    // Even where none of the parts could be so much smaller: a whole group may stand one column beside its heads.
    assert.deepEqual(offered({ cells: { "review/review/total": "0" } }), ["row-total candidate 0 → 2"]);
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
    // Their column sums up to its total all the same; the relations of both rows tell them apart.
    assert.deepEqual(offered({ cells: { "requests/granted/natural": "22", "requests/partial/total": "8" } }), [
      "inconsistent-cell preferred 22 → 21",
      "row-total preferred 8 → 7",
    ]);
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
