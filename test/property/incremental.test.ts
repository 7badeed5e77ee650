// Typing must not drift: a document changed piece by piece reads like the same text opened anew.
import assert from "node:assert/strict";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { readReport } from "../../server/src/report/index";
import type { Report } from "../../server/src/report/types";
import { check } from "../../server/src/rules/index";
import { readLines } from "../../server/src/syntax/lines";
import { sampleReport } from "../support/sample";
import { labelled } from "../unit/report/statements.cases";
import { consistent, damaged, seed, settings } from "./support";

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
        let report = readReport(text);
        edits.forEach(([at, length, newText], version) => {
          // Positions of the protocol cannot point between CR and LF, so offsets are taken from the document's own.
          const range = {
            start: document.positionAt(at % (expected.length + 1)),
            end: document.positionAt((at % (expected.length + 1)) + length),
          };
          const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
          expected = expected.slice(0, start) + newText + expected.slice(end);
          document = TextDocument.update(document, [{ range, text: newText }], version + 1);
          report = readReport(document.getText(), report);
          // What was worked out of a line is kept for the next reading.
          check(report);
        });
        assert.equal(document.getText(), expected);
        const fresh = readReport(Buffer.from(expected, "utf16le").toString("utf16le"));
        assert.deepEqual(report, fresh);
        assert.deepEqual(check(report), check(fresh));
      }),
      settings(150),
    );
  });

  it("typing in the prose moves the tables and changes nothing else", () => {
    const places = fc.array(fc.tuple(fc.boolean(), fc.nat(60), fc.constantFrom("公", "开", "，", "\n", "")), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(consistent, places, (sample, edits) => {
        let text = sampleReport(sample);
        const first = readReport(text);
        let report = first;
        for (const [before, distance, typed] of edits) {
          const tables = report.sections.find(({ id }) => id === "disclosure")?.heading.start ?? 0;
          const at = before ? Math.max(0, tables - distance) : Math.max(tables, text.length - distance);
          text = text.slice(0, at) + typed + text.slice(at + (typed === "" ? 1 : 0));
          report = readReport(text, report);
          const fresh = readReport(text);
          assert.deepEqual(report, fresh);
          assert.deepEqual(check(report), check(fresh));
        }
        const numbers = ({ tables }: Report) =>
          tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ raw }) => raw)));
        assert.deepEqual(numbers(report), numbers(first));
      }),
      settings(60),
    );
  });

  it("what is said of prose is the same whatever was worked out before", () => {
    const paragraphs = fc.array(fc.constantFrom(...labelled.map(({ text }) => text.replace(/«[a-z-]+:|»/g, ""))), {
      minLength: 2,
      maxLength: 6,
    });
    const keys = fc.constantFrom(
      "。",
      "，",
      "3",
      "件",
      "（",
      "《",
      "”",
      "申请",
      "2023年",
      "公开公开",
      "XX镇",
      "\n",
      "\n\n",
      "",
    );
    const edits = fc.array(fc.tuple(fc.nat(1000), fc.nat(3), keys), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(paragraphs, edits, (lines, places) => {
        let text = sampleReport({ sections: { overview: lines.join("\n") } });
        let report = readReport(text);
        check(report);
        for (const [place, length, typed] of places) {
          const from = text.indexOf("一、");
          const at = from + (place % Math.max(1, text.indexOf("二、主动") - from));
          text = text.slice(0, at) + typed + text.slice(at + length);
          report = readReport(text, report);
          assert.deepEqual(check(report), check(readReport(text)));
        }
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
