import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import iconv from "iconv-lite";
import {
  associationPattern,
  headingOf,
  isMarkdownName,
  isReport,
  isReportText,
  type Lines,
  looksMisread,
  mayHoldReport,
} from "../../client/src/detect";
import { sections } from "../../server/src/form/sections";
import { looksLikeReport } from "../../server/src/report/index";
import { sampleReport } from "../support/sample";

const whole = sampleReport({ year: 2021 });

function linesOf(text: string): Lines {
  const lines = text.split("\n");
  return { lineCount: lines.length, lineAt: (line) => lines[line] ?? "" };
}

describe("section headings", () => {
  for (const [line, section] of [
    ["一、总体情况", 0],
    ["一、概述", 0],
    ["  一、总体情况(宋体加粗小四号字)", 0],
    ["一、總體情況", 0],
    ["⼀、总体情况", 0],
    ["## 二、行政机关主动公开政府信息情况", 1],
    ["**二、政府信息主动公开情况**", 1],
    ["　　三、收到和处理政府信息公开申请情况", 2],
    ["三是收到和处理政府信息公开申请情况", 2],
    ["四、政府信息公开行政复议、行政诉讼情况", 3],
    ["四、因政府信息公开工作被申请行政复议提起行政诉讼情况", 3],
    ["五、存在的主要问题及改进情况", 4],
    ["五、政府信息公开工作存在的主要问题及改进情况", 4],
    ["六、其他需要报告的事项", 5],
    ["六 、 其 他 需 要 报 告 的 事 项", 5],
    ["其他需要报告的事项", 5],
    ["<p><strong>一、总体情况</strong></p>", 0],
    ['\t<td colspan="2"><span style="font-family: 黑体">&nbsp;&#12288;二、主动公开政府信息情况</span></td>', 1],
    ["<br/>六、其他需要报告的事项&nbsp;", 5],
    ["<p>总体情况</p>", -1],
    ["<p>二、总体情况</p>", -1],
    ["<p>一、<b>总体情况</b></p>", -1],
    ['<a title="一、总体情况">', -1],
    ["<一、总体情况", -1],
    ["一、本年新收政府信息公开申请数量", -1],
    ["四、结转下年度继续办理", -1],
    ["总体情况较好，各项工作按计划推进，群众满意度比上一年度有所提高", -1],
    ["二、主动公开政府信息情况较好。全年公开 20 条。", -1],
    ["", -1],
  ] as const) {
    it(`${JSON.stringify(line)} is ${section < 0 ? "none" : `number ${section + 1}`}`, () => {
      assert.equal(headingOf(line), section);
    });
  }

  it("every title of the form, with its ordinal, is recognised", () => {
    sections.forEach((section, index) => {
      assert.equal(headingOf(`${section.ordinal}、${section.title}`), index);
    });
  });
});

describe("is it a report?", () => {
  it("a whole one is, with any line break", () => {
    for (const end of ["\n", "\r\n", "\r"]) assert.ok(isReportText(whole.replaceAll("\n", end)));
  });

  it("three headings are enough, two are not", () => {
    const two = "一、总体情况\n文字\n二、主动公开政府信息情况\n文字\n";
    assert.equal(isReportText(two), false);
    assert.ok(isReportText(`${two}六、其他需要报告的事项\n无`));
  });

  it("the same heading three times is one", () => {
    assert.equal(isReportText("一、总体情况\n".repeat(3)), false);
  });

  it("headings quoted inside a line do not count", () => {
    const notice = "年报应当包括一、总体情况，二、主动公开政府信息情况，三、收到和处理政府信息公开申请情况，\n";
    assert.equal(isReportText(notice.repeat(3)), false);
  });

  /** Counts the lines that are asked for. */
  function counted(lineCount: number, lineAt: (line: number) => string): Lines & { read: number } {
    const lines = {
      lineCount,
      read: 0,
      lineAt(line: number): string {
        lines.read++;
        return lineAt(line);
      },
    };
    return lines;
  }

  it("tags without an end, or without a heading behind them, are given up as soon", () => {
    for (const mark of ["<", "<<", "<p", "<p>", "&nbsp;", "&", " <", "\t"]) {
      const line = mark.repeat(5e6 / mark.length);
      assert.equal(headingOf(line), -1, mark);
      assert.equal(headingOf(`${line}一、总体情况`), -1, mark);
    }
  });

  it("stops reading at the third heading", () => {
    const { lineCount, lineAt } = linesOf(whole);
    const lines = counted(lineCount, lineAt);
    assert.ok(isReport(lines));
    assert.equal(headingOf(lineAt(lines.read - 1)), 2);
  });

  it("gives up on a text without headings after a bounded number of characters and lines", () => {
    const log = counted(1e9, () => "2024-01-01 12:00:00 INFO started".repeat(3));
    assert.equal(isReport(log), false);
    assert.ok(log.read < 10_000);
    const empty = counted(1e9, () => "");
    assert.equal(isReport(empty), false);
    assert.ok(empty.read <= 50_000);
  });
});

