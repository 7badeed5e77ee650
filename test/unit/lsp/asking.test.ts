// What the server asks its client for, and what holds where the client gives no answer that makes sense.
import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import {
  type Connection,
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { readClient } from "../../../server/src/lsp/client";
import { Configuration } from "../../../server/src/lsp/configuration";
import { filesOf } from "../../../server/src/lsp/files";
import { FolderGrounds } from "../../../server/src/lsp/grounds";

const able = readClient({
  processId: null,
  rootUri: null,
  capabilities: { workspace: { configuration: true } },
  initializationOptions: { files: true, settings: { rules: { balance: "hint" } } },
});

describe("what the client is asked for", () => {
  let server: Connection;
  let client: ProtocolConnection;
  let logged: string[];
  const log = { error: (line: string) => void logged.push(line), warn: (line: string) => void logged.push(line) };
  beforeEach(() => {
    logged = [];
    const [there, back] = [new PassThrough(), new PassThrough()];
    server = createConnection(new StreamMessageReader(there), new StreamMessageWriter(back));
    client = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
    server.listen();
    client.listen();
  });
  afterEach(() => {
    client.dispose();
    server.dispose();
  });

  it("is a file, which is not there where its content is no base64", async () => {
    let content: unknown = btoa("ab");
    client.onRequest("nianbao/readFile", () => ({ content }));
    const files = filesOf(null, server, able, log);
    assert.deepEqual(await files.read("memfs:/a"), Uint8Array.of(0x61, 0x62));
    for (const odd of [null, 5]) {
      content = odd;
      assert.equal(await files.read("memfs:/a"), null);
    }
    assert.deepEqual(logged, []);
    content = "报告";
    assert.equal(await files.read("memfs:/a"), null);
    assert.match(logged[0] ?? "", /^nianbao\/readFile: /);
  });

  it("is the settings, and a folder of which they cannot be had silences nothing until they can", async () => {
    let fails = true;
    let asked = 0;
    client.onRequest("workspace/configuration", () => {
      asked++;
      if (fails) throw new Error("not now");
      return [null];
    });
    const config = new TextEncoder().encode('{ "rules": { "row-total": "off", "cell-note": "error" } }');
    const files = {
      read: async (uri: string) => (uri === "file:///d/nianbao.config.json" ? config : null),
      list: async () => null,
    };
    const options = { settings: { rules: { balance: "hint" } } };
    const configuration = new Configuration(server, able, log, new FolderGrounds(files, log), options);
    const of = async () => {
      const { trusted, rules, grounds } = await configuration.ofFile("file:///d/a.txt", "file:///d");
      return { trusted, rules, folder: grounds.folder };
    };
    const rules = { balance: "hint", "cell-note": "error" };
    assert.deepEqual(await of(), { trusted: false, rules, folder: null });
    assert.equal((await configuration.ofFolder()).trusted, false);
    assert.match(logged[0] ?? "", /^workspace\/configuration: .*not now/);
    fails = false;
    const whole = { trusted: true, rules: { ...rules, "row-total": "off" }, folder: "file:///d" };
    assert.deepEqual(await of(), whole);
    assert.deepEqual(await of(), whole);
    assert.equal(asked, 3);
  });
});
