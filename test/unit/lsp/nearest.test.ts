import assert from "node:assert/strict";
import iconv from "iconv-lite";
import type { Files } from "../../../server/src/lsp/files";
import { Nearest } from "../../../server/src/lsp/nearest";

const uri = "file:///d/words.json";

async function found(bytes: Uint8Array) {
  const logged: string[] = [];
  const files: Files = { read: async (asked) => (asked === uri ? bytes : null), list: async () => null };
  const parse = (value: string) => ({ value, problems: [] });
  const log = { error: () => undefined, warn: (line: string) => void logged.push(line) };
  return { ...(await new Nearest("words.json", "none", parse, files, log).of("file:///d/e/a.txt")), logged };
}

describe("the nearest file upward", () => {
  it("is read in every encoding of a report, and known to be UTF-8 or not", async () => {
    const text = "青禾县水务局";
    for (const [encoding, isUtf8] of [
      ["utf8", true],
      ["gb18030", false],
      ["utf16le", false],
    ] as const) {
      const read = await found(iconv.encode(text, encoding, { addBOM: true }));
      assert.deepEqual(read, { value: text, uri, text, isUtf8, logged: [] }, encoding);
    }
    // UTF-8 with a byte that was lost.
    const spoilt = await found(Uint8Array.from([...new TextEncoder().encode(text), 0xe9, 0x9d]));
    assert.deepEqual([spoilt.text, spoilt.isUtf8], [`${text}\uFFFD`, false]);
  });

  it("goes with its folder, or with one above it", async () => {
    const files: Files = { read: async (asked) => (asked === uri ? new Uint8Array() : null), list: async () => null };
    const log = { error: () => undefined, warn: () => undefined };
    const nearest = new Nearest("words.json", "none", (value) => ({ value, problems: [] }), files, log);
    await nearest.of("file:///d/e/f/a.txt");
    const concerned = ["file:///d/words.json", "file:///x/words.json", "file:///d/e", "file:///d", "file:///d/e/f"];
    const others = ["file:///d/e/f/a.txt", "file:///d/x", "file:///d/e/f/words.json.bak", "file:///d/e/fg"];
    assert.deepEqual(
      [...concerned, ...others].filter((each) => nearest.concerns(each)),
      concerned,
    );
  });

  it("is looked for in the uppermost folder, and nowhere for what was never saved", async () => {
    const asked: string[] = [];
    const log = { error: () => undefined, warn: () => undefined };
    const files: Files = {
      async read(each) {
        asked.push(each);
        return null;
      },
      list: async () => null,
    };
    const nearest = new Nearest("words.json", "none", (value) => ({ value, problems: [] }), files, log);
    for (const each of ["memfs:/a.txt", "file:///a.txt", "untitled:Untitled-1"]) await nearest.of(each);
    assert.deepEqual(asked, ["memfs:/words.json", "file:///words.json"]);
  });

  it("that is no text is told of and counts for nothing, but is there", async () => {
    const { logged, ...rest } = await found(Uint8Array.of(0x7b, 0, 0x7d));
    assert.deepEqual(rest, { value: "none", uri, text: null, isUtf8: false });
    assert.equal(logged.length, 1);
    assert.match(logged[0] ?? "", /^file:\/\/\/d\/words\.json: 不是 UTF-8/u);
  });
});
