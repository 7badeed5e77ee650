import assert from "node:assert/strict";
import { checkedText, exportedText } from "../../../client/src/folderText";
import type { CheckFolderResult } from "../../../server/src/lsp/protocol";

const none: CheckFolderResult = { reports: 12, errors: 0, warnings: 0, information: 0, known: 0, unreadable: 0 };

describe("the notice on a folder that was checked", () => {
  for (const [what, result, zh, en] of [
    ["nothing found", none, "已检查年报 12 份：没有发现问题。", "12 reports checked: nothing was found."],
    [
      "findings of every kind",
      { ...none, errors: 3, warnings: 2, information: 1 },
      "已检查年报 12 份：3 错误 2 警告 1 信息。",
      "12 reports checked: 3 errors, 2 warnings, 1 info.",
    ],
    [
      "never silent about what it leaves out",
      { ...none, reports: 1, known: 2, unreadable: 1 },
      "已检查年报 1 份：没有发现问题，已知 2 处不再列出，1 份没能核对。",
      "1 report checked: nothing was found; 2 known not listed; 1 could not be checked.",
    ],
    [
      "reports that could not be read are not in order",
      { ...none, reports: 0, unreadable: 2 },
      "已检查年报 0 份：2 份没能核对。",
      "0 reports checked: 2 could not be checked.",
    ],
    ["no report", { ...none, reports: 0 }, "文件夹中没有找到年报。", "There are no reports in the folder."],
  ] as const) {
    it(what, () => {
      assert.equal(checkedText(result, "zh"), zh);
      assert.equal(checkedText(result, "en"), en);
    });
  }
});

describe("the notice on a review that was written", () => {
  it("names the file and how much is in it", () => {
    const review = { name: "审核意见单.csv", content: "", reports: 1, findings: 2 };
    assert.equal(exportedText(review, "意见.csv", "zh"), "已写入 意见.csv：年报 1 份，问题 2 处。");
    assert.equal(exportedText(review, "意见.csv", "en"), "意见.csv was written: 1 report, 2 findings.");
  });
});
