// What the protocol says about errors and order: the right code, an answer to every request, nothing taken at the wrong time.
// Over 300 lines because every case stands here with its whole exchange of messages.
import assert from "node:assert/strict";
import { Client, editor } from "./client";
import { RawClient } from "./raw";
import { clean, uri, wrongTotal } from "./texts";

const textDocument = { uri };
const position = { line: 0, character: 0 };
const range = { start: position, end: position };
const context = { diagnostics: [] };

/** The requests about one document, with parameters that fit and what the server has to say about nothing. */
const questions: readonly { readonly method: string; readonly params: object; readonly empty: unknown }[] = [
  { method: "textDocument/hover", params: { textDocument, position }, empty: null },
  { method: "textDocument/documentHighlight", params: { textDocument, position }, empty: [] },
  { method: "textDocument/documentSymbol", params: { textDocument }, empty: [] },
  { method: "textDocument/foldingRange", params: { textDocument }, empty: [] },
  { method: "textDocument/codeAction", params: { textDocument, range, context }, empty: [] },
  { method: "textDocument/diagnostic", params: { textDocument }, empty: { kind: "full", items: [] } },
  { method: "textDocument/selectionRange", params: { textDocument, positions: [position] }, empty: null },
  { method: "textDocument/definition", params: { textDocument, position }, empty: null },
  {
    method: "textDocument/references",
    params: { textDocument, position, context: { includeDeclaration: true } },
    empty: [],
  },
  { method: "textDocument/semanticTokens/full", params: { textDocument }, empty: { data: [] } },
  { method: "textDocument/semanticTokens/range", params: { textDocument, range }, empty: { data: [] } },
  { method: "textDocument/inlayHint", params: { textDocument, range }, empty: [] },
  { method: "textDocument/codeLens", params: { textDocument }, empty: [] },
  { method: "textDocument/documentLink", params: { textDocument }, empty: [] },
  { method: "textDocument/completion", params: { textDocument, position }, empty: [] },
];
const opened = (text: string, version = 1) => ({
  textDocument: { uri, languageId: "nianbao", version, text },
});

describe("the capabilities", () => {
  it("promise exactly the requests that are tested here", async () => {
    const all = ["selectionRange", "definition", "references", "inlayHint", "codeLens", "documentLink", "completion"];
    const textDocument = { ...editor.textDocument, ...Object.fromEntries(all.map((name) => [name, {}])) };
    const tokens = { requests: { full: true }, tokenTypes: [], tokenModifiers: [], formats: [] };
    const client = await Client.start({
      capabilities: {
        ...editor,
        workspace: { ...editor.workspace, symbol: {} },
        textDocument: { ...textDocument, semanticTokens: tokens },
      },
      initializationOptions: { pages: true },
    });
    const { capabilities } = client.initialized;
    const offered = Object.keys(capabilities).filter((name) => name.endsWith("Provider"));
    const asked = new Set(questions.map(({ method }) => method.split("/")[1] as string));
    // Those that are about no one document.
    const others = ["workspaceSymbol"];
    const provided = offered.map((name) => name.replace(/Provider$/, ""));
    for (const name of provided) assert.ok(asked.has(name) || others.includes(name), `${name} is not asked`);
    for (const name of asked) assert.ok(provided.includes(name), `${name} is not offered`);
    assert.equal(await client.stop(), 0);
  });

  it("that have an odd shape count as not there, and refuse nobody", async () => {
    const odd: readonly unknown[] = [
      { textDocument: { hover: { contentFormat: 5 } } },
      { textDocument: { hover: { contentFormat: { markdown: true } }, diagnostic: null, definition: null } },
      { textDocument: { completion: { completionItem: { insertTextModeSupport: { valueSet: 1 } } } } },
      { textDocument: { completion: { completionItem: 5 }, codeAction: "all", foldingRange: { rangeLimit: "many" } } },
      { textDocument: "everything", workspace: 5 },
      { textDocument: null, workspace: null, window: null },
      [],
    ];
    for (const capabilities of odd) {
      const client = new RawClient();
      const { error, result } = await client.ask("initialize", { processId: null, rootUri: null, capabilities });
      assert.equal(error, undefined, JSON.stringify(capabilities));
      const offered = (result as { capabilities: Readonly<Record<string, unknown>> }).capabilities;
      assert.equal(offered.diagnosticProvider, undefined, JSON.stringify(capabilities));
      assert.equal(offered.definitionProvider, undefined, JSON.stringify(capabilities));
      client.notify("initialized", {});
      client.notify("textDocument/didOpen", opened(clean(wrongTotal)));
      const total = clean(wrongTotal).slice(0, clean(wrongTotal).indexOf("\t77")).split("\n").length - 1;
      const hover = await client.ask("textDocument/hover", { textDocument, position: { line: total, character: 2 } });
      assert.equal((hover.result as { contents: { kind: string } }).contents.kind, "plaintext");
      assert.equal(await client.stop(), 0);
    }
  });
});

