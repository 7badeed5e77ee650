import { firstOf, isEmptyBody, reportsFees } from "./sections";
import type { Rule } from "./types";
import { sectionName } from "./wording";

export const sectionEmpty: Rule = {
  id: "section-empty",
  severity: "warning",
  title: { zh: "部分没有内容", en: "A section is empty" },
  page: {
    what: {
      zh: "标题下面没有内容。第一、五部分为错误；第六部分为警告，并提示信息处理费须在此报告（不再另报 fee-statement）。第二至四部分没有表格由 table-missing 报告。",
      en: "Nothing stands below a heading. An error for sections one and five; a warning for section six, naming the fee statement that belongs there. Missing tables of sections two to four are reported by table-missing.",
    },
    why: {
      zh: "国办公开办函〔2021〕30号规定了各部分须报告的内容；信息处理费收取情况须在第六部分专门报告。",
      en: "国办公开办函〔2021〕30号 says what each section has to report; information processing fees belong in section six.",
    },
    remedy: {
      zh: "补写内容；没有收取信息处理费的，也应写明。",
      en: "Write the section; say so where no fees were charged.",
    },
  },
  wrong:
    "一、总体情况\n公开信息 12 条。\n五、存在的主要问题及改进情况\n更新不及时。下一步加强培训。\n«六、其他需要报告的事项»\n",
  right:
    "一、总体情况\n公开信息 12 条。\n五、存在的主要问题及改进情况\n更新不及时。下一步加强培训。\n六、其他需要报告的事项\n本年度未收取信息处理费。\n",
  *check(report) {
    for (const id of ["overview", "problems", "other"] as const) {
      const section = firstOf(report, id);
      if (!section || !isEmptyBody(report, section)) continue;
      const fees = id === "other" && reportsFees(report);
      const name = sectionName(section);
      yield {
        severity: id === "other" ? "warning" : "error",
        span: section.heading,
        message: {
          zh: fees ? `“${name}”没有内容，收取信息处理费的情况应在此报告` : `“${name}”没有内容`,
          en: fees ? `“${name}” is empty; information processing fees have to be reported here` : `“${name}” is empty`,
        },
        advice: {
          zh: fees ? "请写明本年度收取信息处理费的情况（没有收取的也应写明）" : "请补写该部分内容",
          en: fees ? "State what information processing fees were charged, or that none were" : "Write this section",
        },
      };
    }
  },
};
