import type { SectionId } from "../form/types";
import type { Paragraph } from "../report/paragraphs";
import { isDigit } from "../syntax/characters";
import { inParagraphs } from "./lines";
import type { Draft, Rule } from "./types";
import { both, quoted, replacement } from "./wording";

/** Where prose stands; what is left of a table in the other sections repeats its labels. */
const prose: ReadonlySet<SectionId | undefined> = new Set([undefined, "overview", "problems", "other"]);

/** Words that mean nothing twice over, whatever stands around them. */
const twice = [
  "进行|进一步|加强|不断|及时|以及|通过|按照|根据|收到|受理|存在|有关|相关|切实|积极|认真|持续|继续|严格|充分|全面",
  "提升|提高|推进|推动|完善|健全|人民政府|委员会|办事处|领导小组|我们?[局镇县乡区市街院厅委]",
].join("|");
/** Words that may end one word and begin the next: 政府信息公开｜公开栏, 公开工作｜工作机制, 市政府｜政府网站. */
const mayMeet =
  "公开|信息|工作|政务|申请|制度|规范|平台|网站|部门|建设|管理|服务|监督|保障|内容|机制|问题|主动|发布|处理|行政|人员|情况|条例|群众|水平|质量|力度|措施|培训";
/** Behind 公开公开 these begin no word with 公开: the second one is too many. */
const notBegun = "政府|政务|信息|工作|情况|的|了|各|[，。；、\\d０-９]|$";

interface Pattern {
  readonly pattern: RegExp;
  readonly sure: boolean;
}

/** In each the second group repeats the first; how often is bounded, so that a long run is not tried from each of its places. */
const patterns: readonly Pattern[] = [
  // Four characters and more said at once again; the regular expression looks at no more than twelve.
  { pattern: /(\p{Script=Han}{4,12}?)(\1+)/gu, sure: true },
  { pattern: new RegExp(`(${twice})(\\1{1,3})`, "gu"), sure: true },
  { pattern: new RegExp(`(公开)(\\1{1,3})(?=${notBegun})`, "gu"), sure: true },
  // 依申请公开公开率
  { pattern: new RegExp(`(公开)(\\1{1,3})(?!率|${notBegun})`, "gu"), sure: false },
  { pattern: new RegExp(`(${mayMeet.replace("公开|", "")})(\\1{1,3})`, "gu"), sure: false },
  { pattern: /(20\d\d年)(\1{1,3})(?!度)/gu, sure: true },
  { pattern: /(度)(\1{1,3})(?=[政报工我全共主公收未])/gu, sure: true },
  // 过程性性信息; 男性性别, 有效性性能 and the like are two words.
  { pattern: /(?<![男女个同异两])(性)(\1{1,3})(?![别格质能情命])/gu, sure: true },
  { pattern: /(的)(\1{1,3})(?![确士])/gu, sure: true },
  { pattern: /(们)(\1{1,3})/gu, sure: true },
  { pattern: /(人民)(\1{1,3})(?=政府)/gu, sure: true },
  // 开展了了培训; 为了了解, 不了了之.
  { pattern: /(?<=[展布开立善定成取到行到加出])(了)(\1{1,3})(?![解结断却之然不])/gu, sure: true },
  // 鸭南乡乡人民政府 is none's name; of X县县政府 the first may be the county and the second its government.
  { pattern: /([省市县区镇乡])(\1{1,3})(?=人民政府)/gu, sure: true },
  { pattern: /([省市县区镇乡])(\1{1,3})(?=政府)/gu, sure: false },
];

/** No pattern's word is longer. */
const longestWord = 12;

/** A unit behind a noun that cannot take it: 公开政府信息条, 共 件. */
const numberless =
  /(?:公开|发布|公布|更新|推送|上传|报送)[^，。；;、\d０-９《》]{0,10}(?:信息|公告|稿件)\s{0,3}(?:共|共计|总计|约|合计)?\s{0,3}([条篇])(?=\s{0,2}(?:[，。；;、]|其中|$))|(?<!公)(?:共|共计|总计|合计)\s{0,4}([条件篇份])(?=\s{0,2}(?:[，。；;、]|其中|$))/gu;

/** What both forms of it have in common. */
const mayLackNumber = /[息告件共计约]\s{0,4}[条件篇份]/u;

