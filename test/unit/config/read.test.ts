import assert from "node:assert/strict";
import { wantedBy } from "../../../server/src/config/matcher";
import { readConfig } from "../../../server/src/config/read";
import { noConfig } from "../../../server/src/config/types";

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
    }`);
    assert.deepEqual(problems, []);
    assert.deepEqual(config, {
      include: ["2024/**/*.txt"],
      exclude: ["归档"],
      rules: { "row-label": "information", "fee-statement": "off" },
    });
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
