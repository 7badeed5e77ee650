import type { Rule } from "./types";

export const tableEdition: Rule = {
  id: "table-edition",
  severity: "error",
  title: { zh: "用了 2019 年的旧表格", en: "The tables of the 2019 form in a later report" },
  page: {
    what: {
      zh: "报告年度为 2021 年或以后，表二却是 2019 年试行格式（本年新制作数量、上一年项目数量、本年增/减等）。版本按表格内容判断，不看印的年份。",
      en: "A report of 2021 or later with table 2 of the 2019 trial form (本年新制作数量, 上一年项目数量, 本年增/减 …). The edition is told by what stands in the tables, not by the year printed.",
    },
    why: {
      zh: "国办公开办函〔2021〕30号自 2021 年度报告起施行，〔2019〕60号的格式不再使用。",
      en: "国办公开办函〔2021〕30号 replaced the form of 〔2019〕60号 from report year 2021.",
    },
    remedy: { zh: "改用 2021 年格式的表格重新填报。", en: "Fill in the tables of the 2021 form." },
  },
  wrong:
    "2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n信息内容\t«本年新制作数量»\t本年新公开数量\t对外公开总数量\n规章\t0\t0\t0\n",
  right:
    "2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n",
  *check(report) {
    const table = report.tables.find((known) => known.form.id === "disclosure");
    if (!table || report.edition !== 2019 || report.year === null || report.year < 2021) return;
    yield {
      span: table.heads[0]?.span ?? table.rows[0]?.label.span ?? table.span,
      message: {
        zh: `${report.year} 年度报告用的是 2019 年旧格式的表格，应使用国办公开办函〔2021〕30号规定的格式`,
        en: `The report on ${report.year} uses the tables of the 2019 form; it should use those of 国办公开办函〔2021〕30号`,
      },
      advice: { zh: "请按 2021 年格式重新填报各表", en: "Fill in the tables of the 2021 form" },
    };
  },
};
