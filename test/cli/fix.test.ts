import assert from "node:assert/strict";
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import iconv from "iconv-lite";
import { TextDocument } from "vscode-languageserver-textdocument";
import { decode } from "../../server/src/cli/encoding";
import type { Loaded } from "../../server/src/cli/input";
import { writeBack } from "../../server/src/cli/write";
import { readReport } from "../../server/src/report/index";
import { sampleReport } from "../support/sample";
import { checkJson, type Folder, folder, nianbao } from "./support";

const odd = { "requests/new/legal": "00", "requests/new/natural": "５８", "requests/carriedIn/natural": "03" };
const spelt = sampleReport({ cells: odd });
/** The same numbers, plainly written. */
const plain = sampleReport();

describe("nianbao check --fix", () => {
  let box: Folder;
  beforeEach(() => {
    box = folder();
  });
  afterEach(() => box.remove());
  const run = (...args: string[]) => nianbao(box.path, "check", "--fix", ...args);
  const bytes = (file: string) => readFileSync(path.join(box.path, file));

  it("changes the digits and nothing else, and is done after one run", async () => {
    box.write({ "a.txt": spelt });
    const { code, out } = await run("a.txt");
    assert.equal(code, 0);
    assert.equal(bytes("a.txt").toString(), plain);
    for (const change of [
      "一、本年新收·自然人 ５８ → 58",
      "一、本年新收·法律服务机构 00 → 0",
      "二、上年结转·自然人 03 → 3",
    ])
      assert.match(out, new RegExp(`a\\.txt:\\d+:\\d+ 已改 表三 ${change}\\n`));
    assert.match(out, /42\/42 ✓/);
    const before = statSync(path.join(box.path, "a.txt"), { bigint: true });
    const again = await run("a.txt");
    assert.doesNotMatch(again.out, /已改/);
    const after = statSync(path.join(box.path, "a.txt"), { bigint: true });
    assert.deepEqual([after.mtimeNs, after.ino], [before.mtimeNs, before.ino]);
    assert.deepEqual(readdirSync(box.path), ["a.txt"]);
  });

  it("changes no value: a wrong total stays and is reported", async () => {
    // Another row than the odd spellings', so that those stand in rows without a broken relation.
    const off = { "requests/granted/total": "26" };
    box.write({ "a.txt": sampleReport({ cells: { ...odd, ...off } }) });
    const { code, out } = await run("a.txt");
    assert.equal(code, 1);
    assert.match(out, /错误 row-total/);
    // Columns through them do not hold either, so which of them were safe to change is for the rule to say.
    assert.ok(
      [...kept(odd)].map((cells) => sampleReport({ cells: { ...cells, ...off } })).includes(bytes("a.txt").toString()),
    );
  });

  for (const [name, eol] of [
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ] as const) {
    it(`keeps encoding, mark and line ends byte for byte: ${name}`, async () => {
      const before = `${sampleReport({ cells: odd, eol })}  〇\u3000${eol}${eol}`;
      const after = `${sampleReport({ eol })}  〇\u3000${eol}${eol}`;
      const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
        "utf8.txt": (text) => Buffer.from(text),
        "bom.txt": (text) => Buffer.from(`\uFEFF${text}`),
        "gb18030.txt": (text) => iconv.encode(`${text}𠮷㙍`, "gb18030"),
        "gbk.txt": (text) => iconv.encode(text, "gbk"),
        "gbbom.txt": (text) => iconv.encode(`\uFEFF${text}`, "gb18030"),
      };
      box.write(Object.fromEntries(Object.entries(encodings).map(([file, encode]) => [file, encode(before)])));
      const { err } = await run(".");
      assert.equal(err, "");
      for (const [file, encode] of Object.entries(encodings)) assert.deepEqual(bytes(file), encode(after), file);
    });
  }

  it("reports the changes on stderr where the output is JSON", async () => {
    box.write({ "a.txt": spelt });
    const result = await run("a.txt", "--format", "json");
    assert.equal(result.code, 0);
    assert.equal(result.err.match(/已改/g)?.length, 3);
    assert.deepEqual(checkJson(result).reports[0]?.findings, []);
  });

  it("writes through a symbolic link and keeps the file's mode", async () => {
    box.write({ "real/a.txt": spelt });
    chmodSync(path.join(box.path, "real/a.txt"), 0o640);
    symlinkSync(path.join("real", "a.txt"), path.join(box.path, "link.txt"));
    assert.equal((await run("link.txt")).code, 0);
    assert.ok(lstatSync(path.join(box.path, "link.txt")).isSymbolicLink());
    assert.equal(bytes("real/a.txt").toString(), plain);
    assert.equal(statSync(path.join(box.path, "real/a.txt")).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(path.join(box.path, "real")), ["a.txt"]);
  });

  it("leaves a read-only file alone, says so, and reports what stands in it", async () => {
    box.write({ "a.txt": spelt, "b.txt": spelt });
    chmodSync(path.join(box.path, "a.txt"), 0o444);
    const result = await run("a.txt", "b.txt", "--format", "json");
    assert.equal(result.code, 2);
    assert.match(result.err, /a\.txt: 未能写回，文件保持原样：文件是只读的/);
    assert.equal(bytes("a.txt").toString(), spelt);
    assert.equal(bytes("b.txt").toString(), plain);
    const [a, b] = checkJson(result).reports;
    assert.ok(a?.findings.some(({ rule }) => rule === "cell-format"));
    assert.deepEqual(b?.findings, []);
    assert.equal(checkJson(result).summary.unreadable, 0);
  });

  it("leaves a file alone whose bytes it could not write as they were", async () => {
    // 0x80 is the euro sign of code page 936 and nothing in GB18030.
    const before = Buffer.concat([iconv.encode(spelt, "gbk"), Buffer.from([0x80, 0x0a])]);
    box.write({ "a.txt": before });
    const { code, err } = await run("a.txt");
    assert.equal(code, 2);
    assert.match(err, /未能写回.*另存为 UTF-8/);
    assert.deepEqual(bytes("a.txt"), before);
  });

  it("does not write over a change made meanwhile", async () => {
    box.write({ "a.txt": spelt });
    const absolute = path.join(box.path, "a.txt");
    const { decoded } = decode(bytes("a.txt"));
    assert.ok(decoded);
    const report = readReport(decoded.text);
    const input: Loaded = { kind: "loaded", file: "a.txt", absolute, bytes: bytes("a.txt"), decoded, report };
    box.write({ "a.txt": `${spelt}附件\n` });
    assert.match((await writeBack(input, plain))?.zh ?? "", /已被其他程序改动/);
    assert.equal(bytes("a.txt").toString(), `${spelt}附件\n`);
    assert.match(
      (await writeBack({ ...input, absolute: path.join(box.path, "gone.txt") }, plain))?.zh ?? "",
      /没有这个文件/,
    );
    assert.deepEqual(readdirSync(box.path), ["a.txt"]);
  });
});

