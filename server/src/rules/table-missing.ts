import type { TableId } from "../form/types";
import type { Report } from "../report/types";
import type { Span } from "../syntax/span";
import { firstOf } from "./sections";
import type { Rule } from "./types";

const ids: readonly TableId[] = ["disclosure", "requests", "review"];

export const tableMissing: Rule = {
  id: "table-missing",
  severity: "error",
  title: { zh: "没有读到表格", en: "No table was recognised" },
  page: {
    what: {
      zh: "第二、三、四部分中没有认出该部分的表格，表中数字因此全部未核对。整个部分缺失的由 section-missing 报告。",
      en: "The table of section two, three or four was not recognised, so none of its numbers were checked. A missing section is reported by section-missing.",
    },
    why: {
      zh: "三张表是法定内容。也可能是复制时表格被打散（PDF、网页），此时本工具没有核对这些数字，不等于没有问题。",
      en: "The three tables are statutory. The table may also have been taken apart by copying (PDF, web page); its numbers were then not checked, which does not mean they are right.",
    },
    remedy: {
      zh: "补上表格，或从 Word 原文重新复制，使每个单元格占一行或以制表符、竖线分隔。",
      en: "Add the table, or copy it again from the Word file so that cells stand on lines of their own or are set apart by tabs or bars.",
    },
  },
  wrong: "«二、主动公开政府信息情况»\n规章 0 件。\n«三、收到和处理政府信息公开申请情况»\n本年度没有收到申请。\n",
  right: "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n",
  *check(report) {
    for (const id of ids) {
      if (report.tables.some((table) => table.form.id === id)) continue;
      const span = placeOf(report, id);
      const form = report.form.tables.find((table) => table.id === id);
      if (!span || !form) continue;
      yield {
        span,
        message: {
          zh: `没有读到${form.name.zh}，其中的数字未核对`,
          en: `${form.name.en} was not recognised; its numbers were not checked`,
        },
        advice: { zh: "请补上表格，或从原文重新复制", en: "Add the table, or copy it again from the original" },
      };
    }
  },
};

/** Its section's heading; where the text has tables but no headings at all, the last table there is. */
function placeOf(report: Report, id: TableId): Span | null {
  if (report.sections.length > 0) return firstOf(report, id)?.heading ?? null;
  return report.tables[report.tables.length - 1]?.rows.at(-1)?.label.span ?? null;
}
