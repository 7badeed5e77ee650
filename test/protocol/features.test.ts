// Hover, outline, folding and highlights over the wire, in the shape each client can take.
import assert from "node:assert/strict";
import type {
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  MarkupContent,
  Range,
  SymbolInformation,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Client, type ClientOptions, editor } from "./client";
import { at, clean, uri, wrongTotal } from "./texts";

describe("features", () => {
  const text = clean(wrongTotal);
  const textDocument = { uri };
  const total = at(text, "\t77", 2);
  let client: Client;
  const open = async (options: ClientOptions = {}): Promise<void> => {
    client = await Client.start(options);
    await client.open(uri, text);
  };
  afterEach(async () => assert.equal(await client.stop(), 0));
  const shown = (range: Range | undefined): string => {
    assert.ok(range);
    return TextDocument.create("", "", 1, text).getText(range);
  };
  const ask = <R>(method: string, more: object = {}): Promise<R> =>
    client.request(`textDocument/${method}`, { textDocument, ...more });

  it("hover tells a cell's relations, in Markdown", async () => {
    await open();
    const hover = await ask<Hover>("hover", { position: total });
    const { kind, value } = hover.contents as MarkupContent;
    assert.equal(kind, "markdown");
    assert.match(value, /77/);
    assert.match(value, /✗/);
    assert.equal(shown(hover.range), "77");
  });

  it("hover is plain text where the client shows no Markdown", async () => {
    await open({ capabilities: {} });
    const hover = await ask<Hover>("hover", { position: total });
    const { kind, value } = hover.contents as MarkupContent;
    assert.equal(kind, "plaintext");
    assert.match(value, /77/);
    assert.doesNotMatch(value, /\*\*|\\|`/);
  });

  it("hover on prose is nothing", async () => {
    await open();
    assert.equal(await ask("hover", { position: at(text, "及时发布") }), null);
  });

  it("the outline has the six sections, and all ranges nest", async () => {
    await open();
    const symbols = await ask<DocumentSymbol[]>("documentSymbol");
    assert.equal(symbols.length, 6);
    assert.match(symbols[2]?.name ?? "", /收到和处理政府信息公开申请情况/);
    const inside = (inner: Range, outer: Range): void => {
      const upTo = (a: Range["start"], b: Range["start"]): boolean =>
        a.line < b.line || (a.line === b.line && a.character <= b.character);
      assert.ok(upTo(outer.start, inner.start) && upTo(inner.end, outer.end), JSON.stringify({ inner, outer }));
    };
    let count = 0;
    const visit = (symbol: DocumentSymbol): void => {
      count++;
      inside(symbol.selectionRange, symbol.range);
      for (const child of symbol.children ?? []) {
        inside(child.range, symbol.range);
        visit(child);
      }
    };
    for (const symbol of symbols) visit(symbol);
    assert.ok(count > 40, `${count} symbols`);
  });

  it("the outline is flat where the client knows no nesting", async () => {
    await open({ capabilities: {} });
    const symbols = await ask<SymbolInformation[]>("documentSymbol");
    assert.ok(symbols.length > 40);
    for (const symbol of symbols) assert.equal(symbol.location.uri, uri);
    assert.equal(symbols.filter((symbol) => symbol.containerName === undefined).length, 6);
  });

  it("folding ranges are lines of the text, more than one each, no more than the client wants", async () => {
    await open();
    const lines = text.split("\n").length;
    const ranges = await ask<FoldingRange[]>("foldingRange");
    assert.ok(ranges.length >= 6);
    for (const { startLine, endLine } of ranges) assert.ok(0 <= startLine && startLine < endLine && endLine < lines);
    await client.stop();
    await open({
      capabilities: { ...editor, textDocument: { ...editor.textDocument, foldingRange: { rangeLimit: 2 } } },
    });
    assert.equal((await ask<FoldingRange[]>("foldingRange")).length, 2);
  });

  it("highlights are the cells of the relations through the cursor's cell", async () => {
    await open();
    const highlights = await ask<DocumentHighlight[]>("documentHighlight", { position: total });
    const written = highlights.filter(({ kind }) => kind === 3);
    assert.deepEqual(
      written.map(({ range }) => shown(range)),
      ["77"],
    );
    assert.ok(highlights.filter(({ kind }) => kind === 2).length >= 4);
    assert.deepEqual(await ask("documentHighlight", { position: at(text, "及时发布") }), []);
  });

  it("positions outside the text are taken as its nearest place", async () => {
    await open({ nonsense: true });
    for (const position of [
      { line: 1e9, character: 1e9 },
      { line: -1, character: -1 },
      { line: 0, character: 1e9 },
    ]) {
      await ask("hover", { position });
      await ask("documentHighlight", { position });
      await ask("codeAction", { range: { start: position, end: position }, context: { diagnostics: [] } });
    }
    assert.deepEqual(client.logs, []);
  });
});
