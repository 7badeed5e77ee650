// nianbao/status and nianbao/rulePage: what the extension shows beyond the standard protocol.
import assert from "node:assert/strict";
import type { DocumentSymbol } from "vscode-languageserver/node";
import type { RulePageResult } from "../../server/src/lsp/protocol";
import { ruleIds } from "../../server/src/rules/types";
import { Client, type ClientOptions, pushed } from "./client";
import { at, clean, uri, wrongTotal } from "./texts";

describe("status", () => {
  let client: Client;
  const start = async (options: ClientOptions = {}): Promise<void> => {
    client = await Client.start(options);
  };
  afterEach(async () => assert.equal(await client.stop(), 0));

  it("counts the relations, sections and tables of a clean report", async () => {
    await start();
    await client.open(uri, clean());
    await client.pull(uri);
    assert.deepEqual(await client.statusFor(uri), {
      uri,
      version: 1,
      counts: { total: 42, held: 42, broken: 0, notAssessable: 0 },
      rulesOff: 0,
      known: 0,
      sections: 6,
      tables: 3,
      readable: true,
      note: null,
    });
  });

  it("counts a repeated section once", async () => {
    await start();
    await client.open(uri, `${clean()}五、存在的主要问题及改进情况\n有不足，将改进。\n`);
    await client.pull(uri);
    assert.equal((await client.statusFor(uri)).sections, 6);
  });

  it("says of two reports in one text that only the first was checked", async () => {
    await start();
    await client.open(uri, clean() + clean(wrongTotal));
    const [item, ...rest] = await client.pullItems(uri);
    assert.deepEqual([item?.code, item?.severity, rest], ["trailing-content", 1, []]);
    const { counts, note } = await client.statusFor(uri);
    assert.deepEqual([counts.held, counts.total], [42, 42]);
    assert.equal(note, "文件中另有一份年报，只核对了第一份");
  });

  it("says how many there are at least, of several reports in one text", async () => {
    await start();
    await client.open(uri, clean() + clean() + clean(wrongTotal));
    await client.pull(uri);
    assert.equal((await client.statusFor(uri)).note, "文件中至少另有 2 份年报，只核对了第一份");
  });

  it("is sent to clients that do not ask for diagnostics too", async () => {
    await start({ capabilities: pushed });
    await client.open(uri, clean(wrongTotal));
    assert.equal((await client.statusFor(uri)).counts.broken > 0, true);
  });

  it("is sent again only when it changed, and once more after opening again", async () => {
    await start();
    const text = clean();
    await client.open(uri, text);
    await client.pull(uri);
    const position = at(text, "本机关");
    await client.change(uri, 2, [{ range: { start: position, end: position }, text: "字" }]);
    await client.pull(uri);
    await client.pull(uri);
    await client.quiet();
    assert.equal(client.statuses.length, 1);
    await client.change(uri, 3, [{ text: clean(wrongTotal) }]);
    await client.pull(uri);
    const broken = await client.statusFor(uri, ({ version }) => version === 3);
    assert.ok(broken.counts.broken > 0);
    await client.close(uri);
    await client.open(uri, clean(wrongTotal));
    await client.pull(uri);
    await client.quiet();
    assert.equal(client.statuses.length, 3);
  });

  it("names the tables that were not found, and counts their relations as not checked", async () => {
    await start();
    await client.open(uri, clean({ omit: ["review"] }));
    await client.pull(uri);
    const status = await client.statusFor(uri);
    assert.equal(status.tables, 2);
    assert.equal(status.counts.notAssessable, 3);
    assert.match(status.note ?? "", /表四/);
  });

  it("says of a text that is too long that nothing was checked, and gives its outline", async () => {
    await start();
    await client.open(uri, clean() + "长".repeat(1_000_000));
    const [notice, ...others] = await client.pullItems(uri);
    const status = await client.statusFor(uri);
    assert.deepEqual([notice?.message, notice?.severity, notice?.code, others], [status.note, 2, undefined, []]);
    assert.equal(notice?.range.start.line, 0);
    assert.equal(status.readable, false);
    assert.deepEqual(status.counts, { total: 42, held: 0, broken: 0, notAssessable: 42 });
    assert.match(status.note ?? "", /超过 100 万字符，只列出大纲，未作任何核对/);
    assert.equal(status.sections, 6);
    const textDocument = { uri };
    const position = { line: 0, character: 0 };
    assert.equal(await client.request("textDocument/hover", { textDocument, position }), null);
    const outline = await client.request<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument });
    assert.deepEqual(
      outline.map(({ name }) => name.slice(0, 2)),
      ["一、", "二、", "三、", "四、", "五、", "六、"],
    );
    await client.change(uri, 2, [{ text: clean() }]);
    await client.pull(uri);
    assert.equal((await client.statusFor(uri, ({ version }) => version === 2)).counts.held, 42);
  });

  for (const [name, text] of [
    ["an empty text", ""],
    ["one long line", "政府信息公开".repeat(50_000)],
    ["binary noise", "\u0000\ufffd\u0001\r\n\ud800\udc00\udfff".repeat(2_000)],
  ] as const) {
    it(`says of ${name} that its relations were not checked`, async () => {
      await start();
      await client.open(uri, text);
      await client.pull(uri);
      const status = await client.statusFor(uri);
      assert.equal(status.counts.held, 0);
      assert.equal(status.counts.notAssessable, status.counts.total);
      assert.notEqual(status.note, null);
    });
  }
});

describe("rule pages", () => {
  it("are there for every rule, and for nothing else", async () => {
    const client = await Client.start();
    for (const rule of ruleIds) {
      const page = await client.request<RulePageResult>("nianbao/rulePage", { rule });
      assert.match(page?.markdown ?? "", /\S/, rule);
    }
    assert.equal(await client.request<RulePageResult>("nianbao/rulePage", { rule: "__proto__" }), null);
    assert.equal(await client.stop(), 0);
  });
});
