import type { Paragraph } from "../report/paragraphs";
import { inParagraphs } from "./lines";
import type { Draft, Rule } from "./types";
import { quoted } from "./wording";

/** Where the organ tells of itself. */
const telling: ReadonlySet<string | undefined> = new Set([undefined, "overview", "other"]);
/** A township's or street's own name at the end of the title's organ: 样桥乡 of 青禾县样桥乡人民政府. */
const ownName =
  /^(?:[\p{Script=Han}]{2,12}?[省市县区旗州])?([\p{Script=Han}]{2,6}(?:镇|乡|街道))(?:人民政府|办事处)?$/u;
const township = "(?:[\\p{Script=Han}]{2,10}?[省市县区旗州])?([\\p{Script=Han}]{2,4}?(?:镇|乡|街道))";
const ofYear = "(?:[，,]?\\s{0,2}20\\d\\d\\s{0,2}年度?[，,]?\\s{0,2})?";
/** What only the reporting organ does here. What was received from somebody else is followed by what became of it. */
const doing =
  "主动公开|公开政府信息|受理|收到(?!后|[^，。；;]{0,6}(?:移送|转[办送来]|来函))|未收到|没有收到|未收取|未发生|未产生";
const striving = "高度重视政[府务]|认真贯彻落实《|严格(?:按照|落实|执行)《|(?:始终)?坚持以习近平|坚持以公开为常态";
/**
 * Another one as the subject of this year's facts, at the head of a sentence: 2024年，例溪镇人民政府共公开…, or where the report
 * names itself: 现将例溪镇2024年政府信息公开工作情况报告如下.
 */
const subject = new RegExp(
  [
    `(?<=^|[。；;])\\s{0,4}(?:20\\d\\d\\s{0,2}年度?\\s{0,2}[，,]?\\s{0,2})?(?:(${township}(?:人民政府|办事处))(?=${ofYear}(?:[，,]?(?:共|主动|全年|累计)){0,3}(?:${doing}|${striving}))`,
    `(${township})(?=${ofYear}(?:[，,]?(?:共|全年|累计)){1,3}(?:主动公开|受理|收到)|${ofYear}(?:主动公开政府信息|未收到|没有收到|未收取)))`,
    `现将(${township}(?:人民政府|办事处)?)(?=${ofYear}政[府务](?:信息)?公开)`,
  ].join("|"),
  "gu",
);

/** The end of every such name; most lines have none. */
const mayName = /[镇乡]|街道/u;

/** 会同例溪镇人民政府, 各乡镇人民政府, 原例溪镇人民政府, 中心镇: no other organ that speaks for itself. */
const noName = /^(?:会同|联合|协助|配合|收到|根据|按照|[与和由向为在受经对据按原各所本我该全两多及将把被请让])/u;

/** 乡镇, 中心镇 and the like are kinds of towns. */
const kinds = /(?:[乡村城集建]|中心|特色|重点|下辖|下属|其他|部分|街道)[镇乡]$|[镇乡]街道$/u;
/** So far back another one may have been spoken of. */
const mostBefore = 400;

export const unitName: Rule = {
  id: "unit-name",
  severity: "warning",
  title: { zh: "正文写有其他机关的名称", en: "The prose names another organ as the reporting one" },
  page: {
    what: {
      zh: "乡镇、街道的报告中，句首以另一乡镇人民政府、街道办事处为主语叙述本机关的公开、申请、收费情况，或写“现将另一乡镇…情况报告如下”（多为套用他人报告时漏改）。只看这两种写法：上级机关、部门、村（社区）、引用的文件名，以及句中提到其他乡镇的，均不报告；部门的报告不作判断。",
      en: "In the report of a township or street, another township's government as the subject, at the head of a sentence, of what the reporting organ published, received or charged, or as the organ whose report is announced. Nothing else is looked at: superiors, departments, villages, names of documents and other townships mentioned in a sentence are not reported, and reports of departments are not judged.",
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
    yield* inParagraphs(report, `unit-name/${own}`, (paragraph) => inParagraph(report.text, paragraph, own));
  },
};

function* inParagraph(text: string, { section, start, end }: Paragraph, own: string): Iterable<Draft> {
  if (!telling.has(section?.id)) return;
  const line = text.slice(start, end);
  if (!mayName.test(line)) return;
  const told = new Set<string>();
  for (const match of line.matchAll(subject)) {
    const [name = "", core = ""] = match.slice(1).filter((words) => words !== undefined);
    const at = match.index + match[0].length - name.length;
    // What the sentences before speak of is spoken of on, unless it was copied there too.
    if (!told.has(core) && line.slice(Math.max(0, at - mostBefore), at).includes(core)) continue;
    told.add(core);
    yield* other(own, start + at, name, core);
  }
}

function* other(own: string, start: number, name: string, core: string): Iterable<Draft> {
  // 青禾县样桥乡 and 样桥乡 are one; the county may have been taken for a part of the name.
  if (name.includes(own) || own.endsWith(core) || noName.test(name) || noName.test(core) || kinds.test(core)) return;
  yield {
    span: { start, end: start + name.length },
    message: {
      zh: `此处以${quoted(name)}为主语，标题的报告机关为${quoted(own)}`,
      en: `The subject here is ${quoted(name)}, the title's organ ${quoted(own)}`,
    },
    advice: { zh: "请核对是否照抄其他机关的报告", en: "See whether this was copied from another organ's report" },
  };
}