describe("nianbao check --fix totals", () => {
  let box: Folder;
  beforeEach(() => {
    box = folder();
  });
  afterEach(() => box.remove());
  const run = (...args: string[]) => nianbao(box.path, "check", ...args);
  const bytes = (file: string) => readFileSync(path.join(box.path, file));
  const totals = { "requests/new/total": "65", "requests/granted/total": "" };
  /** Safe in its spelling, but another column than the totals' parts. */
  const spelling = { "review/directSuit/upheld": "00" };

  it("sets wrong and blank totals, tells each with its place, and is done after one run", async () => {
    box.write({ "a.txt": sampleReport({ cells: { ...totals, ...spelling } }) });
    const { code, out } = await run("--fix", "totals", "a.txt");
    assert.equal(code, 0);
    assert.equal(bytes("a.txt").toString(), sampleReport({ cells: spelling }));
    assert.match(out, /a\.txt:\d+:2 已改 表三 一、本年新收·总计 65 → 66\n/);
    assert.match(out, /a\.txt:\d+:\d+ 已改 表三 （一）予以公开·总计 空白 → 25\n/);
    assert.match(out, /42\/42 ✓/);
    assert.doesNotMatch((await run("--fix=totals", "a.txt")).out, /已改/);
  });

  it("leaves to each kind its own, and all takes both", async () => {
    const text = sampleReport({ cells: { ...totals, ...spelling } });
    const write = () => box.write({ "a.txt": text });
    write();
    const plainRun = await run("a.txt");
    assert.match(plainRun.out, /1 处数字写法可用 --fix 直接改；其中 2 处合计可用 --fix totals 按勾稽关系直接改。/);
    for (const fix of [["--fix"], ["--fix", "spelling"], ["--fix=spelling"]]) {
      write();
      await run(...fix, "a.txt");
      assert.equal(bytes("a.txt").toString(), sampleReport({ cells: totals }), fix.join(" "));
    }
    write();
    await run("a.txt", "--fix", "all");
    assert.equal(bytes("a.txt").toString(), sampleReport());
  });

  it("leaves what is not safe: a total of table four, a wrong part, a blank part", async () => {
    const untouched: readonly Record<string, string>[] = [
      { "review/review/total": "9" },
      { "requests/granted/natural": "12" },
      { "requests/granted/natural": "" },
    ];
    for (const cells of untouched) {
      const text = sampleReport({ cells });
      box.write({ "a.txt": text });
      const { out } = await run("--fix", "all", "a.txt");
      assert.equal(bytes("a.txt").toString(), text);
      assert.doesNotMatch(out, /已改/);
    }
  });

  it("never takes a file for the value: only the words it knows", async () => {
    const text = sampleReport({ cells: { ...totals, ...spelling } });
    const spelt = sampleReport({ cells: totals });
    const write = () => box.write({ "a.txt": text, totals: text, "r/b.txt": text });
    for (const [args, fixed, left] of [
      [["--fix", "a.txt"], ["a.txt"], ["totals"]],
      [["a.txt", "--fix"], ["a.txt"], ["totals"]],
      [["--fix", "--", "totals", "a.txt"], ["totals", "a.txt"], []],
      [["--fix", "./totals"], ["totals"], ["a.txt"]],
      [["--fix", "r"], ["r/b.txt"], ["a.txt"]],
      [["--fix", "--format", "json", "a.txt"], ["a.txt"], ["totals"]],
    ] as const) {
      write();
      const { err } = await run(...args);
      assert.doesNotMatch(err, /nianbao: /, args.join(" "));
      for (const file of fixed) assert.equal(bytes(file).toString(), spelt, `${args.join(" ")}: ${file}`);
      for (const file of left) assert.equal(bytes(file).toString(), text, `${args.join(" ")}: ${file}`);
    }
    write();
    await run("--fix", "totals", "./totals");
    assert.equal(bytes("totals").toString(), sampleReport({ cells: spelling }));
    const forgotten = await run("--fix", "totals");
    assert.equal(forgotten.code, 2);
    assert.match(forgotten.err, /没有写出要审校的文件/);
    const unknown = await run("--fix=everything", "a.txt");
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /--fix.*everything.*spelling, totals, all/);
    const elsewhere = await nianbao(box.path, "extract", "--fix", "a.txt");
    assert.equal(elsewhere.code, 2);
    assert.match(elsewhere.err, /没有选项 --fix\n/);
  });

  it("is explained by the help, in both languages", async () => {
    assert.match((await run("--help")).out, /--fix \[what\].*（spelling、totals、all，默认 spelling）/s);
    assert.match((await run("--help", "--locale", "en")).out, /--fix \[what\].*totals that.*preset: "spelling"/s);
  });

  it("tells the changes in the JSON too, by their places in the text as it stood", async () => {
    const text = sampleReport({ cells: totals, eol: "\r\n" });
    box.write({ "a.txt": text });
    const result = await run("--fix", "totals", "--format", "json", "--locale", "en", "a.txt");
    assert.equal(result.err.match(/changed/g)?.length, 2);
    const [report] = checkJson(result).reports;
    assert.deepEqual(report?.findings, []);
    const document = TextDocument.create("", "", 0, text);
    assert.deepEqual(
      report?.changes?.map(({ place, before, after, range }) => [place, before, after, document.getText(range)]),
      [
        ["Table 3 一、本年新收·总计", "65", "66", "65"],
        ["Table 3 （一）予以公开·总计", "", "25", ""],
      ],
    );
    assert.equal(
      TextDocument.applyEdits(
        document,
        (report?.changes ?? []).map(({ range, after }) => ({ range, newText: after })),
      ),
      bytes("a.txt").toString(),
    );
    assert.deepEqual(checkJson(await run("--fix", "--format", "json", "a.txt")).reports[0]?.changes, []);
    assert.equal(checkJson(await run("--format", "json", "a.txt")).reports[0]?.changes, undefined);
  });

  it("leaves a read-only file alone and tells no change", async () => {
    const text = sampleReport({ cells: totals });
    box.write({ "a.txt": text });
    chmodSync(path.join(box.path, "a.txt"), 0o444);
    const result = await run("--fix", "totals", "--format", "json", "a.txt");
    assert.equal(result.code, 2);
    assert.doesNotMatch(result.err, /已改/);
    assert.deepEqual(checkJson(result).reports[0]?.changes, []);
    assert.equal(bytes("a.txt").toString(), text);
  });
});

/** Every way in which some of the cells are left as they are and the others plainly written. */
function* kept(cells: Readonly<Record<string, string>>): Iterable<Record<string, string>> {
  const entries = Object.entries(cells);
  for (let choice = 0; choice < 2 ** entries.length; choice += 1) {
    yield Object.fromEntries(entries.filter((_, index) => (choice & (1 << index)) !== 0));
  }
}
