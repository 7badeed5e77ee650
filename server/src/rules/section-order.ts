import type { Rule } from "./types";
import { sectionName } from "./wording";

export const sectionOrder: Rule = {
  id: "section-order",
  severity: "error",
  title: { zh: "各部分次序不对", en: "Sections out of order" },
  page: {
    what: { zh: "某一部分排在了应在它后面的部分之后。", en: "A section stands behind one that should follow it." },
    why: {
      zh: "国办公开办函〔2021〕30号规定了六个部分的次序。",
      en: "国办公开办函〔2021〕30号 fixes the order of the six sections.",
    },
    remedy: { zh: "连同内容移到应在的位置。", en: "Move the section with its text to its place." },
  },
  wrong: "一、总体情况\n公开信息 12 条。\n三、收到和处理政府信息公开申请情况\n«二、主动公开政府信息情况»\n",
  right: "一、总体情况\n公开信息 12 条。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n",
  *check({ sections, form }) {
    const order = (id: string) => form.sections.findIndex((section) => section.id === id);
    let furthest = sections[0];
    for (const section of sections) {
      if (section.duplicate || !furthest) continue;
      if (order(section.id) >= order(furthest.id)) {
        furthest = section;
        continue;
      }
      yield {
        span: section.heading,
        message: {
          zh: `“${sectionName(section)}”应在“${sectionName(furthest)}”之前`,
          en: `“${sectionName(section)}” should stand before “${sectionName(furthest)}”`,
        },
        advice: { zh: "请按格式规定的次序调整", en: "Put the sections into the order of the form" },
        related: [{ span: furthest.heading, message: { zh: "它应在后面", en: "This one should follow" } }],
      };
    }
  },
};
