// Typing must not drift: a document changed piece by piece reads like the same text opened anew.
import assert from "node:assert/strict";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { readReport } from "../../server/src/report/index";
import { check } from "../../server/src/rules/index";
import { readLines } from "../../server/src/syntax/lines";
import { damaged, seed, settings } from "./support";

const typed = fc.oneof(
  fc.constantFrom(
    "",
    "0",
    "12",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "|",
    "（七）总计",
    "😀",
    "\ud83d",
    "三、收到和处理政府信息公开申请情况",
  ),
  fc.string({ unit: "binary", maxLength: 5 }),
);
const changes = fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(60), typed), { minLength: 1, maxLength: 8 });

describe(`changes (seed ${seed})`, function () {
  this.timeout(60_000);

  it("an updated document reads like a fresh one", () => {
    fc.assert(
      fc.property(damaged, changes, (text, edits) => {
        let expected = text;
        let document = TextDocument.create("untitled:a", "nianbao", 0, text);
        edits.forEach(([at, length, newText], version) => {
          // Positions of the protocol cannot point between CR and LF, so offsets are taken from the document's own.
          const range = {
            start: document.positionAt(at % (expected.length + 1)),
            end: document.positionAt((at % (expected.length + 1)) + length),
          };
          const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
          expected = expected.slice(0, start) + newText + expected.slice(end);
          document = TextDocument.update(document, [{ range, text: newText }], version + 1);
          readReport(document.getText());
        });
        assert.equal(document.getText(), expected);
        const [one, two] = [
          readReport(document.getText()),
          readReport(Buffer.from(expected, "utf16le").toString("utf16le")),
        ];
        assert.deepEqual(one, two);
        assert.deepEqual(check(one), check(two));
      }),
      settings(150),
    );
  });

  it("lines are split as the document splits them", () => {
    const text = fc.string({
      unit: fc.constantFrom("\r", "\n", "\r\n", "a", "\u2028", "\u0085", "\f", "\ud83d\ude00"),
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, (written) => {
        const { starts, count } = readLines(written);
        const document = TextDocument.create("untitled:a", "nianbao", 0, written);
        assert.equal(count, document.lineCount);
        for (const [line, start] of starts.entries()) assert.equal(document.offsetAt({ line, character: 0 }), start);
      }),
      settings(500),
    );
  });
});
