// The corner of a whole table three, in every layout; a case file would have to hold all of its rows.
import assert from "node:assert/strict";
import { balanceHead } from "../../../server/src/form/index";
import { readReport } from "../../../server/src/report/index";
import { check } from "../../../server/src/rules/index";
import { layouts, sampleReport } from "../../support/sample";

function found(text: string): readonly string[] {
  return check(readReport(text))
    .filter(({ rule }) => rule === "corner-note")
    .map(({ severity, message }) => `${severity} ${message.zh}`);
}

describe("the note in the corner of table three", () => {
  for (const layout of layouts) {
    it(`${layout}: is missed where the heads stand without it`, () => {
      const text = sampleReport({ layout });
      assert.ok(text.includes(balanceHead));
      assert.deepEqual(found(text), []);
      assert.deepEqual(found(text.replace(balanceHead, "")), [`information 表三：表头没有勾稽说明“${balanceHead}”`]);
    });

    it(`${layout}: is told where it was altered`, () => {
      const text = sampleReport({ layout }).replace("第一项加第二项之和，", "第一项之和，");
      const [message, ...others] = found(text);
      assert.match(message ?? "", /^information 表三：勾稽说明.*与格式不同/u);
      assert.deepEqual(others, []);
    });
  }
});
