import assert from "node:assert/strict";
import { markdownToPlain } from "../../../server/src/lsp/plain";

describe("Markdown as plain text", () => {
  for (const [markdown, plain] of [
    ["**表三 总计：65**", "表三 总计：65"],
    ["# 标题\n\n\n\n> 引文", "标题\n\n引文"],
    ["1\\. a \\* b \\_ c \\\\ d \\| e", "1. a * b _ c \\ d | e"],
    ["a\\@b.cn https\\://a.cn", "a@b.cn https://a.cn"],
    ["`row-total` 与 [条例](https://example.invalid/a)", "row-total 与 条例"],
    ["| 行 | 值 |\n| --- | ---: |\n| 总计 | 65 |", "行 | 值\n总计 | 65"],
    ["- ✗ 65 ≠ 66", "- ✗ 65 ≠ 66"],
    ["a_b 2 > 1", "a_b 2 > 1"],
    ["", ""],
  ] as const) {
    it(JSON.stringify(markdown), () => assert.equal(markdownToPlain(markdown), plain));
  }
});
