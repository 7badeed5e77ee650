import { paragraphsOf } from "../report/paragraphs";
import type { Draft, Rule } from "./types";
import { quoted } from "./wording";

/** Where the organ tells of itself. */
const telling: ReadonlySet<string | undefined> = new Set([undefined, "overview", "other"]);
/** A township's or street's own name at the end of the title's organ: 样桥乡 of 青禾县样桥乡人民政府. */
const ownName =
  /^(?:[\p{Script=Han}]{2,12}?[省市县区旗州])?([\p{Script=Han}]{2,6}(?:镇|乡|街道))(?:人民政府|办事处)?$/u;
/**
 * Another one as the subject of this year's facts, at the head of a sentence: 2024年，例溪镇人民政府共公开…. Verbs that only the
 * reporting organ takes here.
 */
const subject =
  /(?<=^|[。；;])\s{0,4}(?:20\d\d\s{0,2}年度?\s{0,2}[，,]?\s{0,2})?((?:[\p{Script=Han}]{2,10}?[省市县区旗州])?([\p{Script=Han}]{2,4}?(?:镇|乡|街道))(?:人民政府|办事处))(?=(?:[，,]?(?:共|主动|全年|累计)){0,3}(?:主动公开|公开政府信息|受理|收到|未收到|没有收到|未收取|高度重视政府信息公开|认真贯彻落实《))/gu;

/** 会同例溪镇人民政府, 各乡镇人民政府, 原例溪镇人民政府: no other organ that speaks for itself. */
const noName = /^(?:会同|联合|协助|配合|收到|根据|按照|[与和由向为在受经对据按原各所本我该全两多及将把被请让])/u;

export const unitName: Rule = {
  id: "unit-name",
  severity: "warning",
  title: { zh: "正文写有其他机关的名称", en: "The prose names another organ as the reporting one" },
  page: {
    what: {
      zh: "乡镇、街道的报告中，句首以另一乡镇人民政府、街道办事处为主语叙述本机关的公开、申请、收费情况（多为套用他人报告时漏改）。只看这一种写法：上级机关、部门、村（社区）、引用的文件名，以及句中提到其他乡镇的，均不报告；部门的报告不作判断。",
      en: "In the report of a township or street, another township's government as the subject, at the head of a sentence, of what the reporting organ published, received or charged. Nothing else is looked at: superiors, departments, villages, names of documents and other townships mentioned in a sentence are not reported, and reports of departments are not judged.",
    },
    why: {
      zh: "报告应以本机关名义叙述；他机关名称表明内容可能系照抄。",
      en: "A report speaks for its own organ; another's name tells of copying.",
    },
    remedy: {
      zh: "核对该句是否为本机关的情况，改正名称或内容。",
      en: "See whether the sentence is about this organ, and correct the name or the sentence.",
    },
  },
  wrong:
    "青禾县样桥乡人民政府2024年政府信息公开工作年度报告\n一、总体情况\n2024年，«例溪镇人民政府»共收到政府信息公开申请 3 件。\n",
  right:
    "青禾县样桥乡人民政府2024年政府信息公开工作年度报告\n一、总体情况\n2024年，样桥乡人民政府共收到政府信息公开申请 3 件，其中转送例溪镇人民政府 1 件。\n",
  *check(report) {
    const own = report.title ? ownName.exec(report.title.organ ?? "")?.[1] : undefined;
    if (own === undefined) return;
    for (const { section, start, end } of paragraphsOf(report)) {
      if (!telling.has(section?.id)) continue;
      for (const match of report.text.slice(start, end).matchAll(subject)) yield* other(own, start, match);
    }
  },
};

function* other(own: string, from: number, match: RegExpExecArray): Iterable<Draft> {
  const [all, name = "", core = ""] = match;
  // 青禾县样桥乡 and 样桥乡 are one; the county may have been taken for a part of the name.
  if (name.includes(own) || own.endsWith(core) || noName.test(name) || noName.test(core)) return;
  const start = from + match.index + all.length - name.length;
  yield {
    span: { start, end: start + name.length },
    message: {
      zh: `此处以${quoted(name)}为主语，标题的报告机关为${quoted(own)}`,
      en: `The subject here is ${quoted(name)}, the title's organ ${quoted(own)}`,
    },
    advice: { zh: "请核对是否照抄其他机关的报告", en: "See whether this was copied from another organ's report" },
  };
}
