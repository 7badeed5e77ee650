import type { Paragraph } from "../report/paragraphs";
import { periodOf } from "../report/period";
import { yearOf } from "../report/title";
import type { Report } from "../report/types";
import { chineseNumber } from "../syntax/numerals";
import type { Span } from "../syntax/span";
import { inParagraphs } from "./lines";
import type { Draft, Rule } from "./types";
import { both, inStyleOf, quoted, replacement } from "./wording";

/** Where facts of the year are told; section five tells of plans, the others are tables. */
const told: ReadonlySet<string | undefined> = new Set([undefined, "overview", "other"]);

/** What is longer is no sentence any more; nothing is looked for in it. */
const longestSentence = 400;
/** The head of the next sentence, in which its year stands. */
const mostToNext = 12;
const count = "[约近共计达]{0,3}\\s{0,2}[0-9０-９][0-9０-９,，.]{0,9}\\s{0,2}[余多]?[条件篇次份个起期]";
/** 2023年，我局共收到政府信息公开申请 3 件; 2023年度我镇未收取…. What comes before the number says of whom and what. */
const fact = new RegExp(
  `(?:收到|受理|办理|办结|答复|公开|发布|公布|更新|推送|收取|发生)[^，,、：:0-9０-９《》]{0,24}${count}|(?:未|没有|无)(?:收到|受理|收取|发生|接到)`,
  "u",
);
/** The year stands at the head of its clause or behind a comma, behind nothing but the organ: 我局2023年度…; 2023年，…. */
const head =
  /^\s{0,4}(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s?)?(?:(?:在|于)?|[我本全][\p{Script=Han}]{1,5}|[\p{Script=Han}]{2,20}(?:政府|局|委|办|处|镇|乡|街道|中心))\s{0,2}$/u;
/** 现将我局2023年度政府信息公开工作报告如下: the report names itself. */
const announces = /(?:现将|现公布|现发布)[^。；;《》0-9０-９]{0,40}$/u;
const announced =
  /^年度?[^，。；;《》0-9０-９]{0,12}(?:政府|政务)?信息公开(?:工作)?(?:年度|情况|有关情况)?(?:报告|情况|年报)/u;
/** Comparisons, what was carried over, plans, dates of texts, what others did: here another year is in its place. */
const elsewhere =
  /相比|比较|对比|较|同比|环比|比[上去前]|与\d{4}|上年|上一年|去年|本年|今年|国务院|国家|全国|中央|省委|省政府|上级|前年|往年|结转|延期|转入|以来|截至|截止|计划|将[于在会]|明年|下年|下一年|增长|上升|下降|增加|减少|提高|回落|分别|历年|累计|整改|存在的?问题|印发|出台|制定|修订|施行|实施|启动|建成|成立|要点|跨年|[至—–-]\s?(?:20|２０)/u;
/** What is only planned; of the coming year everything is, but for what is told as done by mistake. */
const planned =
  /拟|力争|争取|目标|不少于|不低于|预计|预期|计划|打算|要求|要(?!闻|点)|确保|继续|进一步|安排|准备|完成率|左右|以上/u;
/** Behind the year stands the organ, how or the deed itself. In 2023年度部门决算公开 1 份 the year is that of what was published. */
const deed =
  /^年度?\s{0,2}(?:[，,、]|[我本全各共总累因在未没无]|通过|主动|依托|利用|收到|受理|办[理结]|答复|公[开布]|发布|更新|推送|收取|发生|[\p{Script=Han}]{2,20}?(?:政府|局|委|办|处|镇|乡|街道|中心))/u;
/** 2023年开通的公众号 was opened then; what it told may be this year's. */
const attribute = /^年度?\s{0,2}[\p{Script=Han}]{2,5}的/u;
const chineseYear = "二[〇○零][〇○零一二三四五六七八九]{2}";
const year = new RegExp(`(?<![\\d０-９〔﹝[（(])(?:(?:20|２０)[0-9０-９]{2}|${chineseYear})(?=\\s{0,2}年)`, "gu");

