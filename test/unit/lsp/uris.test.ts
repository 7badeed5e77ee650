import assert from "node:assert/strict";
import { Roots } from "../../../server/src/lsp/folder/roots";
import { canonicalUri, childUri, isBelow, parentUri, pathBelow } from "../../../server/src/lsp/uris";

describe("names of files", () => {
  it("are one however a client writes them", () => {
    const one = "file:///c%3A/%E5%B9%B4%E6%8A%A5/a%20%28b%29.txt";
    for (const each of ["file:///C:/年报/a (b).txt", "file:///c%3a/%e5%b9%b4%e6%8a%a5/a%20(b).txt", one])
      assert.equal(canonicalUri(each), one);
  });

  // The uppermost folder is written with its slash, with two slashes less, or a drive's.
  for (const [folder, child] of [
    ["file:///d", "file:///d/a%23b.txt"],
    ["file:///d/", "file:///d/a%23b.txt"],
    ["file:///", "file:///a%23b.txt"],
    ["file://", "file:///a%23b.txt"],
    ["file:///c%3A", "file:///c%3A/a%23b.txt"],
    ["memfs:/", "memfs:/a%23b.txt"],
    ["vscode-vfs://host/", "vscode-vfs://host/a%23b.txt"],
    ["vscode-vfs://host", "vscode-vfs://host/a%23b.txt"],
  ] as const)
    it(`${folder} and what stands in it`, () => {
      assert.equal(childUri(folder, "a#b.txt"), child);
      assert.ok(isBelow(child, folder));
      assert.equal(pathBelow(child, folder), "a#b.txt");
      assert.ok(isBelow(child, parentUri(child) ?? ""));
    });
});

describe("the workspace's folders", () => {
  const roots = new Roots();

  it("have each file in the innermost of them", () => {
    roots.set(["file:///d/", "file:///d/e", "file:///d/.f/g", "file:///de"]);
    assert.equal(roots.of("file:///d/e/a.txt"), "file:///d/e");
    assert.equal(roots.of("file:///d/ea.txt"), "file:///d");
    assert.equal(roots.of("file:///d/.f/g/a.txt"), "file:///d/.f/g");
    assert.equal(roots.of("file:///x/a.txt"), null);
  });

  it("may be the uppermost one, which keeps its slash", () => {
    roots.set(["memfs:/", "file:///"]);
    assert.deepEqual(roots.all(), ["memfs:/", "file:///"]);
    assert.equal(roots.of("memfs:/a.txt"), "memfs:/");
    assert.equal(roots.of("file:///d/a.txt"), "file:///");
  });
});
