// Two reports in one text: only the first is read, and where the other begins. What has the same headings and is none is read whole.
import assert from "node:assert/strict";
import { readReport } from "../../../server/src/report/index";
import type { Report } from "../../../server/src/report/types";
import { check } from "../../../server/src/rules/index";
import { layouts, sampleReport } from "../../support/sample";

const first = sampleReport();
const second = sampleReport({ organ: "白石县水务局", year: 2024 });
const titleOf = (text: string): string => text.slice(0, text.indexOf("\n"));
const from = (heading: string, text = first): string => text.slice(text.indexOf(heading));
const upTo = (heading: string, text = first): string => text.slice(0, text.indexOf(heading));
const untitled = (text: string): string => from("一、", text);
const without = (heading: string, text = first): string => text.replace(`${heading}\n`, "");
/** As it comes out of a converter that loses the line breaks. */
const flat = (text: string): string => text.replace(/\n+/g, " ");

/** A text of two reports in two parts: what belongs to the first, and where the other begins. */
function assertTwo(before: string, behind: string, reports = 1): Report {
  const report = readReport(before + behind);
  assert.deepEqual(report.another, {
    start: before.length,
    end: (before + behind).trimEnd().length,
    reports,
  });
  for (const { span } of [...report.sections, ...report.tables]) assert.ok(span.end <= before.length);
  return report;
}

/** Sections that are there twice are said to be, so that nothing goes by unseen. */
function assertOne(text: string, duplicates: number, held = 42): void {
  const report = readReport(text);
  assert.equal(report.another, null);
  assert.equal(report.counts.held, held);
  const rules = check(report).map(({ rule }) => rule);
  assert.equal(rules.filter((rule) => rule === "section-duplicate").length, duplicates);
  for (const rule of ["section-missing", "table-missing"] as const) assert.ok(!rules.includes(rule), rules.join(" "));
}

describe("a second report in the same text", () => {
  it("begins at its title, and nothing in it is read", () => {
    const report = assertTwo(first, second);
    assert.deepEqual(report.counts, readReport(first).counts);
    assert.equal(report.year, readReport(first).year);
    assertTwo(`${first}\n\n\n`, `${second}\n`);
    assertTwo(untitled(first), second);
  });

  it("begins at its first heading where it has no title", () => {
    assertTwo(first, untitled(second));
    assertTwo(untitled(first), untitled(second));
  });

  it("tells no year to a first one that names none", () => {
    const nameless = untitled(first).replaceAll("2024年", "本年");
    assert.equal(readReport(nameless).year, null);
    assert.equal(assertTwo(nameless, untitled(second)).year, null);
  });

  for (const layout of layouts) {
    it(`written as ${layout}`, () => {
      assertTwo(sampleReport({ layout }), sampleReport({ layout, organ: "白石县水务局" }));
    });
  }

  for (const [name, title] of [
    ["torn after the organ", "白石县水务局\n2024年政府信息公开工作年度报告"],
    ["torn in the middle", "白石县水务局2024年政府信息\n公开工作年度报告"],
    ["torn twice", "白石县水务局\n2024年度\n政府信息公开工作年度报告"],
    ["with what it is in brackets", "白石县水务局2024年政府信息公开工作年度报告（公开版）"],
  ] as const) {
    it(`begins at its title: ${name}`, () => {
      assertTwo(
        `${first}青禾县示范镇人民政府\n2025年1月20日\n`,
        second.replace(titleOf(second), () => title),
      );
    });
  }

  it("does not begin at a sentence of section six that names a report", () => {
    const other = "本机关2024年政府信息公开工作年度报告的电子版可从县政府网站下载。\n本年度未收取信息处理费。";
    const named = sampleReport({ sections: { other } });
    assertTwo(named, second);
    assertTwo(named, untitled(second));
  });

  it("is told from a first one without its first heading, or without its last", () => {
    assertTwo(without("一、总体情况"), second);
    assertTwo(without("一、总体情况"), untitled(second));
    assertTwo(sampleReport({ sections: { other: null } }), second);
  });

  it("is told without its first heading, if it has a title", () => {
    assertTwo(first, without("一、总体情况", second));
    assertTwo(sampleReport({ sections: { disclosure: null }, omit: ["disclosure"] }), without("一、总体情况", second));
  });

  it("is told whatever order the sections of either are in", () => {
    const disordered = (text: string): string =>
      upTo("五、", text) + from("六、", text) + text.slice(text.indexOf("五、"), text.indexOf("六、"));
    assertTwo(disordered(first), second);
    assertTwo(first, disordered(second));
    assertTwo(disordered(first), untitled(disordered(second)));
  });

  it("is told from a first one that has strokes for numbers", () => {
    for (const stroke of ["/", "-", "—"])
      assertTwo(first.replace(/^\t\d+$/gm, `\t${stroke}`), second.replace(/^\t\d+$/gm, `\t${stroke}`));
  });

  it("may be last year's in an appendix", () => {
    const appendix = `${first}\n附件：\n`;
    assertTwo(appendix, sampleReport({ year: 2023 }));
    assertTwo(appendix, untitled(sampleReport({ year: 2023 })));
    assertTwo(appendix, without("一、总体情况", sampleReport({ year: 2023 })));
  });

  it("leaves what stands between the two to the first", () => {
    const { text, trailing } = assertTwo(`${first}上一篇：无\n`, second);
    assert.equal(text.slice(trailing?.start, trailing?.end), "上一篇：无");
  });

  for (const towns of [2, 3, 10, 100]) {
    it(`is the first of ${towns}`, () => {
      const behind = Array.from({ length: towns }, (_, at) => sampleReport({ organ: `青禾县第${at + 1}镇人民政府` }));
      const report = assertTwo(first, behind.join(""), towns);
      assert.deepEqual(
        check(report).map(({ message }) => message.zh),
        [
          `从“青禾县第1镇人民政府2024年政府信息公开工作年度报告”起至少另有 ${towns} 份年报，均未作核对；本次只核对第一份`,
        ],
      );
    });
  }

  it("is read the same with and without the report before it was pasted", () => {
    const steps = [first, first + untitled(second), first + second, `${flat(second)}\n${first}`, second];
    let before: Report | undefined;
    for (const text of [...steps, ...steps.toReversed()]) {
      const report = readReport(text, before);
      assert.deepEqual(report, readReport(text));
      before = report;
    }
  });
});

