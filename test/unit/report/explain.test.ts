// Which number is wrong: the smallest changes that make every relation hold, apart by mistake.
import assert from "node:assert/strict";
import { explain } from "../../../server/src/report/explain";
import { readReport } from "../../../server/src/report/index";
import type { Mistake, Relation } from "../../../server/src/report/types";
import { type SampleOptions, sampleReport } from "../../support/sample";

/** One line a mistake: "preferred" or "open", then its explanations, "requests/" left out. */
function explained(cells: Readonly<Record<string, string>>, options: SampleOptions = {}): readonly string[] {
  return readReport(sampleReport({ layout: "tabs", ...options, cells })).mistakes.map(line);
}

function line({ preferred, explanations }: Mistake): string {
  const written = explanations.map((changes) =>
    changes
      .map(({ cell: { path, raw }, value }) => {
        const table = path.table === "requests" ? "" : `${path.table}/`;
        return `${table}${path.row}/${path.column} ${raw}→${value ?? "?"}`;
      })
      .join(" + "),
  );
  return `${preferred ? "preferred" : "open"}: ${written.join(" | ") || "–"}`;
}

function relationsOf(cells: Readonly<Record<string, string>>): readonly (readonly string[])[] {
  return readReport(sampleReport({ cells })).mistakes.map(({ relations }) => relations.map(({ form }) => form.id));
}

