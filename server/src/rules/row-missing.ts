import { shortRow } from "../report/equation";
import type { Report, Table } from "../report/types";
import type { Draft, Rule } from "./types";
import { list } from "./wording";

export const rowMissing: Rule = {
  id: "row-missing",
  severity: "error",
  title: { zh: "表格缺行", en: "Rows of a table are missing" },
  page: {
    what: {
      zh: "表中没有找到格式规定的某些行，每张表报告一次并列出各行。2021 年格式的“（六）其他处理”应分三项，只有一行的也在此报告（该表按 40 项勾稽关系核对）。",
      en: "Rows of the form were not found; one finding a table with their names. In the 2021 form （六）其他处理 has three rows; a single one is reported here too (the report then has 40 relations).",
    },
    why: {
      zh: "行列由国办公开办函〔2021〕30号规定，没有的事项填 0，不能删行。缺行时相关勾稽关系无法核对。",
      en: "Rows are fixed by 国办公开办函〔2021〕30号; what did not happen is 0, not left out. Relations with a missing row cannot be assessed.",
    },
    remedy: {
      zh: "补上缺少的行；也可能是行名写错或复制时丢失。",
      en: "Add the rows; a mistyped label or copying may also be the cause.",
    },
  },
  wrong: "二、主动公开政府信息情况\n信息内容\t本年处理决定数量\n«行政处罚»\t16\n",
  right:
    "二、主动公开政府信息情况\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n行政规范性文件\t3\t1\t12\n信息内容\t本年处理决定数量\n行政许可\t5\n行政处罚\t16\n行政强制\t0\n信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t0\n",
  *check(report) {
    for (const table of report.tables) {
      if (table.missing.length > 0) yield finding(report, table);
    }
  },
};

function finding(report: Report, table: Table): Draft {
  const { name } = table.form;
  const single = report.form.singleOther && table.missing.every((row) => row.id.startsWith("other."));
  const other = table.rows.find((row) => row.form.id === "other");
  const rows = list(table.missing.map(shortRow), 8);
  const last = table.rows[table.rows.length - 1];
  const span = (single && other ? other : last)?.label.span ?? table.span;
  return {
    span,
    message: single
      ? {
          zh: `${name.zh}：（六）其他处理只有一行，应分为 3 项`,
          en: `${name.en}: （六）其他处理 is one row; the form divides it in 3`,
        }
      : {
          zh: `${name.zh}缺少或未能读出 ${table.missing.length} 行：${rows.zh}`,
          en: `${name.en}: ${table.missing.length} row(s) missing or not recognised: ${rows.en}`,
        },
    advice: { zh: "请按格式补齐各行，没有的填 0", en: "Add the rows of the form, with 0 where there is nothing" },
  };
}
