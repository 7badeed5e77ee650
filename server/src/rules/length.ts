import { madeOf, type Words } from "../report/kept";
import { paragraphsOf } from "../report/paragraphs";
import { isPageNumber, isSpace } from "../syntax/characters";
import { firstOf, follows2021 } from "./sections";
import { type Rule, standardLimits } from "./types";
import { sectionName } from "./wording";

const sentence = "公开惠农补贴发放名册，逐村逐户张榜，同步在网站专栏发布，群众可以随时查阅核对。";

export const length: Rule = {
  id: "length",
  severity: "information",
  title: { zh: "第一部分超过一千字", en: "Section one is longer than 1,000 characters" },
  page: {
    what: {
      zh: "2021 年度起的报告，第一部分正文超过 1000 字。按文字处理软件“字符数（不计空格）”计，标点计入，空白、页码、表格和标题不计。字数可在 nianbao.config.json 的 limits.length 中另定。",
      en: "From report year 2021, the body of section one has more than 1,000 characters, counted as word processors do: punctuation counts; white space, page numbers, tables and the heading do not. limits.length in nianbao.config.json may ask for another number.",
    },
    why: {
      zh: "国办公开办函〔2021〕30号：“总体情况”重在聚焦主题、简明客观，篇幅原则上不超过一千字。汇总报告内容较多，可以例外。",
      en: "国办公开办函〔2021〕30号: focused and objective, in principle no more than 1,000 characters. A report on a whole county or city may need more.",
    },
    remedy: { zh: "内容确需的可以保留，其余宜精简。", en: "Keep what is needed and shorten the rest." },
  },
  wrong: `2024年政府信息公开工作年度报告\n«一、总体情况»\n${sentence.repeat(28)}\n二、主动公开政府信息情况\n`,
  right: `2024年政府信息公开工作年度报告\n一、总体情况\n${sentence.repeat(20)}\n二、主动公开政府信息情况\n`,
  *check(report, _neighbours, { length: most }) {
    const { sections } = report;
    const section = firstOf(report, "overview");
    // Where the heading of section two is lost its text counts as section one's.
    if (!section || !follows2021(report) || sections[sections.indexOf(section) + 1]?.id !== "disclosure") return;
    let count = 0;
    for (const paragraph of paragraphsOf(report)) {
      if (paragraph.section === section) count += madeOf(paragraph.words, "length", () => lengthOf(paragraph.words));
    }
    if (count <= most) return;
    const name = sectionName(section);
    // 篇幅原则上不超过一千字 is how the State Council's office puts it.
    const standard = most === standardLimits.length;
    yield {
      span: section.heading,
      message: {
        zh: `“${name}”共 ${count} 字，超过${standard ? "一千" : ` ${most} `}字`,
        en: `“${name}” has ${count} characters, more than ${standard ? "1,000" : most}`,
      },
      advice: {
        zh: `篇幅原则上不超过${standard ? "一千" : ` ${most} `}字，请酌情精简`,
        en: `In principle it has no more than ${standard ? "1,000" : most} characters; shorten it where possible`,
      },
    };
  },
};

/** Characters of a line, white space aside. */
function lengthOf({ text }: Words): number {
  if (isPageNumber(text, 0, text.length)) return 0;
  let count = 0;
  for (const character of text) if (!isSpace(character.charCodeAt(0))) count++;
  return count;
}
