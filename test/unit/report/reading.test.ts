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
