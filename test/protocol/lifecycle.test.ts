// The server as a process: how it starts and ends, and what it survives.
import assert from "node:assert/strict";
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import {
  CancellationTokenSource,
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
} from "vscode-languageserver/node";
import { Client, editor, serverPath } from "./client";
import { clean, uri, wrongTotal } from "./texts";

describe("the server", () => {
  it("offers what it has, and pulled diagnostics only to those who ask", async () => {
    const asking = await Client.start();
    const { capabilities, serverInfo } = asking.initialized;
    assert.equal(serverInfo?.name, "nianbao");
    assert.equal(capabilities.positionEncoding, "utf-16");
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: ["quickfix", "source.fixAll.nianbao", "source.nianbao.totals"],
    });
    assert.ok(capabilities.diagnosticProvider);
    assert.equal(await asking.stop(), 0);
    const silent = await Client.start({ capabilities: {} });
    assert.equal(silent.initialized.capabilities.diagnosticProvider, undefined);
    assert.equal(await silent.stop(), 0);
  });

  it("ends with 0 after shutdown, with 1 without, and when its input ends", async () => {
    const orderly = await Client.start();
    assert.equal(await orderly.stop(), 0);
    const abrupt = await Client.start();
    const ended = once(abrupt.process, "exit");
    await abrupt.notify("exit", undefined);
    assert.equal((await ended)[0], 1);
    const orphan = await Client.start();
    const gone = once(orphan.process, "exit");
    orphan.process.stdin?.end();
    assert.equal((await gone)[0], 1);
  });

  it("speaks over node's IPC as well", async () => {
    const child = fork(serverPath, ["--node-ipc"], { execArgv: [] });
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities: editor });
    await connection.sendNotification("initialized", {});
    await connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "nianbao", version: 1, text: clean() },
    });
    connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) => items.map(() => null));
    connection.onRequest("client/registerCapability", () => null);
    assert.equal(
      (await connection.sendRequest<{ kind: string }>("textDocument/diagnostic", { textDocument: { uri } })).kind,
      "full",
    );
    const ended = once(child, "exit");
    await connection.sendRequest("shutdown", undefined);
    await connection.sendNotification("exit", undefined);
    assert.equal((await ended)[0], 0);
    connection.dispose();
  });

  it("survives messages that make no sense, and still answers", async () => {
    const client = await Client.start({ nonsense: true });
    await client.open(uri, clean(wrongTotal));
    const methods = ["hover", "documentSymbol", "foldingRange", "documentHighlight", "codeAction", "diagnostic"];
    const nonsense = [
      {},
      { textDocument: null },
      { textDocument: { uri: 5 } },
      { textDocument: { uri } },
      { textDocument: { uri }, position: null, range: {}, context: null },
      { textDocument: { uri }, position: { line: "x", character: {} }, range: [], context: { only: 3 } },
      [],
      [1, 2, 3],
      null,
    ];
    for (const method of methods) {
      for (const params of nonsense) await client.request(`textDocument/${method}`, params).catch(() => undefined);
    }
    for (const method of ["didOpen", "didChange", "didClose", "didSave", "noSuchThing"]) {
      for (const params of nonsense.slice(0, 3)) await client.notify(`textDocument/${method}`, params);
    }
    await client.notify("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: 7 });
    await client.notify("workspace/didChangeConfiguration", {});
    await client.notify("$/setTrace", { value: 9 });
    await client.notify("$/cancelRequest", { id: 12345 });
    for (const params of [{}, { rule: null }, { rule: 5 }, []]) {
      await client.request("nianbao/rulePage", params).catch(() => undefined);
    }
    await assert.rejects(client.request("textDocument/noSuchThing", {}), /Unhandled method/);
    const other = "file:///other.nianbao";
    await client.open(other, clean(wrongTotal));
    assert.equal((await client.pullItems(other)).length, 1);
    assert.ok(client.logs.length > 0, "what went wrong stands in the log");
    assert.equal(await client.stop(), 0);
  });

  it("a change that makes no sense does not leave stale findings behind", async () => {
    const client = await Client.start({ nonsense: true });
    await client.open(uri, clean(wrongTotal));
    await client.pull(uri);
    await client.change(uri, 2, [{ text: clean() }, { range: null, text: 4 } as never]);
    const items = await client.pullItems(uri);
    assert.deepEqual(items, []);
    assert.equal(await client.stop(), 0);
  });

  it("survives input that is no JSON", async () => {
    const client = await Client.start();
    await client.open(uri, clean(wrongTotal));
    client.process.stdin?.write('Content-Length: 9\r\n\r\n{"broken"');
    assert.equal((await client.pullItems(uri)).length, 1);
    assert.equal(await client.stop(), 0);
  });

  it("answers a cancelled request as cancelled, or not at all late", async () => {
    // The settings never come, so the request waits for as long as it takes to cancel it.
    let answer: (settings: null) => void = () => undefined;
    const client = await Client.start({ settings: () => null });
    client.connection.onRequest(
      "workspace/configuration",
      () =>
        new Promise((resolve) => {
          answer = () => resolve([null]);
        }),
    );
    await client.open(uri, clean(wrongTotal));
    const source = new CancellationTokenSource();
    const pulled = client.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } }, source.token);
    await client.quiet();
    source.cancel();
    await client.quiet();
    answer(null);
    await assert.rejects(pulled, (error: { code?: number }) => error.code === -32800);
    assert.equal((await client.pullItems(uri)).length, 1);
    assert.equal(await client.stop(), 0);
  });

  it("says how it is started when nobody said how to talk to it", async () => {
    const child = spawn(process.execPath, [serverPath], { stdio: ["pipe", "pipe", "pipe"] });
    let errors = "";
    child.stderr.on("data", (chunk: Buffer) => {
      errors += chunk.toString();
    });
    const [code] = await once(child, "exit");
    assert.equal(code, 1);
    assert.match(errors, /--stdio/);
  });
});
