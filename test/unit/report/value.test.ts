// What a cell's text says, exactly.
import assert from "node:assert/strict";
import { countOf, readValue } from "../../../server/src/report/value";

/** "12", "12 [full-width]", "12 (件)", "blank", "text", "mark", "invalid decimal 1.5" */
function told(text: string, kind: "count" | "signed" | "amount"): string {
  const { value } = readValue(text, kind);
  switch (value.kind) {
    case "number": {
      const spelling = value.spelling.length > 0 ? ` [${value.spelling.join(" ")}]` : "";
      return `${value.digits}${spelling}${value.note === null ? "" : ` (${value.note})`}`;
    }
    case "text":
      return value.mark ? "mark" : "text";
    case "invalid":
      return `invalid ${value.why} ${value.digits}`;
    default:
      return value.kind;
  }
}

const counts: readonly (readonly [string, string])[] = [
  ["", "blank"],
  ["0", "0"],
  ["12", "12"],
  ["00", "0 [leading-zero]"],
  ["012", "12 [leading-zero]"],
  ["0000000000000000012", "12 [leading-zero]"],
  ["１２", "12 [full-width]"],
  ["1,234", "1234 [separator]"],
  ["1，234", "1234 [separator]"],
  ["１，２３４", "1234 [full-width separator]"],
  ["1,234,567", "1234567 [separator]"],
  ["1 234", "1234 [inner-space]"],
  ["1\u00a0234", "1234 [inner-space]"],
  ["1\u30002", "12 [inner-space]"],
  ["12,34", "text"],
  ["1,2345", "text"],
  ["1\n2", "text"],
  ["1\r\n2", "text"],
  ["12件", "12 (件)"],
  ["12 件", "12 (件)"],
  ["12件次", "12 (件次)"],
  ["22（其中修订 16 件）", "22 (（其中修订 16 件）)"],
  ["22\n（其中修订 16 件）", "22 (（其中修订 16 件）)"],
  ["22件(含变更)", "22 (件(含变更))"],
  ["５（件）", "5 [full-width] (（件）)"],
  ["O", "0 [letter]"],
  ["1O", "10 [letter]"],
  ["2l", "21 [letter]"],
  ["〇", "0 [letter]"],
  ["l", "text"],
  ["零", "0 [chinese]"],
  ["十二", "12 [chinese]"],
  ["一十二", "12 [chinese]"],
  ["两百", "200 [chinese]"],
  ["一百零五", "105 [chinese]"],
  ["三千零二十", "3020 [chinese]"],
  ["一", "text"],
  ["十", "text"],
  ["一百二", "text"],
  ["二零", "text"],
  ["百", "text"],
  ["一万", "text"],
  ["-3", "invalid negative -3"],
  ["－3", "invalid negative -3"],
  ["-0", "0 [sign]"],
  ["+3", "3 [sign]"],
  ["1.5", "invalid decimal 1.5"],
  ["1.0", "invalid decimal 1.0"],
  ["１．５", "invalid decimal 1.5"],
  ["12.", "text"],
  ["999999999999999", "999999999999999"],
  ["1234567890123456", "invalid too-long 1234567890123456"],
  ["/", "mark"],
  ["-", "mark"],
  ["—", "mark"],
  ["——", "mark"],
  ["无", "mark"],
  ["不适用", "mark"],
  ["N/A", "mark"],
  ["约12", "text"],
  ["12左右", "text"],
  ["12/13", "text"],
  ["12-13", "text"],
  ["①", "text"],
  ["1²", "text"],
  ["٣", "text"],
  ["NaN", "text"],
  ["1e3", "text"],
  ["0x10", "text"],
  ["∞", "text"],
];

const signed: readonly (readonly [string, string])[] = [
  ["-18", "-18"],
  ["减4", "-4 (减)"],
  ["减少 4", "-4 (减少)"],
  ["增4", "4 (增)"],
  ["减04", "-4 [leading-zero] (减)"],
  ["－2", "-2 [sign]"],
  ["+5", "5 [sign]"],
  ["0", "0"],
  ["减0", "0 (减)"],
  ["-1.5", "invalid decimal -1.5"],
];

const amounts: readonly (readonly [string, string])[] = [
  ["96171.6", "96171.6"],
  ["4166.241619", "4166.241619"],
  ["35.60", "35.60"],
  ["0.0", "0.0"],
  ["１０．５", "10.5 [full-width]"],
  ["1,234.50", "1234.50 [separator]"],
  ["251000元", "251000 (元)"],
  ["73802895.90元", "73802895.90 (元)"],
  ["35.6万元", "35.6 (万元)"],
  ["-3.5", "invalid negative -3.5"],
  ["0.10000000000000", "0.10000000000000"],
  ["0.100000000000000", "invalid too-long 0.100000000000000"],
  ["12345678901234.5", "12345678901234.5"],
  ["12345678901234.56", "invalid too-long 12345678901234.56"],
];

describe("values", () => {
  for (const [kind, cases] of Object.entries({ count: counts, signed, amount: amounts })) {
    for (const [text, expected] of cases)
      it(`${kind} ${JSON.stringify(text)}: ${expected}`, () => {
        assert.equal(told(text, kind as "count"), expected);
      });
  }

  it("place the number's own characters", () => {
    const place = (text: string, kind: "count" | "signed" | "amount" = "count") => {
      const { from, to } = readValue(text, kind);
      return text.slice(from, to);
    };
    assert.equal(place("12件"), "12");
    assert.equal(place("1,234（注）"), "1,234");
    assert.equal(place("-3件", "signed"), "-3");
    assert.equal(place("减4", "signed"), "减4");
    assert.equal(place("无"), "无");
    assert.equal(place("35.6万元", "amount"), "35.6");
  });

  it("count whole numbers only", () => {
    const count = (text: string, kind: "count" | "amount" = "count") => countOf(readValue(text, kind).value);
    assert.equal(count("999999999999999"), 999999999999999n);
    assert.equal(count("1,234"), 1234n);
    assert.equal(count("007"), 7n);
    assert.equal(count("35.0", "amount"), null);
    for (const text of ["", "/", "1.5", "-3", "1234567890123456", "12左右"]) assert.equal(count(text), null);
  });

  it("of any length are read at once", () => {
    const long = (text: string) => told(text, "count");
    assert.equal(long("9".repeat(100_000)).slice(0, 25), "invalid too-long 99999999");
    assert.ok(long("9".repeat(100_000)).length < 300);
    assert.equal(long(`1${" ".repeat(100_000)}2`), "text");
    assert.equal(long(`1${",111".repeat(100_000)}`), "text");
  });
});