describe("read in the wrong encoding?", () => {
  const bytes = iconv.encode(whole, "gb18030");

  it("GB18030 read as UTF-8 or as Windows-1252 is suspected, and then proved by its bytes", () => {
    assert.ok(looksMisread(linesOf(bytes.toString("utf8"))));
    assert.ok(looksMisread(linesOf(iconv.decode(bytes, "windows-1252"))));
    assert.ok(isReportText(new TextDecoder("gb18030").decode(bytes)));
  });

  it("a report read rightly, an English and an empty text are not", () => {
    for (const text of [whole, "The quick brown fox — naïve café.\n".repeat(100), ""]) {
      assert.equal(looksMisread(linesOf(text)), false);
    }
  });
});

describe("names", () => {
  it("only text files are read a second time", () => {
    assert.ok(mayHoldReport("/a/某局年报.TXT"));
    assert.ok(mayHoldReport("/a/b.nianbao"));
    assert.equal(mayHoldReport("/a/b.csv"), false);
  });

  it("Markdown is known by its name", () => {
    assert.ok(isMarkdownName("/a/年报.MD"));
    assert.equal(isMarkdownName("/a/md.txt"), false);
  });

  it("an association without a slash means the name, whatever its case", () => {
    assert.equal(associationPattern("*.TXT"), "**/*.txt");
    assert.equal(associationPattern("**/年报/*.txt"), "**/年报/*.txt");
  });
});

const { REPORT_CORPUS } = process.env;
if (REPORT_CORPUS !== undefined) {
  describe("the corpus", () => {
    const folder = path.join(REPORT_CORPUS, "seeds");
    for (const name of readdirSync(folder)) {
      it(`${name} is a report, and still one when read from GB18030`, () => {
        const text = readFileSync(path.join(folder, name), "utf8");
        assert.ok(isReportText(text));
        assert.equal(looksMisread(linesOf(text)), false);
        const bytes = iconv.encode(text, "gb18030");
        assert.ok(looksMisread(linesOf(bytes.toString("utf8"))));
        assert.ok(isReportText(new TextDecoder("gb18030").decode(bytes)));
      });
    }
  });
}

describe("the extension and the server agree on what a report is", () => {
  const samples = path.join(__dirname, "../../samples");
  for (const file of readdirSync(samples).filter((name) => name.endsWith(".txt") && !name.includes("GB18030")))
    it(file, () => {
      const text = readFileSync(path.join(samples, file), "utf8");
      assert.equal(isReportText(text), looksLikeReport(text));
    });

  const written: Readonly<Record<string, (heading: string) => string>> = {
    "a line of its own": (heading) => heading,
    "a line in tags": (heading) => `<p><strong>${heading}</strong></p>`,
    "a line behind tags and spaces": (heading) => `  <p style="text-indent: 2em">&nbsp;&emsp;${heading}`,
  };
  for (const [how, write] of Object.entries(written))
    it(`whichever of the accepted titles stand there, each ${how}`, () => {
      for (const section of sections)
        for (const title of [section.title, ...section.variants]) {
          const three = sections.filter(({ id }) => id !== section.id).slice(0, 2);
          const text = [...three.map((other) => `${other.ordinal}、${other.title}`), `${section.ordinal}、${title}`]
            .map((heading) => `${write(heading)}\n全年工作有序开展。\n`)
            .join("");
          assert.equal(looksLikeReport(text), true, title);
          assert.equal(isReportText(text), true, title);
        }
    });

  for (const write of [
    (title: string) => `<p>${title}</p>`,
    (title: string, ordinal: string) => `<p>${ordinal}、 ${title}</p>`,
    (title: string, ordinal: string) => `<p>${ordinal}、<b>${title}</b></p>`,
    (title: string) => `<p>一、${title}现状</p>`,
  ])
    it(`no three of the six: ${write("…", "三")}`, () => {
      const text = sections.map(({ title, ordinal }) => `${write(title, ordinal)}\n全年工作有序开展。\n`).join("");
      assert.equal(looksLikeReport(text), false);
      assert.equal(isReportText(text), false);
    });
});
