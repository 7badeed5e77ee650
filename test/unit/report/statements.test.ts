import assert from "node:assert/strict";
import { clausesOf } from "../../../server/src/report/clauses";
import { readReport } from "../../../server/src/report/index";
import { readStatements, statementsOf } from "../../../server/src/report/statements";
import { tokensOf } from "../../../server/src/report/tokens";
import { amountWords, tellingsOf } from "../../../server/src/report/told";
import { measure, precisionOf, recallOf } from "../../labelled/measure";
import { sampleReport } from "../../support/sample";
import { labelled } from "./statements.cases";

const clausesIn = (text: string) => clausesOf(tokensOf(text));

/** Each statement of a paragraph: its number or word, and the rows of its readings. */
function told(text: string): readonly string[] {
  return readStatements(clausesIn(text), { year: 2024, organ: "青禾县财政局", subject: null }).map(
    ({ span, readings }) =>
      `${text.slice(span.start, span.end)}: ${readings.map(({ rows }) => rows.join("+")).join(" or ")}`,
  );
}

describe("statements", () => {
  it("are the numbers of the form, with what they may be of", () => {
    assert.deepEqual(told("全年收到政府信息公开申请１，２０3件，上年结转一百二十件，办结 1 191 件。"), [
      "１，２０3: new or new+carriedIn",
      "一百二十: carriedIn",
    ]);
  });

  it("go on with what the sentence is about", () => {
    assert.deepEqual(told("受理政府信息公开申请12件，其中自然人10件；共办结11件，结转至2025年1件。"), [
      "12: new or new+carriedIn",
      "10: new or new+carriedIn",
      "11: total",
      "1: carriedOut",
    ]);
  });

  it("are none of another organ, another year, another service", () => {
    assert.deepEqual(told("县公安局收到政府信息公开申请12件；2023年收到政府信息公开申请9件。办理热线8件，办结8件。"), [
      "12: new or new+carriedIn",
    ]);
    const [other] = readStatements(clausesIn("县公安局收到政府信息公开申请12件。"), {
      year: 2024,
      organ: "青禾县财政局",
      subject: null,
    });
    assert.equal(other?.loose, true);
  });

  it("are compared with the cells of each reading", () => {
    const report = readReport(sampleReport({ sections: { overview: "共收到政府信息公开申请70件。" } }));
    const [telling] = tellingsOf(report);
    assert.deepEqual(
      telling?.readings.map(({ sum }) => sum && amountWords(sum)),
      ["66", "70"],
    );
    assert.equal(telling?.agrees, true);
    assert.equal(statementsOf(report), statementsOf(report));
  });

  it("are found by any word and in any writing: passages without one are passed over", () => {
    const sentences: readonly (readonly [string, string])[] = [
      ["收到政府信息公开申请三百一十二件。", "number"],
      ["收到政府信息公开申请３1２\u200b件。", "number"],
      ["收到政府信息公开申请⼀百⼆⼗余件，办结⼀百⼆⼗件。", "number"],
      ["未 收到政府信息公开申请。", "none"],
      ["没有收到政府信息公开申请。", "none"],
      ["政府信息公开申请：⽆。", "none"],
      ...["均", "皆", "都", "全 部", "全都", "全数", "悉 数", "所 有"].map(
        (word) => [`受理的政府信息公开申请${word}办结。`, "all"] as const,
      ),
    ];
    for (const [overview, kind] of sentences) {
      const found = statementsOf(readReport(sampleReport({ sections: { overview } })));
      assert.deepEqual(
        found.map((statement) => statement.kind),
        [kind],
        overview,
      );
    }
  });

  it("are read in a time that grows with the text", () => {
    const setting = { year: 2024, organ: null, subject: null };
    for (const part of [
      "收到政府信息公开申请3件，",
      "《",
      "（",
      "）",
      "一",
      "1,",
      "1 ",
      "未收到",
      "年均，",
      "县局镇村",
    ]) {
      const from = performance.now();
      readStatements(clausesIn(part.repeat(400_000 / part.length)), setting);
      assert.ok(performance.now() - from < 4000, part);
    }
  });
});

describe("labelled sentences", () => {
  const { measures } = measure();

  it("are 150 or more, half of them without a finding", () => {
    assert.ok(labelled.length >= 150);
    assert.ok(labelled.filter(({ text }) => !text.includes("«")).length * 2 >= labelled.length * 0.9);
  });

  for (const each of measures)
    it(`${each.rule}: precision 98 %, recall 90 %`, () => {
      assert.ok(precisionOf(each) >= 98, `precision ${precisionOf(each)}`);
      assert.ok(recallOf(each) >= 90, `recall ${recallOf(each)}`);
      assert.ok(each.right >= 10);
    });
});
