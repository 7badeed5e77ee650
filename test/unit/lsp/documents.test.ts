import assert from "node:assert/strict";
import { type Judged, OpenDocument, type Workings } from "../../../server/src/lsp/documents";
import { readSettings } from "../../../server/src/lsp/settings";
import { statusParams } from "../../../server/src/lsp/status";
import { readReport } from "../../../server/src/report/index";
import { sampleReport } from "../../support/sample";

const settings = readSettings({}, "", () => undefined);
const nothing: Judged = {
  all: [],
  who: { organ: null, year: null, file: "file:///a" },
  findings: [],
  grounds: {},
  known: 0,
  used: new Set(),
};

describe("an open document", () => {
  let logged: string[];
  let calls: string[];
  beforeEach(() => {
    logged = [];
    calls = [];
  });
  const open = (workings: Partial<Workings> = {}) =>
    new OpenDocument({ uri: "file:///a", languageId: "nianbao", version: 1, text: sampleReport() }, settings, {
      read: (text) => {
        calls.push("read");
        return readReport(text);
      },
      explain: (_, report) => report,
      judge: () => {
        calls.push("judge");
        return nothing;
      },
      show: () => {
        calls.push("show");
        return { items: [], of: new Map() };
      },
      log: { error: (line) => logged.push(line), warn: () => undefined },
      ...workings,
    });
  const ask = (document: OpenDocument) => [document.report, document.findings, document.diagnostics, document.trouble];

  it("is read, checked and shown once for each text, whatever is asked how often", () => {
    const document = open();
    ask(document);
    ask(document);
    assert.deepEqual(calls, ["read", "judge", "show"]);
    document.change([{ text: "甲" }], 1);
    ask(document);
    ask(document);
    assert.deepEqual(calls, ["read", "judge", "show", "read", "judge", "show"]);
  });

  it("is checked again for other rules, shown again for another language, and left alone for the same settings", () => {
    const document = open();
    ask(document);
    assert.equal(document.configure({ ...settings }), false);
    ask(document);
    assert.equal(document.configure({ ...settings, locale: "en" }), true);
    ask(document);
    assert.equal(document.configure({ ...settings, rules: { balance: "off" }, locale: "en" }), true);
    ask(document);
    assert.deepEqual(calls, ["read", "judge", "show", "show", "judge", "show"]);
  });

  for (const part of ["read", "judge"] as const) {
    it(`says that nothing was checked when the ${part} fails, and recovers with the next text`, () => {
      let broken = true;
      const document = open({
        [part]: (given: unknown) => {
          if (broken) throw new Error("a fault");
          return part === "read" ? readReport(String(given)) : nothing;
        },
      });
      const { readable, note, counts } = statusParams(document);
      assert.equal(readable, false);
      assert.match(note ?? "", /未作任何核对/);
      assert.deepEqual(counts, { total: 42, held: 0, broken: 0, notAssessable: 42 });
      assert.deepEqual(document.diagnostics.items, []);
      assert.equal(logged.length, 1);
      assert.match(logged[0] ?? "", /file:\/\/\/a: Error: a fault/);
      broken = false;
      document.change([{ text: sampleReport() }], 2);
      assert.equal(statusParams(document).counts.held, 42);
    });
  }
});
