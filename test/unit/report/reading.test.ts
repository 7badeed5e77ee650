// Samples and variations of them, read whole: editions, layouts, line ends, spacing, page breaks.
import assert from "node:assert/strict";
import { looksLikeReport, readReport } from "../../../server/src/report/index";
import type { Cell, Report, Row } from "../../../server/src/report/types";
import { place } from "../../support/fixture";
import { layouts, pathKey, sampleCells, sampleForm, sampleReport } from "../../support/sample";

const editions = [
  { edition: 2021, singleOther: false, relations: 42 },
  { edition: 2021, singleOther: true, relations: 40 },
  { edition: 2019, singleOther: true, relations: 40 },
] as const;

function cells(report: Report): readonly Cell[] {
  return report.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
}

function values(report: Report): ReadonlyMap<string, string> {
  return new Map(
    cells(report).map(({ path, value }) => [pathKey(path), "digits" in value ? value.digits : value.kind]),
  );
}

function rowOf(report: Report, id: string): Row {
  const row = report.tables.flatMap(({ rows }) => rows).find(({ form }) => form.id === id);
  assert.ok(row, id);
  return row;
}

function whole(report: Report, relations = 42): void {
  assert.deepEqual(report.counts, { total: relations, held: relations, broken: 0, notAssessable: 0 });
  assert.deepEqual(
    report.sections.map(({ id, duplicate, match }) => `${id} ${duplicate} ${match}`),
    ["overview", "disclosure", "requests", "review", "problems", "other"].map((id) => `${id} false standard`),
  );
  assert.deepEqual(
    report.tables.map(({ form, section }) => `${form.id} in ${section?.id}`),
    ["disclosure in disclosure", "requests in requests", "review in review"],
  );
}

describe("reading a report", () => {
  for (const { edition, singleOther, relations } of editions) {
    for (const layout of layouts) {
      for (const eol of ["\n", "\r\n", "\r"] as const) {
        it(`${edition}, ${relations} relations, ${layout}, ${JSON.stringify(eol)}`, () => {
          const options = { edition, singleOther, layout, eol };
          const report = readReport(sampleReport(options));
          assert.equal(report.edition, edition);
          assert.deepEqual(values(report), sampleCells(sampleForm(options)));
          whole(report, relations);
          assert.ok(
            report.tables.every(
              (table) =>
                table.missing.length === (table.form.id === "requests" && edition === 2021 && singleOther ? 3 : 0),
            ),
          );
          assert.ok(report.tables.every(({ duplicates }) => duplicates.length === 0));
          assert.ok(looksLikeReport(report.text));
        });
      }
    }
  }

  it("the edition is told by the tables, not by the year printed", () => {
    assert.equal(readReport(sampleReport({ edition: 2019, year: 2023 })).edition, 2019);
    assert.equal(readReport(sampleReport({ edition: 2021, year: 2019 })).edition, 2021);
    assert.equal(readReport(sampleReport({ edition: 2021, year: 2020, singleOther: true })).edition, 2021);
    // Without table two the division of 其他处理 tells, then the year.
    const without = (year: number, singleOther: boolean) =>
      readReport(sampleReport({ edition: 2021, year, singleOther, omit: ["disclosure"] })).edition;
    assert.equal(without(2019, false), 2021);
    assert.equal(without(2019, true), 2019);
    assert.equal(without(2023, true), 2021);
  });

  it("a byte order mark, padding and line ends within the text change no value", () => {
    const plain = values(readReport(sampleReport()));
    for (const change of [
      (text: string) => `\ufeff${text}`,
      (text: string) => text.replace(/(?<=\t)(\d+)/g, "\u3000$1\u00a0 "),
      (text: string) => text.replace(/\n/g, " \n"),
      (text: string) => text.replace(/\n/g, "\u00a0\n"),
      (text: string) => text.replaceAll("\t", " \t"),
      (text: string) =>
        text.replace(/(?<=\t)\d+/g, (digits) =>
          digits.normalize("NFKC").replace(/\d/g, (digit) => "０１２３４５６７８９"[Number(digit)] as string),
        ),
      (text: string) => text.replaceAll("（", "(").replaceAll("）", ")"),
    ]) {
      const report = readReport(change(sampleReport()));
      assert.deepEqual(values(report), plain);
      whole(report);
    }
  });

  it("a text that mixes line ends is split as an editor splits it", () => {
    let line = 0;
    const text = sampleReport().replace(/\n/g, () => ["\n", "\r\n", "\r"][line++ % 3] as string);
    whole(readReport(text));
  });

  it("tables in other sections than their own, and headings lost", () => {
    const lost = readReport(sampleReport({ sections: {} }).replace("三、收到和处理政府信息公开申请情况\n", ""));
    assert.equal(lost.counts.held, 42);
    assert.deepEqual(
      lost.tables.map(({ form, section }) => `${form.id} in ${section?.id}`),
      ["disclosure in disclosure", "requests in disclosure", "review in review"],
    );
    const none = readReport(
      sampleReport().replace(
        /^[一二三四五六]、(?:总体情况|主动公开|收到和处理|政府信息公开行政|存在的|其他需要).*$/gm,
        "",
      ),
    );
    assert.equal(none.sections.length, 0);
    assert.equal(none.counts.held, 42);
    assert.ok(none.tables.every(({ section }) => section === null));
  });

  it("what stands behind the report is not read", () => {
    const text = sampleReport({
      trailing:
        "青禾县示范镇人民政府\n2025年1月20日\n_1234567890.xls\nSheet1\n\n\t（一）予以公开\n\t9\n\t9\n\t9\n\t9\n\t9\n\t9\n\t9\n",
    });
    const report = readReport(text);
    whole(report);
    assert.equal(report.trailing?.start, text.indexOf("_1234567890.xls"));
    assert.ok(report.tables.every(({ duplicates }) => duplicates.length === 0));
  });

  it("a text that is no report", () => {
    for (const text of ["", "\n", "你好", "一二三四五六", "\0\u0001", "2024年政府信息公开工作年度报告"]) {
      const report = readReport(text);
      assert.deepEqual([report.sections, report.tables, report.trailing], [[], [], null]);
      assert.deepEqual(report.counts, { total: 42, held: 0, broken: 0, notAssessable: 42 });
      assert.equal(looksLikeReport(text), false);
    }
    assert.equal(looksLikeReport("一、总体情况\n略\n二、主动公开政府信息情况\n略\n"), false);
    assert.equal(looksLikeReport("一、总体情况\n略\n一、总体情况\n略\n一、总体情况\n略\n"), false);
    assert.equal(looksLikeReport("一、总体情况\n略\n二、主动公开政府信息情况\n略\n五、存在问题及改进情况\n略"), true);
  });
});

