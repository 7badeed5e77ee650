// nianbao.config.json as the server meets it: on its own disk, or through the client where the workspace is virtual.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { configName } from "../../server/src/config/types";
import { Client, type ClientOptions, editor, pushed } from "./client";
import { clean, wrongTotal } from "./texts";

const lowered = '{ "rules": { "row-total": "hint" } }';

describe("nianbao.config.json in the editor", () => {
  let client: Client;
  let folder: string;
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const severities = async (uri: string): Promise<unknown[]> =>
    (await client.pullItems(uri)).map(({ severity }) => severity);
  const start = async (options: ClientOptions = {}): Promise<void> => {
    client = await Client.start(options);
  };
  const changed = (name: string): Promise<void> =>
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(name), type: 2 }] });

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "nianbao-config-"));
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    assert.equal(await client.stop(), 0);
  });

  it("counts for the reports below it, under the settings of the editor", async () => {
    write(configName, lowered);
    let settings: unknown = null;
    await start({ settings: () => settings });
    const uri = uriOf("各镇/报告 一.nianbao");
    await client.open(uri, clean(wrongTotal));
    assert.deepEqual(await severities(uri), [4]);
    settings = { rules: { "row-total": "warning" } };
    await client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.refreshed(1);
    assert.deepEqual(await severities(uri), [2]);
  });

  it("is read again when it changes, comes or goes", async () => {
    const workspace = { ...editor.workspace, didChangeWatchedFiles: { dynamicRegistration: true } };
    await start({ capabilities: { ...editor, workspace } });
    const uri = uriOf("a/b.nianbao");
    await client.open(uri, clean(wrongTotal));
    assert.deepEqual(await severities(uri), [1]);
    assert.ok(client.registrations.includes("workspace/didChangeWatchedFiles"));
    write(configName, lowered);
    await changed(configName);
    await client.refreshed(1);
    assert.deepEqual(await severities(uri), [4]);
    write(`a/${configName}`, "{}");
    await changed(`a/${configName}`);
    await client.refreshed(2);
    assert.deepEqual(await severities(uri), [1]);
    await changed("a/other.json");
    await client.quiet();
    assert.equal(client.refreshes, 2);
  });

  it("holds for clients that answer no questions about settings", async () => {
    write(configName, lowered);
    await start({ capabilities: { ...pushed, workspace: {} } });
    const uri = uriOf("a.nianbao");
    await client.open(uri, clean(wrongTotal));
    const { diagnostics } = await client.publishedFor(uri);
    assert.deepEqual(
      diagnostics.map(({ severity }) => severity),
      [4],
    );
    write(configName, "{}");
    await changed(configName);
    await client.publishedFor(uri, ({ diagnostics: [first] }) => first?.severity === 1);
  });

  it("comes through the client where the files are not of this machine", async () => {
    const files: Record<string, string> = { [`vscode-vfs://host/repo/${configName}`]: lowered };
    await start({ initializationOptions: { files: true }, files: (uri) => files[uri] ?? null });
    const uri = "vscode-vfs://host/repo/%E9%95%87/a.nianbao";
    await client.open(uri, clean(wrongTotal));
    assert.deepEqual(await severities(uri), [4]);
    await client.open("untitled:Untitled-1", clean(wrongTotal));
    assert.deepEqual(await severities("untitled:Untitled-1"), [1]);
  });

  it("can only raise what holds where the folder is not trusted", async () => {
    write(configName, '{ "rules": { "row-total": "off" } }');
    let trusted = false;
    await start({ settings: () => (trusted ? {} : { untrustedRules: {} }) });
    const uri = uriOf("a.nianbao");
    await client.open(uri, clean(wrongTotal));
    assert.deepEqual(await severities(uri), [1]);
    trusted = true;
    await client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.refreshed(1);
    assert.deepEqual(await severities(uri), []);
    assert.equal((await client.statusFor(uri, ({ rulesOff }) => rulesOff > 0)).rulesOff, 1);
  });

  it("is logged with its place where it is wrong", async () => {
    write(configName, '{\n  "rules": { "row-totl": "off" }\n}');
    await start();
    const uri = uriOf("a.nianbao");
    await client.open(uri, clean(wrongTotal));
    assert.deepEqual(await severities(uri), [1]);
    await client.logged(/nianbao\.config\.json:2:14: 没有规则“row-totl”/);
  });
});
