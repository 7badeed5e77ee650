// What the editor says of the two files and what is read of them is the same.
import assert from "node:assert/strict";
import { baselineSchema, configSchema } from "../../../scripts/configSchema";
import { readBaseline } from "../../../server/src/config/baseline";
import { readConfig } from "../../../server/src/config/read";

function keys(schema: unknown): readonly string[] {
  assert.ok(typeof schema === "object" && schema !== null);
  return Object.keys(schema);
}

describe("the schemas", () => {
  it("have the entries that are read", () => {
    const unknown = ({ problems }: ReturnType<typeof readConfig> | ReturnType<typeof readBaseline>) =>
      problems.filter(({ message }) => message.zh.includes("没有“"));
    const text = (schema: Readonly<Record<string, unknown>>) =>
      JSON.stringify(Object.fromEntries([...keys(schema.properties), "other"].map((key) => [key, null])));
    assert.equal(unknown(readConfig(text(configSchema()))).length, 1);
    assert.equal(unknown(readBaseline(text(baselineSchema()))).length, 1);
  });
});