describe("explanation", () => {
  it("says nothing where everything holds, or may hold", () => {
    assert.deepEqual(explained({}), []);
    assert.deepEqual(explained({ "requests/new/total": "" }), []);
    assert.deepEqual(explained({ "requests/granted/natural": "/", "requests/partial/natural": "无" }), []);
    assert.deepEqual(explained({}, { omit: ["requests"] }), []);
    assert.deepEqual(explained({}, { omit: ["requests/denied.inquiry"] }), []);
  });

  for (const [edition, singleOther] of [
    [2021, false],
    [2021, true],
    [2019, true],
  ] as const)
    it(`finds one wrong number, whichever it is: ${edition}${singleOther ? ", 其他处理 in one row" : ""}`, () => {
      const options = { edition, singleOther, layout: "tabs" } as const;
      const report = readReport(sampleReport(options));
      const table = report.tables.find(({ form }) => form.id === "requests");
      for (const { path, raw } of table?.rows.flatMap(({ cells }) => cells) ?? [])
        assert.deepEqual(explained({ [`requests/${path.row}/${path.column}`]: `1${raw}` }, options), [
          `preferred: ${path.row}/${path.column} 1${raw}→${raw}`,
        ]);
    });

  it("takes independent mistakes apart, in one row or column too", () => {
    assert.deepEqual(explained({ "requests/granted/natural": "12", "requests/new/total": "65" }), [
      "preferred: new/total 65→66",
      "preferred: granted/natural 12→21",
    ]);
    assert.deepEqual(
      explained({
        "requests/granted/natural": "12",
        "requests/denied.inquiry/social": "2",
        "requests/carriedOut/total": "9",
      }),
      ["preferred: granted/natural 12→21", "preferred: denied.inquiry/social 2→0", "preferred: carriedOut/total 9→3"],
    );
    // They share a relation, so they are one knot, but there is only one way to undo it.
    assert.deepEqual(explained({ "requests/granted/natural": "12", "requests/granted/business": "8" }), [
      "preferred: granted/natural 12→21 + granted/business 8→3",
    ]);
    assert.deepEqual(explained({ "requests/granted/natural": "12", "requests/total/natural": "60" }), [
      "preferred: granted/natural 12→21 + total/natural 60→59",
    ]);
  });

  it("a mistake that is plain stays so beside one that is not", () => {
    assert.deepEqual(
      explained({
        "requests/new/total": "65",
        "requests/granted/natural": "28",
        "requests/granted/total": "32",
      }),
      [
        "preferred: new/total 65→66",
        "open: granted/natural 28→21 + granted/total 32→25 | unable.notHeld/natural 8→1 + unable.notHeld/total 9→2",
      ],
    );
  });

  it("every broken relation belongs to one mistake", () => {
    assert.deepEqual(
      relationsOf({ "requests/total/natural": "60", "requests/new/total": "65", "review/review/total": "4" }),
      [
        ["row-total:requests/new", "balance:requests/total"],
        ["row-total:requests/total", "column-total:requests/natural", "balance:requests/natural"],
        ["row-total:review/review"],
      ],
    );
  });

  it("more than three numbers are not guessed at", () => {
    assert.deepEqual(
      explained({
        "requests/granted/natural": "12",
        "requests/new/business": "17",
        "requests/carriedOut/total": "9",
        "requests/partial/social": "4",
      }),
      ["open: –"],
    );
  });

  it("two equal mistakes at opposite corners may as well be at the other two", () => {
    assert.deepEqual(explained({ "requests/granted/natural": "22", "requests/partial/business": "2" }), [
      "open: granted/natural 22→21 + partial/business 2→1 | granted/business 3→2 + partial/natural 6→5",
    ]);
  });

  it("no number goes below zero", () => {
    // 部分公开·法律 is 0: only the corner that can give 1 is left.
    assert.deepEqual(explained({ "requests/granted/natural": "22", "requests/partial/legal": "1" }), [
      "preferred: granted/natural 22→21",
      "preferred: partial/legal 1→0",
    ]);
  });

  it("what was summed up over a mistake leaves a choice, and nothing is preferred", () => {
    // 新收 with its total.
    assert.deepEqual(explained({ "requests/new/natural": "60", "requests/new/total": "68" }), [
      "open: new/natural 60→58 + new/total 68→66 | carriedIn/natural 3→1 + carriedIn/total 4→2 | carriedOut/natural 2→4 + carriedOut/total 3→5",
    ]);
    // A value in the neighbouring column, （七） summed: the one smallest explanation accuses two right numbers.
    const shifted = explained({
      "requests/granted/natural": "0",
      "requests/granted/business": "24",
      "requests/total/natural": "38",
      "requests/total/business": "28",
    });
    assert.equal(shifted.length, 1);
    assert.match(shifted[0] ?? "", /^open: /);
    // A value in the neighbouring row.
    assert.match(
      explained({ "requests/denied.inquiry/natural": "0", "requests/unable.notHeld/natural": "13" })[0] ?? "",
      /^open: /,
    );
  });

  it("a blank total is an unknown: what is known still tells", () => {
    const cells = { "requests/granted/total": "", "requests/granted/natural": "12" };
    assert.deepEqual(explained(cells), ["preferred: granted/natural 12→21"]);
    assert.deepEqual(explained({ ...cells, "requests/total/total": "" }), ["preferred: granted/natural 12→21"]);
  });

  it("a total of 0 settles its blank parts", () => {
    const zero = ["natural", "business", "research", "social", "legal", "other"].map((column) => [
      `requests/denied.security/${column}`,
      "",
    ]);
    assert.deepEqual(explained(Object.fromEntries(zero)), []);
    assert.deepEqual(explained({ ...Object.fromEntries(zero), "requests/denied.inquiry/natural": "6" }), [
      "preferred: denied.inquiry/natural 6→5",
    ]);
  });

  it("blanks that cannot be filled are told, though no relation is broken by itself", () => {
    const report = readReport(
      sampleReport({
        cells: { "requests/granted/natural": "", "requests/partial/business": "", "requests/granted/business": "1" },
      }),
    );
    assert.equal(report.counts.broken, 0);
    assert.deepEqual(report.mistakes.map(line), ["open: granted/business 1→3 | partial/natural 6→4"]);
    assert.deepEqual(
      report.mistakes[0]?.relations.map(({ form }) => form.id),
      [
        "row-total:requests/granted",
        "row-total:requests/partial",
        "column-total:requests/natural",
        "column-total:requests/business",
      ],
    );
  });

  it("blanks tie together only what they tie", () => {
    assert.deepEqual(
      explained({
        "requests/granted/natural": "",
        "requests/partial/business": "",
        "requests/granted/business": "1",
        "requests/new/total": "65",
      }),
      ["preferred: new/total 65→66", "open: granted/business 1→3 | partial/natural 6→4"],
    );
  });

  it("a blank beside it does not make a summed-up mistake preferred", () => {
    // A value in the neighbouring column, （七） summed; 新收·总计 blank, so that no relation of the row holds as it stands.
    const [mistake] = explained({
      "requests/denied.inquiry/natural": "0",
      "requests/denied.inquiry/business": "5",
      "requests/total/natural": "54",
      "requests/total/business": "12",
      "requests/new/total": "",
    });
    assert.match(mistake ?? "", /^open: new\/natural 58→53 \+ new\/business 7→12/u);
  });

  it("a number that blanks leave open is not made up", () => {
    const [mistake] = readReport(
      "三、收到和处理政府信息公开申请情况\n二、上年结转政府信息公开申请数量\t58\t\t1\t0\t0\t0\t57\n",
    ).mistakes;
    assert.equal(mistake && line(mistake), "open: carriedIn/total 57→? | carriedIn/natural 58→?");
  });

  it("table four tells its groups apart, and prefers nothing: one relation cannot tell a total from its parts", () => {
    assert.deepEqual(
      explained({ "review/review/upheld": "10", "review/review/total": "0", "review/directSuit/pending": "5" }),
      ["open: review/review/total 0→11", "open: review/directSuit/total 0→5 | review/directSuit/pending 5→0"],
    );
    assert.match(
      explained({ "review/review/total": "7" })[0] ?? "",
      /^open: review\/review\/total 7→2 \| .*corrected 0→5/,
    );
  });

  it("a relation that fits no network is still told, unexplained", () => {
    const report = readReport(sampleReport({ cells: { "requests/new/total": "65" } }));
    const [first] = report.form.relations;
    assert.ok(first);
    // The same sum three times, each on its own account: its cells then stand in too many relations.
    const form = { ...report.form, relations: ["a", "b", "c"].map((id) => ({ ...first, id })) };
    const relations = form.relations.map((each) => ({ ...(report.relations[0] as Relation), form: each }));
    const mistakes = explain(form, relations, { quotes: () => false, carriedIn: new Map() });
    assert.deepEqual(
      mistakes.map((mistake) => [line(mistake), mistake.relations.map(({ form: { id } }) => id)]),
      [
        ["open: –", ["a"]],
        ["open: –", ["b"]],
        ["open: –", ["c"]],
      ],
    );
  });

  it("sums of many digits are exact", () => {
    const big = "900719925474099";
    const parts = { "requests/granted/natural": big, "requests/new/natural": "900719925474199" };
    const [mistake] = explained({ "requests/granted/total": "900719925474104" }, { parts });
    assert.equal(mistake, "preferred: granted/total 900719925474104→900719925474103");
  });
});
