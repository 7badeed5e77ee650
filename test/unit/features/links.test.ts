import assert from "node:assert/strict";
import { citedPage } from "../../../server/src/features/cited";
import { links } from "../../../server/src/features/links";
import { documents } from "../../../server/src/form/documents";
import { readReport } from "../../../server/src/report/index";
import { fixture, underlined } from "../../support/fixture";

/** Each underlined part is one link. */
function isMarked(source: string): void {
  const { text, spans } = fixture(source);
  const found = links(readReport(text)).map(({ span }) => span);
  assert.equal(underlined(text, found), underlined(text, spans));
}

describe("document links", () => {
  it("stand on the Regulation, with the article if one is named", () => {
    isMarked(`
根据《中华人民共和国政府信息公开条例》（国令第711号）编制
　　＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾　＾＾＾^^^＾
《政府信息公开条例》第三十六条第（七）项、《条例》第二十条第一款
＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾　＾＾＾＾＾＾＾＾＾＾＾
国务院令第711号
＾＾＾＾＾^^^＾
国令第 711 号
＾＾＾^^^^^＾`);
  });

  it("stand on no other regulation that is abbreviated in the same way", () => {
    const named = "《中华人民共和国政府信息公开条例》（国令第711号）（以下简称《条例》）";
    const other = "《信访工作条例》（以下简称“《条例》”）";
    const found = (text: string) =>
      links(readReport(text)).filter(({ span }) => text.startsWith("《条例》", span.start));
    const article = "《条例》第十条";
    for (const [text, count] of [
      [article, 1],
      [`${named}，${article}`, 1],
      [`${other}，${article}`, 0],
      [`${article}。${other}，${article}`, 1],
      [`${other}，${article}。${named}，${article}`, 1],
      [`${named}，${article}。《机关事务管理条例》（下称《条例》）${article}`, 1],
      [`《信访工作条例》和${named}，${article}`, 1],
      ["《信访工作条例》。以下简称从略，《条例》第十条", 1],
    ] as const)
      assert.equal(found(text).length, count, text);
  });

  it("stand on the notices, in any brackets", () => {
    isMarked(`
国办公开办函〔2021〕30号、国办公开办函[2019]60号、国办函（2020）109号
＾＾＾＾＾＾＾^^^^＾^^＾　＾＾＾＾＾＾^^^^^^^^＾　＾＾＾＾^^^^＾^^^＾
国办公开办函〔2021〕30 号
＾＾＾＾＾＾＾^^^^＾^^^＾
国办函 〔 2020 〕 109 号
＾＾＾^＾^^^^^^＾^^^^^＾
收费按《政府信息公开信息处理费管理办法》
　　　＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾`);
  });

  it("stand on nothing else", () => {
    for (const text of [
      "",
      "《条例》施行以来",
      "《机关事务管理条例》第二十条",
      "第二十条第（一）项",
      "国办公开办函〔2021〕31号",
      "国务院令第492号",
    ])
      assert.deepEqual(links(readReport(text)), [], text);
  });

  it("lead to pages of the extension, which give no address that might be dead", () => {
    for (const { id, name, what } of documents) {
      const page = citedPage(id) ?? "";
      assert.doesNotMatch(page, /:\/\//u, id);
      for (const text of [name.zh, name.en, what.zh, what.en]) assert.ok(page.includes(text), id);
    }
    assert.equal(citedPage("row-total"), null);
    const found = links(readReport("《条例》第一条，国办函〔2020〕109号"));
    assert.deepEqual(
      found.map(({ cited }) => cited.id),
      ["cited-regulation", "cited-fee-rules"],
    );
  });

  it("are not more than anybody could use", () => {
    assert.equal(links(readReport("国令第711号".repeat(5000))).length, 1000);
  });
});
