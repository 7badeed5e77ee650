import { paragraphsOf } from "../report/paragraphs";
import type { Span } from "../syntax/span";
import type { Fix, Rule } from "./types";
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
    inBrackets("请填写|请在此|请输入|请根据实际"),
    "[（(](?:单位|机关|部门|公司)(?:名称|全称)[）)]",
    "【(?:\\s{0,4}|[^【】\\r\\n]{0,12}(?:填写|名称|单位|机关|数字|年份|XX|××)[^【】\\r\\n]{0,12})】",
  ].join("|"),
  "gu",
);
const typography = new RegExp(inBrackets("(?:方正|华文)?(?:小标宋|仿宋|宋体|黑体|楷体)|[一二三四五六]号[字加]"), "gu");
/** XX镇, ××条, 20XX年, 某某局: names and numbers that were to be put in. A masked telephone or address has no such word behind it. */
const blank = new RegExp(
  `(?<![\\p{Script=Latin}\\d@./×✕╳＊*-])(?:[XxＸｘ×✕╳]{2,6}(?=${organ}|${counted})|20[XxＸｘ×✕╳]{2}(?=年)|202[XxＸｘ×✕╳](?=年))|(?<!\\p{Script=Han})某某(?=${organ})|(?<![_＿])[_＿]{2,12}(?=\\s{0,2}${counted})`,
  "gu",
);
/** Each of them has one of these; hardly any line does. */
const sign = /[【XxＸｘ×✕╳某_＿]|文字描述|此处|这里|单击|请[填在输根]|[名全]称|宋|[黑楷]体|号[字加]/u;
/** Words in quotes may be somebody's example. */
const quotes: readonly (readonly [string, string])[] = [
  ["“", "”"],
  ["「", "」"],
  ["『", "』"],
];

export const placeholder: Rule = {
  id: "placeholder",
  severity: "warning",
  title: { zh: "模板残留或待填内容", en: "Left over from a template, or to be filled in" },
  page: {
    what: {
      zh: "正文中有模板说明（（文字描述）、此处填写、（单位名称）、空的【】）、排版说明（宋体加粗小四号字）、待填的名称或数字（XX镇、××条、20XX年、某某局、__件）。引号内的××，以及电话、网址、人名中的掩码不报告；《》内的按信息报告。标题中的排版说明由 section-title 报告。",
      en: "Instructions of a template or of typesetting, empty brackets, and names or numbers still to be filled in, written as crosses, strokes or so-and-so. Not crosses in quotes, nor masks in telephone numbers, addresses and persons' names; in the name of a document they are information. Instructions in a heading are reported by section-title.",
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
    const { text } = report;
    for (const { start, end } of paragraphsOf(report)) {
      const line = text.slice(start, end);
      if (!sign.test(line)) continue;
      for (const { index, 0: words } of [
        ...line.matchAll(instruction),
        ...line.matchAll(typography),
        ...line.matchAll(blank),
      ]) {
        if (quotes.some((pair) => isWithin(line, index, pair))) continue;
        const span = { start: start + index, end: start + index + words.length };
        const fixes = words.search(typography) === 0 ? [removal(span, words)] : [];
        const named = isWithin(line, index, ["《", "》"]);
        yield {
          ...(named ? { severity: "information" as const } : {}),
          span,
          message: told(words, fixes.length > 0),
          advice: { zh: "请补写相应内容或删去", en: "Fill in what is meant or remove it" },
          fixes,
        };
      }
    }
  },
};

function told(words: string, isTypography: boolean) {
  if (isTypography)
    return { zh: `排版说明${quoted(words)}未删除`, en: `The typesetting instruction ${quoted(words)} was not removed` };
  return /^[（(【在此单]/u.test(words)
    ? { zh: `模板内容${quoted(words)}未替换`, en: `${quoted(words)} of the template was not replaced` }
    : { zh: `${quoted(words)}处的名称或数字未填写`, en: `A name or number was not filled in at ${quoted(words)}` };
}

/** A quote or a title is no longer than this. */
const longestQuote = 120;

/** Whether the quote or title that opened last before the place closes behind it. */
function isWithin(line: string, at: number, [open, close]: readonly [string, string]): boolean {
  const before = line.slice(Math.max(0, at - longestQuote), at);
  return before.lastIndexOf(open) > before.lastIndexOf(close) && line.slice(at, at + longestQuote).includes(close);
}

function removal(span: Span, words: string): Fix {
  const change = { zh: `删除${quoted(words)}`, en: `Remove ${quoted(words)}` };
  return replacement("prose", "candidate", { ...span, newText: "" }, change);
}