describe("a report that lost its line breaks", () => {
  it("beside another one, either of them or both", () => {
    assertTwo(first, flat(second));
    assertTwo(first, flat(untitled(second)));
    assertTwo(flat(first), flat(second));
    assertTwo(`${flat(first)}\n`, second);
    assertTwo(first, `${flat(second)}\n${sampleReport({ organ: "白石县林草局" })}`, 2);
    assertTwo(first, flat(second) + flat(sampleReport({ organ: "白石县林草局" })), 2);
  });

  it("without so much as a space left begins at its first heading", () => {
    const tight = (text: string): string => text.replaceAll("\n", "");
    const bars = tight(sampleReport({ layout: "bars", organ: "白石县水务局" }));
    assertTwo(first + upTo("一、", bars), untitled(bars));
  });

  it("may begin in a line of the first", () => {
    assertTwo(`${upTo("五、").trimEnd()} `, flat(second));
  });

  it("is not underlined as a whole", () => {
    const findings = check(assertTwo(first, flat(second)));
    assert.deepEqual(
      findings.map(({ rule, span }) => [rule, span.end - span.start]),
      [["trailing-content", 100]],
    );
  });

  it("is not taken for the first: its own numbers were not read", () => {
    const { counts, title } = assertTwo(`${flat(first)}\n`, second);
    assert.equal(counts.held, 0);
    assert.equal(title?.organ, "青禾县示范镇人民政府");
  });

  it("is none where prose only names the titles", () => {
    const names =
      "按照一、总体情况如上所述，二、主动公开政府信息情况如上所述，三、收到和处理政府信息公开申请情况从略。";
    assertOne(
      first.replace("六、其他", () => `${names}\n六、其他`),
      0,
    );
    assertOne(`${first}${names}\n`, 0);
  });
});

describe("what has the headings of two reports and is one", () => {
  const titles = first.match(/^[一二三四五六]、.*[况项]$/gm) ?? [];
  const below = (text: string): string => first.replace(titleOf(first), (title) => `${title}\n${text}`);

  it("a table of contents, also with parts of the sections and without pages", () => {
    assert.equal(titles.length, 6);
    const contents = ["目 录", ...titles.flatMap((title) => [title, "（一）有关情况", "2.其他情况"]), ""];
    for (const end of ["", "……12", `${"\t".repeat(9)}3`]) {
      const text = contents.join(`${end}\n`);
      assertOne(below(text), 0);
      assertOne(text + first, 0);
      assertTwo(below(text), titleOf(second) + below(text).slice(titleOf(first).length));
      assertOne(below(`${text}主要数据\t1\t2\t3\t4\t5\t6\t7\n`), 0);
    }
    // Two are too few for one: they are there twice.
    assertOne(below(`${titles[0]}\n（一）有关情况\n${titles[1]}\n从略。\n`), 2);
  });

  it("a summary of the sections, in front or behind", () => {
    for (const indent of ["", "\t".repeat(9)]) {
      const summary = `${titles.map((title, at) => `${title}\n${indent}${at + 3}件已办结，同比增长${at}%。`).join("\n")}\n`;
      assertOne(below(summary), 6);
      assertOne(`${titleOf(first)}\n${summary}${first}`, 6);
      assertOne(`${first}图解\n${summary}`, 6);
    }
  });

  it("a part that was pasted twice, or again at the end", () => {
    assertOne(upTo("四、") + from("一、"), 3);
    assertOne(upTo("四、") + first, 3);
    assertOne(upTo("六、") + first, 5);
    assertOne(first + first.slice(first.indexOf("一、"), first.indexOf("四、")), 3);
    assertOne(upTo("一、") + from("四、") + from("一、"), 3);
    assertOne(first + upTo("四、"), 3);
    assertOne(first + from("五、"), 2);
    assertOne(`${first}${titleOf(second)}\n${from("五、")}`, 2);
    assertOne(first + from("六、"), 1);
    assertOne(`${first}一、总体情况\n同上。\n二、主动公开政府信息情况\n同上。\n`, 2);
  });

  it("a title on the top of each page", () => {
    const paged = from("一、").replace(/^(?=[一二三四五六]、.*[况项]$)/gm, `${titleOf(first)}\n`);
    assertOne(upTo("一、") + paged, 0);
    assertOne(upTo("四、") + paged, 3);
  });

  it("a report within a report: what follows the inner one is the outer's", () => {
    for (const heading of ["二、", "三、", "四、", "五、", "六、"]) {
      assertOne(upTo(heading) + second + from(heading), 6);
      assertOne(upTo(heading) + untitled(second) + from(heading), 6);
    }
  });

  it("nothing of the kind", () => {
    assertOne(first, 0);
    assert.equal(readReport("").another, null);
  });
});
