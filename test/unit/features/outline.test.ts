import assert from "node:assert/strict";
import { outline } from "../../../server/src/features/outline";
import type { OutlineItem } from "../../../server/src/features/types";
import { readReport } from "../../../server/src/report/index";
import { layouts, type SampleOptions, sampleReport } from "../../support/sample";

/** The outline as text: an item a line, indented by its depth, its detail behind a colon. */
function drawn(items: readonly OutlineItem[], depth = Number.POSITIVE_INFINITY, indent = ""): string {
  return items
    .map((item) => {
      const own = `${indent}${item.name}${item.detail === "" ? "" : ` : ${item.detail}`}`;
      return depth <= 1 || item.children.length === 0
        ? own
        : `${own}\n${drawn(item.children, depth - 1, `${indent}  `)}`;
    })
    .join("\n");
}

function outlineOf(options: SampleOptions, depth?: number): string {
  return drawn(outline(readReport(sampleReport(options)), "zh"), depth);
}

const sixSections = `一、总体情况
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
六、其他需要报告的事项`;

describe("outline", () => {
  it("has the six sections of a whole report on top, in every way of writing", () => {
    for (const layout of layouts) {
      assert.equal(outlineOf({ layout }, 1), sixSections, layout);
    }
  });

  it("has subsections, tables, and rows with their totals below", () => {
    for (const layout of layouts) {
      assert.equal(
        outlineOf({ layout }),
        `一、总体情况
  （一）主动公开情况
  （二）依申请公开情况
  （三）政府信息管理情况
  （四）政府信息公开平台建设情况
  （五）监督保障情况
二、主动公开政府信息情况
  表二
    规章 : 0 / 0 / 0
    行政规范性文件 : 3 / 1 / 12
    行政许可 : 128
    行政处罚 : 16
    行政强制 : 2
    行政事业性收费 : 35.6
三、收到和处理政府信息公开申请情况
  表三 : 39/39 ✓
    一、本年新收政府信息公开申请数量 : 66
    二、上年结转政府信息公开申请数量 : 4
    （一）予以公开 : 25
    （二）部分公开（区分处理的，只计这一情形，不计其他情形） : 7
    （三）1.属于国家秘密 : 0
    （三）2.其他法律行政法规禁止公开 : 0
    （三）3.危及“三安全一稳定” : 0
    （三）4.保护第三方合法权益 : 4
    （三）5.属于三类内部事务信息 : 2
    （三）6.属于四类过程性信息 : 5
    （三）7.属于行政执法案卷 : 3
    （三）8.属于行政查询事项 : 5
    （四）1.本机关不掌握相关政府信息 : 9
    （四）2.没有现成信息需要另行制作 : 2
    （四）3.补正后申请内容仍不明确 : 1
    （五）1.信访举报投诉类申请 : 3
    （五）2.重复申请 : 0
    （五）3.要求提供公开出版物 : 0
    （五）4.无正当理由大量反复申请 : 0
    （五）5.要求行政机关确认或重新出具已获取信息 : 0
    （六）1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 : 1
    （六）2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 : 0
    （六）3.其他 : 0
    （七）总计 : 67
    四、结转下年度继续办理 : 3
四、政府信息公开行政复议、行政诉讼情况
  表四 : 3/3 ✓
    行政复议 : 2
    未经复议直接起诉 : 0
    复议后起诉 : 1
五、存在的主要问题及改进情况
六、其他需要报告的事项`,
        layout,
      );
    }
  });

  it("says how many relations of a table are broken or cannot be checked", () => {
    const details = (options: SampleOptions) => {
      const tables = outline(readReport(sampleReport(options)), "zh").flatMap((section) => section.children);
      return tables.filter(({ kind }) => kind === "table").map(({ detail }) => detail);
    };
    assert.deepEqual(details({ edition: 2019 }), ["", "37/37 ✓", "3/3 ✓"]);
    assert.deepEqual(details({ cells: { "requests/new/total": "65" } }), ["", "✗ 2 / 39", "3/3 ✓"]);
    assert.deepEqual(details({ cells: { "review/review/upheld": "/", "requests/granted/natural": "/" } }), [
      "",
      "37/39 · 2 无法核对",
      "2/3 · 1 无法核对",
    ]);
    assert.deepEqual(details({ cells: { "review/review/upheld": "/", "review/directSuit/total": "5" } }), [
      "",
      "39/39 ✓",
      "✗ 1 / 3 · 1 无法核对",
    ]);
  });

  it("shows a total that is no number as it stands", () => {
    const text = outlineOf({ layout: "tabs", cells: { "requests/new/total": "", "requests/carriedIn/total": "／" } });
    assert.match(text, /一、本年新收政府信息公开申请数量 : 空白\n {4}二、上年结转政府信息公开申请数量 : ／\n/u);
  });

  it("has exactly the sections that are there, a repeated one too", () => {
    const text = sampleReport({ sections: { problems: null } }).replace(
      "六、其他需要报告的事项",
      "一、总体情况\n\n另一段。\n\n六、其他需要报告的事项",
    );
    assert.equal(
      drawn(outline(readReport(text), "zh"), 1),
      `一、总体情况
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
一、总体情况
六、其他需要报告的事项`,
    );
  });

  it("is empty where nothing is", () => {
    for (const text of ["", "\n", "购物清单\n苹果\t3\n"]) {
      assert.deepEqual(outline(readReport(text), "zh"), []);
    }
  });

  it("nests every range in its parent's, apart from its neighbours, with the selection inside", () => {
    const check = (items: readonly OutlineItem[], start: number, end: number): void => {
      let previous = start;
      for (const item of items) {
        assert.ok(previous <= item.span.start && item.span.end <= end, item.name);
        assert.ok(item.span.start <= item.selection.start && item.selection.start <= item.selection.end, item.name);
        assert.ok(item.selection.end <= item.span.end, item.name);
        assert.notEqual(item.name.trim(), "");
        check(item.children, item.span.start, item.span.end);
        previous = item.span.end;
      }
    };
    for (const layout of layouts) {
      for (const eol of ["\n", "\r\n", "\r"] as const) {
        const text = sampleReport({ layout, eol, sections: { review: "（一）行政复议\n见下表。" } });
        check(outline(readReport(text), "en"), 0, text.length);
      }
    }
  });
});
