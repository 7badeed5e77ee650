import assert from "node:assert/strict";
import { hover } from "../../../server/src/features/hover";
import type { Locale } from "../../../server/src/features/types";
import { readReport } from "../../../server/src/report/index";
import { fixture, place } from "../../support/fixture";
import { layouts, type SampleOptions, sampleReport } from "../../support/sample";

/** The hover at `$0` as a reader sees it: without the escapes, which text.test.ts looks after. */
function hoverAt(source: string, locale: Locale = "zh"): string | null {
  const { text, cursor } = fixture(source);
  const found = hover(readReport(text), cursor ?? 0, locale);
  return found?.markdown.replace(/\\([!-/:-@[-`{-~])/gu, "$1") ?? null;
}

/** The hover inside a cell: `$0` is put before the cell's own text. */
function hoverOn(key: string, value: string, options: SampleOptions = {}, locale: Locale = "zh"): string | null {
  return hoverAt(
    sampleReport({ layout: "tabs", ...options, cells: { ...options.cells, [key]: `$0${value}` } }),
    locale,
  );
}

describe("hover", () => {
  it("tells a cell's place, value, relations and provision, in every way of writing", () => {
    for (const layout of layouts) {
      assert.equal(
        hoverOn("requests/new/total", "65", { layout }),
        `**表三 一、本年新收·总计：65**

三、收到和处理政府信息公开申请情况

- ✗ 行合计：65 ≠ 66（自然人 58 + 商业企业 7 + 科研机构 1 + 0 + 0 + 0），相差 1
- ✗ 一 + 二 = 三（七）+ 四：一、本年新收 65 + 二、上年结转 4 = 69 ≠ 70 = （七）总计 67 + 四、结转下年度 3，相差 1

按行、“一 + 二 = 三（七）+ 四”两项勾稽关系推算为 66（现为 65），请核对台账

依据：《条例》第二十七条至第三十一条`,
        layout,
      );
    }
  });

  it("speaks English", () => {
    assert.equal(
      hoverOn("requests/new/total", "65", {}, "en"),
      `**Table 3 一、本年新收 (new requests)·总计 (total): 65**

三、收到和处理政府信息公开申请情况

- ✗ Row total: 65 ≠ 66 (自然人 58 + 商业企业 7 + 科研机构 1 + 0 + 0 + 0), off by 1
- ✗ 一 + 二 = 三（七）+ 四: 一、本年新收 65 + 二、上年结转 4 = 69 ≠ 70 = （七）总计 67 + 四、结转下年度 3, off by 1

By the row total and 一 + 二 = 三（七）+ 四 it comes to 66 (now 65); check it against the records

Basis: Regulation, arts. 27–31`,
    );
  });

  it("names the outcomes that are not zero in a column", () => {
    assert.match(
      hoverOn("requests/total/business", "7") ?? "",
      /- ✓ 列合计：7 = （一）予以公开 3 \+ （二）部分公开 1 \+ （三）4\.保护第三方合法权益 1 \+ （三）6\.属于四类过程性信息 1 \+ （四）1\.本机关不掌握相关政府信息 1 \+ 其余 16 项均为 0\n/u,
    );
    assert.match(hoverOn("requests/total/legal", "0") ?? "", /- ✓ 列合计：0 = 21 项均为 0\n/u);
  });

  it("tells of a part of a broken sum which number is wrong, not that it is itself", () => {
    const text = hoverOn("requests/new/natural", "58", { cells: { "requests/new/total": "65" } }) ?? "";
    assert.match(text, /- ✗ 行合计：65 ≠ 66/u);
    assert.match(
      text,
      /\n\n表三 一、本年新收·总计：按行、“一 \+ 二 = 三（七）\+ 四”两项勾稽关系推算为 66（现为 65），请核对台账\n/u,
    );
    assert.equal(text.match(/推算/gu)?.length, 1);
  });

  it("tells every cell of a sum alike what may be wrong where it cannot be told", () => {
    const story =
      /\n\n可能有误的是：总计 3 → 2；或 结果维持 1 → 2；或 结果纠正 0 → 1；或 其他结果 0 → 1；或 尚未审结 1 → 2\n/u;
    assert.match(hoverOn("review/review/total", "3") ?? "", story);
    assert.match(hoverOn("review/review/corrected", "0", { cells: { "review/review/total": "3" } }) ?? "", story);
    assert.match(
      hoverOn("requests/carriedOut/natural", "4", { cells: { "requests/carriedOut/total": "5" } }) ?? "",
      /\n\n可能有误的是（2 个数同时改）：二、上年结转（自然人 3 → 5、总计 4 → 6）；或 四、结转下年度（自然人 4 → 2、总计 5 → 3）；或 一、本年新收（自然人 58 → 60、总计 66 → 68）；也可能是别处有误、合计已随之求和\n/u,
    );
  });

  it("agrees with both relations of a part", () => {
    assert.match(
      hoverOn("requests/granted/natural", "12") ?? "",
      /按行、列两项勾稽关系推算为 21（现为 12），请核对台账\n\n依据：《条例》第三十六条第（一）、（二）项$/u,
    );
  });

  it("says in words what is no number, and what the rest implies", () => {
    assert.match(
      hoverOn("requests/new/business", "") ?? "",
      /：空白\*\*[\s\S]*- – 行合计：66 = 自然人 58 \+ 商业企业（空白） \+ 科研机构 1 \+ 0 \+ 0 \+ 0，无法核对（有空白或非数字）；商业企业按勾稽关系推算为 7\n[\s\S]*推算为 7（现为空白），请核对台账/u,
    );
    assert.match(hoverOn("requests/new/business", "／") ?? "", /：“／”（不是数字）\*\*/u);
    assert.match(hoverOn("requests/new/business", "7.5") ?? "", /：7\.5（应为整数）\*\*/u);
    assert.match(hoverOn("requests/new/business", "-7") ?? "", /：-7（不应为负数）\*\*/u);
    assert.match(hoverOn("requests/new/business", "07") ?? "", /：7（写作 07）\*\*[\s\S]*- ✓ 行合计/u);
    assert.match(hoverOn("disclosure/normative/issued", "3件") ?? "", /：3（格内另有文字：件）\*\*/u);
  });

  it("is broken with a blank when no number could fill it", () => {
    assert.match(
      hoverOn("requests/new/total", "60", { cells: { "requests/new/natural": "61", "requests/new/legal": "" } }) ?? "",
      /- ✗ 行合计：60 < 69（自然人 61 \+ 商业企业 7 \+ 科研机构 1 \+ 法律服务机构（空白） \+ 0 \+ 0），至少相差 9\n/u,
    );
  });

  it("tells a row's total as stated and as computed on its label", () => {
    const text = sampleReport({ layout: "tabs", cells: { "requests/new/total": "65" } });
    assert.equal(
      hoverAt(text.replace("\n一、本年新收", "\n一、本年$0新收")),
      `**表三 一、本年新收：65**

一、本年新收政府信息公开申请数量

填报总计：65；各项相加：66

- ✗ 行合计：65 ≠ 66（自然人 58 + 商业企业 7 + 科研机构 1 + 0 + 0 + 0），相差 1

按行、“一 + 二 = 三（七）+ 四”两项勾稽关系推算为 66（现为 65），请核对台账

依据：《条例》第二十七条至第三十一条`,
    );
  });

  it("tells the figures of a row of table two on its label", () => {
    assert.equal(
      hoverAt(sampleReport().replace("行政规范性文件", "行政$0规范性文件")),
      `**表二 行政规范性文件**

第二十条第（一）项 行政规范性文件

- 本年制发件数：3
- 本年废止件数：1
- 现行有效件数：12

依据：《条例》第二十条第（一）项`,
    );
  });

  it("tells what has to be reported on a section's title", () => {
    const found = hoverAt(sampleReport().replace("六、其他需要", "六、其他$0需要"));
    assert.match(found ?? "", /^\*\*六、其他需要报告的事项\*\*\n\n应报告：依据《政府信息公开信息处理费管理办法》/u);
  });

  it("tells the totals of a column on its head", () => {
    const text = sampleReport({ layout: "tabs" });
    assert.match(
      hoverAt(text.replace("科研机构", "科研$0机构")) ?? "",
      /^\*\*表三·科研机构\*\*\n\n- ✓ 列合计：1 = （一）予以公开 1 \+ 其余 20 项均为 0\n- ✓ 一 \+ 二 = 三（七）\+ 四：.*$/u,
    );
    const suits = text.lastIndexOf("总计");
    assert.equal(
      hoverAt(`${text.slice(0, suits)}$0${text.slice(suits)}`),
      "**表四 复议后起诉·总计**\n\n- ✓ 行合计：1 = 结果维持 1 + 0 + 0 + 0",
    );
  });

  it("says why a row or a repeated row is not checked", () => {
    const text = sampleReport({ layout: "tabs" });
    const long = text.replace(/\n四、结转下年度.*/u, "\n四、结转$0下年度继续办理\t2\t1\t0\t0\t0\t0\t3\t4\t5\t6\t7");
    assert.match(hoverAt(long) ?? "", /标签后有 11 格，与本表 7 列对不上，未作核对。/u);
    const row = /\n四、结转下年度.*/u.exec(text)?.[0] ?? "";
    assert.match(
      hoverAt(text.replace(row, `${row}${row.replace("四、结转", "四、$0结转")}`)) ?? "",
      /本行在表中重复出现/u,
    );
  });

  it("covers the text it speaks of", () => {
    const text = sampleReport({ layout: "pipes" });
    const span = place(text, "35.6");
    assert.deepEqual(hover(readReport(text), span.start + 2, "zh")?.span, span);
    assert.deepEqual(hover(readReport(text), span.end, "zh")?.span, span);
  });

  it("is silent anywhere else", () => {
    for (const source of [
      "$0",
      "购物$0清单",
      sampleReport().replace("本报告", "本$0报告"),
      sampleReport().replace("政策解读", "政策$0解读"),
    ]) {
      assert.equal(hoverAt(source), null);
    }
  });
});
