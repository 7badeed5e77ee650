import assert from "node:assert/strict";
import { type ReviewedReport, type ReviewRow, reviewTable } from "../../../server/src/features/review";

const date = "2025-02-11";

const requests = "三、收到和处理政府信息公开申请情况";

const counts = (held: number, notAssessable = 0) => ({
  total: 42,
  held,
  broken: 42 - held - notAssessable,
  notAssessable,
});

const clean: ReviewedReport = {
  file: "b.txt",
  organ: "青禾县水务局",
  year: 2024,
  relations: counts(42),
  known: 0,
  trouble: null,
  rows: [],
};

const row: ReviewRow = {
  severity: "error",
  rule: "row-total",
  section: requests,
  cell: "一、本年新收·总计",
  what: "65 ≠ 66",
  expected: "66",
  found: "65",
  advice: "请核对台账",
  line: 12,
};

const wrong: ReviewedReport = {
  ...clean,
  file: "a.txt",
  organ: "青禾县林草局",
  relations: counts(39, 2),
  known: 3,
  rows: [row, { ...row, severity: "hint", rule: "quotes", cell: "", expected: "", found: "”" }],
};

const unread: ReviewedReport = {
  ...clean,
  file: "c.txt",
  organ: null,
  year: null,
  relations: counts(0, 42),
  trouble: "不是 UTF-8 编码",
};

const nasty = "<script>alert(\"1|2\")</script>\r\n& 'x' [y](z)";
const hostile: ReviewedReport = {
  ...wrong,
  file: `=1|${nasty}.txt`,
  organ: `@${nasty}`,
  rows: [
    {
      ...row,
      section: nasty,
      cell: `+${nasty}`,
      what: nasty,
      expected: "-2+3",
      found: '=HYPERLINK("evil","x")',
      advice: `\t=${nasty}`,
    },
  ],
};

const all = [unread, clean, wrong];

