import { isNamed, isQuoted } from "../report/quote";
import type { Span } from "../syntax/span";
import { inParagraphs } from "./lines";
import type { Draft, Fix, Rule } from "./types";
import { quoted, replacement } from "./wording";

const inBrackets = (words: string) => `[（(][^（()）\\r\\n]{0,30}?(?:${words})[^（()）\\r\\n]{0,40}[）)]`;
const organ = "人民政府|政府|街道|[省市县区镇乡局委办村]|部门|单位|机关|社区|公司";
const counted = "[万亿]?[条件篇次份个期人元年月日号]";

/** What tells whoever fills the form in what to write, or how it is set. */
const instruction = new RegExp(
  [
    "[（(]\\s{0,2}文字描述[^（()）\\r\\n]{0,40}[）)]",
    "(?:在?此处|在这里)(?:填写|填入|输入|插入)[^，。；;）)\\r\\n]{0,20}",
    "单击此处[^，。；;\\r\\n]{0,20}",
    inBrackets(
      "请填|请在此|请输入|请根据实际|如[有无没][^（()）]{0,4}请|(?:红字|标红)[^（()）]{0,6}(?:单位|修改|填写|替换|删)|填写说明|(?:按|根据)实际(?:情况)?(?:填写|修改|调整|删减)",
    ),
    "[（(](?:单位|机关|部门|公司)(?:名称|全称)[）)]",
    "【(?:\\s{0,4}|[^【】\\r\\n]{0,12}(?:填写|名称|单位|机关|数字|年份|XX|××)[^【】\\r\\n]{0,12})】",
  ].join("|"),
  "gu",
);
const typography = new RegExp(inBrackets("(?:方正|华文)?(?:小标宋|仿宋|宋体|黑体|楷体)|[一二三四五六]号[字加]"), "gu");
/** XX镇, ××条, 20XX年, 某某局: names and numbers that were to be put in. A masked telephone or address has no such word behind it. */
const blank = new RegExp(
  `(?<![\\p{Script=Latin}\\d@./×✕╳＊*-])(?:[XxＸｘ×✕╳]{2,6}(?=${organ}|${counted})|20[XxＸｘ×✕╳]{2}(?=年)|202[XxＸｘ×✕╳](?=年))|(?<!\\p{Script=Han})某某(?=${organ})|(?<=年\\s{0,2})[XxＸｘ×]{1,2}(?=\\s{0,2}月)|(?<=月\\s{0,2})[XxＸｘ×]{1,2}(?=\\s{0,2}日)|(?<=(?:信息|申请|收到|公开|办结|共|计)\\s{0,2})[XxＸｘ×](?=\\s{0,2}[条件篇次份])|(?<![\\d一二三四五六七八九〇○])[○〇]{2,4}(?=${organ})|(?<![_＿])[_＿]{2,12}(?=\\s{0,2}${counted})`,
  "gu",
);
/** Each of them has one of these; hardly any line does. */
const sign =
  /[【XxＸｘ×✕╳某_＿○〇]|文字描述|此处|这里|单击|请[填在输根]|(?:红字|标红)[^（()）]{0,6}(?:单位|修改|填写|替换|删)|填写说明|实际|[名全]称|宋|[黑楷]体|号[字加]/u;

export const placeholder: Rule = {
  id: "placeholder",
  severity: "warning",
  title: { zh: "模板残留或待填内容", en: "Left over from a template, or to be filled in" },
  page: {
    what: {
      zh: "正文中有模板说明（（文字描述）、此处填写、（单位名称）、空的【】）、排版说明（宋体加粗小四号字）、待填的名称或数字（XX镇、××条、20XX年、某某局、__件、X月X日），标题中的也算。引号内的××，以及电话、网址、人名中的掩码不报告；《》内的按信息报告。标题中的排版说明由 section-title 报告。",
      en: "Instructions of a template or of typesetting, empty brackets, and names or numbers still to be filled in, written as crosses, strokes or so-and-so, in the title too. Not crosses in quotes, nor masks in telephone numbers, addresses and persons' names; in the name of a document they are information. Instructions in a heading are reported by section-title.",
    },
    why: {
      zh: "套用模板时漏填、漏删，公开发布后有损报告的严肃性。",
      en: "They were to be filled in or removed before publication.",
    },
    remedy: {
      zh: "补写内容或删去。快速修复只删除排版说明；其余内容须由报告机关补写。",
      en: "Fill in or remove. The quick fix removes instructions of typesetting; the rest only the organ can write.",
    },
  },
  wrong:
    "一、总体情况\n«XX»镇全年公开信息 12 条«（宋体加粗小四号字）»。\n五、存在的主要问题及改进情况\n«（文字描述）»\n",
  right:
    "一、总体情况\n示范镇全年公开信息 12 条，纠正公文中的“××局”等写法。联系电话：0555-XXXXX12。\n五、存在的主要问题及改进情况\n更新不够及时。下一步加强培训。\n",
  *check(report) {
    if (report.title) yield* inLine(report.text, report.title.span);
    yield* inParagraphs(report, "placeholder", (paragraph) => inLine(report.text, paragraph));
  },
};

function inLine(text: string, { start, end }: Span): Iterable<Draft> {
  const line = text.slice(start, end);
  return sign.test(line) ? leftIn(line, start) : [];
}

function* leftIn(line: string, start: number): Iterable<Draft> {
  for (const { index, 0: words } of [
    ...line.matchAll(instruction),
    ...line.matchAll(typography),
    ...line.matchAll(blank),
  ]) {
    // Words in quotes may be somebody's example.
    if (isQuoted(line, index)) continue;
    const span = { start: start + index, end: start + index + words.length };
    const fixes = words.search(typography) === 0 ? [removal(span, words)] : [];
    yield {
      ...(isNamed(line, index) ? { severity: "information" as const } : {}),
      span,
      message: told(words, fixes.length > 0),
      advice: { zh: "请补写相应内容或删去", en: "Fill in what is meant or remove it" },
      fixes,
    };
  }
}

function told(words: string, isTypography: boolean) {
  if (isTypography)
    return { zh: `排版说明${quoted(words)}未删除`, en: `The typesetting instruction ${quoted(words)} was not removed` };
  return /^[（(【在此单]/u.test(words)
    ? { zh: `模板内容${quoted(words)}未替换`, en: `${quoted(words)} of the template was not replaced` }
    : { zh: `${quoted(words)}处的名称或数字未填写`, en: `A name or number was not filled in at ${quoted(words)}` };
}

function removal(span: Span, words: string): Fix {
  const change = { zh: `删除${quoted(words)}`, en: `Remove ${quoted(words)}` };
  return replacement("prose", "candidate", { ...span, newText: "" }, change);
}
