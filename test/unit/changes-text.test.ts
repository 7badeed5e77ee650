import assert from "node:assert/strict";
import { changesView } from "../../client/src/changesText";

const title = "已按勾稽关系改正合计 2 处，请核对台账";

describe("the notice on changed totals", () => {
  it("names every change in one line", () => {
    const changes = ["表三 一、本年新收·总计 65 → 66", "表四 行政复议·总计 空白 → 2"];
    assert.deepEqual(changesView({ title, changes }, "zh"), { message: `${title}：${changes.join("；")}` });
    assert.deepEqual(changesView({ title: "Set 1 total(s)", changes: ["65 → 66"] }, "en"), {
      message: "Set 1 total(s): 65 → 66",
    });
  });

  it("loses none of them to the length of a notification", () => {
    const changes = Array.from({ length: 60 }, (_, at) => `表三 5.属于三类内部事务信息·总计 ${at} → ${at + 1}`);
    const { message, detail } = changesView({ title, changes }, "zh");
    assert.equal(message, title);
    assert.deepEqual(detail?.split("\n"), changes);
  });
});
