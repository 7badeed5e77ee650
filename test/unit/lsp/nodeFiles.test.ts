import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { maxLength } from "../../../server/src/features/limits";
import { ownFiles, readOwnFileNow } from "../../../server/src/lsp/nodeFiles";

describe("the files of this machine", () => {
  let folder: string;
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "nianbao-files-"));
    writeFileSync(path.join(folder, "a.txt"), "甲");
    mkdirSync(path.join(folder, "b.txt"));
    symlinkSync("none.txt", path.join(folder, "link.txt"));
    // Nothing but holes: it takes no room.
    for (const [name, size] of [
      ["most.txt", 4 * maxLength + 4],
      ["more.txt", 4 * maxLength + 5],
    ] as const) {
      writeFileSync(path.join(folder, name), "");
      truncateSync(path.join(folder, name), size);
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const lengthOf = (read: ReturnType<typeof readOwnFileNow>) => (read instanceof Uint8Array ? read.length : read);
  for (const [name, later, now] of [
    ["a.txt", 3, 3],
    ["most.txt", 4 * maxLength + 4, 4 * maxLength + 4],
    ["more.txt", null, "too-long"],
    ["b.txt", null, null],
    ["none.txt", null, "gone"],
    ["link.txt", null, null],
  ] as const) {
    it(`${name}: ${now}`, async () => {
      assert.equal(lengthOf(await ownFiles.read(uriOf(name))), later);
      assert.equal(lengthOf(readOwnFileNow(uriOf(name))), now);
    });
  }

  it("are listed, the uppermost folder's too", async () => {
    assert.deepEqual(await ownFiles.list(uriOf("b.txt")), []);
    const top = await ownFiles.list("file:///");
    assert.ok((top ?? []).some(({ folder }) => folder));
  });
});
