import assert from "node:assert/strict";
import { exactNumber, toJson } from "../../server/src/cli/json";
import { cellResult } from "../../server/src/cli/result";
import { formFor } from "../../server/src/form/index";
import type { Cell, CellValue } from "../../server/src/report/types";

describe("cli/json", () => {
  it("writes numbers by their digits", () => {
    assert.equal(
      toJson({ fees: exactNumber("4166.20"), count: exactNumber("-12"), none: exactNumber("0.00") }),
      '{"fees":4166.20,"count":-12,"none":0.00}',
    );
  });

  it("never writes what is no JSON", () => {
    for (const digits of ["", "00", "1.", ".5", "1e3", "１", "+1", "NaN", "--1"]) {
      assert.equal(toJson(exactNumber(digits)), JSON.stringify(digits));
    }
  });

  it("writes everything else as JSON.stringify does, keys in the order given", () => {
    const value = { b: [1, null, true, '“\n\u2028"'], a: { x: {}, y: [] }, '"键"': "\uD800" };
    assert.equal(toJson(value), JSON.stringify(value));
  });
});

describe("cli/result cells", () => {
  const written = (value: CellValue, raw = "raw"): string => toJson(cellResult(cell(value, raw)));

  it("numbers as the report has them", () => {
    assert.equal(written({ kind: "number", digits: "65", spelling: [], note: null }), "65");
    assert.equal(written({ kind: "number", digits: "4166.20", spelling: [], note: null }), "4166.20");
    assert.equal(written({ kind: "number", digits: "0", spelling: ["leading-zero"], note: null }, "00"), "0");
    assert.equal(written({ kind: "number", digits: "123456789012345", spelling: [], note: null }), "123456789012345");
  });

  it("null for what is blank or not there", () => {
    assert.equal(written({ kind: "blank" }), "null");
    assert.equal(written({ kind: "absent" }), "null");
  });

  it("the text of what cannot be read", () => {
    assert.equal(written({ kind: "text", mark: true }, "/"), '"/"');
    assert.equal(written({ kind: "invalid", why: "decimal", digits: "1.5" }, "1.5"), '"1.5"');
    assert.equal(written({ kind: "invalid", why: "negative", digits: "-1" }, "-1"), '"-1"');
    const long = "1234567890123456";
    assert.equal(written({ kind: "invalid", why: "too-long", digits: long }, long), `"${long}"`);
    assert.equal(written({ kind: "number", digits: long, spelling: [], note: null }, long), `"${long}"`);
  });
});

function cell(value: CellValue, raw: string): Cell {
  const row = formFor(2021, false).tables[0]?.rows[0];
  const column = row?.columns[0];
  assert.ok(row && column);
  const span = { start: 0, end: raw.length };
  return {
    path: { table: "disclosure", row: row.id, column: column.id },
    row,
    column,
    span,
    edit: span,
    raw,
    value,
    count: null,
  };
}
