import assert from "node:assert/strict";
import { matchSymbol, symbolsIn } from "../../../server/src/features/symbols";
import { readReport } from "../../../server/src/report/index";
import { sampleReport } from "../../support/sample";

const text = sampleReport();
const symbols = symbolsIn(readReport(text));

function found(query: string): readonly string[] {
  return symbols
    .map((symbol) => ({ symbol, rank: matchSymbol(symbol, query) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ symbol }) => symbol.name);
}

describe("workspace symbols", () => {
  it("are the organ with its year, and the sections", () => {
    assert.deepEqual(
      symbols.map(
        ({ kind, name, container, span }) => `${kind} ${name} @${container} ${text.slice(span.start, span.end)}`,
      ),
      [
        "organ 青禾县示范镇人民政府2024年 @ 青禾县示范镇人民政府2024年政府信息公开工作年度报告",
        ...[
          "一、总体情况",
          "二、主动公开政府信息情况",
          "三、收到和处理政府信息公开申请情况",
          "四、政府信息公开行政复议、行政诉讼情况",
          "五、存在的主要问题及改进情况",
          "六、其他需要报告的事项",
        ].map((title) => `section ${title} @青禾县示范镇人民政府2024年 ${title}`),
      ],
    );
    assert.deepEqual(symbolsIn(readReport("")), []);
  });

  for (const [query, names] of [
    ["", symbols.map(({ name }) => name)],
    ["示范镇人民政府2024", symbols.map(({ name }) => name)],
    ["行政诉讼", ["四、政府信息公开行政复议、行政诉讼情况"]],
    ["复议诉讼", ["四、政府信息公开行政复议、行政诉讼情况"]],
    ["示范总体", ["一、总体情况"]],
    ["总体 示范镇", ["一、总体情况"]],
    ["示范 总体", ["一、总体情况"]],
    ["２０２４ 改进", ["五、存在的主要问题及改进情况"]],
    ["购物", []],
  ] as const)
    it(`${JSON.stringify(query)} finds ${names.length}`, () => assert.deepEqual(found(query), names));
});
