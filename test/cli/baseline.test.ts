// Known findings: written down, left out and counted, and told when they no longer apply.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { baselineName, configName } from "../../server/src/config/types";
import { sampleReport } from "../support/sample";
import { checkJson, type Folder, folder, nianbao } from "./support";

const wrong = sampleReport({ cells: { "requests/new/total": "65" } });
const worse = sampleReport({ cells: { "requests/new/total": "64" } });
const clean = sampleReport();

describe("cli: known findings", () => {
  let box: Folder;
  beforeEach(() => {
    box = folder();
  });
  afterEach(() => box.remove());
  const run = (...args: string[]) => nianbao(box.path, "check", ...args);
  const read = (file: string) => readFileSync(path.join(box.path, file), "utf8");
  const entries = (file = baselineName) =>
    (JSON.parse(read(file)) as { known: { rule: string; year: number; fingerprint: string; reason: string }[] }).known;

  it("are left out, counted and no reason to fail, until their number changes; then the entry is told to be out of date", async () => {
    box.write({ "a.txt": wrong });
    const written = await run("a.txt", "--update-baseline");
    assert.equal(written.code, 0);
    assert.match(written.out, /错误 row-total/);
    assert.equal(written.err, `nianbao: ${baselineName}: 记入已知问题 1 条，删去已不适用的 0 条\n`);
    assert.equal(read("a.txt"), wrong);
    assert.deepEqual(
      entries().map(({ rule, year, reason }) => [rule, year, reason]),
      [["row-total", 2024, ""]],
    );

    const silent = await run("a.txt");
    assert.deepEqual([silent.code, silent.err], [0, ""]);
    assert.doesNotMatch(silent.out, /row-total/);
    assert.match(
      silent.out,
      /^a\.txt.*已知 1 处（未列出）\n\n共审校 1 份年报：错误 0，警告 0，信息 0；已知 1 处（未列出）。\n$/,
    );
    const json = checkJson(await run("a.txt", "--format", "json"));
    assert.deepEqual([json.reports[0]?.known, json.summary.known, json.summary.errors, json.stale], [1, 1, 0, []]);

    // Moved lines are the same finding, and so is another name of the file.
    box.write({ "b.txt": `\n\n${wrong}` });
    assert.equal((await run("b.txt")).code, 0);

    box.write({ "a.txt": worse });
    const back = await run("a.txt");
    assert.equal(back.code, 1);
    assert.match(back.out, /错误 row-total .*64 ≠ 66/);
    assert.match(
      back.out,
      /^\.nianbao-baseline\.json:4:5 提示 row-total 这一条已不适用：.*\n\n共审校 .*错误 1，警告 0，信息 1；/m,
    );
  });

  it("that no longer apply are hints: in the JSON, on stderr where the output is a program's, and never a failure", async () => {
    box.write({ "a.txt": wrong });
    await run("a.txt", "--update-baseline");
    box.write({ "a.txt": clean });
    const text = await run("a.txt", "--max-warnings", "0", "--locale", "en");
    assert.equal(text.code, 0);
    assert.match(text.out, /^\.nianbao-baseline\.json:4:5 hint row-total this entry no longer applies/m);
    const json = await run("a.txt", "--format", "json");
    assert.equal(json.code, 0);
    const { stale, summary } = checkJson(json);
    assert.deepEqual(
      stale.map(({ file, range, rule, year }) => [file, range.start, rule, year]),
      [[baselineName, { line: 3, character: 4 }, "row-total", 2024]],
    );
    assert.equal(summary.information, 1);
    for (const format of ["json", "ndjson", "sarif"]) {
      const { code, out, err } = await run("a.txt", "--format", format);
      assert.equal(code, 0);
      if (format !== "json") assert.doesNotMatch(out, /baseline/);
      assert.match(err, /^\.nianbao-baseline\.json:4:5 提示 row-total 这一条已不适用/);
    }
    // A run without the report says nothing of it.
    box.write({ "b.txt": sampleReport({ organ: "青禾县水务局", sections: { problems: "" } }) });
    assert.doesNotMatch((await run("b.txt")).out, /已不适用/);
  });

  it("are counted in every format", async () => {
    box.write({ "a.txt": wrong });
    await run("a.txt", "--update-baseline");
    for (const [format, counted] of [
      ["json", /"known":1,"findings":\[\]/],
      ["ndjson", /"known":1,"findings":\[\]/],
      ["sarif", /"results":\[\].*"properties":\{"known":1\}/s],
    ] as const) {
      const { code, out, err } = await run("a.txt", "--format", format);
      assert.equal(code, 0);
      assert.match(out, counted);
      assert.equal(err, "nianbao: 已知 1 处（未列出）\n");
    }
  });

  it("are found upward from each file, whatever configuration counts, and listed without a baseline", async () => {
    box.write({ "a/b/x.txt": wrong, "c/x.txt": wrong, "other.json": "{}" });
    await run("a/b/x.txt", "a", "--update-baseline");
    assert.ok(existsSync(path.join(box.path, "a", baselineName)));
    const known = async (...args: string[]) =>
      Object.fromEntries(
        checkJson(await run(".", "--format", "json", ...args)).reports.map((report) => [report.file, report.known]),
      );
    assert.deepEqual(await known(), { "a/b/x.txt": 1, "c/x.txt": 0 });
    assert.deepEqual(await known("--config", "other.json"), { "a/b/x.txt": 1, "c/x.txt": 0 });
    for (const option of ["--no-config", "--no-baseline"])
      assert.deepEqual(await known(option), { "a/b/x.txt": 0, "c/x.txt": 0 });
    // The nearest one alone counts.
    box.write({ [`a/b/${baselineName}`]: '{ "version": 1, "known": [] }' });
    assert.deepEqual(await known(), { "a/b/x.txt": 0, "c/x.txt": 0 });
  });

  it("a new baseline goes beside the configuration, else into the folder that was given, else into the working folder", async () => {
    box.write({ "r/2024/a.txt": wrong });
    for (const [args, made] of [
      [["r/2024/a.txt"], baselineName],
      [["r/2024"], `r/2024/${baselineName}`],
      [["r"], `r/${baselineName}`],
    ] as const) {
      const { code, err } = await run(...args, "--update-baseline");
      assert.equal(code, 0);
      assert.ok(err.startsWith(`nianbao: ${made}: `), err);
      assert.equal(entries(made).length, 1);
      box.remove();
      box = folder();
      box.write({ "r/2024/a.txt": wrong });
    }
    box.write({ [`r/${configName}`]: "{}", "elsewhere/c.json": "{}" });
    assert.match((await run("r/2024", "--update-baseline")).err, new RegExp(`^nianbao: r/${baselineName}: `));
    // A configuration that does not stand above the reports is no place where theirs would be looked for.
    box.write({ "s/a.txt": wrong });
    const apart = await run("s", "--config", "elsewhere/c.json", "--update-baseline");
    assert.match(apart.err, new RegExp(`^nianbao: s/${baselineName}: `));
  });

  it("--update-baseline keeps reasons, comments and the entries of reports that were not checked", async () => {
    const other = sampleReport({ organ: "青禾县水务局", cells: { "requests/new/total": "65" } });
    box.write({ "a.txt": wrong, "b.txt": other });
    await run("--update-baseline", "a.txt");
    await run("--update-baseline", "b.txt");
    box.write({ [baselineName]: read(baselineName).replaceAll('"reason": ""', '"reason": "已与单位核实" // 电话') });
    box.write({ "a.txt": clean });
    const { code, err } = await run("a.txt", "--update-baseline");
    assert.deepEqual([code, err], [0, `nianbao: ${baselineName}: 记入已知问题 0 条，删去已不适用的 1 条\n`]);
    assert.match(read(baselineName), /"organ": "青禾县水务局"[^}]*"reason": "已与单位核实" \/\/ 电话\n/);
    assert.doesNotMatch(read(baselineName), /示范镇/);
    const again = await run("b.txt", "--update-baseline");
    assert.equal(again.err, "nianbao: 已知问题没有变化，未写入文件\n");
    assert.deepEqual(readdirSync(box.path).sort(), [baselineName, "a.txt", "b.txt"]);
  });

  it("between two reports are not taken for out of date where only one of them was looked at", async () => {
    const organ = "青禾县样桥乡人民政府";
    box.write({
      "2023.txt": sampleReport({ organ, year: 2023, parts: { "requests/new/natural": 60 } }),
      "2024.txt": sampleReport({ organ, year: 2024 }),
    });
    await run(".", "--update-baseline");
    const rules = entries().map(({ rule }) => rule);
    assert.ok(rules.includes("carry-over") && rules.includes("similar"), rules.join(" "));
    for (const args of [["2024.txt"], ["2023.txt"]]) assert.doesNotMatch((await run(...args)).out, /已不适用/);
    await run("2024.txt", "--update-baseline");
    assert.deepEqual(
      entries().map(({ rule }) => rule),
      rules,
    );
    box.write({ [configName]: '{ "rules": { "carry-over": "off" } }' });
    assert.doesNotMatch((await run(".")).out, /已不适用/);
    box.write({ [configName]: "{}", "2024.txt": sampleReport({ organ, year: 2024, sections: { overview: "无。" } }) });
    assert.match((await run(".")).out, /提示 similar 这一条已不适用/);
  });

  it("are not corrected by --fix", async () => {
    const spelt = sampleReport({ cells: { "requests/new/legal": "00" } });
    box.write({ "a.txt": spelt });
    await run("a.txt", "--update-baseline");
    const fixed = await run("a.txt", "--fix");
    assert.equal(read("a.txt"), spelt);
    assert.match(fixed.out, /已知 1 处/);
    assert.doesNotMatch((await run("a.txt")).out, /--fix/);
    await run("a.txt", "--fix", "--no-baseline");
    assert.equal(read("a.txt"), clean);
  });

  it("in a baseline that cannot be understood are told with their place, hide nothing and are not written over", async () => {
    for (const [content, told] of [
      ['{ "version": 2, "known": [] }', /nianbao-baseline\.json:1:14: /],
      ['{ "version": 1,\n  "known": [ }', /nianbao-baseline\.json:2:/],
      [Buffer.from([0xff, 0xfe, 0, 0xd8, 0]), /nianbao-baseline\.json: 不是 UTF-8/],
    ] as const) {
      box.write({ "r/a.txt": wrong, [`r/${baselineName}`]: content });
      const { code, out, err } = await run("r");
      assert.equal(code, 2);
      assert.match(err, told);
      assert.match(out, /row-total/);
      const update = await run("r", "--update-baseline");
      assert.equal(update.code, 2);
      assert.deepEqual(readFileSync(path.join(box.path, "r", baselineName)), Buffer.from(content));
      assert.deepEqual(readdirSync(box.path), ["r"]);
    }
  });

  it("are the same with any number of threads", async () => {
    const files: Record<string, string> = {};
    for (let at = 0; at < 60; at++)
      files[`r/${at}.txt`] = sampleReport({
        organ: `青禾县第${at}镇人民政府`,
        cells: { "requests/new/total": String(at), "requests/new/legal": at % 3 ? "0" : "00" },
      });
    box.write(files);
    await run("r", "--update-baseline", "--jobs", "3");
    const three = read(`r/${baselineName}`);
    box.write({ [`r/${baselineName}`]: '{ "version": 1, "known": [] }' });
    await run("r", "--update-baseline", "--jobs", "1");
    assert.deepEqual(JSON.parse(read(`r/${baselineName}`)), JSON.parse(three));
    box.write({ "r/7.txt": sampleReport({ organ: "青禾县第7镇人民政府" }) });
    const one = await run("r", "--jobs", "1");
    assert.match(one.out, /已不适用/);
    assert.match(one.out, /已知 \d{2,} 处/);
    assert.deepEqual(await run("r", "--jobs", "3"), one);
  });
});
