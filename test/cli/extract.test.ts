import assert from "node:assert/strict";
import { formFor } from "../../server/src/form/index";
import { layouts, sampleCells, sampleReport } from "../support/sample";
import { type Folder, folder, nianbao } from "./support";

type Rows = Readonly<Record<string, Readonly<Record<string, number | string | null>>>>;

interface ExtractJson {
  readonly reports: readonly {
    readonly file: string;
    readonly organ: string | null;
    readonly year: number | null;
    readonly edition: number;
    readonly sections: readonly { readonly id: string; readonly title: string; readonly line: number }[];
    readonly tables: Readonly<Record<string, Rows>>;
  }[];
}

describe("nianbao extract", () => {
  let box: Folder;
  beforeEach(() => {
    box = folder();
  });
  afterEach(() => box.remove());
  const extract = async (...args: string[]) => {
    const run = await nianbao(box.path, "extract", ...args);
    return { ...run, json: JSON.parse(run.out) as ExtractJson };
  };

  for (const edition of [2021, 2019] as const) {
    it(`gives every number of the ${edition} form by its row and column, in the form's order`, async () => {
      const form = formFor(edition, edition === 2019);
      const parts = { "disclosure/fees/amount": "4166.20" };
      box.write(
        Object.fromEntries(layouts.map((layout) => [`${layout}.txt`, sampleReport({ edition, layout, parts })])),
      );
      const { code, json, err } = await extract("*.txt", "--format", "json");
      assert.equal(err, "");
      assert.equal(code, 0);
      assert.equal(json.reports.length, layouts.length);
      for (const report of json.reports) {
        assert.deepEqual(Object.keys(report), ["file", "organ", "year", "edition", "sections", "tables"]);
        assert.equal(report.edition, edition);
        assert.deepEqual(
          Object.keys(report.tables),
          form.tables.map(({ id }) => id),
        );
        const found = new Map<string, string>();
        for (const [table, rows] of Object.entries(report.tables)) {
          for (const [row, cells] of Object.entries(rows)) {
            for (const [column, value] of Object.entries(cells)) {
              assert.equal(typeof value, "number", `${report.file} ${table}/${row}/${column}`);
              found.set(`${table}/${row}/${column}`, String(value));
            }
          }
        }
        const expected = [...sampleCells(form, parts)].map(([key, text]) => [key, String(Number(text))] as const);
        assert.deepEqual([...found].sort(), expected.sort(), report.file);
        for (const table of form.tables) {
          assert.deepEqual(
            Object.keys(report.tables[table.id] ?? {}),
            table.rows.map(({ id }) => id),
          );
        }
      }
    });
  }

  it("writes fees with the report's own digits", async () => {
    box.write({ "a.txt": sampleReport({ cells: { "disclosure/fees/amount": "4166.20" } }) });
    const { out } = await extract("a.txt");
    assert.ok(out.includes('"fees":{"amount":4166.20}'));
  });

  it("null for a blank cell, the text of an unreadable one", async () => {
    const cells = {
      "requests/new/research": "",
      "requests/new/social": "/",
      "requests/new/legal": "1.5",
      "requests/new/other": "1234567890123456",
      "requests/granted/legal": "００",
    };
    box.write({ "a.txt": sampleReport({ cells }) });
    const { json } = await extract("a.txt");
    const rows = json.reports[0]?.tables.requests;
    assert.deepEqual(rows?.new, {
      natural: 58,
      business: 7,
      research: null,
      social: "/",
      legal: "1.5",
      other: "1234567890123456",
      total: 66,
    });
    assert.equal(rows?.granted?.legal, 0);
  });

  it("leaves out tables and rows that are not there", async () => {
    box.write({ "a.txt": sampleReport({ omit: ["review", "requests/denied.inquiry"] }), "none.txt": "会议记录\n" });
    const { code, json } = await extract("a.txt", "none.txt");
    assert.equal(code, 0);
    const [report, none] = json.reports;
    assert.deepEqual(Object.keys(report?.tables ?? {}), ["disclosure", "requests"]);
    assert.ok(!("denied.inquiry" in (report?.tables.requests ?? {})));
    assert.ok("denied.enforcementFile" in (report?.tables.requests ?? {}));
    assert.deepEqual(
      { ...none, edition: 0 },
      { file: "none.txt", organ: null, year: null, edition: 0, sections: [], tables: {} },
    );
  });

  it("names the sections as the report does, lines from 0", async () => {
    const text = sampleReport({ eol: "\r\n" });
    box.write({ "a.txt": text });
    const [report] = (await extract("a.txt")).json.reports;
    assert.deepEqual(
      report?.sections.map(({ id }) => id),
      ["overview", "disclosure", "requests", "review", "problems", "other"],
    );
    const lines = text.split("\r\n");
    for (const { title, line } of report?.sections ?? []) assert.equal(lines[line]?.trim(), title);
    assert.equal(report?.organ, "青禾县示范镇人民政府");
    assert.equal(report?.year, 2024);
  });

  for (const format of ["json", "ndjson", "csv"]) {
    it(`2 for a file that holds two reports, and says that only the first was taken (${format})`, async () => {
      const second = sampleReport({ organ: "白石县水务局" });
      box.write({ "two.txt": sampleReport() + second, "a.txt": sampleReport() });
      for (const [locale, said] of [
        ["zh", /^nianbao: two\.txt: 文件中另有一份年报，只取了第一份的数字/],
        ["en", /^nianbao: two\.txt: there is another report in the file, and only the numbers of the first were taken/],
      ] as const) {
        const run = await nianbao(box.path, "extract", "--format", format, "--locale", locale, "two.txt", "a.txt");
        assert.equal(run.code, 2);
        assert.match(run.err, said);
        assert.ok(run.out.includes("青禾县示范镇人民政府") && !run.out.includes("白石县水务局"));
      }
    });
  }

  it("2 for what cannot be read, the others extracted; text is no format of it", async () => {
    box.write({ "a.txt": sampleReport() });
    const { code, err, json } = await extract("nowhere.txt", "a.txt");
    assert.equal(code, 2);
    assert.match(err, /nowhere\.txt/);
    assert.equal(json.reports.length, 1);
    assert.equal((await nianbao(box.path, "extract", "a.txt", "--format", "text")).code, 2);
  });
});
