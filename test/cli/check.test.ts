import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import iconv from "iconv-lite";
import { maxLength } from "../../server/src/features/limits";
import { sampleReport } from "../support/sample";
import { checkJson, type Folder, folder, nianbao } from "./support";

const clean = sampleReport();
/** A row total that its row and its column contradict: errors. */
const wrong = sampleReport({ cells: { "requests/new/total": "65" } });
/** One warning and no error. */
const warned = sampleReport({ cells: { "requests/new/legal": "00" } });

describe("nianbao check", () => {
  let box: Folder;
  beforeEach(() => {
    box = folder();
  });
  afterEach(() => box.remove());
  const run = (...args: string[]) => nianbao(box.path, "check", ...args);

  describe("exit codes", () => {
    it("0 for a clean report", async () => {
      box.write({ "a.txt": clean });
      const { code, out, err } = await run("a.txt");
      assert.equal(err, "");
      assert.equal(code, 0);
      assert.match(out, /^a\.txt {2}青禾县示范镇人民政府 {2}2024 年 {2}42\/42 ✓\n/);
    });

    it("1 for an error-level finding", async () => {
      box.write({ "a.txt": wrong });
      assert.equal((await run("a.txt")).code, 1);
    });

    it("0 for warnings, 1 when there are more than --max-warnings", async () => {
      box.write({ "a.txt": warned, "b.txt": warned });
      assert.equal((await run("a.txt", "b.txt")).code, 0);
      assert.equal((await run("--max-warnings", "2", "a.txt", "b.txt")).code, 0);
      const { code, err } = await run("--max-warnings", "1", "a.txt", "b.txt");
      assert.equal(code, 1);
      assert.match(err, /警告 2 条.*--max-warnings 1/);
      assert.equal((await run("--max-warnings=0", "a.txt")).code, 1);
    });

    it("2 for an input that cannot be read, with the others checked", async () => {
      box.write({ "a.txt": clean, "bad.txt": Buffer.from([0xff, 0xfe, 0x3f, 0x65, 0]) });
      const { code, out, err } = await run("nowhere.txt", "bad.txt", "a.txt", "--format", "json");
      assert.equal(code, 2);
      assert.match(err, /nowhere\.txt: 没有这个文件/);
      assert.match(err, /bad\.txt: .*UTF-16.*另存为 UTF-8/);
      const { reports, summary } = checkJson({ code, out, err });
      assert.deepEqual(
        reports.map(({ file }) => file),
        ["a.txt"],
      );
      assert.deepEqual(summary, { reports: 1, errors: 0, warnings: 0, information: 0, unreadable: 2, known: 0 });
    });

    it("2 for wrong use, with what to do instead", async () => {
      box.write({ "a.txt": clean });
      const uses: readonly [string[], RegExp][] = [
        [[], /没有写出要审校的文件/],
        [["--formt", "json", "a.txt"], /--formt.*--format/s],
        [["--format", "xml", "a.txt"], /xml.*text, json/],
        [["--max-warnings", "many", "a.txt"], /many/],
        [["--max-warnings", "-1", "a.txt"], /-1/],
        [["--locale", "fr", "a.txt"], /fr.*zh, en/],
        [["--locale", "en", "--formt", "a.txt"], /unknown option '--formt'/],
        [["--update-baseline", "--fix", "a.txt"], /--update-baseline 不能与 --fix 同用/],
        [["--update-baseline", "--no-baseline", "a.txt"], /--update-baseline 不能与 --no-baseline/],
        [["--update-baseline", "--no-config", "a.txt"], /--update-baseline 不能与 --no-baseline、--no-config/],
        [["--update-baseline", "--list-rules"], /--update-baseline 不能与 --list-rules/],
        [["--update-baseline", "-"], /--update-baseline 不能用于标准输入/],
      ];
      for (const [args, message] of uses) {
        const { code, out, err } = await run(...args);
        assert.equal(code, 2, args.join(" "));
        assert.equal(out, "");
        assert.match(err, message);
        assert.match(err, /nianbao --help/);
      }
      const bare = await nianbao(box.path);
      assert.equal(bare.code, 2);
      assert.match(bare.err, /用法/);
      const forgotten = await nianbao(box.path, "a.txt");
      assert.equal(forgotten.code, 2);
      assert.match(forgotten.err, /nianbao check a\.txt/);
    });

    it("2 when nothing matches", async () => {
      box.write({ "empty/readme.txt": "说明", "a.md": clean });
      for (const [given, message] of [
        ["*.txt", /\*\.txt: 没有匹配的文件/],
        ["empty", /empty: 文件夹中没有找到年报/],
      ] as const) {
        const { code, err } = await run(given);
        assert.equal(code, 2);
        assert.match(err, message);
      }
      const { code, out } = await run("*.txt", "--format", "json");
      assert.equal(code, 2);
      assert.deepEqual(JSON.parse(out).reports, []);
    });
  });

  it("prints help and version, in both languages, with 0", async () => {
    const help = await nianbao(box.path, "check", "--help");
    assert.equal(help.code, 0);
    for (const word of [
      "--format",
      "--max-warnings",
      "--fix",
      "--locale",
      "（text、json、ndjson、sarif，默认 text）",
      "退出码",
    ])
      assert.ok(help.out.includes(word), word);
    assert.doesNotMatch(help.out, /choices|default/);
    const english = await nianbao(box.path, "check", "--help", "--locale", "en");
    assert.match(english.out, /Exit codes/);
    assert.doesNotMatch(english.out, /退出码/);
    assert.match((await nianbao(box.path, "--version")).out, /^\d+\.\d+\.\d+\n$/);
  });

  it("takes only reports out of a folder, by name or by content, and says how many files it passed over", async () => {
    box.write({
      "r/by content.txt": clean,
      "r/甲县政府信息公开年报.txt": "（空白）",
      "r/x.nianbao": "",
      "r/notes.txt": "会议记录",
      "r/binary.txt": Buffer.from([0, 1, 2, 3]),
      "r/report.md": clean,
    });
    const { code, out, err } = await run("r");
    assert.equal(err, "");
    assert.equal(code, 1);
    assert.match(out, /略过不是年报的文本文件 2 个/);
    const json = await run("r", "--format", "json");
    assert.match(json.err, /^nianbao: 略过不是年报的文本文件 2 个（r\/binary\.txt、r\/notes\.txt）\n$/);
    const { reports } = checkJson(json);
    assert.deepEqual(
      reports.map(({ file }) => file),
      ["r/by content.txt", "r/x.nianbao", "r/甲县政府信息公开年报.txt"],
    );
  });

  it("does not pass over a report in a folder because of its encoding", async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(clean, "utf16le")]);
    box.write({ "r/a.txt": clean, "r/u.txt": utf16 });
    box.write({ "r/half.txt": utf16.subarray(0, -1), "r/other.txt": Buffer.from([0xff, 0xfe, 0x3f]) });
    const { code, out, err } = await run("r", "--format", "json");
    assert.equal(code, 2);
    assert.match(err, /half\.txt: .*UTF-16/);
    assert.match(err, /略过不是年报的文本文件 1 个（r\/other\.txt）/);
    assert.deepEqual(
      checkJson({ code, out, err }).reports.map(({ file, findings }) => [file, findings.length]),
      [
        ["r/a.txt", 0],
        ["r/u.txt", 0],
      ],
    );
  });

  it("never calls a text in order that is no report", async () => {
    box.write({ "a.txt": "会议记录\n", "empty.txt": "" });
    const { code, out } = await run("a.txt", "empty.txt");
    assert.equal(code, 1);
    assert.doesNotMatch(out, /✓/);
    assert.equal(out.match(/未识别出年报/g)?.length, 2);
    assert.match(out, /section-missing/);
  });

  it("does not check what is too long, whatever its encoding", async () => {
    const long = "一".repeat(maxLength + 1);
    box.write({ "long.txt": long, "huge.txt": Buffer.alloc(4 * maxLength + 8, 0x20), "a.txt": clean });
    const { code, out, err } = await run("long.txt", "huge.txt", "a.txt", "--format", "json");
    assert.equal(code, 2);
    assert.match(err, /long\.txt: 超过 1,000,000 个字符，未审校/);
    assert.match(err, /huge\.txt: 超过 1,000,000 个字符，未审校/);
    assert.equal(checkJson({ code, out, err }).summary.unreadable, 2);
  });

  it("reads GB18030 like UTF-8", async () => {
    box.write({ "u.txt": wrong, "g.txt": iconv.encode(wrong, "gb18030"), "b.txt": `\uFEFF${wrong}` });
    const { reports } = checkJson(await run("u.txt", "g.txt", "b.txt", "--format", "json"));
    assert.equal(reports.length, 3);
    assert.ok((reports[0]?.findings.length ?? 0) > 0);
    for (const report of reports) assert.deepEqual({ ...report, file: "" }, { ...reports[0], file: "" });
  });

  it("prints a finding a line, from 1, with its related cells below, and a summary", async () => {
    box.write({ "a.txt": wrong });
    const { out } = await run("a.txt");
    const [{ findings } = { findings: [] }] = checkJson(await run("a.txt", "--format", "json")).reports;
    const lines = out.split("\n");
    const severities = { error: "错误", warning: "警告", information: "信息" } as Record<string, string>;
    for (const { range, rule, severity, message, related } of findings) {
      const start = `a.txt:${range.start.line + 1}:${range.start.character + 1}`;
      const at = lines.indexOf(`${start} ${severities[severity]} ${rule} ${message}`);
      assert.ok(at > 0, message);
      related.forEach((cell, index) => {
        const place = `    a.txt:${cell.range.start.line + 1}:${cell.range.start.character + 1} ${cell.message}`;
        assert.equal(lines[at + 1 + index], place);
      });
    }
    assert.match(out, /✗ \d+ \/ 42/);
    const errors = findings.filter(({ severity }) => severity === "error").length;
    assert.ok(errors > 0);
    assert.match(out, new RegExp(`共审校 1 份年报：错误 ${errors}，`));
  });

  it("speaks English with --locale en, save for what is quoted", async () => {
    box.write({ "a.txt": wrong });
    const { out } = await run("a.txt", "--locale", "en");
    assert.match(out, /a\.txt:\d+:\d+ error /);
    assert.match(out, /Reports checked: 1\. Errors: [1-9]/);
    assert.doesNotMatch(out, /共审校|错误/);
  });

  it("prints no colours and no bar into a pipe", async () => {
    box.write(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`r/${index}.nianbao`, wrong])));
    const { out, err } = await run("r");
    assert.equal(err, "");
    assert.ok(!out.includes("\u001B"));
  });

  it("lets no report command the terminal", async () => {
    box.write({
      "a.txt": sampleReport({ organ: "甲县\u001B[31m人民政府", cells: { "requests/new/legal": "\u001B]0;x\u0007" } }),
    });
    const { out } = await run("a.txt");
    assert.ok(!out.includes("\u001B") && !out.includes("\u0007"));
  });

  it("writes the JSON of the interface, all of it even into a slow pipe", async () => {
    box.write(Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`r/${index}.nianbao`, wrong])));
    const { code, out, err } = await run("r", "--format", "json");
    assert.equal(code, 1);
    assert.equal(err, "");
    const { reports, summary } = checkJson({ code, out, err });
    assert.equal(reports.length, 60);
    const [report] = reports;
    assert.ok(report);
    assert.deepEqual(Object.keys(report), [
      "file",
      "organ",
      "year",
      "edition",
      "relations",
      "rulesOff",
      "known",
      "findings",
    ]);
    assert.deepEqual(
      { organ: report.organ, year: report.year, edition: report.edition },
      { organ: "青禾县示范镇人民政府", year: 2024, edition: 2021 },
    );
    const { total, held, broken, notAssessable } = report.relations;
    assert.deepEqual(Object.keys(report.relations), ["total", "held", "broken", "notAssessable"]);
    assert.equal(total, 42);
    assert.equal(held + broken + notAssessable, total);
    for (const finding of report.findings) {
      assert.deepEqual(Object.keys(finding), ["rule", "severity", "message", "range", "related", "fixes"]);
      for (const fix of finding.fixes) {
        assert.deepEqual(Object.keys(fix), ["title", "grade", "edits"]);
        assert.ok(["safe", "preferred", "candidate"].includes(fix.grade));
        for (const edit of fix.edits) assert.deepEqual(Object.keys(edit), ["range", "newText"]);
      }
    }
    assert.deepEqual(Object.keys(summary), ["reports", "errors", "warnings", "information", "unreadable", "known"]);
    assert.equal(
      summary.errors,
      reports.flatMap(({ findings }) => findings).filter(({ severity }) => severity === "error").length,
    );
  });

  it("has null for an organ and a year that nothing tells", async () => {
    box.write({ "a.txt": "会议记录\n" });
    const [report] = checkJson(await run("a.txt", "--format", "json")).reports;
    assert.equal(report?.organ, null);
    assert.equal(report?.year, null);
  });

  it("changes no file without --fix", async () => {
    box.write({ "a.txt": warned });
    const { code, out } = await run("a.txt");
    assert.equal(code, 0);
    assert.match(out, /1 处数字写法可用 --fix 直接改/);
    assert.equal(readFileSync(path.join(box.path, "a.txt"), "utf8"), warned);
    assert.deepEqual(readdirSync(box.path), ["a.txt"]);
  });
});
