// Changes of the text as no editor should send them: the server takes them in the order they came, and is never out of step.
import assert from "node:assert/strict";
import type { Range } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Client, pushed } from "./client";
import { at, clean, uri, wrongTotal } from "./texts";

describe("changes that no editor should send", () => {
  const text = clean(wrongTotal);
  let client: Client;
  let expected: TextDocument;
  let version: number;
  let rounds = 0;
  beforeEach(async () => {
    client = await Client.start({ capabilities: pushed, nonsense: true });
    expected = TextDocument.create(uri, "nianbao", 1, text);
    version = 1;
    await client.open(uri, text);
  });
  afterEach(async () => assert.equal(await client.stop(), 0));

  const change = (given: number, changes: { range?: Range; text: string }[]): Promise<void> => {
    version = given;
    TextDocument.update(expected, changes, given);
    return client.change(uri, given, changes);
  };
  /** The server holds the same text: everything it says about it is what it says of a document opened with it. */
  const same = async (): Promise<void> => {
    const other = `file:///other/${++rounds}.nianbao`;
    await client.open(other, expected.getText());
    await client.quiet();
    const fresh = await client.publishedFor(other);
    const last = client.published.filter((params) => params.uri === uri).at(-1);
    assert.equal(last?.version, version);
    const plain = (items: readonly object[]): unknown =>
      JSON.parse(JSON.stringify(items).replaceAll(JSON.stringify(other), JSON.stringify(uri)));
    assert.deepEqual(plain(last?.diagnostics ?? []), plain(fresh.diagnostics));
    const ask = (of: string) => client.request("textDocument/foldingRange", { textDocument: { uri: of } });
    assert.deepEqual(await ask(uri), await ask(other));
    await client.close(other);
  };
  const place = (line: number, character: number, toLine = line, toCharacter = character) => ({
    start: { line, character },
    end: { line: toLine, character: toCharacter },
  });

  it("with versions that go back, stand still or leap are taken in the order they came", async () => {
    for (const [given, added] of [
      [9, "甲\n"],
      [3, "乙\r\n"],
      [3, "丙\n"],
      [2 ** 31 - 1, "丁\r"],
      [-5, "戊\n"],
    ] as const) {
      await change(given, [{ range: place(0, 0), text: added }]);
      await same();
    }
  });

  it("with ranges outside the text, or backwards, are taken at the nearest place", async () => {
    const end = expected.lineCount;
    for (const outside of [
      place(end + 5, 0),
      place(0, 1e6),
      place(end + 1, 7, end + 9, 9),
      place(3, 5, 1, 2),
      place(2, 1e6, 4, 1e6),
    ]) {
      await change(version + 1, [{ range: outside, text: "文\n" }]);
      await same();
    }
  });

  it("with many changes at once, each on what the one before has left", async () => {
    const total = at(text, "\t77", 1);
    await change(2, [
      { range: place(0, 0), text: "\n\n" },
      { range: place(total.line + 2, total.character, total.line + 2, total.character + 2), text: "2" },
      { range: place(0, 0, 2, 0), text: "" },
    ]);
    assert.equal(expected.getText(), clean());
    await same();
    await change(3, []);
    await same();
  });

  it("of a document that was closed, or opened twice, leave the last text", async () => {
    await client.close(uri);
    await client.close(uri);
    await client.change(uri, 2, [{ text: "" }]);
    await client.open(uri, clean());
    await client.open(uri, text, 4);
    version = 4;
    await client.quiet();
    await client.publishedFor(uri, (params) => params.version === 4);
    await same();
  });
});