describe("requests at the wrong time", () => {
  it("before initialize are refused, and notices dropped", async () => {
    const client = new RawClient();
    client.notify("textDocument/didOpen", opened(clean(wrongTotal)));
    client.notify("noSuchThing");
    for (const { method, params } of [...questions, { method: "noSuchThing", params: {} }]) {
      assert.equal((await client.ask(method, params)).error?.code, -32002, method);
    }
    assert.equal((await client.ask("shutdown")).error?.code, -32002);
    await client.start();
    const { result } = await client.ask("textDocument/diagnostic", { textDocument });
    assert.deepEqual(result, { kind: "full", items: [] }, "what was opened too early is not open");
    client.notify("textDocument/didOpen", opened(clean(wrongTotal)));
    const { result: items } = await client.ask("textDocument/diagnostic", { textDocument });
    assert.equal((items as { items: unknown[] }).items.length, 1);
    assert.equal(await client.stop(), 0);
  });

  it("initialize without capabilities is refused, and a right one taken after it", async () => {
    for (const params of [undefined, null, {}, { capabilities: null }, { capabilities: 5 }, []]) {
      const client = new RawClient();
      assert.equal((await client.ask("initialize", params)).error?.code, -32602, JSON.stringify(params));
      await client.start();
      client.notify("textDocument/didOpen", opened(clean(wrongTotal)));
      const { result } = await client.ask("textDocument/diagnostic", { textDocument });
      assert.equal((result as { items: unknown[] }).items.length, 1);
      assert.equal(await client.stop(), 0);
    }
  });

  it("initialize a second time is refused, and changes nothing", async () => {
    const client = new RawClient();
    await client.start();
    client.notify("textDocument/didOpen", opened(clean(wrongTotal)));
    const again = await client.ask("initialize", { processId: null, rootUri: null, capabilities: {} });
    assert.equal(again.error?.code, -32600);
    const { result } = await client.ask("textDocument/diagnostic", { textDocument });
    assert.equal((result as { items: unknown[] }).items.length, 1);
    assert.equal(await client.stop(), 0);
  });

  it("after shutdown are refused, until exit", async () => {
    const client = new RawClient();
    await client.start();
    client.notify("textDocument/didOpen", opened(clean()));
    assert.equal((await client.ask("shutdown")).error, undefined);
    for (const { method, params } of [...questions, { method: "noSuchThing", params: {} }]) {
      assert.equal((await client.ask(method, params)).error?.code, -32600, method);
    }
    assert.equal((await client.ask("initialize", {})).error?.code, -32600);
    client.notify("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ text: "" }] });
    assert.equal(await client.stop(), 0);
  });
});

describe("requests that cannot be answered", () => {
  let client: RawClient;
  beforeEach(async () => {
    client = new RawClient();
    await client.start();
  });
  afterEach(async () => assert.equal(await client.stop(), 0));

  it("of unknown methods have their error; unknown notices none", async () => {
    for (const method of ["noSuchThing", "textDocument/noSuchThing", "$/noSuchThing", "nianbao/noSuchThing", ""]) {
      assert.equal((await client.ask(method, {})).error?.code, -32601, method);
    }
    for (const method of ["noSuchThing", "$/noSuchThing", "textDocument/didSave"]) client.notify(method, {});
    assert.equal((await client.ask("nianbao/rulePage", { rule: "" })).result, null);
  });

  it("of documents that are not open are answered empty", async () => {
    const before = client.logs.length;
    for (const { method, params, empty } of questions) {
      const { result, error } = await client.ask(method, params);
      assert.deepEqual({ result, error }, { result: empty, error: undefined }, method);
    }
    client.notify("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ text: "文" }] });
    client.notify("textDocument/didClose", { textDocument });
    const { result } = await client.ask("textDocument/diagnostic", { textDocument });
    assert.deepEqual(result, { kind: "full", items: [] });
    assert.equal(client.logs.length, before);
  });

  it("with parameters of the wrong shape are answered empty and logged, or refused as such", async () => {
    client.notify("textDocument/didOpen", opened(clean(wrongTotal)));
    const shapes: readonly unknown[] = [
      undefined,
      null,
      {},
      [],
      [1, 2],
      "text",
      { textDocument: null },
      { textDocument: {} },
      { textDocument: { uri: 5 } },
      { textDocument, position: null, range: null, context: null },
      { textDocument, position: {}, range: {}, context: {} },
      { textDocument, position: { line: "x" }, range: [], context: { only: 3 } },
    ];
    for (const { method, empty } of questions) {
      for (const params of shapes) {
        const { result, error } = await client.ask(method, params);
        const what = `${method} ${JSON.stringify(params)}`;
        if (error !== undefined) assert.ok([-32602, -32600].includes(error.code), `${what}: ${error.code}`);
        else if (params === undefined || (params as { textDocument?: unknown } | null)?.textDocument !== textDocument) {
          assert.deepEqual(result, empty, what);
        }
      }
    }
    assert.ok(client.logs.some((line) => line.startsWith("textDocument/hover: TypeError")));
    for (const params of [undefined, null, {}, { rule: 5 }, []]) {
      const { result, error } = await client.ask("nianbao/rulePage", params);
      if (error === undefined) assert.equal(result, null);
      else assert.equal(error.code, -32602);
    }
    const { result } = await client.ask("textDocument/diagnostic", { textDocument });
    assert.equal((result as { items: unknown[] }).items.length, 1, "still there");
  });

  it("with ids of every kind have answers with the same ids", async () => {
    for (const id of [0, -1, 2 ** 31 - 1, "", "文", "0"]) {
      client.send({ id, method: "nianbao/rulePage", params: { rule: "" } });
      assert.equal((await client.answerTo(id)).result, null);
    }
  });
});

describe("cancellation", () => {
  let client: RawClient;
  beforeEach(async () => {
    client = new RawClient(undefined, true);
    await client.start();
    client.notify("textDocument/didOpen", opened(clean(wrongTotal)));
  });
  afterEach(async () => assert.equal(await client.stop(), 0));

  it("of what was never asked, asked long ago or cancelled before harms nothing", async () => {
    await client.ask("textDocument/diagnostic", { textDocument });
    for (const id of ["ask 1", "ask 1", 77, "never", null]) client.notify("$/cancelRequest", { id });
    for (const params of [undefined, null, {}, []]) client.notify("$/cancelRequest", params);
    const { result } = await client.ask("textDocument/diagnostic", { textDocument });
    assert.equal((result as { items: unknown[] }).items.length, 1);
  });

  it("in a flood of 1,000 requests leaves none unanswered and answers none twice", async () => {
    const count = 1000;
    const flood = Array.from({ length: count }, (_, index) => {
      const { method, params } = questions[index % questions.length] as (typeof questions)[number];
      const request = { id: index, method, params };
      const change = {
        method: "textDocument/didChange",
        params: { textDocument: { uri, version: index + 2 }, contentChanges: [{ range, text: " " }] },
      };
      // Every second one is cancelled right away; now and then the text changes in between.
      const cancel = { method: "$/cancelRequest", params: { id: index } };
      return [...(index % 50 === 0 ? [change] : []), request, ...(index % 2 === 1 ? [cancel] : [])];
    });
    client.send(...flood.flat());
    const numbered = () => client.answers.filter(({ id }) => typeof id === "number");
    await client.until(() => numbered().length >= count, `${count} answers`);
    const { result } = await client.ask("textDocument/diagnostic", { textDocument });
    assert.equal((result as { items: unknown[] }).items.length, 1);
    assert.equal(new Set(numbered().map(({ id }) => id)).size, count);
    assert.equal(numbered().length, count, "answered twice");
    for (const { id, error } of numbered()) {
      if (error) assert.deepEqual([(id as number) % 2, error.code], [1, -32800], `${id}`);
    }
    const stopped = numbered().filter(({ error }) => error).length;
    // One whose cancellation came with the next piece of the pipe may have been answered already.
    assert.ok(stopped > 450, `${stopped} of 500 were stopped`);
    assert.deepEqual(client.recorder.unanswered, []);
  });
});
