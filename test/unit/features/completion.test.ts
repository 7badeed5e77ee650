import assert from "node:assert/strict";
import { completions } from "../../../server/src/features/completion";
import { emptyReport } from "../../../server/src/features/snippets";
import { form2019, form2021 } from "../../../server/src/form/index";
import { readReport } from "../../../server/src/report/index";
import { fixture } from "../../support/fixture";
import { layouts, sampleCells, sampleReport } from "../../support/sample";

function offered(source: string) {
  const { text, cursor } = fixture(source);
  return { text, items: completions(readReport(text), cursor ?? 0, "zh") };
}

const labels = (source: string) => offered(source).items.map(({ label }) => label);

/** The text with the only item, or the one of that label, taken. */
function taken(source: string, label?: string): string {
  const { text, items } = offered(source);
  const item = label === undefined ? items[0] : items.find((each) => each.label === label);
  assert.ok(item, `${label} is not offered`);
  assert.ok(item.filter.startsWith(text.slice(item.span.start, item.span.end)), item.filter);
  return text.slice(0, item.span.start) + item.text.plain + text.slice(item.span.end);
}

describe("completion in a total's cell", () => {
  it("is the sum of its parts", () => {
    for (const layout of layouts) {
      const cells = { "requests/new/total": "6$05" };
      assert.equal(taken(sampleReport({ layout, cells })), sampleReport({ layout }), layout);
    }
    assert.equal(
      taken(sampleReport({ layout: "tabs", cells: { "requests/new/total": "$0" } })),
      sampleReport({ layout: "tabs" }),
    );
  });

  it("keeps the width of the digits", () => {
    const cells = (total: string) => ({ "requests/new/total": total });
    assert.equal(taken(sampleReport({ cells: cells("６５$0") })), sampleReport({ cells: cells("６６") }));
  });

  it("says which relation tells the number", () => {
    const detail = (cells: Readonly<Record<string, string>>) => offered(sampleReport({ cells })).items[0]?.detail;
    assert.equal(detail({ "requests/new/total": "65$0" }), "行合计：各项相加");
    assert.equal(detail({ "requests/total/total": "66$0" }), "行合计、列合计：各项相加");
    // The parts come to 16, or to no number at all: it is the column that tells the 25.
    const wrongPart = { "requests/granted/natural": "12", "requests/granted/total": "99$0" };
    assert.equal(
      taken(sampleReport({ cells: wrongPart })),
      sampleReport({ cells: { "requests/granted/natural": "12" } }),
    );
    assert.equal(detail(wrongPart), "列合计：按勾稽关系推算");
    assert.equal(detail({ "requests/granted/social": "", "requests/granted/total": "$0" }), "列合计：按勾稽关系推算");
  });

  it("is nothing at a total that is right, where a part is the only number that can be wrong", () => {
    const at = (cells: Readonly<Record<string, string>>) =>
      labels(sampleReport({ cells: { "requests/granted/natural": "12", ...cells } }));
    assert.deepEqual(at({ "requests/granted/total": "25$0" }), []);
    assert.deepEqual(at({ "requests/total/natural": "59$0" }), []);
    // Nor where a blank keeps the column from speaking against it.
    assert.deepEqual(at({ "requests/granted/total": "25$0", "requests/partial/total": "" }), []);
  });

  it("is nothing in a number that is broken over two lines", () => {
    for (const total of ["6\n$05", "6$0\n5", "6\r\n5$0"])
      assert.deepEqual(labels(sampleReport({ cells: { "requests/new/total": total } })), [], JSON.stringify(total));
  });

  it("is nothing where the total is right, a part is no number, or it is no total", () => {
    assert.deepEqual(labels(sampleReport({ cells: { "requests/new/total": "66$0" } })), []);
    assert.deepEqual(
      labels(sampleReport({ cells: { "review/review/total": "3$0", "review/review/upheld": "/" } })),
      [],
    );
    assert.deepEqual(labels(sampleReport({ cells: { "requests/new/natural": "57$0" } })), []);
  });
});

