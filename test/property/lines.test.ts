// Lines and positions are exactly those of the document that editors speak of, whatever ends a line.
import assert from "node:assert/strict";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { lineAt, positionAt, readLines } from "../../server/src/syntax/lines";

const texts = fc.string({ unit: fc.constantFrom("\n", "\r", "\r\n", "数", "\t", "\u2028", "1", "😀"), maxLength: 40 });

describe("lines", () => {
  it("begin where those of a text document begin", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = TextDocument.create("", "", 0, text);
        const lines = readLines(text);
        assert.equal(lines.count, document.lineCount);
        lines.starts.forEach((start, line) => {
          assert.equal(start, document.offsetAt({ line, character: 0 }));
          assert.equal(lines.ends[line], document.offsetAt({ line, character: text.length }));
        });
      }),
    );
  });

  it("give every offset the position that a text document gives it", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = TextDocument.create("", "", 0, text);
        const lines = readLines(text);
        for (let offset = 0; offset <= text.length; offset++) {
          assert.deepEqual(positionAt(lines, offset), document.positionAt(offset));
          assert.equal(lineAt(lines, offset), positionAt(lines, offset).line);
        }
      }),
    );
  });
});