describe("cells", () => {
  it("have the place of their text, and that of the number for an edit", () => {
    const text = sampleReport({ cells: { "requests/new/natural": "\u300058件 " } });
    const cell = rowOf(readReport(text), "new").cells[0] as Cell;
    assert.deepEqual(cell.span, place(text, "58件"));
    assert.deepEqual(cell.edit, { start: cell.span.start, end: cell.span.start + 2 });
    assert.equal(cell.raw, "58件");
  });

  it("that are blank have their white space, or else their separator", () => {
    for (const [written, shown] of [
      ["", "\t"],
      ["\u3000 ", "\u3000 "],
    ] as const) {
      const text = sampleReport({ cells: { "requests/new/natural": written } });
      const { span, edit, value, count } = rowOf(readReport(text), "new").cells[0] as Cell;
      assert.equal(value.kind, "blank");
      assert.equal(count, null);
      assert.equal(text.slice(span.start, span.end), shown);
      assert.ok(edit && edit.start === edit.end && edit.start === span.end);
    }
    const piped = sampleReport({ layout: "markdown", cells: { "requests/new/natural": " " } });
    const { edit } = rowOf(readReport(piped), "new").cells[0] as Cell;
    assert.ok(edit);
    assert.match(piped.slice(edit.start - 3, edit.end + 3), /^\| {3}\| $/);
  });

  it("keep every digit of a count and every decimal of a fee", () => {
    const text = sampleReport({
      cells: {
        "requests/new/natural": "123456789012345",
        "disclosure/fees/amount": "4166.2400",
        "disclosure/licences/decisions": "9007199254740993",
      },
    });
    const report = readReport(text);
    assert.equal(rowOf(report, "new").cells[0]?.count, 123456789012345n);
    assert.deepEqual(rowOf(report, "fees").cells[0]?.value, {
      kind: "number",
      digits: "4166.2400",
      spelling: [],
      note: null,
    });
    assert.deepEqual(rowOf(report, "licences").cells[0]?.value, {
      kind: "invalid",
      why: "too-long",
      digits: "9007199254740993",
    });
  });

  it("signs of the 2019 form", () => {
    const report = readReport(
      sampleReport({
        edition: 2019,
        cells: {
          "disclosure/licences/change": "-18",
          "disclosure/penalties/change": "减4",
          "disclosure/coercion/change": "－2",
        },
      }),
    );
    const change = (id: string) => {
      const value = rowOf(report, id).cells[1]?.value;
      return value?.kind === "number" ? value.digits : value?.kind;
    };
    assert.deepEqual(["licences", "penalties", "coercion"].map(change), ["-18", "-4", "-2"]);
  });
});

