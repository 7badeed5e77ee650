import assert from "node:assert/strict";
import { definitions, references } from "../../../server/src/features/references";
import { readReport } from "../../../server/src/report/index";
import { fixture, underlined } from "../../support/fixture";
import { layouts, sampleReport } from "../../support/sample";

function read(source: string) {
  const { text, cursor } = fixture(source);
  return { text, report: readReport(text), offset: cursor ?? 0 };
}

/** The cell with a cursor in it, by "table/row/column". */
function at(key: string, value: string, layout: (typeof layouts)[number] = "tabs") {
  return read(sampleReport({ layout, cells: { [key]: `${value}$0` } }));
}

function targets({ text, report, offset }: ReturnType<typeof read>): readonly string[] {
  return definitions(report, offset)?.targets.map(({ start, end }) => text.slice(start, end).trim()) ?? [];
}

describe("definition", () => {
  it("of a part is its row's total and its column's", () => {
    for (const layout of layouts) assert.deepEqual(targets(at("requests/granted/business", "3", layout)), ["25", "7"]);
  });

  it("of a row's total is the row, of （七）总计 the column", () => {
    for (const layout of layouts) {
      assert.deepEqual(targets(at("requests/new/total", "66", layout)), ["58", "7", "1", "0", "0", "0"]);
      assert.equal(targets(at("requests/total/natural", "59", layout)).length, 21);
      // Its row has six parts, its column twenty-one.
      assert.equal(targets(at("requests/total/total", "67", layout)).length, 27);
      assert.deepEqual(targets(at("review/suitAfterReview/total", "1", layout)), ["1", "0", "0", "0"]);
    }
  });

  it("of a number in a balance is its row's total alone, for a balance has none", () => {
    for (const layout of layouts) {
      assert.deepEqual(targets(at("requests/new/natural", "58", layout)), ["66"]);
      assert.deepEqual(targets(at("requests/carriedIn/natural", "3", layout)), ["4"]);
      assert.deepEqual(targets(at("requests/carriedOut/natural", "2", layout)), ["3"]);
    }
  });

  it("of a row's label is the row's total", () => {
    assert.deepEqual(targets(read(sampleReport().replace("（一）予以", "（一）予$0以"))), ["25"]);
  });

  it("names what the cursor is on", () => {
    const { text, report, offset } = at("requests/granted/business", "3");
    const origin = definitions(report, offset)?.origin;
    assert.ok(origin);
    assert.equal(text.slice(origin.start, origin.end), "3");
  });

  it("is nothing in table two, in prose and in an empty text", () => {
    for (const source of [
      sampleReport({ cells: { "disclosure/licences/decisions": "12$08" } }),
      sampleReport().replace("解读材料", "解读$0材料"),
      "$0",
    ])
      assert.deepEqual(targets(read(source)), []);
  });
});

describe("references", () => {
  it("are the other numbers of a number's relations, itself among them if asked for", () => {
    const { text, report, offset } = at("review/review/total", "2");
    const drawn = (withOwn: boolean) => underlined(text, references(report, offset, withOwn));
    assert.match(drawn(false), /\n\^\t\^\t\^\t\^$/u);
    assert.match(drawn(true), /\n\^\t\^\t\^\t\^\t\^$/u);
    for (const layout of layouts) {
      const cell = at("requests/granted/business", "3", layout);
      assert.equal(references(cell.report, cell.offset, false).length, 6 + 20 + 1, layout);
      assert.equal(references(cell.report, cell.offset, true).length, 6 + 20 + 1 + 1, layout);
    }
  });

  it("cross a balance to its other numbers", () => {
    const { text, report, offset } = at("requests/carriedOut/business", "1");
    const found = references(report, offset, false).map(({ start, end }) => text.slice(start, end).trim());
    // 一, 二 and （七） of its column; then its row with the total.
    assert.deepEqual(found, ["7", "1", "7", "2", "0", "0", "0", "0", "3"]);
  });

  it("are none elsewhere", () => {
    for (const source of ["$0", sampleReport().replace("总体", "总$0体")]) {
      const { report, offset } = read(source);
      assert.deepEqual(references(report, offset, true), []);
    }
  });
});
