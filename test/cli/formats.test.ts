import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../scripts/root";
import { formFor } from "../../server/src/form/index";
import { rules } from "../../server/src/rules/index";
import { sampleReport } from "../support/sample";
import { checkJson, type Folder, folder, nianbao, nianbaoReading } from "./support";

const wrong = sampleReport({ cells: { "requests/new/total": "65" } });

/** By RFC 4180, written apart from what writes it. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === "\r\n") {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe("formats of the command line", () => {
  let box: Folder;
  beforeEach(() => {
    box = folder();
  });
  afterEach(() => box.remove());
  const lines = (text: string) => text.split("\n").slice(0, -1);

  describe("ndjson", () => {
    for (const command of ["check", "extract"] as const) {
      it(`of ${command} is a report a line, each as JSON has it`, async () => {
        box.write({ "a.txt": wrong, "b.txt": sampleReport(), "c.txt": "会议记录\n" });
        const run = await nianbao(box.path, command, "--format", "ndjson", "a.txt", "b.txt", "c.txt");
        const whole = await nianbao(box.path, command, "--format", "json", "a.txt", "b.txt", "c.txt");
        assert.equal(run.code, whole.code);
        const { reports } = JSON.parse(whole.out) as { readonly reports: readonly unknown[] };
        assert.equal(reports.length, 3);
        assert.deepEqual(
          lines(run.out).map((line) => JSON.parse(line)),
          reports,
        );
        assert.ok(run.out.endsWith("}\n"));
      });
    }

    it("keeps the report's own digits, and is empty where nothing could be read", async () => {
      box.write({ "a.txt": sampleReport({ cells: { "disclosure/fees/amount": "4166.20" } }) });
      assert.match((await nianbao(box.path, "extract", "--format", "ndjson", "a.txt")).out, /"amount":4166\.20/);
      const { code, out } = await nianbao(box.path, "check", "--format", "ndjson", "nowhere.txt");
      assert.deepEqual([code, out], [2, ""]);
    });
  });

  describe("csv", () => {
    const csv = async (...args: string[]) => {
      const run = await nianbao(box.path, "extract", "--format", "csv", ...args);
      assert.ok(run.out.startsWith("\uFEFF"));
      assert.doesNotMatch(run.out, /(?<!\r)\n/);
      const [head = [], ...rows] = parseCsv(run.out.slice(1));
      for (const row of rows) assert.equal(row.length, head.length);
      const at = (row: readonly string[] | undefined, column: string): string | undefined =>
        row?.[head.indexOf(column)];
      return { ...run, head, rows, at };
    };

    for (const edition of [2021, 2019] as const) {
      it(`has a row for every row of the ${edition} form, with the numbers that JSON has`, async () => {
        box.write({ "a.txt": sampleReport({ edition, parts: { "disclosure/fees/amount": "4166.20" } }) });
        const { rows, at } = await csv("a.txt", "--locale", "en");
        const json = JSON.parse((await nianbao(box.path, "extract", "a.txt")).out) as {
          readonly reports: readonly [{ readonly tables: Record<string, Record<string, Record<string, number>>> }];
        };
        const { tables } = formFor(edition, edition === 2019);
        assert.deepEqual(
          rows.map((row) => `${at(row, "table")}/${at(row, "row")}`),
          tables.flatMap((table) => table.rows.map((row) => `${table.id}/${row.id}`)),
        );
        for (const row of rows) {
          const cells = json.reports[0].tables[at(row, "table") ?? ""]?.[at(row, "row") ?? ""] ?? {};
          for (const [column, value] of Object.entries(cells)) assert.equal(Number(at(row, column)), value);
        }
        if (edition === 2021) assert.ok(rows.some((row) => at(row, "amount") === "4166.20"));
      });
    }

    it("has the same columns for both editions, in Chinese unless asked otherwise, as docs/pipelines.md lists them", async () => {
      box.write({ "a.txt": sampleReport(), "b.txt": sampleReport({ edition: 2019 }) });
      const zh = await csv("a.txt");
      assert.deepEqual((await csv("b.txt")).head, zh.head);
      const en = await csv("a.txt", "--locale", "en");
      assert.equal(new Set(zh.head).size, zh.head.length);
      assert.equal(new Set(en.head).size, en.head.length);
      const page = readFileSync(path.join(root, "docs/pipelines.md"), "utf8");
      for (const [at, name] of en.head.entries())
        assert.ok(page.includes(`\`${name}\` ${zh.head[at]}`), `${name} ${zh.head[at]}`);
    });

    it("blanks are empty, what is no number is its text, and a report without tables has a row", async () => {
      const cells = { "requests/new/research": "", "requests/new/social": "/", "requests/new/legal": "００" };
      box.write({ "a.txt": sampleReport({ cells }), "b.txt": "会议记录\n" });
      const { rows, at } = await csv("a.txt", "b.txt", "--locale", "en");
      const row = rows.find((each) => at(each, "row") === "new");
      assert.deepEqual([at(row, "research"), at(row, "social"), at(row, "legal")], ["", "/", "0"]);
      assert.deepEqual(
        rows.at(-1)?.filter((field) => field !== ""),
        ["b.txt", "2021"],
      );
    });

    it("what is no number stays what is written: a spreadsheet makes no date, fraction or shorter number of it", async () => {
      const texts: readonly (readonly [text: string, field: string])[] = [
        ["1/2", "'1/2"],
        ["3-4", "'3-4"],
        ["(5)", "'(5)"],
        ["1E3", "'1E3"],
        ["1月2日", "'1月2日"],
        ["5%", "'5%"],
        ["1234567890123456", "'1234567890123456"],
        ["-1234567890123456", "'-1234567890123456"],
        ["1.5", "1.5"],
        ["-5", "-5"],
        ["见附件", "见附件"],
        ["58", "58"],
      ];
      box.write(
        Object.fromEntries(
          texts.map(([text], at) => [`${at + 10}.txt`, sampleReport({ cells: { "requests/new/social": text } })]),
        ),
      );
      const { rows, at } = await csv("*.txt", "--locale", "en");
      assert.deepEqual(
        rows.filter((row) => at(row, "row") === "new").map((row) => at(row, "social")),
        texts.map(([, field]) => field),
      );
    });

    it("quotes what needs it and lets no text be a formula", async () => {
      const name = '=cmd|"x",1.txt';
      box.write({
        [name]: sampleReport({
          organ: "＝甲县人民政府",
          cells: { "requests/new/legal": "+1+1", "requests/new/social": "-" },
        }),
      });
      const { rows, at } = await csv(`./${name}`, name, "--locale", "en");
      const [row] = rows.filter((each) => at(each, "row") === "new");
      assert.equal(at(row, "file"), `./${name}`);
      assert.ok(!rows.flat().some((field) => /^[=+@＝＋＠]/.test(field)));
      assert.equal(at(row, "social"), "-");
      const named = await csv(name, "--locale", "en");
      assert.equal(named.at(named.rows[0], "file"), `'${name}`);
    });
  });

  describe("standard input", () => {
    it("is a report like any other, under the name it is given", async () => {
      box.write({ "x.txt": wrong });
      for (const command of ["check", "extract"]) {
        const given = await nianbaoReading(
          wrong,
          box.path,
          command,
          "--format",
          "json",
          "--stdin-filename",
          "x.txt",
          "-",
        );
        const file = await nianbao(box.path, command, "--format", "json", "x.txt");
        assert.deepEqual(given, file);
      }
      const { code, out } = await nianbaoReading(wrong, box.path, "check", "-");
      assert.equal(code, 1);
      assert.match(out, /^- {2}青禾县示范镇人民政府/);
    });

    it("can stand beside files, in its place, and is read once", async () => {
      box.write({ "a.txt": wrong, "b.txt": wrong });
      const { reports } = checkJson(
        await nianbaoReading(wrong, box.path, "check", "--format", "json", "a.txt", "-", "-", "b.txt"),
      );
      assert.deepEqual(
        reports.map(({ file }) => file),
        ["a.txt", "-", "b.txt"],
      );
    });

    it("empty, too long or in UTF-32 it is told so, and it is never written back", async () => {
      assert.match((await nianbaoReading("", box.path, "check", "-")).out, /未识别出年报/);
      const long = await nianbaoReading(Buffer.alloc(9_000_000, 0x20), box.path, "check", "-");
      assert.equal(long.code, 2);
      assert.match(long.err, /-: 超过/);
      const odd = await nianbaoReading(Buffer.from([0xff, 0xfe, 0, 0, 1]), box.path, "check", "-");
      assert.equal(odd.code, 2);
      const fix = await nianbaoReading(wrong, box.path, "check", "--fix", "-");
      assert.equal(fix.code, 2);
      assert.match(fix.err, /--fix 不能写回标准输入/);
    });
  });

  describe("--list-rules", () => {
    it("names every rule with its severity, in both languages", async () => {
      for (const [locale, level] of [
        ["zh", "错误"],
        ["en", "error"],
      ] as const) {
        const { code, out, err } = await nianbao(box.path, "check", "--list-rules", "--locale", locale);
        assert.deepEqual([code, err], [0, ""]);
        assert.deepEqual(
          lines(out).map((line) => line.split(" ")[0]),
          rules.map(({ id }) => id),
        );
        assert.match(out, new RegExp(`^row-total +${level} +${rules[0]?.title[locale]}$`, "m"));
      }
    });

    it("as JSON and as a line each", async () => {
      const { out } = await nianbao(box.path, "check", "--list-rules", "--format", "json");
      const listed = (JSON.parse(out) as { readonly rules: readonly object[] }).rules;
      assert.deepEqual(Object.keys(listed[0] ?? {}), ["id", "severity", "title", "what", "why", "remedy"]);
      assert.equal(listed.length, rules.length);
      const each = await nianbao(box.path, "check", "--list-rules", "--format", "ndjson");
      assert.deepEqual(
        lines(each.out).map((line) => JSON.parse(line)),
        listed,
      );
      assert.equal((await nianbao(box.path, "check", "--list-rules", "--format", "sarif")).code, 2);
    });
  });
});
