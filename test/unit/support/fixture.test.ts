import assert from "node:assert/strict";
import { fixture, place, underlined } from "../../support/fixture";

describe("fixtures", () => {
  it("take the cursor and the underlined ranges out of the text", () => {
    const { text, cursor, spans } = fixture("总计\t6$05\n　　\t^^\n下一行\n＾＾");
    assert.equal(text, "总计\t65\n下一行");
    assert.equal(cursor, 4);
    assert.deepEqual(spans, [
      { start: 3, end: 5 },
      { start: 6, end: 8 },
    ]);
  });

  it("write ranges back as they were read", () => {
    const source = "总计\t65\n　　\t^^\n下一行\n＾＾";
    const { text, spans } = fixture(source);
    assert.equal(underlined(text, spans), source);
    assert.equal(underlined(text.replaceAll("\n", "\r\n"), [place("总计\t65\r\n下一行", "下一")]), "下一行\n＾＾");
  });
});
