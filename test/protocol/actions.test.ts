// Code actions over the wire: applied as an editor applies them, they end the finding, and touch nothing else.
import assert from "node:assert/strict";
import type { CodeAction, Diagnostic, Range, TextDocumentEdit, TextEdit } from "vscode-languageserver/node";
import type { CopyCommentArguments, ShowChangesArguments } from "../../server/src/lsp/protocol";
import { Client, type ClientOptions, editor } from "./client";
import { apply, at, clean, uri, wrongSpelling, wrongTotal } from "./texts";

const copies = { commands: ["nianbao.copyComment"] };

describe("code actions", () => {
  let client: Client;
  const open = async (text: string, options: ClientOptions = {}): Promise<void> => {
    client = await Client.start(options);
    await client.open(uri, text);
  };
  afterEach(async () => assert.equal(await client.stop(), 0));
  const ask = (range: Range, only?: string[], diagnostics: Diagnostic[] = []): Promise<CodeAction[]> =>
    client.request("textDocument/codeAction", { textDocument: { uri }, range, context: { diagnostics, only } });
  const cursor = (text: string, needle: string, delta = 1): Range => {
    const position = at(text, needle, delta);
    return { start: position, end: position };
  };
  const versioned = (action: CodeAction): { version: number | null; edits: TextEdit[] } => {
    const changes = action.edit?.documentChanges as TextDocumentEdit[];
    assert.equal(changes.length, 1);
    const [{ textDocument, edits }] = changes as [TextDocumentEdit];
    assert.equal(textDocument.uri, uri);
    return { version: textDocument.version, edits: edits as TextEdit[] };
  };

  it("a quick fix sets the total; applied, the finding is gone", async () => {
    const text = clean(wrongTotal);
    await open(text);
    const [finding] = (await client.pullItems(uri)) as [Diagnostic];
    const actions = await ask(cursor(text, "\t77"), ["quickfix"]);
    const fix = actions.find(({ edit }) => edit !== undefined);
    assert.ok(fix);
    assert.equal(fix.kind, "quickfix");
    assert.match(fix.title, /2（原 77）/);
    assert.deepEqual(fix.diagnostics, [finding]);
    const { version, edits } = versioned(fix);
    assert.equal(version, 1);
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      ["2"],
    );
    const fixed = apply(text, edits);
    assert.equal(fixed, clean());
    await client.change(
      uri,
      2,
      edits.map(({ range, newText }) => ({ range, text: newText })),
    );
    assert.deepEqual(await client.pullItems(uri), []);
    assert.deepEqual(await ask(cursor(fixed, "\t2"), ["quickfix"]), []);
  });

  it("are those of the present text, never of the one the findings were first computed for", async () => {
    const text = clean(wrongTotal);
    await open(text);
    await client.pullItems(uri);
    const above = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    await client.change(uri, 5, [{ range: above, text: "甲\r\n乙" }]);
    const moved = `甲\r\n乙${text}`;
    const [fix] = (await ask(cursor(moved, "\t77"), ["quickfix"])) as [CodeAction];
    const { version, edits } = versioned(fix);
    assert.equal(version, 5);
    assert.equal(apply(moved, edits), `甲\r\n乙${clean()}`);
  });

  it("edits are plain changes where the client takes no versions", async () => {
    const text = clean(wrongTotal);
    await open(text, { capabilities: { ...editor, workspace: {} } });
    const [fix] = (await ask(cursor(text, "\t77"))) as [CodeAction];
    assert.equal(fix.edit?.documentChanges, undefined);
    assert.equal(apply(text, fix.edit?.changes?.[uri] ?? []), clean());
  });

  it("fix all spells numbers as they should be, and changes no value", async () => {
    const text = clean({ cells: { ...wrongTotal.cells, ...wrongSpelling.cells } });
    await open(text);
    for (const only of [["source"], ["source.fixAll"], ["source.fixAll.nianbao"]]) {
      const actions = await ask(cursor(text, "一、"), only);
      assert.deepEqual(
        actions.map(({ kind }) => kind),
        ["source.fixAll.nianbao"],
      );
      assert.equal(apply(text, versioned(actions[0] as CodeAction).edits), clean(wrongTotal));
    }
    assert.deepEqual(await ask(cursor(text, "一、"), ["source.organizeImports"]), []);
    assert.deepEqual(await ask(cursor(text, "\t77"), ["refactor"]), []);
    assert.deepEqual(await ask(cursor(text, "一、"), ["source.fixAll.nianbaoer"]), []);
  });

  /** A wrong total that is safe to correct once the blank one is filled, beside a spelling and a total of table four. */
  const totals = { "requests/new/total": "65", "requests/granted/total": "" };
  const others = { ...wrongTotal.cells, ...wrongSpelling.cells };

  it("totals are set by their own action, never by fix all", async () => {
    const text = clean({ cells: { ...totals, ...others } });
    await open(text);
    const kinds = async (only?: string[]) => (await ask(cursor(text, "青禾"), only)).map(({ kind }) => kind);
    assert.deepEqual(await kinds(["source.nianbao.totals"]), ["source.nianbao.totals"]);
    assert.deepEqual(await kinds(["source.nianbao"]), ["source.nianbao.totals"]);
    assert.deepEqual(await kinds(["source.fixAll"]), ["source.fixAll.nianbao"]);
    const both = ["source.fixAll.nianbao", "source.nianbao.totals"];
    assert.deepEqual(await kinds(["source"]), both);
    assert.deepEqual(await kinds([""]), both);
    assert.deepEqual(await kinds(), both);
    assert.deepEqual(await kinds(["source.nianbao.total"]), []);
    const [action] = (await ask(cursor(text, "青禾"), ["source.nianbao.totals"])) as [CodeAction];
    assert.equal(
      action.title,
      "按勾稽关系改正合计 2 处：表三 一、本年新收·总计 65 → 66；表三 （一）予以公开·总计 空白 → 25",
    );
    const { version, edits } = versioned(action);
    assert.equal(version, 1);
    const after = apply(text, edits);
    assert.equal(after, clean({ cells: others }));
    await client.change(uri, 2, [{ text: after }]);
    assert.deepEqual(await kinds(["source.nianbao.totals"]), []);
  });

  it("a rule that is off offers nothing in bulk, and a change of the settings counts at once", async () => {
    const text = clean({ cells: totals });
    let rules: Record<string, string> = { "row-total": "off" };
    await open(text, { settings: () => ({ rules }) });
    const title = async () => (await ask(cursor(text, "青禾"), ["source.nianbao"])).map((action) => action.title);
    assert.deepEqual(await title(), ["按勾稽关系改正合计 1 处：表三 （一）予以公开·总计 空白 → 25"]);
    rules = {};
    await client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.refreshed(1);
    assert.match((await title())[0] ?? "", /改正合计 2 处/);
  });

  it("changed totals are shown afterwards to clients that can show them", async () => {
    const text = clean({ cells: totals });
    await open(text, { initializationOptions: { commands: ["nianbao.showChanges"] } });
    const [action] = (await ask(cursor(text, "青禾"), ["source.nianbao.totals"])) as [CodeAction];
    assert.equal(action.command?.command, "nianbao.showChanges");
    assert.deepEqual(action.command?.arguments, [
      {
        title: "已按勾稽关系改正合计 2 处，请核对台账",
        changes: ["表三 一、本年新收·总计 65 → 66", "表三 （一）予以公开·总计 空白 → 25"],
      } satisfies ShowChangesArguments,
    ]);
    assert.equal(apply(text, versioned(action).edits), clean());
    await client.stop();
    await open(text, { initializationOptions: copies, settings: () => ({ language: "en" }) });
    const [bare] = (await ask(cursor(text, "青禾"), ["source.nianbao.totals"])) as [CodeAction];
    assert.equal(bare.command, undefined);
    assert.match(bare.title, /^Set 2 total\(s\) .*: Table 3 一、本年新收·总计 65 → 66; /);
  });

  it("a spelling brings one fix for all of its kind, below its own and answering both", async () => {
    const text = clean({ cells: { ...wrongSpelling.cells, "requests/new/legal": "００" } });
    await open(text, { initializationOptions: copies });
    const diagnostics = await client.pullItems(uri);
    assert.equal(diagnostics.length, 2);
    const [own, all, copy, ...rest] = await ask(cursor(text, "００"), ["quickfix"]);
    assert.deepEqual(
      [own?.isPreferred, all?.isPreferred, copy?.command?.command],
      [true, undefined, "nianbao.copyComment"],
    );
    assert.equal(all?.title, "全部同类一并修正（2 处）：数字写法不规范");
    assert.deepEqual([all?.kind, all?.diagnostics], ["quickfix", diagnostics]);
    assert.equal(apply(text, versioned(all as CodeAction).edits), clean());
    assert.deepEqual(rest, []);
  });

  it("the review comment is offered only to clients that can copy it", async () => {
    const text = clean(wrongTotal);
    await open(text, { initializationOptions: copies });
    const copy = (await ask(cursor(text, "\t77"))).find(({ command }) => command !== undefined);
    assert.equal(copy?.command?.command, "nianbao.copyComment");
    const [copied] = (copy?.command?.arguments ?? []) as [CopyCommentArguments?];
    assert.match(copied?.text ?? "", /77/);
    assert.equal(copy?.kind, "quickfix");
    assert.equal(copy?.edit, undefined);
    await client.stop();
    await open(text);
    const without = await ask(cursor(text, "\t77"));
    assert.ok(without.length > 0);
    assert.ok(without.every(({ command }) => command === undefined));
  });

  it("a client that knows commands only is given commands only", async () => {
    const text = clean(wrongTotal);
    await open(text, { capabilities: {}, initializationOptions: copies });
    const actions = await ask(cursor(text, "\t77"));
    assert.equal(actions.length, 1);
    assert.equal(actions[0]?.command as unknown, "nianbao.copyComment");
  });
});
