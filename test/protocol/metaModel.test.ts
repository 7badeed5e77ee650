// The measure itself: what the meta model knows, and that a conversation which breaks it is found out.
import assert from "node:assert/strict";
import { Recorder, violations } from "./conformance";
import { metaModel } from "./metaModel";
import { uri } from "./texts";

const textDocument = { uri };
const position = { line: 0, character: 0 };
const range = { start: position, end: position };

describe("the meta model", () => {
  const model = metaModel();
  const wrong = (method: string, params: unknown): readonly string[] => {
    const shape = model.get(method)?.params;
    assert.ok(shape);
    return violations(params, shape);
  };

  it("has the messages of the protocol, and ours", () => {
    assert.ok(model.size > 90, `${model.size} messages`);
    assert.equal(model.get("textDocument/publishDiagnostics")?.direction, "serverToClient");
    assert.equal(model.get("textDocument/publishDiagnostics")?.result, null);
    assert.equal(model.get("textDocument/hover")?.direction, "clientToServer");
    assert.ok(model.has("nianbao/status"));
  });

  it("tells what does not fit, and where", () => {
    assert.deepEqual(wrong("textDocument/hover", { textDocument, position }), []);
    assert.deepEqual(wrong("textDocument/hover", { textDocument }), [".position: is missing in HoverParams"]);
    assert.deepEqual(wrong("textDocument/hover", { textDocument: { uri: "a b" }, position }), [
      '.textDocument.uri: "a b" is no DocumentUri',
    ]);
    for (const [line, shown] of [
      [-1, "-1"],
      [0.5, "0.5"],
      [2 ** 31, "2147483648"],
      ["0", '"0"'],
    ] as const) {
      assert.deepEqual(wrong("textDocument/hover", { textDocument, position: { line, character: 0 } }), [
        `.position.line: ${shown} is no uinteger`,
      ]);
    }
    const diagnostic = { range, message: "文", severity: 5 };
    assert.match(wrong("textDocument/publishDiagnostics", { uri, diagnostics: [diagnostic] }).join(), /severity: 5/);
    const extra = { range, message: "文", sevrity: 1 };
    assert.deepEqual(wrong("textDocument/publishDiagnostics", { uri, diagnostics: [extra] }), [
      ".diagnostics[0].sevrity: Diagnostic has no such property",
    ]);
    const change = { textDocument: { uri, version: 1 }, contentChanges: [{ text: 5 }] };
    assert.match(wrong("textDocument/didChange", change).join(), /contentChanges\[0\]\.text: 5 is no string/);
  });

  it("is what a whole conversation is held against", () => {
    const recorder = new Recorder(false);
    const said = (from: "client" | "server", message: object): void =>
      recorder.record(from, { jsonrpc: "2.0", ...message });
    said("client", { id: 1, method: "textDocument/hover", params: { textDocument, position } });
    assert.deepEqual(recorder.unanswered, ["client 1 textDocument/hover"]);
    said("server", { id: 1, result: { contents: 5 } });
    said("server", { id: 1, result: null });
    said("client", { id: 2, method: "textDocument/hover", params: { textDocument, position } });
    said("server", { id: 2, error: { code: -32099, message: "?" } });
    said("server", { method: "textDocument/hover", params: { textDocument, position } });
    said("client", { method: "textDocument/publishDiagnostics", params: { uri, diagnostics: [] } });
    said("server", { method: "nianbao/status", params: { uri } });
    const found = recorder.violations.join("\n");
    for (const part of [
      /server: textDocument\/hover result\.contents: 5 is no/,
      /server: an answer to 1, which nobody asked/,
      /server: textDocument\/hover: a request where a notice is due/,
      /client: textDocument\/publishDiagnostics: goes the other way/,
      /server: nianbao\/status params\.version: is missing/,
    ]) {
      assert.match(found, part);
    }
    assert.equal(recorder.checked, 8);
  });
});
