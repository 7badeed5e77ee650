// Diagnostics over the wire: asked for or published, they are the same, and they belong to the text as it stands.
import assert from "node:assert/strict";
import type { Diagnostic } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Client, type ClientOptions, editor, pushed } from "./client";
import { apply, at, clean, uri, wrongTotal } from "./texts";

describe("diagnostics", () => {
  let client: Client;
  const start = async (options: ClientOptions = {}): Promise<Client> => {
    client = await Client.start(options);
    return client;
  };
  afterEach(async () => assert.equal(await client.stop(), 0));

  it("says nothing about a clean report", async () => {
    await start();
    await client.open(uri, clean());
    assert.deepEqual(await client.pullItems(uri), []);
  });

  it("are the same asked for and published", async () => {
    const text = clean({ ...wrongTotal, omit: ["disclosure"] });
    await start();
    await client.open(uri, text);
    const pulled = await client.pullItems(uri);
    assert.ok(pulled.length >= 2, "a wrong total and a missing table");
    assert.equal(client.published.length, 0);
    await client.stop();
    await start({ capabilities: pushed });
    await client.open(uri, text, 7);
    const { diagnostics, version } = await client.publishedFor(uri);
    assert.deepEqual(diagnostics, pulled);
    assert.equal(version, 7);
  });

  it("carry rule, severity, place, page and related cells", async () => {
    const text = clean(wrongTotal);
    await start();
    await client.open(uri, text);
    const items = await client.pullItems(uri);
    assert.equal(items.length, 1);
    const [found] = items as [Diagnostic];
    assert.equal(found.code, "row-total");
    assert.equal(found.severity, 1);
    assert.equal(found.source, "nianbao");
    assert.deepEqual(found.codeDescription, { href: "nianbao-rule:/row-total.md" });
    assert.match(String(found.message), /77 ≠ 2/);
    assert.equal(TextDocument.create("", "", 1, text).getText(found.range), "77");
    assert.equal(found.relatedInformation?.length, 4);
    for (const related of found.relatedInformation ?? []) assert.equal(related.location.uri, uri);
  });

  it("keep their result id until the text changes", async () => {
    await start();
    await client.open(uri, clean(wrongTotal));
    const first = await client.pull(uri);
    assert.equal(first.kind, "full");
    const again = await client.pull(uri, first.resultId);
    assert.deepEqual(again, { kind: "unchanged", resultId: first.resultId });
    await client.change(uri, 2, [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "\n" },
    ]);
    const edited = await client.pull(uri, first.resultId);
    assert.equal(edited.kind, "full");
    assert.notEqual(edited.resultId, first.resultId);
    await client.close(uri);
    await client.open(uri, clean(), 1);
    const reopened = await client.pull(uri, edited.resultId);
    assert.equal(reopened.kind, "full");
  });

  it("go when the document closes", async () => {
    await start({ capabilities: pushed });
    await client.open(uri, clean(wrongTotal));
    await client.publishedFor(uri, ({ diagnostics }) => diagnostics.length === 1);
    await client.close(uri);
    await client.publishedFor(uri, ({ diagnostics }) => diagnostics.length === 0);
    await client.quiet();
    assert.equal(client.published.length, 2);
  });

  it("of a document closed at once are not published after that", async () => {
    await start({ capabilities: pushed });
    await Promise.all([client.open(uri, clean(wrongTotal)), client.close(uri)]);
    await client.quiet();
    assert.deepEqual(client.published.at(-1)?.diagnostics, []);
    assert.ok(client.published.length <= 2);
  });

  it("of a document that is not open are none", async () => {
    await start();
    assert.deepEqual(await client.pull(uri), { kind: "full", items: [] });
  });

  for (const eol of ["\n", "\r\n", "\r"] as const) {
    it(`follow single edits as they follow a fresh text, with ${JSON.stringify(eol)}`, async () => {
      // The fresh texts are copies of the other, which would be told as well.
      await start({ settings: () => ({ rules: { similar: "off" } }) });
      const text = clean({ ...wrongTotal, eol });
      await client.open(uri, text);
      const document = TextDocument.create(uri, "nianbao", 1, text);
      // Each at a place where counting goes wrong easily: behind a surrogate pair, between \r and \n, over several lines.
      const edits = [
        { needle: "青禾县", length: 0, text: "𠮷村" },
        { needle: "示范镇", length: 3, text: "𠮷" },
        { needle: `\t77${eol}`, length: 3, text: "\t2" },
        { needle: "（二）依申请公开情况", length: 0, text: `甲${eol}${eol}乙` },
        { needle: "\t7", length: 2, text: "\t007" },
        { needle: `报告${eol}`, length: 2 + eol.length, text: "报告" },
        { needle: "五、", length: 12, text: "" },
      ];
      for (const [index, { needle, length, text: newText }] of edits.entries()) {
        const now = document.getText();
        const offset = now.indexOf(needle);
        assert.ok(offset >= 0, needle);
        const range = { start: document.positionAt(offset), end: document.positionAt(offset + length) };
        const change = { range, text: newText };
        TextDocument.update(document, [change], index + 2);
        await client.change(uri, index + 2, [change]);
        const fresh = `file:///fresh${index}.nianbao`;
        await client.open(fresh, document.getText());
        const [followed, read] = [await client.pullItems(uri), await client.pullItems(fresh)];
        const moved = JSON.parse(JSON.stringify(followed).replaceAll(JSON.stringify(uri), JSON.stringify(fresh)));
        assert.deepEqual(moved, read, `after edit ${index}`);
      }
    });
  }

  it("are those of the last of 200 edits written at once", async () => {
    for (const capabilities of [editor, pushed]) {
      await start({ capabilities });
      let text = clean(wrongTotal);
      await client.open(uri, text);
      if (capabilities === pushed) await client.publishedFor(uri);
      const before = client.published.length;
      const sent: Promise<void>[] = [];
      for (let version = 2; version <= 201; version++) {
        const position = at(text, "本机关主动公开");
        const change = { range: { start: position, end: position }, text: "字" };
        text = apply(text, [{ range: change.range, newText: change.text }]);
        sent.push(client.change(uri, version, [change]));
      }
      await Promise.all(sent);
      let items: Diagnostic[];
      if (capabilities === editor) {
        items = await client.pullItems(uri);
      } else {
        items = (await client.publishedFor(uri, ({ version }) => version === 201)).diagnostics;
        const published = client.published.length - before;
        assert.ok(published <= 100, `${published} publications for one burst`);
      }
      assert.equal(items.length, 1);
      assert.deepEqual(items[0]?.range.start, at(text, "\t77", 1));
      await client.stop();
    }
  });

  it("without related information and pages where the client knows none", async () => {
    await start({ capabilities: {} });
    await client.open(uri, clean(wrongTotal));
    const { diagnostics } = await client.publishedFor(uri);
    assert.equal(diagnostics.length, 1);
    assert.equal(diagnostics[0]?.relatedInformation, undefined);
    assert.equal(diagnostics[0]?.codeDescription, undefined);
    assert.equal(client.configurationRequests.length, 0);
  });
});
