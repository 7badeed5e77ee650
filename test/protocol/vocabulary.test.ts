// Selection, definition, symbols across reports, semantic tokens, hints, lenses, links and completion over the wire.
import assert from "node:assert/strict";
import type {
  ClientCapabilities,
  CodeLens,
  CompletionItem,
  DocumentLink,
  InlayHint,
  Location,
  LocationLink,
  Range,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { maxLength } from "../../server/src/features/limits";
import { tokenTypes } from "../../server/src/features/tokens";
import { Client, type ClientOptions, editor } from "./client";
import { apply, at, clean, uri, wrongTotal } from "./texts";

/** As VS Code knows these features. */
const knowing: ClientCapabilities = {
  ...editor,
  workspace: {
    ...editor.workspace,
    symbol: {},
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    ...editor.textDocument,
    selectionRange: {},
    definition: { linkSupport: true },
    references: {},
    semanticTokens: {
      requests: { full: true, range: true },
      tokenTypes: ["namespace", "property", "type", "number"],
      tokenModifiers: [],
      formats: ["relative"],
    },
    inlayHint: {},
    codeLens: {},
    documentLink: { tooltipSupport: true },
    completion: { completionItem: { snippetSupport: true, insertTextModeSupport: { valueSet: [1, 2] } } },
  },
};

/** The same features in their plainest form. */
const plain: ClientCapabilities = {
  workspace: { symbol: {} },
  textDocument: { definition: {}, codeLens: {}, documentLink: {}, completion: {} },
};

describe("vocabulary", () => {
  const text = clean(wrongTotal);
  const textDocument = { uri };
  const total = at(text, "\t77", 2);
  let client: Client;
  const open = async (options: ClientOptions = {}, content = text): Promise<void> => {
    client = await Client.start({ capabilities: knowing, ...options });
    await client.open(uri, content);
  };
  afterEach(async () => assert.equal(await client.stop(), 0));
  const shown = (range: Range): string => TextDocument.create("", "", 1, text).getText(range);
  const ask = <R>(method: string, more: object = {}): Promise<R> =>
    client.request(`textDocument/${method}`, { textDocument, ...more });
  const whole = { start: { line: 0, character: 0 }, end: at(text, "六、其他") };

  it("is declared to clients that know it, and to no others", async () => {
    const own = [
      "selectionRangeProvider",
      "definitionProvider",
      "referencesProvider",
      "workspaceSymbolProvider",
      "semanticTokensProvider",
      "inlayHintProvider",
      "codeLensProvider",
      "documentLinkProvider",
      "completionProvider",
    ] as const;
    await open({ initializationOptions: { pages: true } });
    for (const name of own) assert.ok(client.initialized.capabilities[name], name);
    await client.stop();
    await open({ capabilities: editor });
    for (const name of own) assert.equal(client.initialized.capabilities[name], undefined, name);
  });

  it("selection ranges nest, one chain for each position", async () => {
    await open();
    const chains = await ask<SelectionRange[]>("selectionRange", { positions: [total, at(text, "及时发布")] });
    assert.equal(chains.length, 2);
    assert.equal(shown((chains[0] as SelectionRange).range), "77");
    for (const chain of chains) {
      let steps = 0;
      for (let each: SelectionRange | undefined = chain; each; each = each.parent) steps++;
      assert.ok(steps >= 4, `${steps} steps`);
    }
  });

  it("selection ranges are one for each position or no answer at all", async () => {
    await open({}, "");
    const positions = [0, 1, 2].map((line) => ({ line, character: 0 }));
    assert.equal((await ask<SelectionRange[]>("selectionRange", { positions })).length, positions.length);
    assert.deepEqual(await ask("selectionRange", { positions: [] }), []);
    const long = "file:///long.nianbao";
    await client.open(long, "长".repeat(maxLength + 1));
    for (const each of [long, "file:///unknown.nianbao"])
      assert.equal(await ask("selectionRange", { textDocument: { uri: each }, positions }), null, each);
  });

  it("definition links a total to its parts, with what was asked about", async () => {
    await open();
    const links = await ask<LocationLink[]>("definition", { position: total });
    assert.deepEqual(
      links.map(({ targetRange, originSelectionRange }) => [shown(targetRange), shown(originSelectionRange as Range)]),
      ["1", "0", "0", "1"].map((part) => [part, "77"]),
    );
    assert.equal(await ask("definition", { position: at(text, "及时发布") }), null);
  });

  it("definition is plain locations for a client without links", async () => {
    await open({ capabilities: plain });
    const locations = await ask<Location[]>("definition", { position: total });
    assert.deepEqual(
      locations.map(({ range }) => shown(range)),
      ["1", "0", "0", "1"],
    );
  });

  it("references take in the number itself only if asked to", async () => {
    await open();
    const found = (includeDeclaration: boolean) =>
      ask<Location[]>("references", { position: total, context: { includeDeclaration } });
    assert.deepEqual(
      (await found(false)).map(({ range }) => shown(range)),
      ["1", "0", "0", "1"],
    );
    assert.deepEqual(
      (await found(true)).map(({ range }) => shown(range)),
      ["1", "0", "0", "1", "77"],
    );
  });

  it("workspace symbols are those of all open reports, and of closed ones no more", async () => {
    await open();
    const other = "file:///other.nianbao";
    await client.open(other, clean({ organ: "青禾县水务局" }));
    const search = (query: string) => client.request<SymbolInformation[]>("workspace/symbol", { query });
    assert.equal((await search("")).length, 14);
    assert.deepEqual(
      (await search("水务 改进")).map(({ location }) => location.uri),
      [other],
    );
    await client.close(other);
    assert.deepEqual(await search("水务"), []);
    assert.equal((await search("")).length, 7);
  });

  it("semantic tokens decode to places of the text, in a range too", async () => {
    await open();
    const decode = ({ data }: SemanticTokens): string[] => {
      const found: string[] = [];
      let line = 0;
      let character = 0;
      for (let i = 0; i < data.length; i += 5) {
        const [lines = 0, characters = 0, length = 0, type = 0, bits = 0] = data.slice(i, i + 5);
        character = lines === 0 ? character + characters : characters;
        line += lines;
        const range = { start: { line, character }, end: { line, character: character + length } };
        found.push(`${shown(range)} ${tokenTypes[type]} ${bits}`);
      }
      return found;
    };
    const all = decode(await ask("semanticTokens/full"));
    // total is the first modifier, broken the third.
    assert.ok(all.includes("77 number 5"), all.at(-1));
    assert.ok(all.includes("一、总体情况 namespace 0"));
    const line = { start: { line: total.line, character: 0 }, end: total };
    assert.deepEqual(decode(await ask("semanticTokens/range", { range: line })), ["77 number 5"]);
  });

  it("inlay hints follow their setting, and the client is told to ask again", async () => {
    let inlayHints: string | undefined;
    await open({ settings: () => ({ inlayHints }) });
    let refreshed = 0;
    client.connection.onRequest("workspace/inlayHint/refresh", () => {
      refreshed++;
      return null;
    });
    client.connection.onRequest("workspace/codeLens/refresh", () => null);
    const labels = async () => (await ask<InlayHint[]>("inlayHint", { range: whole })).map(({ label }) => label);
    assert.deepEqual(await labels(), ["= 2（各项之和）"]);
    for (const [mode, count] of [
      ["all", 34],
      ["off", 0],
      ["broken", 1],
    ] as const) {
      const before = refreshed;
      inlayHints = mode;
      await client.notify("workspace/didChangeConfiguration", { settings: null });
      await client.refreshed(1);
      await client.quiet();
      assert.equal((await labels()).length, count, mode);
      assert.equal(refreshed, before + 1, mode);
    }
    inlayHints = "some";
    await client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.logged(/nianbao\.inlayHints/);
  });

  it("a code lens leads to the first number that is wrong where the client can, and is a line to read elsewhere", async () => {
    const titles = ["39 项勾稽关系，全部成立", "3 项勾稽关系，1 项不符"] as const;
    const commands = async () => (await ask<CodeLens[]>("codeLens")).map(({ command }) => command);
    await open({ initializationOptions: { commands: ["nianbao.showTable"] } });
    assert.deepEqual(await commands(), [
      { title: titles[0], command: "" },
      { title: titles[1], command: "nianbao.showTable", arguments: [{ uri, position: at(text, "77") }] },
    ]);
    await client.stop();
    await open();
    assert.deepEqual(
      await commands(),
      titles.map((title) => ({ title, command: "" })),
    );
  });

  it("document links lead to pages, for a client that shows them", async () => {
    const cited = `${text}依据《条例》第五十条和国办公开办函〔2021〕30号。\n`;
    await open({ initializationOptions: { pages: true } }, cited);
    const targets = (links: DocumentLink[]) => links.map(({ target }) => target);
    const found = targets(await ask("documentLink"));
    const regulation = "nianbao-rule:/cited-regulation.md";
    assert.deepEqual(found, [regulation, regulation, "nianbao-rule:/cited-form-2021.md"]);
    const page = await client.request<{ markdown: string }>("nianbao/rulePage", { rule: "cited-form-2021" });
    assert.match(page.markdown, /国办公开办函〔2021〕30号/);
    await client.stop();
    await open({ capabilities: plain, initializationOptions: { pages: true } }, cited);
    const links = await ask<DocumentLink[]>("documentLink");
    assert.equal(links.length, 3);
    assert.ok(links.every(({ tooltip }) => tooltip === undefined));
    await client.stop();
    await open();
    assert.equal(client.initialized.capabilities.documentLinkProvider, undefined);
  });

  it("completion sets a total, and is nothing in prose", async () => {
    await open();
    const [item, ...others] = await ask<CompletionItem[]>("completion", { position: total });
    assert.deepEqual(others, []);
    assert.equal(item?.label, "2");
    assert.ok(item.textEdit && "range" in item.textEdit);
    assert.equal(apply(text, [item.textEdit]), text.replace("\t77", "\t2"));
    assert.deepEqual(await ask("completion", { position: at(text, "及时发布") }), []);
  });

  it("completion is a snippet only where the client takes one", async () => {
    for (const [capabilities, format, mode] of [
      [knowing, 2, 1],
      [plain, 1, undefined],
    ] as const) {
      await open({ capabilities }, "");
      const [item] = await ask<CompletionItem[]>("completion", { position: { line: 0, character: 0 } });
      assert.equal(item?.insertTextFormat, format);
      assert.equal(item?.insertTextMode, mode);
      assert.equal(item?.textEdit?.newText.includes("$"), format === 2);
      if (format === 2) await client.stop();
    }
  });
});
