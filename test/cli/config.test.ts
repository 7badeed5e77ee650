import assert from "node:assert/strict";
import { configName } from "../../server/src/config/types";
import { sampleReport } from "../support/sample";
import { checkJson, type Folder, folder, nianbao } from "./support";

// The fee statement is missing, which is a warning where nothing else is laid down.
const report = sampleReport({ sections: { other: "无。" } });

describe("cli: nianbao.config.json", () => {
  let box: Folder;
  beforeEach(() => {
    box = folder();
  });
  afterEach(() => box.remove());

  const levels = async (...args: string[]) => {
    const run = await nianbao(box.path, "check", "--format", "json", ...args);
    const { reports } = checkJson(run);
    return Object.fromEntries(
      reports.map(({ file, findings, rulesOff }) => [
        file,
        [findings.find(({ rule }) => rule === "fee-statement")?.severity ?? null, rulesOff],
      ]),
    );
  };

  it("counts for the files beside and below it, the nearest one alone", async () => {
    box.write({
      [configName]: '{ "rules": { "fee-statement": "error" } }',
      [`b/${configName}`]: '{ "rules": { "fee-statement": "off" } }',
      "a/x.nianbao": report,
      "b/x.nianbao": report,
      "b/c/x.nianbao": report,
    });
    assert.deepEqual(await levels("."), {
      "a/x.nianbao": ["error", 0],
      "b/c/x.nianbao": [null, 1],
      "b/x.nianbao": [null, 1],
    });
    assert.deepEqual(await levels("b/x.nianbao"), { "b/x.nianbao": [null, 1] });
    assert.deepEqual(await levels("--no-config", "b"), {
      "b/c/x.nianbao": ["warning", 0],
      "b/x.nianbao": ["warning", 0],
    });
    assert.deepEqual(await levels("--config", configName, "b/x.nianbao"), { "b/x.nianbao": ["error", 0] });
    const text = await nianbao(box.path, "check", "b/x.nianbao");
    assert.match(text.out, /停用 1 条规则/);
  });

  it("says which files of a folder are looked at; a file that is named is looked at all the same", async () => {
    box.write({
      [configName]: '{ "include": ["2024/**"], "exclude": ["2024/旧"] }',
      "2024/a.nianbao": report,
      "2024/旧/b.nianbao": report,
      "2023/c.nianbao": report,
    });
    assert.deepEqual(Object.keys(await levels(".")), ["2024/a.nianbao"]);
    assert.deepEqual(Object.keys(await levels("2023/c.nianbao")), ["2023/c.nianbao"]);
    assert.deepEqual(Object.keys(await levels("2024", "--jobs", "2")), ["2024/a.nianbao"]);
  });

  it("is said to be wrong with line and character, and the reports are checked all the same", async () => {
    box.write({ [configName]: '{\n  "rules": { "fee": "off" }\n}', "a.nianbao": report });
    const run = await nianbao(box.path, "check", ".");
    assert.equal(run.code, 2);
    assert.match(run.err, /nianbao\.config\.json:2:14: 没有规则“fee”/);
    assert.match(run.out, /fee-statement/);
    const missing = await nianbao(box.path, "check", "--config", "nowhere.json", "a.nianbao");
    assert.equal(missing.code, 2);
    assert.match(missing.err, /nowhere\.json: 不能读取：没有这个文件/);
    box.write({ [configName]: Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x00]) });
    const unreadable = await nianbao(box.path, "check", "a.nianbao");
    assert.equal(unreadable.code, 2);
    assert.match(unreadable.err, /nianbao\.config\.json: /);
  });
});
