// What looks wrong and is not: whole reports that must have no error and no warning.
import assert from "node:assert/strict";
import { readReport } from "../../../server/src/report/index";
import { check } from "../../../server/src/rules/index";
import { layouts, pathKey, type SampleOptions, sampleReport } from "../../support/sample";

function judged(text: string): readonly string[] {
  return check(readReport(text))
    .filter(({ severity }) => severity === "error" || severity === "warning")
    .map(({ rule, message }) => `${rule}: ${message.zh}`);
}

function clean(text: string, held = 42): void {
  assert.deepEqual(judged(text), []);
  assert.equal(readReport(text).counts.held, held);
}

describe("reports that only look wrong", () => {
  for (const layout of layouts) {
    for (const eol of ["\n", "\r\n", "\r"] as const) {
      it(`${layout}, lines ending in ${JSON.stringify(eol)}`, () => {
        clean(sampleReport({ layout, eol }));
        clean(sampleReport({ layout, eol, edition: 2019 }), 40);
        clean(`\ufeff${sampleReport({ layout, eol })}`);
      });
    }

    it(`${layout}: half-width brackets, enumerators and quotes`, () => {
      const text = sampleReport({ layout })
        .replaceAll("（", "(")
        .replaceAll("）", ")")
        .replace(/(\d)\.(?=[\u4e00-\u9fff])/g, "$1、")
        .replaceAll("“", '"')
        .replaceAll("”", '"')
        .replaceAll("，只计", ",只计");
      clean(text);
    });

    it(`${layout}: traditional characters in labels and headings`, () => {
      const text = sampleReport({ layout })
        .replaceAll("政府信息公开申请", "政府信息公開申請")
        .replaceAll("属于国家秘密", "屬於國家秘密")
        .replaceAll("总计", "總計")
        .replaceAll("结转", "結轉")
        .replaceAll("行政复议", "行政復議");
      clean(text);
    });

    it(`${layout}: numbers padded with NBSP and ideographic spaces`, () => {
      const text = sampleReport({ layout }).replace(/(?<=[\t|] ?)(\d+)(?=[ \n]?[\t|\n])/g, "\u00a0\u3000$1\u00a0");
      if (layout !== "spaced" && layout !== "bars") assert.ok(text.includes("\u300066\u00a0"));
      clean(text);
    });
  }

  it("full-width digits are a matter of spelling, once a cell, never of sums", () => {
    const text = sampleReport().replace(/(?<=\t)\d+/g, (digits) =>
      digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    );
    assert.ok(judged(text).every((each) => each.startsWith("cell-format")));
    assert.equal(readReport(text).counts.held, 42);
  });

  it("labels torn over lines", () => {
    const torn = sampleReport()
      .replace("\t（三）不予公开", "\t（三）不予\n\n公开")
      .replace("\t社会公益组织", "\t社会公\n益组织")
      .replace("\t1.申请人无正当理由逾期不补正、", "\t1.申请人无正当理由\n逾期不补正、\n")
      .replace("\t行政规范性文件", "\t行政规范\n性文件");
    clean(torn);
  });

  it("page numbers inside tables", () => {
    for (const page of ["- 4 -", "— 5 —", "第 6 页", "第 6 页 共 9 页"]) {
      for (const layout of ["lines", "tabs", "pipes", "markdown"] as const) {
        const gap = layout === "lines" ? "\n\n" : "\n";
        const text = sampleReport({ layout }).replace(/\n+(?=[^\n]*\n?[^\n]*本机关不掌握)/, `${gap}${page}${gap}`);
        assert.ok(text.includes(`\n${page}\n`));
        clean(text);
        // In table four too, between the heads and the numbers.
        if (layout !== "markdown")
          clean(sampleReport({ layout }).replace(/(复议后起诉[\s\S]*总计[\t |]*\n)/, `$1${gap.slice(1)}${page}${gap}`));
      }
    }
  });

  it("a page's bare number behind an empty line", () => {
    clean(sampleReport().replace(/\n+(?=[^\n]*\n?[^\n]*本机关不掌握)/, "\n\n4\n\n"));
    clean(sampleReport().replace(/(\t总计\n)(\n\t1\n)/, "$1\n5\n$2"));
  });

  it("heads repeated after a page break, 三、本年度办理结果 and the group's label again", () => {
    const heads =
      "\t申请人情况\n\n\t自然人\n\t法人或其他组织\n\t总计\n\n\t商业企业\n\t科研机构\n\t社会公益组织\n\t法律服务机构\n\t其他\n\n";
    const text = sampleReport().replace(
      "\t\n\t\n\t2.没有现成信息需要另行制作",
      `${heads}\t三、本年度办理结果\n\t（四）无法提供\n\t2.没有现成信息需要另行制作`,
    );
    assert.ok(text.includes(heads));
    clean(text);
  });

  it("notes under tables", () => {
    for (const layout of layouts) {
      const note = "注：“尚未审结”含上年度结转数量；以上 3 项由 2 个部门填报。";
      const text = sampleReport({ layout })
        .replace("三、收到和处理", `${note}\n\n三、收到和处理`)
        .replace("四、政府信息公开行政复议", `${note}\n\n四、政府信息公开行政复议`)
        .replace("五、存在的", `${note}\n\n五、存在的`);
      clean(text);
    }
  });

  it("signature, date and attachments", () => {
    clean(
      sampleReport({
        trailing: "附件：1.统计表\n\n青禾县示范镇人民政府\n2025年1月20日\n（此件公开发布）\n\n- 8 -",
      }),
    );
  });

  it("the tables of the 2019 form in reports on 2019 and 2020", () => {
    clean(sampleReport({ edition: 2019, year: 2019 }), 40);
    clean(sampleReport({ edition: 2019, year: 2020, sections: { other: "无。" } }), 40);
  });

  it("strokes in the row 规章 of an organ that makes no rules are information", () => {
    const cells = { "disclosure/rules/issued": "/", "disclosure/rules/repealed": "/", "disclosure/rules/inForce": "/" };
    clean(sampleReport({ cells }));
    assert.deepEqual(
      check(readReport(sampleReport({ cells }))).map(({ rule, severity }) => `${rule} ${severity}`),
      ["cell-not-number information"],
    );
  });

  it("all zeros, as many townships report", () => {
    const keys = readReport(sampleReport()).tables.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.map(({ path }) => pathKey(path))),
    );
    const parts = Object.fromEntries(keys.map((key) => [key, 0]));
    const overview =
      "主动公开政府信息，未收到政府信息公开申请，未发生行政复议和行政诉讼。清理政府信息，维护政府网站，开展业务培训和工作考核。";
    clean(sampleReport({ parts, sections: { overview } } satisfies SampleOptions));
  });

  it("accepted titles and a table of contents", () => {
    const text = sampleReport()
      .replace("二、主动公开政府信息情况", "二、行政机关主动公开政府信息情况")
      .replace("四、政府信息公开行政复议、行政诉讼情况", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况")
      .replace("五、存在的主要问题及改进情况", "五、存在问题及改进情况");
    clean(text);
    const contents = readReport(text)
      .sections.map(({ title }, at) => `${title}${".".repeat(20)}${at + 1}`)
      .join("\n");
    clean(text.replace("本报告由", `目录\n${contents}\n\n本报告由`));
    clean(`目录\n${contents}\n\n${text}`);
  });

  it("a report pasted twice is told once, not as wrong sums or repeated rows", () => {
    const rules = check(readReport(sampleReport() + sampleReport())).map(({ rule }) => rule);
    assert.deepEqual(rules, ["trailing-content"]);
  });
});