describe("completion at the start of a line", () => {
  const withoutFive = (line: string) =>
    sampleReport({ sections: { problems: null } }).replace("六、其他", `${line}\n\n六、其他`);

  it("is the sections that are missing, from what was typed", () => {
    const five = "五、存在的主要问题及改进情况";
    for (const line of ["$0", "五$0", "五、$0", "存在$0", "## 五、$0"])
      assert.deepEqual(labels(withoutFive(line)), [five], line);
    assert.equal(taken(withoutFive("五、$0")), withoutFive(five));
    assert.deepEqual(labels(withoutFive("五、$0其他")), [], "something follows");
    assert.deepEqual(labels(withoutFive("一、$0")), [], "that one is there");
  });

  it("stands at the margin, whatever white space the editor put in front of it", () => {
    const five = "五、存在的主要问题及改进情况";
    for (const line of ["\t$0", "\t五、$0", " \u3000\u00a0五$0"]) {
      assert.deepEqual(labels(withoutFive(line)), [five], line);
      assert.equal(taken(withoutFive(line)), withoutFive(five), line);
    }
    for (const mark of ["## ", "\t# ", "| ", "\t* "])
      assert.equal(taken(withoutFive(`${mark}五、$0`)), withoutFive(`${mark}${five}`), mark);
    const four = sampleReport({ omit: ["review"], sections: { review: "\t$0" } });
    assert.equal(taken(four), taken(four.replace("\t$0", "$0")));
    assert.equal(taken("\t年$0", "空白年报（2021 年格式）"), emptyReport(form2021).plain);
    assert.equal(taken("  $0", "空白年报（2021 年格式）"), emptyReport(form2021).plain);
  });

  it("is a title below a table, where it would be read as one more cell", () => {
    for (const layout of layouts)
      for (const gap of ["\n", "\n\n"]) {
        const lacking = sampleReport({ layout, sections: { review: null } });
        const text = (line: string) => lacking.replace(/\n+(?=(?:## )?五、)/u, `${gap}${line}\n\n`);
        const four = "四、政府信息公开行政复议、行政诉讼情况";
        for (const line of ["\t四$0", "\t四、$0", "四、$0"]) assert.equal(taken(text(line)), text(four), layout);
      }
    const open = sampleReport({ sections: { problems: null }, cells: { "review/suitAfterReview/total": "$0" } });
    assert.deepEqual(labels(open), ["1"]);
    const unsure = { "review/suitAfterReview/upheld": "", "review/suitAfterReview/total": "$0" };
    assert.deepEqual(labels(sampleReport({ sections: { problems: null }, cells: unsure })), []);
  });

  it("leaves a row the tab in front of it", () => {
    const text = (line: string) =>
      sampleReport({ layout: "tabs", omit: ["requests/denied.inquiry"] }).replace(
        "四、结转下年度",
        `\t${line}\n四、结转下年度`,
      );
    assert.equal(taken(text("8.$0")), text("8.属于行政查询事项"));
  });

  it("is nothing in prose, in a whole report and behind it", () => {
    for (const source of [
      sampleReport().replace("及时发布", "及时$0发布"),
      sampleReport().replace("解读材料。", "解读材料。$0"),
      sampleReport().replace("（二）依申请", "$0\n（二）依申请"),
      withoutFive("本年$0"),
      `${sampleReport({ trailing: "_1234567890.xls\nSheet1\n1\t2\n3\t4\n5\t6" })}$0`,
    ])
      assert.deepEqual(labels(source), []);
  });

  it("is the rows a table lacks", () => {
    const text = (line: string) =>
      sampleReport({ layout: "tabs", omit: ["requests/denied.inquiry"] }).replace(
        "四、结转下年度",
        `${line}\n四、结转下年度`,
      );
    assert.deepEqual(labels(text("$0")), ["8.属于行政查询事项"]);
    assert.deepEqual(labels(text("\t8.$0")), ["8.属于行政查询事项"]);
    assert.deepEqual(labels(text("属于行$0")), ["8.属于行政查询事项"]);
    assert.deepEqual(labels(text("9.$0")), []);
  });

  it("is the table a section lacks, in both editions", () => {
    const text = sampleReport({ omit: ["requests"], sections: { requests: "$0" } });
    assert.deepEqual(labels(text), ["空白表三（2021 年格式）", "空白表三（2019 年格式）"]);
    assert.deepEqual(labels(text.replace("$0", "表三$0")), ["空白表三（2021 年格式）", "空白表三（2019 年格式）"]);
    const whole = readReport(taken(text, "空白表三（2021 年格式）"));
    assert.deepEqual(
      whole.tables.map((table) => [table.form.id, table.missing.length]),
      [
        ["disclosure", 0],
        ["requests", 0],
        ["review", 0],
      ],
    );
    assert.deepEqual(labels(sampleReport({ omit: ["review"], sections: { review: "$0" } })), ["空白表四"]);
  });

  it("is nothing in a second report, which is not read", () => {
    const lacking = sampleReport({ sections: { review: null } });
    assert.deepEqual(labels(`${lacking}四$0\n`), ["四、政府信息公开行政复议、行政诉讼情况"]);
    assert.deepEqual(labels(`${lacking}${sampleReport({ organ: "白石县水务局" })}四$0\n`), []);
  });

  it("is a whole report where there is none", () => {
    assert.deepEqual(labels("$0").slice(0, 2), ["空白年报（2021 年格式）", "空白年报（2019 年格式）"]);
    assert.deepEqual(labels("年报$0"), ["空白年报（2021 年格式）", "空白年报（2019 年格式）"]);
    assert.deepEqual(labels("关于$0"), []);
  });
});

describe("an empty report", () => {
  for (const form of [form2021, form2019])
    it(`of ${form.edition}, filled in cell by cell, is read whole`, () => {
      const cells = sampleCells(form);
      const values = form.tables.flatMap((table) =>
        table.rows.flatMap((row) => row.columns.map((column) => cells.get(`${table.id}/${row.id}/${column.id}`) ?? "")),
      );
      // Organ and year come first; section one has its place before the tables, five and six behind them.
      const stops = ["青禾县人民政府", "2024", "总体情况良好。", ...values, "问题和改进。", "无。"];
      const { marked, plain } = emptyReport(form);
      const count = [...marked.matchAll(/\$\d+/gu)].length;
      assert.equal(count, stops.length);
      const text = marked.replaceAll(/\$(\d+)/gu, (_, stop) => stops[Number(stop) - 1] ?? "");
      const report = readReport(text);
      assert.equal(report.edition, form.edition);
      assert.equal(report.organ, "青禾县人民政府");
      assert.equal(report.counts.held, form.relations.length);
      assert.ok(report.tables.every(({ missing }) => missing.length === 0));
      assert.ok(!plain.includes("$") && !plain.includes("\u0000"));
    });
});
