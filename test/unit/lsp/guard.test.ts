import assert from "node:assert/strict";
import { type CancellationToken, CancellationTokenSource, ResponseError } from "vscode-languageserver/node";
import { guardNotice, guardRequest } from "../../../server/src/lsp/guard";

const fault = (): never => {
  throw new Error("a fault");
};

describe("the guard", () => {
  let logged: string[];
  const log = { error: (line: string) => logged.push(line), warn: () => undefined };
  const { token } = new CancellationTokenSource();
  beforeEach(() => {
    logged = [];
  });
  const ask = (handle: () => string | Promise<string>, by: CancellationToken = token) =>
    guardRequest<null, string>(log, "a/request", "fallback", handle)(null, by);

  it("answers what the handler answers", async () => {
    assert.equal(
      ask(() => "answer"),
      "answer",
    );
    assert.equal(await ask(async () => "answer"), "answer");
    assert.deepEqual(logged, []);
  });

  it("logs a throw with its method and place, and answers the fallback", async () => {
    assert.equal(ask(fault), "fallback");
    assert.equal(await ask(async () => fault()), "fallback");
    assert.equal(logged.length, 2);
    for (const line of logged) assert.match(line, /^a\/request: Error: a fault\n +at /);
  });

  it("answers a cancelled request as cancelled, before its turn and after waiting", async () => {
    const source = new CancellationTokenSource();
    const waiting = ask(async () => {
      source.cancel();
      return "answer";
    }, source.token);
    const isCancelled = (error: unknown): boolean => error instanceof ResponseError && error.code === -32800;
    await assert.rejects(Promise.resolve(waiting), isCancelled);
    assert.throws(() => ask(() => "answer", source.token), isCancelled);
    assert.deepEqual(logged, []);
  });

  it("logs what a notification throws", async () => {
    guardNotice(log, "a/notice", fault)();
    guardNotice(log, "a/notice", async () => fault())();
    await new Promise(setImmediate);
    assert.equal(logged.length, 2);
    for (const line of logged) assert.match(line, /^a\/notice: Error: a fault/);
  });
});
