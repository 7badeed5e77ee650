// What a folder sets that the user does not trust, as the client of VS Code sends it: apart from the user's own settings.
import assert from "node:assert/strict";
import { Client } from "./client";
import { clean, wrongTotal } from "./texts";

const uri = "file:///received/report.nianbao";

describe("the rules of a folder that is not trusted", () => {
  let client: Client;
  afterEach(async () => assert.equal(await client.stop(), 0));
  const severities = async (): Promise<unknown[]> => (await client.pullItems(uri)).map(({ severity }) => severity);

  it("turn none off until it is trusted", async () => {
    let trusted = false;
    const folder = { "row-total": "off" };
    client = await Client.start({
      settings: () => (trusted ? { rules: folder } : { rules: {}, untrustedRules: folder }),
    });
    await client.open(uri, clean(wrongTotal));
    assert.deepEqual(await severities(), [1]);
    assert.equal((await client.statusFor(uri)).rulesOff, 0);
    trusted = true;
    await client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.refreshed(1);
    assert.deepEqual(await severities(), []);
    await client.statusFor(uri, ({ rulesOff }) => rulesOff === 1);
  });

  it("raise what the user has lowered, and leave the user's other levels alone", async () => {
    const rules = { "row-total": "hint", balance: "off" };
    client = await Client.start({ settings: () => ({ rules, untrustedRules: { "row-total": "warning" } }) });
    await client.open(uri, clean(wrongTotal));
    assert.deepEqual(await severities(), [2]);
    assert.equal((await client.statusFor(uri)).rulesOff, 1);
  });
});
