import assert from "node:assert/strict";
import { readReport } from "../../../server/src/report/index";
import { check } from "../../../server/src/rules/index";
import {
  layouts,
  pathKey,
  type SampleOptions,
  sampleCells,
  sampleForm,
  sampleReport,
  sampleTable,
} from "../../support/sample";

const forms: readonly SampleOptions[] = [{}, { singleOther: true }, { edition: 2019 }];

describe("sample reports", () => {
  it("hold every relation of their form", () => {
    for (const options of forms) {
      const form = sampleForm(options);
      const cells = sampleCells(form);
      const sum = (paths: (typeof form.relations)[number]["left"]) =>
        paths.reduce((total, path) => total + Number(cells.get(pathKey(path))), 0);
      for (const relation of form.relations) {
        assert.equal(sum(relation.left), sum(relation.right), relation.id);
      }
      const own = form.tables.flatMap((table) => table.rows.flatMap((row) => row.columns.length));
      assert.equal(
        cells.size,
        own.reduce((total, count) => total + count, 0),
      );
    }
  });

  it("are clean but for what their form is known for", () => {
    for (const options of forms) {
      for (const layout of layouts) {
        const findings = check(readReport(sampleReport({ ...options, layout })));
        // The single row is told as missing the edition's three.
        const expected = options.singleOther ? ["row-missing"] : [];
        assert.deepEqual(
          findings.map(({ rule }) => rule),
          expected,
          layout,
        );
      }
    }
  });

  it("have every label, head and number of the form in each way of writing", () => {
    for (const options of forms) {
      for (const layout of layouts) {
        const text = sampleReport({ ...options, layout });
        for (const section of sampleForm(options).sections) {
          assert.ok(text.includes(`${section.ordinal}、${section.title}`), section.id);
        }
        for (const row of sampleForm(options).tables.flatMap((table) => table.rows)) {
          assert.ok(text.includes(row.label), `${layout}: ${row.id}`);
        }
      }
    }
  });

  it("put what a test wants in place of cells and sections", () => {
    const text = sampleReport({
      layout: "tabs",
      cells: { "requests/new/total": "六十六" },
      sections: { problems: null, other: "无。" },
      omit: ["review", "requests/denied.inquiry"],
    });
    assert.match(text, /\t0\t0\t0\t六十六\n二、上年结转/u);
    assert.doesNotMatch(text, /存在的主要问题及改进情况|结果维持|行政查询/u);
    assert.ok(text.endsWith("六、其他需要报告的事项\n\n无。\n"));
  });

  it("compute their totals from the parts a test names", () => {
    const cells = sampleCells(sampleForm(), { "requests/granted/natural": 22, "requests/new/natural": 60 });
    assert.equal(cells.get("requests/total/total"), "68");
    assert.equal(cells.get("requests/carriedOut/natural"), "3");
  });

  it("give one table alone", () => {
    const options: SampleOptions = { layout: "pipes", eol: "\r\n", cells: { "review/review/total": "9" } };
    assert.ok(sampleReport(options).includes(sampleTable("review", options)));
    assert.match(sampleTable("review", options), /\r\n1 \| 0 \| 0 \| 1 \| 9 \| /u);
  });

  it("end their lines as asked", () => {
    const text = sampleReport({ eol: "\r\n" });
    assert.equal(text.replaceAll("\r\n", "").search(/[\r\n]/u), -1);
    assert.equal(text.replaceAll("\r\n", "\n"), sampleReport());
  });
});
