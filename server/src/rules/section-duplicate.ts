import type { Rule } from "./types";
import { sectionName } from "./wording";

export const sectionDuplicate: Rule = {
  id: "section-duplicate",
  severity: "error",
  title: { zh: "同一部分出现两次", en: "A section stands twice" },
  page: {
    what: {
      zh: "六个部分中的某一部分有两个标题。目录不算。",
      en: "One of the six sections has two headings. A table of contents does not count.",
    },
    why: {
      zh: "六个部分各写一次；重复多为粘贴所致，后面的数据也可能重复。",
      en: "Each section stands once; a second one usually comes from pasting, and its numbers may be there twice too.",
    },
    remedy: {
      zh: "删去重复的部分，核对保留的是哪一份。",
      en: "Remove the repeated one, and check which of them is to stay.",
    },
  },
  wrong: "一、总体情况\n公开信息 12 条。\n«一、总体情况»\n公开信息 12 条。\n",
  right: "一、总体情况\n公开信息 12 条。\n二、主动公开政府信息情况\n",
  *check({ sections }) {
    for (const section of sections) {
      if (!section.duplicate) continue;
      const first = sections.find((other) => other.id === section.id);
      yield {
        span: section.heading,
        message: { zh: `“${sectionName(section)}”重复出现`, en: `“${sectionName(section)}” stands a second time` },
        advice: { zh: "请删去重复的部分", en: "Remove the repeated section" },
        related: first
          ? [{ span: first.heading, message: { zh: "第一次出现在这里", en: "It stands here first" } }]
          : [],
      };
    }
  },
};