describe("a review in Markdown", () => {
  it("is one table, by organ and year, with what has no findings and what was not checked below", () => {
    assert.equal(
      reviewTable(all, "markdown", "zh", date),
      [
        "# 政府信息公开工作年度报告审核意见单",
        "制表日期：2025-02-11",
        "共 3 份年报：有意见 1 份，无意见 1 份，未能审核 1 份；错误 1，警告 0，信息 1；已知问题 3 项未列入。",
        [
          "| 单位 | 文件 | 级别 | 部分 | 单元格 | 问题 | 应为 | 现为 |",
          "|---|---|---|---|---|---|---|---|",
          `| 青禾县林草局 2024年 | a.txt | 错误 | ${requests} | 一、本年新收·总计 | 65 ≠ 66 | 66 | 65 |`,
          `| 青禾县林草局 2024年 | a.txt | 提示 | ${requests} |  | 65 ≠ 66 |  | ” |`,
        ].join("\n"),
        "“应为”据勾稽关系或正文推算，请与台账核对；推算有误的，以台账为准。",
        "## 无意见",
        "- 青禾县水务局 2024年 · b.txt · 勾稽关系 42/42",
        "## 未能审核",
        "- （单位不详） （年度不详） · c.txt · 不是 UTF-8 编码\n",
      ].join("\n\n"),
    );
  });

  it("has the same in English", () => {
    const text = reviewTable(all, "markdown", "en", date);
    assert.match(text, /^# Review of annual reports on government information disclosure\n\nMade on: 2025-02-11\n/);
    assert.match(text, /with findings: 1, without: 1, not checked: 1\. .*Known findings left out: 3\./);
    assert.match(text, /\| error \|.*\| 66 \| 65 \|/);
  });

  it("is no table where nothing was found", () => {
    const text = reviewTable([{ ...clean, known: 2 }], "markdown", "zh", date);
    assert.doesNotMatch(text, /\||应为/);
    assert.match(text, /- 青禾县水务局 2024年 · b\.txt · 勾稽关系 42\/42 · 另有已知问题 2 项未列入\n$/);
  });

  it("makes nothing of what a report says but text, in its own cell", () => {
    const lines = reviewTable([hostile], "markdown", "zh", date).split("\n");
    const line = lines.find((each) => each.includes("HYPERLINK")) ?? "";
    assert.equal(line.match(/(?<!\\)\|/g)?.length, 9);
    assert.doesNotMatch(line, /(?<!\\)[<[]/);
    assert.equal(lines.filter((each) => each.startsWith("|")).length, 3);
  });
});

/** A reader of RFC 4180 that knows nothing of the writer. */
function parsed(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let fields: string[] = [];
  for (const match of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === ",") continue;
    rows.push(fields);
    fields = [];
  }
  return rows;
}

describe("a review as CSV", () => {
  it("has a row a finding, and one for all else there is to say of a report", () => {
    const csv = reviewTable(all, "csv", "zh", date);
    assert.ok(csv.startsWith("\uFEFF单位,年度,文件,"));
    assert.ok(csv.endsWith("\r\n") && !/[^\r]\n/.test(csv));
    assert.deepEqual(parsed(csv.slice(1)), [
      ["单位", "年度", "文件", "行", "级别", "规则", "部分", "单元格", "问题", "应为", "现为", "意见"],
      [
        "青禾县林草局",
        "2024",
        "a.txt",
        "12",
        "错误",
        "row-total",
        requests,
        row.cell,
        row.what,
        "66",
        "65",
        row.advice,
      ],
      ["青禾县林草局", "2024", "a.txt", "12", "提示", "quotes", requests, "", row.what, "", "”", row.advice],
      ["青禾县林草局", "2024", "a.txt", "", "已知", "", "", "", "另有已知问题 3 项未列入", "", "", ""],
      ["青禾县水务局", "2024", "b.txt", "", "无意见", "", "", "", "勾稽关系 42/42", "", "", ""],
      ["", "", "c.txt", "", "未能审核", "", "", "", "不是 UTF-8 编码", "", "", ""],
    ]);
  });

  it("gives a spreadsheet nothing to run", () => {
    const [, fields = []] = parsed(reviewTable([hostile], "csv", "zh", date).slice(1));
    assert.equal(fields.length, 12);
    for (const field of fields) assert.doesNotMatch(field, /^[\s=+\-@]/);
    assert.equal(fields.at(-2), `'=HYPERLINK("evil","x")`);
    assert.equal(fields.at(-3), "'-2+3");
    assert.equal(fields.at(-1), `'=${nasty.replace("\r\n", " ")}`);
  });

  it("keeps what a spreadsheet would make another value of", () => {
    const found = ["00", "１２", "1,874", "66 / 70", "12", "3.5", "33.9%", "2024年政府"];
    const rows = found.map((each) => ({ ...row, found: each }));
    const read = parsed(reviewTable([{ ...wrong, known: 0, rows }], "csv", "zh", date).slice(1)).slice(1);
    assert.deepEqual(
      read.map((fields) => fields.at(-2)),
      ["'00", "'１２", "'1,874", "'66 / 70", "12", "3.5", "33.9%", "2024年政府"],
    );
  });
});

describe("a review as a page to print", () => {
  const html = reviewTable(all, "html", "zh", date);

  it("has a block a report with findings, the others below, and a place to sign", () => {
    assert.match(html, /^<!DOCTYPE html>\n<html lang="zh-CN">/);
    assert.match(html, /<title>政府信息公开工作年度报告审核意见单<\/title>/);
    assert.equal(html.match(/<table>/g)?.length, 1);
    assert.match(
      html,
      /<h2>青禾县林草局 2024年<\/h2>\n<p class="about">文件：a\.txt · 勾稽关系 39\/42，2 项无法核对 · /,
    );
    assert.match(html, /错误 1，警告 0，信息 1 · 另有已知问题 3 项未列入<\/p>/);
    const heads = [...html.matchAll(/<th scope="col">(.*?)<\/th>/g)].map(([, head]) => head);
    assert.deepEqual(heads, ["序号", "级别", "部分", "单元格", "问题", "应为", "现为", "意见"]);
    assert.match(html, /<td class="expected">66<\/td><td class="found">65<\/td>/);
    assert.match(html, /<h2>无意见<\/h2>\n<ul>\n<li>青禾县水务局 2024年 · b\.txt · 勾稽关系 42\/42<\/li>/);
    assert.match(html, /<h2>未能审核<\/h2>\n<ul>\n<li>（单位不详） （年度不详） · c\.txt · 不是 UTF-8 编码<\/li>/);
    assert.match(html, /据勾稽关系或正文推算，请与台账核对/);
    assert.match(html, /审核人：<span><\/span>.*日期：<span><\/span>/);
  });

  it("loads nothing and runs nothing", () => {
    for (const text of [html, reviewTable([hostile], "html", "en", date)]) {
      assert.doesNotMatch(
        text,
        /<(?:script|link|img|iframe|a|object|base|form)\b|\bon\w+=|url\(|@import|\/\/|https?:/i,
      );
      assert.match(text, /default-src 'none'/);
    }
  });

  it("shows what a report says as text", () => {
    const text = reviewTable([hostile], "html", "zh", date);
    const words = "&lt;script&gt;alert(&quot;1|2&quot;)&lt;/script&gt; &amp; &#39;x&#39; [y](z)";
    assert.ok(text.includes(`<h2>@${words} 2024年</h2>`));
    assert.ok(text.includes(`<td class="what">${words}</td>`));
    assert.ok(text.includes(`<p class="about">文件：=1|${words}.txt · `));
    // Nothing but the page's own elements, and those in pairs.
    const tags = [...text.matchAll(/<(\/?)([a-z][a-z0-9]*)/g)];
    const open = tags.filter(([, slash, name]) => slash === "" && !["meta", "col"].includes(name ?? "")).length;
    assert.equal(open, tags.filter(([, slash]) => slash === "/").length);
  });

  it("says nothing of what is expected where nothing is", () => {
    assert.doesNotMatch(reviewTable([clean, unread], "html", "zh", date), /应为/);
  });
});

describe("a review of many reports", () => {
  it("is in the order of organ, year and file, whatever order they come in", () => {
    const names = [
      { organ: null, year: 2023, file: "z" },
      { organ: "乙", year: 2024, file: "a" },
      { organ: "乙", year: 2023, file: "c" },
      { organ: "乙", year: 2023, file: "b" },
      { organ: "乙", year: null, file: "d" },
      { organ: "丙", year: 2024, file: "e" },
    ].map((each) => ({ ...clean, ...each }));
    const read = parsed(reviewTable(names, "csv", "zh", date).slice(1)).slice(1);
    assert.deepEqual(
      read.map((fields) => fields[2]),
      ["e", "b", "c", "a", "d", "z"],
    );
    assert.equal(reviewTable(names.toReversed(), "html", "zh", date), reviewTable(names, "html", "zh", date));
  });

  it("leaves no report out, also one that has findings and was not checked to its end", () => {
    const half = { ...wrong, trouble: "文本过长" };
    for (const format of ["csv", "html"] as const) assert.match(reviewTable([half], format, "zh", date), /文本过长/);
    assert.match(reviewTable([half], "markdown", "zh", date), /文本过长/);
  });

  it("is whole without any report", () => {
    for (const format of ["markdown", "html"] as const)
      assert.match(reviewTable([], format, "zh", date), /共 0 份年报/);
    assert.equal(parsed(reviewTable([], "csv", "en", date).slice(1)).length, 1);
  });
});
