// Text → rows of cells, whatever they mean.
import assert from "node:assert/strict";
import { isSpace, trimmed } from "../../../server/src/syntax/characters";
import { readGrid } from "../../../server/src/syntax/index";
import { lineAt, readLines } from "../../../server/src/syntax/lines";
import { contains } from "../../../server/src/syntax/span";

/** Rows as "a·b·c", blank cells as _, rows that nothing closes with … behind. */
function grid(text: string): readonly string[] {
  const lines = readLines(text);
  return readGrid(lines, { from: 0, to: lines.count }).map(({ cells, open }) => {
    const shown = cells.map((cell) => text.slice(cell.text.start, cell.text.end).replace(/\s+/g, "⏎") || "_");
    return shown.join("·") + (open ? "…" : "");
  });
}

describe("rows of cells", () => {
  for (const [name, text, expected] of [
    ["nothing", "", []],
    ["blank lines", "\n \n\u3000\n", []],
    ["tabs", "a\tb\tc\nd\te\tf", ["a·b·c", "d·e·f"]],
    ["tabs with blank cells", "\ta\t\tb\t\n\t\t\t1\t2", ["_·a·_·b·_", "_·_·_·1·2"]],
    ["spaces around cells", "a \t\u3000b\u00a0\t c", ["a·b·c"]],
    ["a cell a line, an empty line between rows", "\ta\n\tb\n\n\tc\n\td\n", ["a·b", "c·d"]],
    ["a cell a line, blank cells", "\ta\n\t\n\tb\n\n\tc\n\t\u3000\n\td", ["a·_·b", "c·_·d"]],
    ["a cell a line, the tab behind", "a\t\nb\t\n\nc\t\nd\t\n", ["a·b", "c·d"]],
    ["a cell over two lines", "\t不予\n公开\n\t1\n\t2", ["不予⏎公开·1·2"]],
    ["a cell over two lines with an empty one between", "\t不予\n\n公开\n\t1\n\t2", ["不予⏎公开·1·2"]],
    ["a figure over two lines", "\t不予公开\n\t1\n2\n\t3", ["不予公开·1⏎2·3"]],
    ["bars", "a | b |\nc | d |\n", ["a·b", "c·d"]],
    ["bars without the last", "a | b | c\nd | | f", ["a·b·c", "d·_·f"]],
    ["bars in front and behind", "| a | b |\n| c | |\n", ["a·b", "c·_"]],
    ["full-width bars", "a｜b｜\nc｜d｜", ["a·b", "c·d"]],
    ["markdown", "| a | b |\n|---|:-:|\n| c | d |", ["a·b", "c·d"]],
    ["bars, a cell a line", "a |\nb |\n\nc |\n|\nd |", ["a·b·c·_·d…"]],
    ["page numbers are no cells", "a\tb\n- 4 -\nc\td\n— 5 —\n第 6 页 共 9 页\ne\tf", ["a·b", "c·d", "e·f"]],
    ["figures at a line's end", "规章 0 0 0", ["规章·0·0·0…"]],
    ["a number with a space inside", "12 5", [`${"12 5".replace(" ", "⏎")}…`]],
    ["markdown's marks are no cells", "## 一、总体情况", ["一、总体情况…"]],
  ] as const) {
    it(name, () => {
      assert.deepEqual(grid(text), expected);
      assert.deepEqual(grid(text.replaceAll("\n", "\r\n")), expected);
      assert.deepEqual(grid(text.replaceAll("\n", "\r")), expected);
    });
  }

  it("long lines are prose, which ends a table", () => {
    const prose = "公开".repeat(100);
    assert.deepEqual(grid(`a\tb\n${prose}\nc\td`), ["a·b", "c·d"]);
    assert.deepEqual(grid(`${prose}\n${prose}`), []);
  });

  it("are read of the lines asked for only", () => {
    const text = "a\tb\nc\td\ne\tf";
    const rows = readGrid(readLines(text), { from: 1, to: 2 });
    assert.deepEqual(
      rows.map(({ cells }) => cells.map((cell) => text.slice(cell.text.start, cell.text.end))),
      [["c", "d"]],
    );
  });

  it("cells lie in their areas, one behind the other", () => {
    for (const text of ["a\t b \t\tc", "| a |  | b|", "\ta\n\t\n\tb\n\n\tc", "a |\n b |\n|\n"]) {
      const lines = readLines(text);
      let end = 0;
      for (const cell of readGrid(lines, { from: 0, to: lines.count }).flatMap(({ cells }) => cells)) {
        assert.ok(cell.area.start <= cell.text.start && cell.text.end <= cell.area.end, JSON.stringify(text));
        assert.ok(cell.area.start >= end, JSON.stringify(text));
        end = cell.area.end;
      }
    }
  });
});

describe("lines", () => {
  it("end at LF, CR and both together", () => {
    const { starts, ends, count } = readLines("a\nb\r\nc\rd\n\r\n");
    assert.equal(count, 6);
    assert.deepEqual(starts, [0, 2, 5, 7, 9, 11]);
    assert.deepEqual(ends, [1, 3, 6, 8, 9, 11]);
  });

  it("of an empty text are one", () => {
    assert.deepEqual([readLines("").count, readLines("").starts, readLines("").ends], [1, [0], [0]]);
  });

  it("do not end at other separators", () => {
    assert.equal(readLines("a\u2028b\u2029c\u0085d\fe\vf").count, 1);
  });

  it("are found by offset", () => {
    const lines = readLines("ab\r\ncd\n\nef");
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 99].map((offset) => lineAt(lines, offset)),
      [0, 0, 0, 0, 1, 1, 1, 2, 3, 3, 3, 3],
    );
  });
});

describe("white space", () => {
  it("is what Word, pages and sheets leave around numbers", () => {
    for (const char of " \t\n\r\v\f\u00a0\u3000\u200b\ufeff\u2002\u2009\u202f\u205f")
      assert.ok(isSpace(char.charCodeAt(0)), char.charCodeAt(0).toString(16));
    for (const char of "0a、一\u0000\u2028") assert.ok(!isSpace(char.charCodeAt(0)), char.charCodeAt(0).toString(16));
  });

  it("is trimmed within bounds", () => {
    assert.deepEqual(trimmed(" \u3000a b\u00a0 ", 0, 7), { start: 2, end: 5 });
    assert.deepEqual(trimmed("   ", 1, 3), { start: 1, end: 1 });
    assert.deepEqual(trimmed("abc", 1, 2), { start: 1, end: 2 });
    assert.deepEqual(trimmed("", 0, 0), { start: 0, end: 0 });
  });

  it("spans contain both their ends", () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5].map((offset) => contains({ start: 2, end: 4 }, offset)),
      [false, true, true, true, false],
    );
  });
});
