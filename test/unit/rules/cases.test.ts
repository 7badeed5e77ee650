import assert from "node:assert/strict";
import { readReport } from "../../../server/src/report/index";
import { check, rules } from "../../../server/src/rules/index";
import { marked, readCases } from "./cases";

const cases = readCases();

describe("cases of the rules", () => {
  for (const { file, name, text, neighbours, expected, rules: about } of cases) {
    it(`${file.replace(/\.txt$/, "")}: ${name}`, () => {
      const found = check(readReport(text), {}, neighbours)
        .filter(({ rule }) => about.has(rule))
        .map(({ rule, span }) => ({ rule, ...span }));
      assert.equal(marked(text, found), marked(text, expected));
      assert.equal(found.length, expected.length);
    });
  }

  it("every rule has some, with and without findings", () => {
    for (const { id } of rules) {
      const own = cases.filter(({ file }) => file === `${id}.txt`);
      const silent = own.filter(({ expected }) => !expected.some(({ rule }) => rule === id));
      assert.ok(own.length - silent.length >= 2, `${id} has too few cases with findings`);
      assert.ok(silent.length >= 1, `${id} has no case without`);
    }
  });
});
