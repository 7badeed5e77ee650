import assert from "node:assert/strict";
import { escapeMarkdown, oneLine, pick } from "../../../server/src/features/text";

describe("text of features", () => {
  it("is picked by language", () => {
    assert.equal(pick({ zh: "总计", en: "total" }, "zh"), "总计");
    assert.equal(pick({ zh: "总计", en: "total" }, "en"), "total");
  });

  it("never turns into markup", () => {
    const cases: readonly (readonly [string, string])[] = [
      ["无", "无"],
      ["**0**", "\\*\\*0\\*\\*"],
      ["<img src=x>", "\\<img src=x\\>"],
      ["[a](command:x)", "\\[a\\](command:x)"],
      ["![](x)", "\\!\\[\\](x)"],
      ["&lt;`_~|#", "\\&lt;\\`\\_\\~\\|\\#"],
      ["www.example.cn a@b.cn https://x.cn", "www\\.example.cn a\\@b.cn https\\://x.cn"],
      ["1. 一\n- 二\r\n\t> 三", "1\\. 一 - 二 \\> 三"],
      ["- 一", "\\- 一"],
      ["35.6 = 30 + 5.6", "35.6 = 30 + 5.6"],
      ["1.属于国家秘密", "1.属于国家秘密"],
      ["a\\b", "a\\\\b"],
    ];
    for (const [text, expected] of cases) {
      assert.equal(escapeMarkdown(text), expected);
    }
  });

  it("stands on one line of a bounded length", () => {
    assert.equal(oneLine("不予\n\n\t公开 "), "不予 公开");
    assert.equal(oneLine("一".repeat(10_000_000), 5), "一一一一一…");
    assert.equal(oneLine("😀😀😀", 2), "😀😀…");
  });
});
