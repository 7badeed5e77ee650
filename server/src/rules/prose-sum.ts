import { wrongBreakdownsOf } from "../report/breakdowns";
import { amountWords } from "../report/told";
import type { Rule } from "./types";
import { both, quoted } from "./wording";

export const proseSum: Rule = {
  id: "prose-sum",
  severity: "warning",
  title: { zh: "正文分项与合计不符", en: "Parts told in the prose do not add up" },
  page: {
    what: {
      zh: "同一句中写明合计和分项，“其中”各项之和多于合计，件数后括号内所列各项之和多于该数，或者冒号、“分别为”后列出的全部分项之和与合计不等。“其中”可以不列全，少于合计的不报告；口径不同、可能重叠的分项不相加。",
      en: "A sentence tells a total and its parts, and those behind 其中 or in brackets come to more, or those listed in full behind a colon or 分别 come to something else. 其中 need not list everything: less than the total is not reported, and parts of different kinds, which may overlap, are not added.",
    },
    why: {
      zh: "国办公开办函〔2021〕30号要求年度报告数据统得出、报得准、可核查。",
      en: "国办公开办函〔2021〕30号 asks for data that are accurate and can be verified.",
    },
    remedy: {
      zh: "对照台账核实合计和各分项；分项有重叠的，在正文中说明。",
      en: "Check the total and its parts against the records; say so where parts overlap.",
    },
  },
  wrong: "2024年政府信息公开工作年度报告\n一、总体情况\n全年发布信息«80»条，其中通知公告30条、工作动态51条。\n",
  right: "2024年政府信息公开工作年度报告\n一、总体情况\n全年发布信息80条，其中通知公告30条、工作动态40条。\n",
  *check(report) {
    for (const { total, parts, section, exhaustive, sum } of wrongBreakdownsOf(report)) {
      const unit = total.unit?.unit ?? "";
      const where = section ? quoted(section.title) : null;
      const told = `${amountWords(total)}${unit}`;
      const added = `${parts.map(amountWords).join(" + ")} = ${amountWords(sum)}`;
      yield {
        span: { start: total.start, end: total.end },
        message: {
          zh: `${where ? `${where}中` : "正文"}合计 ${told}，分项 ${added}`,
          en: `${where ? `In ${where}` : "In the prose"} the total is ${told}, the parts ${added}`,
        },
        advice: {
          zh: "请核实合计与各分项；分项有重叠的请说明",
          en: "Check the total and its parts, or say that parts overlap",
        },
        // Behind 其中 the parts only tell what the total cannot be.
        ...(exhaustive && { expected: both(amountWords(sum)) }),
        related: parts.map((part) => {
          const words = `${amountWords(part)}${unit}`;
          return {
            span: { start: part.start, end: part.end },
            message: { zh: `分项：${words}`, en: `Part: ${words}` },
          };
        }),
      };
    }
  },
};
