// Settings over the wire: asked for per document, or sent along, or changed while reports are open.
import assert from "node:assert/strict";
import { Client, type ClientOptions, pushed } from "./client";
import { clean, wrongTotal } from "./texts";

const strict = "file:///strict/report.nianbao";
const lax = "file:///lax/report.nianbao";
const off = "file:///off/report.nianbao";

describe("settings", () => {
  let client: Client;
  const start = async (options: ClientOptions = {}): Promise<void> => {
    client = await Client.start(options);
  };
  afterEach(async () => assert.equal(await client.stop(), 0));
  const severities = async (uri: string): Promise<unknown[]> =>
    (await client.pullItems(uri)).map(({ severity }) => severity);

  it("hold per folder, and turn rules off", async () => {
    const levels: Record<string, string> = { [strict]: "error", [lax]: "hint", [off]: "off" };
    await start({ settings: (scope) => ({ rules: { "row-total": levels[scope ?? ""] } }) });
    for (const uri of [strict, lax, off]) await client.open(uri, clean(wrongTotal));
    assert.deepEqual(await severities(strict), [1]);
    assert.deepEqual(await severities(lax), [4]);
    assert.deepEqual(await severities(off), []);
    assert.equal((await client.statusFor(off)).rulesOff, 1);
    assert.equal((await client.statusFor(lax)).rulesOff, 0);
  });

  it("are asked for once per document, not with every key", async () => {
    await start();
    await client.open(strict, clean());
    for (let version = 2; version < 12; version++) {
      await client.change(strict, version, [{ text: clean(wrongTotal) }]);
      await client.pull(strict);
    }
    assert.deepEqual(client.configurationRequests, [[{ scopeUri: strict, section: "nianbao" }]]);
    assert.deepEqual(client.registrations, ["workspace/didChangeConfiguration"]);
  });

  it("changed, make the client ask again", async () => {
    let level = "error";
    await start({ settings: () => ({ rules: { "row-total": level } }) });
    await client.open(strict, clean(wrongTotal));
    const first = await client.pull(strict);
    level = "warning";
    await client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.refreshed(1);
    const second = await client.pull(strict, first.resultId);
    assert.equal(second.kind, "full");
    assert.deepEqual(second.kind === "full" && second.items.map(({ severity }) => severity), [2]);
    await client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.quiet();
    assert.equal(client.refreshes, 1, "nothing changed, nothing to ask for");
  });

  it("changed, publish again to clients that do not ask", async () => {
    let language = "zh";
    await start({ capabilities: pushed, settings: () => ({ language }) });
    await client.open(strict, clean(wrongTotal));
    const { diagnostics } = await client.publishedFor(strict);
    language = "en";
    await client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.publishedFor(strict, (params) => params.diagnostics[0]?.message !== diagnostics[0]?.message);
  });

  it("come with the client's own message where it answers no questions", async () => {
    await start({ capabilities: {}, initializationOptions: { settings: { rules: { "row-total": "off" } } } });
    await client.open(strict, clean(wrongTotal));
    assert.deepEqual((await client.publishedFor(strict)).diagnostics, []);
    await client.notify("workspace/didChangeConfiguration", {
      settings: { nianbao: { rules: { "row-total": "hint" } } },
    });
    const { diagnostics } = await client.publishedFor(strict, (params) => params.diagnostics.length > 0);
    assert.equal(diagnostics[0]?.severity, 4);
  });

  for (const [language, locale, expected] of [
    [undefined, "en", /勾稽|≠/],
    ["zh", "en", /总计/],
    ["en", "zh-cn", /[a-z]{4}/],
    ["auto", "de", /[a-z]{4}/],
    ["auto", "zh-cn", /总计/],
  ] as const) {
    it(`language ${language} with a client in ${locale}`, async () => {
      await start({ locale, settings: () => ({ language }) });
      await client.open(strict, clean(wrongTotal));
      const [found] = await client.pullItems(strict);
      assert.match(String(found?.message), expected);
    });
  }

  it("that make no sense are ignored, with a line in the log each", async () => {
    const nonsense = { rules: { "row-total": "fatal", "no-such-rule": "error", balance: "hint" }, language: 5 };
    await start({ settings: () => nonsense });
    await client.open(strict, clean(wrongTotal));
    await client.open(lax, clean(wrongTotal));
    assert.deepEqual(await severities(strict), [1]);
    assert.deepEqual(await severities(lax), [1]);
    await client.quiet();
    assert.equal(client.logs.length, 3, client.logs.join("\n"));
    assert.match(client.logs.join("\n"), /fatal/);
    assert.match(client.logs.join("\n"), /no-such-rule/);
  });

  it("that cannot be had leave the rules as they are", async () => {
    await start({
      settings: () => {
        throw new Error("no settings today");
      },
    });
    await client.open(strict, clean(wrongTotal));
    assert.deepEqual(await severities(strict), [1]);
    await client.logged(/no settings today/);
  });

  it("that are nothing like settings are none", async () => {
    const odd: readonly unknown[] = [null, 5, "x", [], { rules: [] }, { rules: null }, { rules: "off" }];
    const name = (index: number): string => `file:///${index}/report.nianbao`;
    await start({ settings: (scope) => odd.find((_, index) => name(index) === scope) });
    for (const index of odd.keys()) {
      await client.open(name(index), clean(wrongTotal));
      assert.deepEqual(await severities(name(index)), [1], JSON.stringify(odd[index]));
    }
  });
});
