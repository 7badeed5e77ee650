// Bytes that are no message: what can be told is answered with its error, and where beginnings and ends are lost the server
// ends, for one that hears nothing more would leave the editor waiting.
import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { RawClient } from "./raw";
import { clean, uri, wrongTotal } from "./texts";

function framed(body: string | Buffer): Buffer {
  const bytes = Buffer.from(body as string);
  return Buffer.concat([Buffer.from(`Content-Length: ${bytes.length}\r\n\r\n`), bytes]);
}

const request = { jsonrpc: "2.0", id: 900, method: "nianbao/rulePage", params: { rule: "" } };
const whole = JSON.stringify(request);

/** What is answered with an error, and the id that it is answered by. */
const refused: Readonly<Record<string, readonly [body: string | Buffer, code: number, id: number | null]>> = {
  "no JSON": ["{nonsense", -32700, null],
  "half of it": [whole.slice(0, 40), -32700, null],
  nothing: ["", -32700, null],
  null: ["null", -32600, null],
  "a text": ['"text"', -32600, null],
  "a list of requests": [`[${whole},${whole}]`, -32600, null],
  "an empty object": ["{}", -32600, null],
  "an id alone": ['{"jsonrpc":"2.0","id":900}', -32600, 900],
  "null for an id": [JSON.stringify({ ...request, id: null }), -32600, null],
  "an object for an id": [JSON.stringify({ ...request, id: {} }), -32600, null],
  "a number for a method": [JSON.stringify({ ...request, method: 5 }), -32600, 900],
  "parameters by position": [JSON.stringify({ ...request, params: [""] }), -32602, 900],
  "a method in no encoding": [Buffer.from(whole.replace("nianbao", "\u00ff\u00fe"), "latin1"), -32601, 900],
  "a method every object has": [JSON.stringify({ ...request, method: "__proto__" }), -32601, 900],
  "very deep parameters": [whole.replace('{"rule":""}', `${"[".repeat(50_000)}${"]".repeat(50_000)}`), -32602, 900],
};

/** What is a message all the same. */
const taken: Readonly<Record<string, string | Buffer>> = {
  "a byte order mark": framed(`\ufeff${whole}`),
  "a head in small letters, with a type": `content-length: ${whole.length}\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n${whole}`,
  "no version": framed(whole.replace('"jsonrpc":"2.0",', "")),
  "an id that is no whole number": framed(whole.replace("900", "900.0")),
};

/** Behind these nothing can be told any more. */
const lost: Readonly<Record<string, string>> = {
  "too short a length": `Content-Length: 10\r\n\r\n${whole}`,
  "too long a length": `Content-Length: ${whole.length + 5}\r\n\r\n${whole}`,
  "a negative length": `Content-Length: -5\r\n\r\n${whole}`,
  "a length that is no number": `Content-Length: many\r\n\r\n${whole}`,
  "no length": `Content-Type: text\r\n\r\n${whole}`,
  "another protocol": "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
  "no colon": `hello\r\n\r\n${whole}`,
};

describe("what comes in over the standard input", () => {
  async function started(quiet = false): Promise<RawClient> {
    const client = new RawClient(undefined, quiet);
    await client.start();
    client.notify("textDocument/didOpen", {
      textDocument: { uri, languageId: "nianbao", version: 1, text: clean(wrongTotal) },
    });
    return client;
  }

  async function stillServes(client: RawClient): Promise<void> {
    const { result } = await client.ask("textDocument/diagnostic", { textDocument: { uri } });
    assert.equal((result as { items: unknown[] }).items.length, 1);
    assert.equal(await client.stop(), 0);
  }

  for (const [name, [body, code, id]] of Object.entries(refused)) {
    it(`${name} has its error, and the next request its answer`, async () => {
      const client = await started();
      client.write(framed(body), id === null ? undefined : request);
      await client.until(() => client.answers.some((answer) => answer.id === id), `an answer to ${id}`);
      assert.equal(client.answers.find((answer) => answer.id === id)?.error?.code, code);
      await stillServes(client);
    });
  }

  for (const [name, bytes] of Object.entries(taken)) {
    it(`${name} is taken`, async () => {
      const client = await started();
      client.write(bytes, request);
      assert.equal((await client.answerTo(900)).result, null);
      await stillServes(client);
    });
  }

  it("a message byte by byte is taken", async () => {
    const client = await started();
    for (const [at, byte] of framed(whole).entries()) client.write(Buffer.of(byte), at === 0 ? request : undefined);
    assert.equal((await client.answerTo(900)).result, null);
    await stillServes(client);
  });

  for (const [name, bytes] of Object.entries(lost)) {
    it(`${name} ends the server with 1, so that the client can start another`, async () => {
      const client = await started(true);
      client.write(bytes);
      // A later message may be the first at which it shows.
      for (let id = 0; id < 20 && client.running; id++) {
        client.send({ ...request, id });
        await setTimeout(50);
      }
      assert.equal(await client.exit(), 1);
    });
  }

  it("its end ends the server: with 1, after shutdown with 0", async () => {
    const fresh = new RawClient();
    fresh.hangUp();
    assert.equal(await fresh.exit(), 1);
    const running = await started();
    running.hangUp();
    assert.equal(await running.exit(), 1);
    const ended = await started();
    await ended.ask("shutdown");
    ended.hangUp();
    assert.equal(await ended.exit(), 0);
  });
});
