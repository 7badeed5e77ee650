import assert from "node:assert/strict";
import { limitsOf } from "../../../server/src/config/limits";
import { wantedBy } from "../../../server/src/config/matcher";
import { readConfig } from "../../../server/src/config/read";
import { noConfig } from "../../../server/src/config/types";
import { standardLimits } from "../../../server/src/rules/types";

/** Each problem as the text it stands at and what is said in Chinese. */
function problems(text: string): readonly [string, string][] {
  return readConfig(text).problems.map(({ span, message }) => [text.slice(span.start, span.end), message.zh]);
}

describe("config/read", () => {
  it("reads everything a configuration may say, comments and a last comma beside it", () => {
    const { config, problems } = readConfig(`{
      // 只看年报
      "$schema": "x",
      "include": ["2024/**/*.txt"],
      "exclude": ["./归档"],
      "rules": { "row-label": "information", "fee-statement": "off", },
      "organs": { "青禾县水务局": ["青禾县水利局", "县水务局"] },
      "rollUps": [{ "report": "汇总/*.txt", "parts": ["./乡镇", "部门/**/*.txt"] }],
      "limits": { "similar": 70, "length": 1500, "swing": 5 },
    }`);
    assert.deepEqual(problems, []);
    assert.deepEqual(config, {
      include: ["2024/**/*.txt"],
      exclude: ["归档"],
      rules: { "row-label": "information", "fee-statement": "off" },
      organs: { 青禾县水务局: ["青禾县水利局", "县水务局"] },
      rollUps: [{ report: "汇总/*.txt", parts: ["乡镇", "部门/**/*.txt"] }],
      limits: { similar: 70, length: 1500, swing: 5 },
    });
  });

  it("gives a name to one organ, however it is written", () => {
    const text = `{ "organs": {
      "青禾县水务局": ["青禾县水利局", "青禾县 水务局", 1, ""],
      "青禾县林草局": ["青禾县 水利局", "青禾县示范镇"],
      "青禾县水务局 ": ["县水务局"],
      "青禾县示范镇人民政府": [],
      "__proto__": ["原型镇"] } }`;
    assert.deepEqual(problems(text), [
      ['"青禾县水务局 "', "“青禾县水务局 ”已是“青禾县水务局”的名称"],
      ["1", "应为不空的字符串"],
      ['""', "应为不空的字符串"],
      ['"青禾县 水利局"', "“青禾县 水利局”已是“青禾县水务局”的名称"],
      ['"青禾县示范镇"', "“青禾县示范镇”已是“青禾县示范镇人民政府”的名称"],
    ]);
    assert.deepEqual(Object.entries(readConfig(text).config.organs), [
      ["青禾县水务局", ["青禾县水利局", "青禾县 水务局"]],
      ["青禾县林草局", []],
      ["青禾县示范镇人民政府", []],
      ["__proto__", ["原型镇"]],
    ]);
  });

  it("leaves out a roll-up of which not all is understood, for its sum would be called wrong", () => {
    const text = `{ "rollUps": [
      { "report": "a.txt", "parts": ["b.txt", "../c.txt"] },
      { "report": "a.txt" },
      { "parts": ["b.txt"] },
      { "report": "a.txt", "parts": [] },
      "a.txt",
      { "report": "d.txt", "parts": ["e.txt"], "year": 2024 } ] }`;
    assert.deepEqual(
      problems(text).map(([at, said]) => [at.slice(0, 20), said]),
      [
        ['"../c.txt"', "应为相对于本文件所在文件夹的路径，用“/”分隔，不含“..”"],
        ['{ "report": "a.txt" ', "缺少“parts”"],
        ['{ "parts": ["b.txt"]', "缺少“report”"],
        ["[]", "应至少有一项"],
        ['"a.txt"', "应为对象 {…}"],
        ['"year"', "没有“year”这一项"],
      ],
    );
    assert.deepEqual(readConfig(text).config.rollUps, [{ report: "d.txt", parts: ["e.txt"] }]);
  });

  it("takes limits that are whole numbers in range, and the standard for the others", () => {
    const text = `{ "limits": { "similar": 101, "length": 0, "swing": 2.5, "swings": 3 } }`;
    assert.deepEqual(problems(text), [
      ["101", "应为 1 到 100 的整数"],
      ["0", "应为不小于 1 的整数"],
      ["2.5", "应为不小于 2 的整数"],
      ['"swings"', "没有“swings”这一项"],
    ]);
    assert.deepEqual(limitsOf(readConfig(text).config), standardLimits);
    assert.deepEqual(limitsOf(readConfig('{ "limits": { "swing": 2 } }').config), { ...standardLimits, swing: 2 });
  });

  it("means all of the folder by the folder itself, and takes no endless pattern", () => {
    assert.deepEqual(readConfig('{ "include": ["./", "."] }').config.include, ["**", "**"]);
    assert.equal(problems(JSON.stringify({ exclude: ["a".repeat(5000)] }))[0]?.[1], "不应超过 4096 个字符");
  });

  it("takes what can be understood, and tells what cannot with its place", () => {
    const text = `{ "rules": { "row-lable": "off", "row-label": "loud", "balance": "warning" }, "exclud": [] }`;
    assert.deepEqual(problems(text), [
      ['"row-lable"', "没有规则“row-lable”"],
      ['"loud"', "应为 error、warning、information、hint、off 之一"],
      ['"exclud"', "没有“exclud”这一项"],
    ]);
    assert.deepEqual(readConfig(text).config.rules, { balance: "warning" });
  });

  for (const [text, at, said] of [
    ["", "", /JSON/],
    ['{ "rules": ', "", /JSON/],
    ["[]", "[]", /对象/],
    ['{ "include": "a" }', '"a"', /数组/],
    ['{ "include": [1] }', "1", /字符串/],
    ['{ "include": [] }', "[]", /至少/],
    ['{ "exclude": ["../a"] }', '"../a"', /路径/],
    ['{ "exclude": ["C:/a"] }', '"C:/a"', /路径/],
    ['{ "exclude": ["a\\\\b"] }', '"a\\\\b"', /路径/],
  ] as const) {
    it(`says what is wrong in ${text || "nothing"}`, () => {
      const [first] = problems(text);
      assert.ok(first);
      assert.equal(first[0], at);
      assert.match(first[1], said);
      assert.deepEqual(readConfig(text).config, noConfig);
    });
  }

  it("reads a file with a byte order mark", () => {
    assert.deepEqual(readConfig('\ufeff{ "rules": { "balance": "off" } }').config.rules, { balance: "off" });
  });
});

describe("config/matcher", () => {
  it("wants what is included and not excluded; a folder stands for all that is in it", () => {
    const wants = wantedBy({ include: ["2024", "**/*年报.txt"], exclude: ["2024/旧/**"] });
    assert.deepEqual(["2024/甲.txt", "2024/镇/乙.txt", "丙年报.txt", "丙.txt", "2024/旧/丁.txt"].map(wants), [
      true,
      true,
      true,
      false,
      false,
    ]);
    assert.equal(wantedBy(noConfig)("随便.txt"), true);
  });
});