describe("rows", () => {
  const requests = (rows: readonly string[]) => readReport(`三、收到和处理政府信息公开申请情况\n${rows.join("\n")}\n`);
  const head = "\t\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计";
  const read = (report: Report, id: string) => {
    const { cells: own, unplaced, shifted } = rowOf(report, id);
    const shown = own.map(({ value }) =>
      "digits" in value ? value.digits : value.kind === "blank" ? "_" : value.kind === "text" ? "?" : "×",
    );
    return `${shown.join(" ")}${unplaced === null ? "" : ` unplaced ${unplaced}`}${shifted ? " shifted" : ""}`;
  };
  const numbers = "58\t7\t1\t0\t0\t0\t66";
  const label = "一、本年新收政府信息公开申请数量";
  const other = "二、上年结转政府信息公开申请数量\t\t\t3\t1\t0\t0\t0\t0\t4";

  for (const [name, rows, expected] of [
    ["as many as columns", [`${label}\t${numbers}`], "58 7 1 0 0 0 66"],
    ["below their heads", [head, `${label}\t\t\t${numbers}`], "58 7 1 0 0 0 66"],
    ["one column beside their heads", [head, `${label}\t\t${numbers}`, other], "58 7 1 0 0 0 66 shifted"],
    ["two columns beside them", [head, `${label}\t${numbers}`, other], "58 7 1 0 0 0 66 shifted"],
    ["blank cells behind", [head, `${label}\t\t\t${numbers}\t\t`], "58 7 1 0 0 0 66"],
    ["a blank among them", [head, `${label}\t\t\t58\t\t1\t0\t0\t0\t66`], "58 _ 1 0 0 0 66"],
    ["the first one blank", [head, `${label}\t\t\t\t7\t1\t0\t0\t0\t66`], "_ 7 1 0 0 0 66"],
    ["the last one blank", [head, `${label}\t\t\t58\t7\t1\t0\t0\t0\t`], "58 7 1 0 0 0 _"],
    ["no heads, the last one blank, fill in front", [`${label}\t\t\t58\t7\t1\t0\t0\t0\t`, other], "58 7 1 0 0 0 _"],
    ["one too few", [`${label}\t58\t7\t1\t0\t0\t66`], "× × × × × × × unplaced 6"],
    ["one too few, fill in front", [head, `${label}\t\t\t58\t7\t1\t0\t0\t66`, other], "× × × × × × × unplaced 6"],
    ["two too few, fill in front", [head, `${label}\t\t\t58\t7\t1\t0\t66`, other], "× × × × × × × unplaced 5"],
    ["one too many", [`${label}\t58\t7\t1\t0\t0\t0\t6\t6`], "× × × × × × × unplaced 8"],
    ["none", [label, other], "× × × × × × × unplaced 0"],
    ["all blank", [`${label}\t\t\t\t\t\t\t`, other], "_ _ _ _ _ _ _"],
    ["a stroke among them", [`${label}\t58\t/\t1\t0\t0\t0\t66`], "58 ? 1 0 0 0 66"],
    ["words among them", [`${label}\t58\t见附件\t1\t0\t0\t0\t66`], "58 ? 1 0 0 0 66"],
    ["a remark behind the label", [`${label}\t（含网上申请）\t${numbers}`], "58 7 1 0 0 0 66"],
    ["markdown", [`| ${label} | | | ${numbers.replaceAll("\t", " | ")} |`], "58 7 1 0 0 0 66"],
    ["bars without one in front", [`${label} | ${numbers.replaceAll("\t", " | ")} |`], "58 7 1 0 0 0 66"],
    ["full-width bars", [`${label}｜${numbers.replaceAll("\t", "｜")}｜`], "58 7 1 0 0 0 66"],
    ["a cell a line", [`\t${label}`, ...numbers.split("\t").map((each) => `\t${each}`), ""], "58 7 1 0 0 0 66"],
    [
      "a cell a line, the tab behind",
      [`${label}\t`, ...numbers.split("\t").map((each) => `${each}\t`), ""],
      "58 7 1 0 0 0 66",
    ],
    ["a cell a line, without tabs", [label, ...numbers.split("\t")], "58 7 1 0 0 0 66"],
    [
      "a cell a line, empty lines between",
      [label, ...numbers.split("\t")].map((each) => `${each}\n`),
      "58 7 1 0 0 0 66",
    ].flat(0) as unknown as [string, string[], string],
    ["one line, apart by blanks", [`${label} ${numbers.replaceAll("\t", " ")}`], "58 7 1 0 0 0 66"],
  ] as [string, string[], string][]) {
    it(`${name}: ${expected}`, () => {
      assert.equal(read(requests(rows), "new"), expected);
    });
  }

  it("numbers are never counted across rows that are kept apart", () => {
    const report = requests([
      `${label}\t58\t7\t1\t0\t0`,
      "0\t66",
      "二、上年结转政府信息公开申请数量\t3\t1\t0\t0\t0\t0\t4",
    ]);
    assert.equal(read(report, "new"), "× × × × × × × unplaced 5");
    assert.equal(read(report, "carriedIn"), "3 1 0 0 0 0 4");
    const lines = requests([
      `\t${label}`,
      "\t58",
      "\t7",
      "\t1",
      "",
      "\t0",
      "\t0",
      "\t0",
      "\t66",
      "",
      "\t二、上年结转政府信息公开申请数量",
      ...["3", "1", "0", "0", "0", "0", "4"].map((each) => `\t${each}`),
    ]);
    assert.equal(read(lines, "new"), "× × × × × × × unplaced 3");
    assert.equal(read(lines, "carriedIn"), "3 1 0 0 0 0 4");
  });

  it("labels of other rows end a row", () => {
    const report = requests([`${label}\t58\t7\t1`, "（一）予以公开\t0\t0\t0\t0\t0\t0\t0"]);
    assert.equal(read(report, "new"), "× × × × × × × unplaced 3");
    assert.equal(read(report, "granted"), "0 0 0 0 0 0 0");
  });

  it("3.其他 and the column 其他, （七）总计 and the column 总计", () => {
    for (const layout of layouts) {
      const report = readReport(
        sampleReport({ layout, parts: { "requests/other.other/natural": 2, "requests/new/natural": 60 } }),
      );
      assert.equal(read(report, "other.other").slice(0, 3), "2 0");
      assert.equal(report.counts.held, 42);
      assert.deepEqual(
        report.tables[1]?.heads.map(({ column }) => column.id),
        layout === "lines" || layout === "spaced" || layout === "bars"
          ? ["natural", "total", "business", "research", "social", "legal", "other"]
          : ["natural", "total", "business", "research", "social", "legal", "other"],
      );
    }
  });

  it("the fifteen numbers of table four go to their groups", () => {
    for (const layout of layouts) {
      const report = readReport(
        sampleReport({
          layout,
          parts: { "review/review/upheld": 1, "review/directSuit/corrected": 2, "review/suitAfterReview/pending": 3 },
        }),
      );
      assert.equal(read(report, "review"), "1 0 0 1 2");
      assert.equal(read(report, "directSuit"), "0 2 0 0 2");
      assert.equal(read(report, "suitAfterReview"), "1 0 0 3 4");
    }
  });

  it("too few or too many numbers in table four are nobody's", () => {
    const table = (numbersWritten: string) =>
      readReport(
        `四、政府信息公开行政复议、行政诉讼情况\n行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n${numbersWritten}\n`,
      );
    for (const count of [1, 5, 14, 16, 30]) {
      const report = table(Array(count).fill("1").join("\t"));
      for (const row of report.tables.flatMap(({ rows }) => rows))
        assert.ok(
          row.cells.every(({ value }) => value.kind === "absent"),
          `${count} numbers`,
        );
      assert.equal(report.counts.held, 0);
    }
    assert.equal(table(Array(15).fill("0").join("\t")).counts.held, 3);
  });
});
