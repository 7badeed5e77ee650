import { shortRow } from "../report/equation";
import type { Row, Table } from "../report/types";
import type { Draft, Rule } from "./types";
import { list } from "./wording";

export const rowDuplicate: Rule = {
  id: "row-duplicate",
  severity: "error",
  title: { zh: "表格行重复", en: "Rows of a table stand twice" },
  page: {
    what: {
      zh: "同一行带着数字出现两次，每张表报告一次。只核对第一次出现的数字。分页后重复的表头和“三、本年度办理结果”不算。",
      en: "A row stands twice with numbers; one finding a table. The numbers of the first one are checked. Heads repeated after a page break do not count.",
    },
    why: {
      zh: "每行只应填写一次；重复多为粘贴所致，或是行名写错。",
      en: "Each row stands once; a second one comes from pasting or from a wrong label.",
    },
    remedy: { zh: "删去多余的一行，或改正写错的行名。", en: "Remove the extra row or correct its label." },
  },
  wrong: "三、收到和处理政府信息公开申请情况\n2.重复申请\t1\t0\t0\t0\t0\t0\t1\n«2.重复申请»\t0\t0\t0\t0\t0\t0\t0\n",
  right:
    "三、收到和处理政府信息公开申请情况\n1.信访举报投诉类申请\t1\t0\t0\t0\t0\t0\t1\n2.重复申请\t0\t0\t0\t0\t0\t0\t0\n",
  *check(report) {
    for (const table of report.tables) {
      const [first] = table.duplicates;
      if (first) yield finding(table, first);
    }
  },
};

function finding(table: Table, first: Row): Draft {
  const names = list([...new Set(table.duplicates.map((row) => shortRow(row.form)))]);
  const original = table.rows.find((row) => row.form.id === first.form.id);
  return {
    span: first.label.span,
    message: {
      zh: `${table.form.name.zh}：${names.zh}重复出现，只核对了第一次出现的数字`,
      en: `${table.form.name.en}: ${names.en} stands again; only the first one was checked`,
    },
    advice: { zh: "请删去重复的行，或改正写错的行名", en: "Remove the repeated row or correct its label" },
    related: [...(original ? [original] : []), ...table.duplicates.slice(1)].map((row) => ({
      span: row.label.span,
      message: { zh: shortRow(row.form), en: shortRow(row.form) },
    })),
  };
}
