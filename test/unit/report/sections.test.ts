// Which lines are the six headings, what they hold, and what only looks like one.
import assert from "node:assert/strict";
import { readReport } from "../../../server/src/report/index";
import { skimReport } from "../../../server/src/report/skim";
import { sampleReport } from "../../support/sample";

function headings(text: string): readonly string[] {
  return readReport(text).sections.map(
    ({ id, title, match, duplicate }) =>
      `${id}: ${title}${match === "mistyped" ? " (mistyped)" : ""}${duplicate ? " (again)" : ""}`,
  );
}

describe("a heading", () => {
  for (const [line, id, match] of [
    ["一、总体情况", "overview", "standard"],
    ["一、概述", "overview", "standard"],
    ["一.总体情况", "overview", "standard"],
    ["一．总体情况", "overview", "standard"],
    ["一 总体情况", "overview", "standard"],
    ["一、 总 体 情 况", "overview", "standard"],
    ["一、总体情况：", "overview", "standard"],
    ["\ufeff\u3000\u3000一、总体情况\u3000", "overview", "standard"],
    ["# 一、总体情况", "overview", "standard"],
    ["## **一、总体情况**", "overview", "standard"],
    ["⼀、总体情况", "overview", "standard"],
    ["一、總體情況", "overview", "standard"],
    ["一、总体情况(宋体加粗小四号字)", "overview", "mistyped"],
    ["二、行政机关主动公开政府信息情况", "disclosure", "standard"],
    ["二、政府信息主动公开情况", "disclosure", "standard"],
    ["三、行政机关收到和处理政府信息公开申请情况", "requests", "standard"],
    ["三是收到和处理政府信息公开申请情况", "requests", "mistyped"],
    ["四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "review", "standard"],
    ["四、因政府信息公开工作被申请行政复议提起行政诉讼情况", "review", "standard"],
    ["四、政府信息公开行政复议和行政诉讼情况", "review", "standard"],
    ["四、政府信息公开行政法复议、行政诉讼情况", "review", "mistyped"],
    ["五、存在问题及改进情况", "problems", "standard"],
    ["五、政府信息公开工作存在的主要问题及改进情况", "problems", "standard"],
    ["五、存在的主要问题和改进情况", "problems", "standard"],
    ["六、其他需要报告的事项", "other", "standard"],
    ["六、需要报告的其他事项", "other", "standard"],
    ["总体情况", "overview", "mistyped"],
    ["二、总体情况", "overview", "mistyped"],
  ] as const) {
    it(`${JSON.stringify(line)} is ${id}${match === "mistyped" ? ", mistyped" : ""}`, () => {
      const { sections } = readReport(`${line}\n文字若干。\n`);
      assert.deepEqual(
        sections.map((section) => [section.id, section.match]),
        [[id, match]],
      );
    });
  }

  for (const line of [
    "一、本年新收政府信息公开申请数量",
    "二、上年结转政府信息公开申请数量",
    "三、本年度办理结果",
    "四、结转下年度继续办理",
    "（一）总体情况",
    "一是总体情况良好",
    "1.总体情况",
    "七、总体",
    "一、二、三等奖",
    "总体情况良好",
    "一、2024年工作回顾及2025年打算",
    "本报告由总体情况、主动公开政府信息情况等六个部分组成。",
    "六、其他",
  ]) {
    it(`${line} is none`, () => {
      assert.deepEqual(headings(`${line}\n文字若干。\n`), []);
    });
  }

  it("with its text on the same line ends before the text", () => {
    const text = "一、总体情况 2024年，本机关公开信息 12 条。\n二、主动公开政府信息情况。如下表。\n";
    const [one, two] = readReport(text).sections;
    assert.equal(one?.title, "一、总体情况");
    assert.equal(text.slice(one?.body.start, one?.body.end).trim(), "2024年，本机关公开信息 12 条。");
    assert.equal(two?.title, "二、主动公开政府信息情况");
  });

  it("in a text that lost its line breaks", () => {
    const text = sampleReport({ layout: "pipes" }).replaceAll("\n", "");
    assert.deepEqual(
      readReport(text).sections.map(({ id }) => id),
      ["overview", "disclosure", "requests", "review", "problems", "other"],
    );
  });

  it("that is renumbered counts only where no other has the right number", () => {
    assert.deepEqual(headings("一、总体情况\n略。\n一、主动公开政府信息情况\n略。\n"), [
      "overview: 一、总体情况",
      "disclosure: 一、主动公开政府信息情况 (mistyped)",
    ]);
    assert.deepEqual(headings("一、总体情况\n略。\n一、主动公开政府信息情况\n略。\n二、主动公开政府信息情况\n略。\n"), [
      "overview: 一、总体情况",
      "disclosure: 二、主动公开政府信息情况",
    ]);
  });

  it("twice is there twice", () => {
    assert.deepEqual(headings("一、总体情况\n略。\n一、总体情况\n略。\n"), [
      "overview: 一、总体情况",
      "overview: 一、总体情况 (again)",
    ]);
  });
});

describe("a section", () => {
  it("reaches to the next heading, the last one to what is no part of the report", () => {
    const text = "一、总体情况\n甲。\n\n二、主动公开政府信息情况\n乙。\n \n六、其他需要报告的事项\n丙。\n\nSheet1\n1\n";
    const { sections, trailing } = readReport(text);
    assert.deepEqual(
      sections.map(({ span }) => text.slice(span.start, span.end)),
      ["一、总体情况\n甲。", "二、主动公开政府信息情况\n乙。", "六、其他需要报告的事项\n丙。"],
    );
    assert.deepEqual(
      sections.map(({ body }) => text.slice(body.start, body.end).trim()),
      ["甲。", "乙。", "丙。"],
    );
    assert.equal(text.slice(trailing?.start, trailing?.end), "Sheet1\n1");
  });

  it("has the subsections of its prose, not the rows of its tables", () => {
    const report = readReport(sampleReport());
    assert.deepEqual(
      report.sections.map(({ subsections }) => subsections.map(({ title }) => title)),
      [
        [
          "（一）主动公开情况",
          "（二）依申请公开情况",
          "（三）政府信息管理情况",
          "（四）政府信息公开平台建设情况",
          "（五）监督保障情况",
        ],
        [],
        [],
        [],
        [],
        [],
      ],
    );
    const { subsections } = readReport(
      "五、存在问题及改进情况\n（一）存在的问题。更新不及时。\n(二)改进情况：加强培训。\n",
    ).sections[0] ?? { subsections: [] };
    assert.deepEqual(
      subsections.map(({ title }) => title),
      ["（一）存在的问题", "(二)改进情况"],
    );
  });
});

describe("what stands behind a report", () => {
  const trailing = (behind: string) => {
    const text = `六、其他需要报告的事项\n本年度未收取信息处理费。\n${behind}\n`;
    const found = readReport(text).trailing;
    return found && text.slice(found.start, found.end);
  };

  for (const line of [
    "_1234567890.xls",
    "_1234567890.xlsx",
    "Sheet1",
    "Sheet 2",
    "工作表1",
    "上一篇：通知",
    "下一篇：没有了",
    "打印本页",
    "关闭窗口",
    "分享到：",
    "责任编辑：某某",
    "主办单位：某某",
    "某ICP备00000000号",
  ]) {
    it(`begins with ${line}`, () => {
      assert.equal(trailing(`${line}\n其后`), `${line}\n其后`);
    });
  }

  for (const line of [
    "附件：1.基本目录",
    "附件1",
    "2025年1月20日",
    "青禾县示范镇人民政府",
    "（印章）",
    "注：数据截至12月31日",
    "打印机等设备采购情况已公开，共 3 项，详见门户网站。",
    "分享经验是我们的一贯做法，全年共组织各类交流活动十余次，参加人员近百人次，收到了良好的效果。",
    "- 8 -",
  ]) {
    it(`does not begin with ${line.slice(0, 20)}`, () => {
      assert.equal(trailing(line), null);
    });
  }
});

describe("places", () => {
  it("never end inside a character", () => {
    const text = `五、存在问题及改进情况\n（二）${"😀".repeat(30)}\n更新不及时。下一步加强培训。\n`;
    const heading = readReport(text).sections[0]?.subsections[0]?.heading;
    assert.ok(heading);
    assert.ok([...text.slice(heading.start, heading.end)].every((char) => char.length === 1 || char === "😀"));
    const titled = `${"😀".repeat(250)}\n青禾县2022年政府信息公开工作年度报告\n一、总体情况\n略。\n`;
    const title = readReport(titled).title;
    if (title) assert.ok(!/[\ud800-\udbff]$/.test(titled.slice(title.span.start, title.span.end)));
  });
});

describe("a text that is too long to be read", () => {
  it("has its title and headings, and nothing that looks checked", () => {
    const text = sampleReport();
    const { title, organ, year, sections, tables, counts } = skimReport(text + "长".repeat(100_000));
    const whole = readReport(text);
    assert.deepEqual([title, organ, year], [whole.title, whole.organ, whole.year]);
    assert.deepEqual(
      sections.map(({ id, heading }) => [id, heading]),
      whole.sections.map(({ id, heading }) => [id, heading]),
    );
    assert.deepEqual(tables, []);
    assert.deepEqual(counts, { total: 42, held: 0, broken: 0, notAssessable: 42 });
  });

  it("has them whatever its lines end in, and few of very many", () => {
    for (const eol of ["\r\n", "\r"] as const) {
      assert.equal(skimReport(sampleReport({ eol })).sections.length, 6);
    }
    assert.equal(skimReport("一、总体情况\n文字\n".repeat(50_000)).sections.length, 200);
    assert.equal(skimReport("").sections.length, 0);
  });
});