export const doubledWord: Rule = {
  id: "doubled-word",
  severity: "warning",
  title: { zh: "重复用字或缺少数字", en: "A word stands twice, or a number is missing" },
  page: {
    what: {
      zh: "前言和第一、五、六部分中明显的重复用字（过程性性信息、统一的的界面、进行进行），四字以上词语紧接重复，以及量词前缺数字（公开政府信息条）。可能是两个词相连的（政务公开公开栏、工作工作机制、县县政府）按信息报告。叠词（人人、层层、村村通等）不报告。",
      en: "In preamble and sections one, five and six: characters doubled beyond doubt, four characters or more at once again, and a unit without its number. What may be two words side by side, the first ending as the second begins, is information. Reduplications are not reported.",
    },
    why: { zh: "多为录入或修改时的遗留。", en: "Left over from typing or editing." },
    remedy: {
      zh: "核对原意。快速修复删去重复的字词；缺少的数字须由报告机关补写。",
      en: "See what was meant. The quick fix removes the second one; a missing number only the organ can write.",
    },
  },
  wrong: "一、总体情况\n统一的«的»网站界面，公开过程性«性»信息；全年公开政府信息«条»，其中财政信息 2 条。\n",
  right:
    "一、总体情况\n层层落实责任，事事有回音，人人参与。全年公开政府信息 12 条，其中财政信息 2 条。男性性别信息不公开。\n",
  *check(report) {
    yield* inParagraphs(report, "doubled-word", (paragraph) => inParagraph(report.text, paragraph));
  },
};

function* inParagraph(text: string, { section, start, end }: Paragraph): Iterable<Draft> {
  if (!prose.has(section?.id)) return;
  const line = text.slice(start, end);
  if (repeats(line)) yield* doubled(line, start);
  if (!mayLackNumber.test(line)) return;
  for (const { index, 0: all } of line.matchAll(numberless)) {
    const at = start + index + all.length - 1;
    yield {
      span: { start: at, end: at + 1 },
      message: { zh: `${quoted(all)}缺少数字`, en: `${quoted(all)} lacks its number` },
      advice: { zh: "请补写数字", en: "Add the number" },
    };
  }
}

/** Whether as many characters as a word may have stand twice in a row, as in all of the patterns; hardly any line has that. */
function repeats(line: string): boolean {
  // An ideograph beyond the common ones takes two places, and a word of them more than are looked at.
  if (/[\ud800-\udfff]/.test(line)) return true;
  for (let length = 1; length <= longestWord; length++)
    // Of a word's characters one stands at a multiple of its length.
    for (let at = length; at < line.length; at += length) {
      if (!isSame(line, at, length)) continue;
      let from = at;
      let to = at + 1;
      while (isSame(line, from - 1, length)) from--;
      while (isSame(line, to, length)) to++;
      if (to - from >= length) return true;
    }
  return false;
}

/** Whether a word's character stands there and so many places before. */
function isSame(line: string, at: number, length: number): boolean {
  const code = line.charCodeAt(at);
  return code === line.charCodeAt(at - length) && isOfWord(code, length);
}

/** Everything from the first ideograph on, and digits; a digit alone is no word. */
function isOfWord(code: number, length: number): boolean {
  return code >= 0x2e80 || (isDigit(code) && length > 1);
}

function* doubled(line: string, from: number): Iterable<Draft> {
  // Of each character whether it was told of: a text that lost its line breaks may be one line of millions.
  const told = new Uint8Array(line.length);
  for (const { pattern, sure } of patterns) {
    for (const { index, 1: word = "", 2: rest = "" } of line.matchAll(pattern)) {
      const second = index + word.length;
      // What is said of four characters is not said again of two of them; one character many times over is no word.
      if (told[second] === 1 || (word.length > 1 && new Set(word).size === 1)) continue;
      told.fill(1, index, second + rest.length);
      const span = { start: from + second, end: from + second + rest.length };
      const change = `${quoted(`${word}${rest}`)} → “${word}”`;
      yield {
        ...(sure ? {} : { severity: "information" as const }),
        span,
        message: sure
          ? { zh: `“${word}”重复`, en: `“${word}” stands twice` }
          : { zh: `“${word}${word}”疑似重复`, en: `“${word}${word}” may be doubled` },
        advice: { zh: "请核对是否多字", en: "See whether one of them is too many" },
        fixes: sure ? [replacement("prose", "candidate", { ...span, newText: "" }, both(change))] : [],
      };
    }
  }
}