export const yearRule: Rule = {
  id: "year",
  severity: "warning",
  title: { zh: "正文年度与报告年度不一致", en: "The prose names another year than the report's" },
  page: {
    what: {
      zh: "前言、第一部分、第六部分中，用上一年度或下一年度叙述本年度的数据或情况（如 2024 年度报告写“2023年，我局共收到申请 3 件”），或“现将2023年度…报告如下”。与上年比较、上年结转、下年计划、文号、日期、年度区间、《》内的年度均不报告；同句或下句开头又写了报告年度的，也不报告。标题和统计期限都没有年度的，不作判断。",
      en: "In preamble, sections one and six: the year before or after used for this year's facts (requests received, information published, fees charged), or another year where the report names itself. Comparisons, what was carried over, plans, numbers of documents, dates, spans of years and names of documents are not reported, nor is a sentence where it, or the head of the next, names the report's year too. Without a year in title or period nothing is judged.",
    },
    why: {
      zh: "多为沿用上年报告时漏改；年度写错会使数据归属不清。",
      en: "Usually left over from last year's report; it leaves open which year a figure belongs to.",
    },
    remedy: {
      zh: "核对该句所述年度。快速修复把年度改为报告年度。",
      en: "Check which year the sentence is about. The quick fix puts the report's year.",
    },
  },
  wrong:
    "青禾县水务局2024年政府信息公开工作年度报告\n一、总体情况\n我局«2023»年度共收到政府信息公开申请 3 件，均按期答复。\n",
  right:
    "青禾县水务局2024年政府信息公开工作年度报告\n一、总体情况\n我局2024年度共收到政府信息公开申请 3 件，与2023年相比增加 1 件；办结2023年结转的申请 1 件。\n",
  *check(report) {
    const own = report.title?.year ?? periodOf(report)?.from.year?.value ?? null;
    if (own === null) return;
    yield* inParagraphs(report, `year/${own}`, (paragraph) =>
      told.has(paragraph.section?.id) ? inParagraph(report, paragraph, own) : [],
    );
  },
};

function* inParagraph({ text }: Report, { start, end }: Paragraph, own: number): Iterable<Draft> {
  if (!text.slice(start, end).includes("年")) return;
  for (const sentence of pieces(text, start, end, sentences)) {
    if (sentence.end - sentence.start > longestSentence) continue;
    // Figures of two years told one behind the other are compared, in one sentence or in two.
    const near = text.slice(sentence.start, Math.min(end, sentence.end + mostToNext));
    if (near.normalize("NFKC").includes(String(own)) || near.replace(/[○零]/gu, "〇").includes(inChinese(own)))
      continue;
    for (const clause of pieces(text, sentence.start, sentence.end, clauses))
      yield* inClause(text.slice(clause.start, clause.end), clause.start, own);
  }
}

const sentences = /[^。！!]+/gu;
const clauses = /[^；;]+/gu;

function* pieces(text: string, start: number, end: number, pattern: RegExp): Iterable<Span> {
  for (const { index, 0: words } of text.slice(start, end).matchAll(pattern))
    yield { start: start + index, end: start + index + words.length };
}

/** 二〇二四 */
function inChinese(value: number, zero = "〇"): string {
  return String(value).replace(/\d/gu, (digit) => (digit === "0" ? zero : chineseNumber(Number(digit))));
}

function* inClause(clause: string, at: number, reported: number): Iterable<Draft> {
  const found = [...clause.matchAll(year)];
  const [first] = found;
  // A second year in the clause tells that years are told apart in it.
  if (!first || found.length > 1) return;
  const written = first[0];
  const value = yearOf(written.normalize("NFKC"));
  if (value === reported) return;
  const before = clause.slice(0, first.index);
  const behind = clause.slice(first.index + written.length).trimStart();
  if (before.split("《").length > before.split("》").length) return;
  const names = announces.test(before) && announced.test(behind);
  const tells =
    (value === reported - 1 || (value === reported + 1 && !planned.test(clause))) &&
    head.test(before.slice(before.lastIndexOf("，") + 1)) &&
    deed.test(behind) &&
    !attribute.test(behind) &&
    fact.test(behind) &&
    !elsewhere.test(clause);
  if (!names && !tells) return;
  const span = { start: at + first.index, end: at + first.index + written.length };
  const newText = /^二/u.test(written) ? inChinese(reported, written[1]) : inStyleOf(written, String(reported));
  yield {
    span,
    message: {
      zh: `${quoted(clause.trim().slice(0, 40))}：写的是 ${value} 年，报告年度为 ${reported} 年`,
      en: `${quoted(clause.trim().slice(0, 40))} says ${value}; the report is on ${reported}`,
    },
    advice: {
      zh: "请核对该句所述的年度",
      en: "Check which year the sentence is about",
    },
    fixes: [replacement("prose", "candidate", { ...span, newText }, both(`${written} → ${newText}`))],
  };
}
