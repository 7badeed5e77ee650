// Whatever file is named: every encoding gives the findings UTF-8 gives, and what cannot be checked is said to be, in the
// user's language, without a word of the machine's own.
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import iconv from "iconv-lite";
import { maxLength } from "../../server/src/features/limits";
import { odd } from "../property/odd.inputs";
import { sampleReport } from "../support/sample";
import { checkJson, type Folder, folder, nianbao, type Run } from "./support";

const wrong = sampleReport({ cells: { "requests/new/total": "65", "review/directSuit/upheld": "00" } });
const mark = (...bytes: number[]): Buffer => Buffer.from(bytes);
const little = Buffer.concat([mark(0xff, 0xfe), Buffer.from(wrong, "utf16le")]);

/** The same report in every encoding that is read. */
const readable: Readonly<Record<string, Buffer>> = {
  "UTF-8": Buffer.from(wrong),
  "UTF-8 with mark": Buffer.from(`\ufeff${wrong}`),
  GB18030: iconv.encode(wrong, "gb18030"),
  "GB18030 with mark": Buffer.concat([mark(0x84, 0x31, 0x95, 0x33), iconv.encode(wrong, "gb18030")]),
  GBK: iconv.encode(wrong, "gbk"),
  "UTF-16, little end first": little,
  "UTF-16, big end first": Buffer.from(little).swap16(),
};

/** What cannot be checked, and what is said instead, in both languages. */
const refused: Readonly<Record<string, { readonly bytes: () => Buffer; readonly zh: RegExp; readonly en: RegExp }>> = {
  "UTF-16 without a mark": {
    bytes: () => Buffer.from(wrong, "utf16le"),
    zh: /不是文本文件（含空字节）/,
    en: /holds NUL bytes/,
  },
  "half a character of UTF-16": {
    bytes: () => little.subarray(0, -1),
    zh: /UTF-16.*末尾缺了半个字符/,
    en: /half a character is missing/,
  },
  "UTF-32": {
    bytes: () => Buffer.concat([mark(0xff, 0xfe, 0, 0), Buffer.from(wrong, "utf16le")]),
    zh: /UTF-32 编码/,
    en: /the file is UTF-32/,
  },
  "NUL bytes": { bytes: () => Buffer.from(`${wrong}\0`), zh: /不是文本文件（含空字节）/, en: /holds NUL bytes/ },
  "a Word file": { bytes: () => Buffer.from("PK\u0003\u0004\u0014\0\u0006\0"), zh: /Word、PDF/, en: /Word, PDF/ },
  "spoilt UTF-8": {
    bytes: () => Buffer.concat([Buffer.from(wrong).subarray(0, 301), Buffer.from(wrong).subarray(302)]),
    zh: /有损坏的字节/,
    en: /spoilt bytes/,
  },
  "neither of them": {
    bytes: () => mark(0xff, 0x80, 0xff, 0x20, 0xfe),
    zh: /既不是 UTF-8，也不是 GB18030/,
    en: /neither UTF-8 nor GB18030/,
  },
  "one character too many": {
    bytes: () => Buffer.from(wrong + "长".repeat(maxLength + 1 - wrong.length)),
    zh: /超过 1,000,000 个字符，未审校/,
    en: /more than 1,000,000 characters, not checked/,
  },
  "50 MB": {
    bytes: () => Buffer.alloc(50_000_000, wrong),
    zh: /超过 1,000,000 个字符，未审校/,
    en: /more than 1,000,000 characters, not checked/,
  },
};

