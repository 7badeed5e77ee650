import type { Rule } from "./types";
import { quoted, replacement } from "./wording";

export const sectionTitle: Rule = {
  id: "section-title",
  severity: "warning",
  title: { zh: "部分标题有误", en: "A section's title is mistyped" },
  page: {
    what: {
      zh: "标题多字、漏字、错字，序号不对或缺失，或带有模板说明（如“宋体加粗小四号字”）。通行的不同写法（如“存在问题及改进情况”）不报告。",
      en: "Wrong or missing characters or ordinals, or words left over from a template. Titles in common use (存在问题及改进情况, say) are not reported.",
    },
    why: {
      zh: "六个部分的标题由国办公开办函〔2021〕30号规定。",
      en: "The six titles are fixed by 国办公开办函〔2021〕30号.",
    },
    remedy: { zh: "快速修复换成标准标题。", en: "The quick fix puts the standard title." },
  },
  wrong: "一、总体情况\n公开信息 12 条。\n二、主动公开政府信息情况\n«三是收到和处理政府信息公开申请情况»\n",
  right: "一、总体情况\n公开信息 12 条。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n",
  *check({ sections }) {
    for (const section of sections) {
      if (section.match === "standard") continue;
      const change = `${quoted(section.title)} → ${quoted(section.expected)}`;
      yield {
        span: section.heading,
        message: {
          zh: `标题${quoted(section.title)}应为${quoted(section.expected)}`,
          en: `The title ${quoted(section.title)} should read ${quoted(section.expected)}`,
        },
        advice: { zh: "请改为标准标题", en: "Use the standard title" },
        fixes: [
          replacement(
            "heading",
            "preferred",
            { ...section.heading, newText: section.expected },
            { zh: change, en: change },
          ),
        ],
      };
    }
  },
};
