import assert from "node:assert/strict";
import { statusView } from "../../client/src/statusText";
import { localeOf } from "../../client/src/texts";
import type { StatusParams } from "../../server/src/lsp/protocol";

function status(held: number, broken: number, notAssessable: number, more: Partial<StatusParams> = {}): StatusParams {
  return {
    uri: "file:///a.nianbao",
    version: 1,
    counts: { total: held + broken + notAssessable, held, broken, notAssessable },
    rulesOff: 0,
    known: 0,
    sections: 6,
    tables: 3,
    readable: true,
    note: null,
    ...more,
  };
}

describe("the status bar", () => {
  for (const [what, given, zh, en] of [
    ["all hold", status(42, 0, 0), "42/42 ✓", "42/42 ✓"],
    ["some do not", status(40, 2, 0), "✗ 2 / 42", "✗ 2 / 42"],
    ["some are not assessable", status(39, 0, 3), "39/42 · 3 无法核对", "39/42 · 3 not assessable"],
    ["both", status(37, 2, 3), "✗ 2 / 42 · 3 无法核对", "✗ 2 / 42 · 3 not assessable"],
    ["rules are off", status(40, 0, 0, { rulesOff: 1 }), "40/40 ✓ · 停用 1 条规则", "40/40 ✓ · 1 rule off"],
    ["findings are known", status(42, 0, 0, { known: 3 }), "42/42 ✓ · 已知 3 处", "42/42 ✓ · 3 known"],
    ["not all was read", status(42, 0, 0, { note: "…" }), "42/42 ✓ · 有内容未核对", "42/42 ✓ · not all checked"],
    ["nothing was read", status(0, 0, 0, { readable: false, note: "…" }), "⚠ 未核对", "⚠ not checked"],
  ] as const) {
    it(`${what}: ${zh}`, () => {
      assert.equal(statusView(given, "zh").text, zh);
      assert.equal(statusView(given, "en").text, en);
    });
  }

  it("never shows a tick unless every relation holds", () => {
    for (const given of [status(41, 0, 1), status(41, 1, 0), status(0, 0, 0)]) {
      assert.doesNotMatch(statusView(given, "zh").text, /✓/);
    }
  });

  it("the tooltip has the numbers, what was read, and why something was not", () => {
    const { tooltip } = statusView(status(37, 2, 3, { rulesOff: 2, tables: 2, note: "表四没有识别出来。" }), "zh");
    assert.equal(
      tooltip,
      [
        "勾稽关系 42 项：成立 37，不成立 2，无法核对 3（有空白或非数字）",
        "读出六个部分中的 6 个、三张表中的 2 张",
        "设置 nianbao.rules 或文件夹的 nianbao.config.json 停用了 2 条规则",
        "表四没有识别出来。",
        "点击查看问题列表",
      ].join("\n"),
    );
  });

  it("the tooltip says where findings went that are known", () => {
    const known = { known: 1 };
    assert.match(
      statusView(status(42, 0, 0, known), "zh").tooltip,
      /^已知问题 1 处记在 \.nianbao-baseline\.json 中，不再列出$/m,
    );
    assert.match(statusView(status(42, 0, 0, known), "en").tooltip, /^1 known finding in \.nianbao-baseline\.json, /m);
    assert.doesNotMatch(statusView(status(42, 0, 0), "zh").tooltip, /已知/);
  });

  it("a text that was not read has no numbers in its tooltip", () => {
    const view = statusView(status(0, 0, 0, { readable: false, note: "Too long." }), "en");
    assert.equal(view.tooltip, "Too long.\nClick to see the problems");
  });
});

describe("the language", () => {
  it("is Chinese unless the setting says otherwise; auto follows VS Code", () => {
    assert.equal(localeOf(undefined, "en"), "zh");
    assert.equal(localeOf("en", "zh-cn"), "en");
    assert.equal(localeOf("auto", "zh-tw"), "zh");
    assert.equal(localeOf("auto", "de"), "en");
  });
});
