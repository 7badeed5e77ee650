import assert from "node:assert/strict";
import { highlights } from "../../../server/src/features/highlights";
import { readReport } from "../../../server/src/report/index";
import { fixture, underlined } from "../../support/fixture";
import { layouts, sampleReport } from "../../support/sample";

function shown(source: string): { readonly write: string; readonly read: readonly string[]; readonly drawn: string } {
  const { text, cursor } = fixture(source);
  const marks = highlights(readReport(text), cursor ?? 0);
  const texts = (kind: string) =>
    marks.filter((mark) => mark.kind === kind).map(({ span }) => text.slice(span.start, span.end));
  return {
    write: texts("write").join(),
    read: texts("read"),
    drawn: underlined(
      text,
      marks.map(({ span }) => span),
    ),
  };
}

describe("highlights", () => {
  it("mark the cells of the relations through a cell", () => {
    for (const layout of layouts) {
      const { write, read } = shown(sampleReport({ layout, cells: { "requests/granted/business": "$03" } }));
      assert.equal(write, "3", layout);
      // Its row has six more cells, its column twenty more outcomes and their total.
      assert.equal(read.length, 6 + 20 + 1, layout);
    }
  });

  it("mark all four parts of a balance", () => {
    const { read } = shown(sampleReport({ layout: "tabs", cells: { "requests/new/research": "$01" } }));
    assert.deepEqual(read, ["58", "7", "0", "0", "0", "66", "0", "1", "0"]);
  });

  it("stay in their group of table four", () => {
    assert.match(
      shown(sampleReport({ layout: "tabs", cells: { "review/suitAfterReview/total": "1$0" } })).drawn,
      /\n(?:\t| \t){10}\^\t\^\t\^\t\^\t\^$/u,
    );
  });

  it("mark a row on its label", () => {
    const source = sampleReport({ layout: "tabs" }).replace("四、结转下年度", "四、结转$0下年度");
    assert.equal(
      shown(source).drawn,
      "四、结转下年度继续办理\t\t\t2\t1\t0\t0\t0\t0\t3\n　　　　　　　　　　　\t\t\t^\t^\t^\t^\t^\t^\t^",
    );
  });

  it("mark a column on its head, in table two within its block", () => {
    const text = sampleReport({ layout: "pipes" });
    assert.deepEqual(shown(text.replace("科研机构", "科研$0机构")).read.length, 25);
    assert.deepEqual(shown(text.replace("现行有效", "现行$0有效")).read, ["0", "12"]);
    const penalties = text.lastIndexOf("本年处理决定数量");
    assert.deepEqual(shown(`${text.slice(0, penalties)}$0${text.slice(penalties)}`).read, ["16", "2"]);
  });

  it("mark a blank cell and one that is no number too", () => {
    const { read } = shown(
      sampleReport({ layout: "pipes", cells: { "review/review/total": "$02", "review/review/pending": "/" } }),
    );
    assert.deepEqual(read, ["1", "0", "0", "/"]);
  });

  it("are none elsewhere", () => {
    for (const source of [
      "$0",
      sampleReport().replace("总体", "总$0体"),
      sampleReport().replace("解读材料", "解读$0材料"),
    ]) {
      assert.deepEqual(shown(source).read, []);
    }
  });
});
