import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import path from "node:path";
import { collect } from "../../server/src/cli/files";
import { namedAsReport } from "../../server/src/workspace/candidates";
import { type Folder, folder } from "./support";

describe("cli/files", () => {
  let box: Folder;
  beforeEach(() => {
    box = folder();
  });
  afterEach(() => box.remove());

  const files = async (...paths: string[]) => (await collect(paths, box.path)).candidates.map(({ file }) => file);

  it("takes .txt and .nianbao of a folder, at any depth, in one order", async () => {
    box.write({
      "r/b.txt": "",
      "r/a/z.nianbao": "",
      "r/a.TXT": "",
      "r/c.md": "",
      "r/d.docx": "",
      "r/.git/x.txt": "",
      "r/node_modules/y.txt": "",
    });
    assert.deepEqual(await files("r"), ["r/a.TXT", "r/a/z.nianbao", "r/b.txt"]);
    assert.deepEqual(await files("r/"), await files("r"));
    assert.deepEqual(await files("."), await files("r"));
  });

  it("takes whatever is named, and names with the signs of patterns as names first", async () => {
    box.write({ "a.md": "", "年报[1].txt": "", "年报1.txt": "" });
    assert.deepEqual(await files("a.md", "年报[1].txt"), ["a.md", "年报[1].txt"]);
  });

  it("expands patterns, sorted", async () => {
    box.write({ "b.txt": "", "a.txt": "", "sub/c.txt": "", "d.md": "" });
    assert.deepEqual(await files("*.txt"), ["a.txt", "b.txt"]);
    assert.deepEqual(await files("**/*.{txt,md}"), ["a.txt", "b.txt", "d.md", "sub/c.txt"]);
    const absolute = path.join(box.path, "*.txt");
    assert.deepEqual(await files(absolute), [path.join(box.path, "a.txt"), path.join(box.path, "b.txt")]);
  });

  it("takes a file once, and as named wherever it is named", async () => {
    box.write({ "a.txt": "", "b.txt": "" });
    const { candidates } = await collect([".", "./a.txt", "a.txt", "*.txt"], box.path);
    assert.deepEqual(
      candidates.map(({ file, named }) => ({ file, named })),
      [
        { file: "a.txt", named: true },
        { file: "b.txt", named: true },
      ],
    );
  });

  it("says what is not there and what matches nothing, and goes on", async () => {
    box.write({ "a.txt": "" });
    const { candidates, problems } = await collect(["nowhere.txt", "*.nianbao", "a.txt", "a.txt/b.txt"], box.path);
    assert.equal(candidates.length, 1);
    assert.deepEqual(
      problems.map(({ file, unreadable }) => ({ file, unreadable })),
      [
        { file: "nowhere.txt", unreadable: true },
        { file: "*.nianbao", unreadable: false },
        { file: "a.txt/b.txt", unreadable: true },
      ],
    );
  });

  it("is not led in circles by symbolic links", async () => {
    box.write({ "r/a.txt": "", "other/b.txt": "" });
    symlinkSync(box.path, path.join(box.path, "r/up"));
    symlinkSync(path.join(box.path, "other/b.txt"), path.join(box.path, "r/link.txt"));
    symlinkSync(path.join(box.path, "nowhere"), path.join(box.path, "r/broken.txt"));
    const found = await files("r");
    assert.ok(found.includes("r/a.txt") && found.includes("r/link.txt"));
    assert.ok(found.length < 10);
  });

  it("knows a report by its name", () => {
    for (const name of [
      "x.nianbao",
      "x.nianbao.txt",
      "甲县2023年政府信息公开工作年度报告.txt",
      "政府信息公开年报.TXT",
    ]) {
      assert.ok(namedAsReport(name), name);
    }
    for (const name of ["年报.txt", "政府信息公开指南.txt"]) assert.ok(!namedAsReport(name), name);
  });
});
