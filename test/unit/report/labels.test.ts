// Typography falls away, wording stays.
import assert from "node:assert/strict";
import { form2019, form2021, form2021Single, requestGroups } from "../../../server/src/form/index";
import { fold, likeness } from "../../../server/src/report/fold";
import { findLabel, isTableLabel, nearestRow } from "../../../server/src/report/labels";

function ids(text: string): readonly string[] {
  return findLabel(text).hits.map(({ kind, table, id }) => `${kind} ${table}/${id}`);
}

const everyRow = [form2021, form2019, form2021Single].flatMap((form) =>
  form.tables.flatMap((table) => table.rows.map((row) => ({ table: table.id, row }))),
);

const typography: Readonly<Record<string, (text: string) => string>> = {
  "as printed": (text) => text,
  "half-width": (text) => text.replaceAll("（", "(").replaceAll("）", ")").replaceAll("，", ",").replaceAll("：", ":"),
  "spaces between all characters": (text) => [...text].join(" "),
  "ideographic spaces": (text) => [...text].join("\u3000"),
  "torn over lines": (text) => `${text.slice(0, 4)}\n\n${text.slice(4)}`,
  "torn over lines of Windows": (text) => `${text.slice(0, 3)}\r\n${text.slice(3)}`,
  "other enumerators": (text) => text.replace(/^(\d)\./, "$1、").replace(/^([一二三四])、/, "$1."),
  "full-width enumerators": (text) => text.replace(/^(\d)\./, "$1．"),
  "other quotes": (text) => text.replace(/[“”]/g, '"'),
  "no quotes": (text) => text.replace(/[“”]/g, ""),
  "a filling note": (text) => `${text}（填写说明：按件填写）`,
  bold: (text) => `**${text}**`,
};

describe("labels", () => {
  for (const [name, change] of Object.entries(typography)) {
    it(`${name}: every row is found`, () => {
      for (const { table, row } of everyRow)
        for (const label of [row.label, ...row.wordings, ...row.aliases])
          assert.ok(ids(change(label)).includes(`row ${table}/${row.id}`), change(label));
      for (const group of requestGroups) assert.ok(ids(change(group.label)).includes(`group requests/${group.id}`));
    });
  }

  for (const [text, expected] of [
    ["1.屬於國家秘密", "row requests/denied.stateSecret"],
    ["一、本年新收政府信息公開申請數量", "row requests/new"],
    ["（七）總計", "row requests/total"],
    ["行政復議", "row review/review"],
    ["四、結轉下年度繼續辦理", "row requests/carriedOut"],
    ["⼀、本年新收政府信息公开申请数量", "row requests/new"],
    ["三、本年度办理结果", "head requests/三、本年度办理结果"],
    ["信息内容", "head disclosure/信息内容"],
    ["申请人情况", "head requests/申请人情况"],
    ["社会公益组织", "column requests/social"],
  ] as const) {
    it(`${text}: ${expected}`, () => {
      assert.ok(ids(text).includes(expected), ids(text).join());
    });
  }

  for (const text of [
    "",
    "公开",
    "数量",
    "本年度没有收到申请。",
    "2024年",
    "一、总体情况",
    "申请人",
    "属于",
    "x".repeat(1000),
  ]) {
    it(`${text.slice(0, 20)}: none`, () => {
      assert.deepEqual(ids(text), []);
      assert.equal(isTableLabel(text), false);
    });
  }

  it("that are mistyped stand for the row most like them, if only one is", () => {
    const near = (text: string) => nearestRow(text)?.id ?? null;
    assert.equal(near("2.其他法律行政止公开"), "denied.otherLaw");
    assert.equal(near("6.属于四类过程性性信息"), "denied.deliberative");
    assert.equal(near("1.本机关不掌握相关信息"), "unable.notHeld");
    assert.equal(near("5.要求行政机关确认或重新出具信息"), "notProcessed.confirmation");
    for (const text of [
      "申请",
      "行政",
      "其他",
      "公开信息若干条",
      "存在的主要问题",
      "",
      "政府信息公开申请数量",
      "属于".repeat(500),
    ])
      assert.equal(near(text), null, text.slice(0, 20));
  });

  it("fold to what is left without typography", () => {
    assert.deepEqual(fold(" （三） 不予\n公开 "), { mark: "bracket", number: "三", key: "不予公开", bare: "不予公开" });
    assert.deepEqual(fold("3.危及“三安全一稳定”"), {
      mark: "digit",
      number: "3",
      key: "危及三安全一稳定",
      bare: "危及三安全一稳定",
    });
    assert.equal(fold("部分公开（区分处理的，只计这一情形，不计其他情形）").bare, "部分公开");
    assert.equal(fold("一、本年新收").mark, "ordinal");
    assert.equal(fold("").key, "");
  });

  it("are alike by their neighbouring characters", () => {
    assert.equal(likeness("属于国家秘密", "属于国家秘密"), 1);
    assert.equal(likeness("甲", "甲"), 1);
    assert.equal(likeness("甲", "乙"), 0);
    assert.equal(likeness("", "甲乙"), 0);
    assert.ok(likeness("其他法律行政止公开", "其他法律行政法规禁止公开") > 0.7);
    assert.ok(likeness("属于国家秘密", "属于行政执法案卷") < 0.3);
  });
});