describe("odd files", function () {
  this.timeout(30_000);
  let box: Folder;
  beforeEach(() => {
    box = folder();
  });
  afterEach(() => box.remove());
  const run = (...args: string[]): Promise<Run> => nianbao(box.path, "check", ...args);
  const noStack = ({ out, err }: Run): void => assert.doesNotMatch(out + err, /\n\s+at |Error:|node:/);

  it("in every encoding have the same findings, and keep it when they are corrected", async () => {
    const names = Object.keys(readable).map((_, at) => `${at}.txt`);
    box.write(Object.fromEntries(Object.values(readable).map((bytes, at) => [`${at}.txt`, bytes])));
    const first = await run(...names, "--format", "json");
    const { reports } = checkJson(first);
    assert.deepEqual(
      reports.map(({ file }) => file),
      names,
    );
    for (const { findings } of reports) assert.deepEqual(findings, reports[0]?.findings);
    assert.deepEqual(
      reports[0]?.findings.map(({ rule }) => rule),
      ["row-total", "cell-format"],
    );
    for (const kinds of ["--fix", "--fix=totals"]) await run(...names, kinds);
    const again = checkJson(await run(...names, "--format", "json"));
    assert.deepEqual(
      again.reports.map(({ findings }) => findings.length),
      names.map(() => 0),
    );
  });

  for (const [name, { bytes, zh, en }] of Object.entries(refused)) {
    it(`${name}: refused in either language, and the other file is checked`, async () => {
      box.write({ "odd.txt": bytes(), "a.txt": wrong });
      for (const [locale, said] of [
        ["zh", zh],
        ["en", en],
      ] as const) {
        const done = await run("odd.txt", "a.txt", "--format", "json", "--locale", locale);
        assert.equal(done.code, 2);
        assert.match(done.err, said);
        assert.match(done.err, /odd\.txt/);
        noStack(done);
        const { reports, summary } = checkJson(done);
        assert.deepEqual([reports.length, summary.unreadable], [1, 1]);
      }
    });
  }

  it("all kinds of texts: each is checked or refused in one line, and only what was checked ends with 0", async () => {
    const texts = Object.entries(odd).map(([name, { text, held }], at) => ({
      name,
      file: `${at + 100}.txt`,
      text: text(),
      held,
    }));
    // The longest are above.
    const some = texts.filter(({ text }) => text.length < 2 * maxLength);
    assert.ok(some.length >= 30);
    box.write(Object.fromEntries(some.map(({ file, text }) => [file, text])));
    const all = await run(...some.map(({ file }) => file), "--format", "json");
    noStack(all);
    const { reports } = checkJson(all);
    const refusals = all.err.split("\n").slice(0, -1);
    assert.equal(reports.length + refusals.length, some.length);
    for (const { name, file, text, held } of some) {
      const report = reports.find((each) => each.file === file);
      const refusal = refusals.filter((line) => line.startsWith(`nianbao: ${file}: `));
      assert.equal(refusal.length, report ? 0 : 1, name);
      // A NUL that came with the bytes is a file's that is no text.
      if (!report) assert.ok(text.length > maxLength || text.includes("\0"), name);
      else {
        assert.equal(report.relations.held, held, name);
        const { held: own, total } = report.relations;
        assert.ok(own === total || report.findings.length > 0, name);
      }
    }
  });

  it("two reports in one file: the second is an error, so that nobody takes the file for checked", async () => {
    box.write({ "two.txt": sampleReport() + wrong });
    for (const [locale, said] of [
      ["zh", /另一份年报，未作核对/],
      ["en", /another report, which was not checked/],
    ] as const) {
      const done = await run("two.txt", "--locale", locale);
      assert.equal(done.code, 1);
      assert.match(done.out, said);
    }
  });

  it("a folder with a report's name, and a name that is not Unicode's usual form", async () => {
    box.write({ "年报.txt/甲.txt": wrong, [`${"é".normalize("NFD")}.txt`]: wrong });
    const { reports } = checkJson(await run("年报.txt", ".", "--format", "json"));
    assert.equal(reports.length, 2);
  });

  it("links in circles, links to nothing and links to themselves end", async () => {
    if (process.platform === "win32") return;
    box.write({ "r/a.txt": wrong });
    symlinkSync("..", path.join(box.path, "r/up"));
    symlinkSync("itself.txt", path.join(box.path, "r/itself.txt"));
    symlinkSync("nowhere", path.join(box.path, "r/gone.txt"));
    const done = await run("r", "--format", "json");
    noStack(done);
    assert.equal(checkJson(done).reports.length, 1);
    assert.match(done.err, /itself\.txt: 不能读取：符号链接循环/);
    const named = await run("r/itself.txt", "--locale", "en");
    assert.equal(named.code, 2);
    assert.match(named.err, /symbolic links form a loop/);
  });

  it("what is no file at all", async () => {
    if (process.platform === "win32") return;
    const done = await run("/dev/null", "/dev/zero", "--locale", "en");
    assert.equal(done.code, 2);
    assert.match(done.err, /\/dev\/zero: .*not a regular file/);
    noStack(done);
  });

  it("what may not be read", async () => {
    box.write({ "shut.txt": wrong, "a.txt": wrong });
    mkdirSync(path.join(box.path, "closed"));
    chmodSync(path.join(box.path, "shut.txt"), 0);
    chmodSync(path.join(box.path, "closed"), 0);
    try {
      const done = await run("shut.txt", "closed", "a.txt", "--format", "json");
      noStack(done);
      // The superuser may read everything, and Windows knows no such bits.
      const reads = process.platform === "win32" || process.getuid?.() === 0;
      assert.equal(checkJson(done).reports.length, reads ? 2 : 1);
      if (!reads) assert.equal(done.err.match(/没有权限/g)?.length, 2);
    } finally {
      chmodSync(path.join(box.path, "closed"), 0o700);
    }
  });
});
