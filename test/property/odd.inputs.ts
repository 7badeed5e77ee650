// Texts as they may come out of converters, editors and mistakes, each with what must be said of it. `held` of 42 relations,
// the rules that report something, and whether anything was left out: a text must never look checked that was not.
// The file is as long as the list: a kind of text is a few lines, and there are to be many.
import { maxLength } from "../../server/src/features/limits";
import { sampleReport } from "../support/sample";

export interface Odd {
  readonly text: () => string;
  /** Relations that hold. */
  readonly held: number;
  /** Rules with findings, in the order of the text, each once. */
  readonly rules: readonly string[];
  /** Sections in the outline. */
  readonly sections: number;
  /** What the status says was not checked; null where all was. */
  readonly note: RegExp | null;
}

const clean = sampleReport();
const other = sampleReport({ organ: "白石县水务局", year: 2024 });
const requests = "三、收到和处理政府信息公开申请情况";
const problems = "五、存在的主要问题及改进情况";
const last = "六、其他需要报告的事项";

const titles = clean.match(/^[一二三四五六]、.*[况项]$/gm) ?? [];

/** A clean report with a text behind one of its headings. */
function below(heading: string, text: string, report = clean): string {
  return report.replace(heading, () => `${heading}\n${text}`);
}

/** A clean report with something around each number of its tables. */
function aroundNumbers(before: string, after: string): string {
  return clean.replace(/^\t(\d+)$/gm, (_, digits) => `\t${before}${digits}${after}`);
}

function underTitle(report: string, text: string): string {
  return report.replace("\n", () => `\n${text}`);
}

function inOneLine(text: string): string {
  return text.replace(/\n+/g, " ");
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

function repeatedTo(length: number, part: string): string {
  return part.repeat(Math.ceil(length / part.length)).slice(0, length);
}

/** In one place; the rest of the report stays in order. */
function cell(value: string): string {
  return sampleReport({ cells: { "requests/new/natural": value } });
}

const inOrder = { held: 42, rules: [], sections: 6, note: null } as const;
const nothing = { held: 0, sections: 0, note: /未识别到表二、表三、表四/ } as const;
const tooLong = { held: 0, rules: [], note: /超过 100 万字符，只列出大纲，未作任何核对/ } as const;

export const odd: Readonly<Record<string, Odd>> = {
  "nothing at all": { ...nothing, text: () => "", rules: ["section-missing"] },
  "only a byte order mark": { ...nothing, text: () => "\ufeff", rules: ["section-missing"] },
  "only white space": { ...nothing, text: () => " \t\u3000\u00a0\r\n\v\f".repeat(1000), rules: ["section-missing"] },
  "only line ends": { ...nothing, text: () => "\r\n\r\r\n\n".repeat(1000), rules: ["section-missing"] },
  "binary noise": {
    ...nothing,
    text: () => "\0\u0001\ufffd\u001b\ud800\u0007".repeat(20_000),
    rules: ["section-missing"],
  },
  "lines that end in CR": { ...inOrder, text: () => sampleReport({ eol: "\r" }) },
  "lines that end in every way": {
    ...inOrder,
    text: () => clean.split("\n").reduce((text, line, at) => text + ["\n", "\r\n", "\r"][at % 3] + line),
  },
  "U+2028 and U+2029 in the prose": { ...inOrder, text: () => below(problems, "一是不足。\u2028二是改进。\u2029") },
  "U+2028 for every line end": {
    held: 0,
    rules: ["table-missing"],
    sections: 6,
    note: /未识别到表二、表三、表四/,
    text: () => clean.replaceAll("\n", "\u2028"),
  },
  "U+0085, vertical tabs and form feeds": { ...inOrder, text: () => below(problems, "不足\u0085改进\v之处\f\n") },
  "NUL in the prose": { ...inOrder, text: () => below(problems, "不足\0改进\0\n") },
  "NUL in a cell": { held: 40, rules: ["cell-not-number"], sections: 6, note: null, text: () => cell("5\u00008") },
  "control characters": { ...inOrder, text: () => below(problems, "\u0001\u0002\u001b[31m不足\u001b[0m\u007f\n") },
  "zero-width characters in the prose": {
    ...inOrder,
    text: () => below(problems, "不\u200b足\u200d改\ufeff进\u2060\n"),
  },
  "zero-width characters in titles": { ...inOrder, text: () => clean.replaceAll("、", "\u200b、\u200d") },
  "zero-width characters around numbers": { ...inOrder, text: () => aroundNumbers("\u200b", "\ufeff") },
  "right-to-left marks around numbers": { ...inOrder, text: () => aroundNumbers("\u200f", "\u200e") },
  "characters shown the other way round": {
    held: 0,
    rules: ["cell-not-number", "table-missing"],
    sections: 6,
    note: /未识别到表四/,
    text: () => aroundNumbers("\u202e", "\u202c"),
  },
  "bidirectional isolates": { ...inOrder, text: () => aroundNumbers("\u2067", "\u2069") },
  "full width everywhere": { held: 42, rules: ["cell-format"], sections: 6, note: null, text: () => fullWidth(clean) },
  "no-break spaces around numbers": { ...inOrder, text: () => aroundNumbers("\u00a0", "\u00a0\u3000") },
  "combining characters": { ...inOrder, text: () => below(problems, `不足${"\u0301".repeat(5000)}改进\n`) },
  "emoji and variation selectors": {
    ...inOrder,
    text: () => below(problems, "不足👨‍👩‍👧‍👦改进\u{e0100}⚠️\n".repeat(500)),
  },
  "unpaired surrogates in the prose": { ...inOrder, text: () => below(problems, "不足\ud83d改进\ude00\n") },
  "unpaired surrogates in a cell": {
    held: 40,
    rules: ["cell-not-number"],
    sections: 6,
    note: null,
    text: () => cell("\ud83d58\ude00"),
  },
  "a number of 40 digits": {
    held: 40,
    rules: ["cell-not-count"],
    sections: 6,
    note: null,
    text: () => cell("1234567890".repeat(4)),
  },
  "a number of 100,000 digits": {
    held: 34,
    rules: ["cell-blank"],
    sections: 6,
    note: null,
    text: () => cell("9".repeat(100_000)),
  },
  "40 digits in every cell": {
    held: 0,
    rules: ["cell-not-count"],
    sections: 6,
    note: null,
    text: () => clean.replace(/^\t\d+$/gm, `\t${"7".repeat(40)}`),
  },
  "a heading a thousand times": {
    held: 42,
    rules: ["section-empty", "section-duplicate"],
    sections: 1006,
    note: null,
    text: () => below(problems, `${problems}\n`.repeat(1000)),
  },
  "five headings a thousand times": {
    held: 0,
    rules: ["title", "section-empty", "table-missing", "section-missing"],
    sections: 5,
    note: /未识别到表二、表三、表四/,
    text: () => `${["一、总体情况", "二、主动公开政府信息情况", requests, problems, last].join("\n")}\n`.repeat(1000),
  },
  "only headings": {
    held: 0,
    rules: ["section-empty", "title", "table-missing"],
    sections: 6,
    note: /未识别到表二、表三、表四/,
    text: () =>
      clean
        .split("\n")
        .filter((line) => /^[一二三四五六]、[^\d]{3,}$/.test(line))
        .join("\n"),
  },
  "no headings": {
    held: 0,
    rules: ["section-missing"],
    sections: 1,
    note: /未识别到表二、表三、表四/,
    text: () => clean.replace(/^[一二三四五六]、.*情况$/gm, ""),
  },
  "a report within a report": {
    held: 42,
    rules: ["section-five", "section-duplicate", "row-duplicate"],
    sections: 12,
    note: null,
    text: () => below(problems, other),
  },
  "two reports": {
    held: 42,
    rules: ["trailing-content"],
    sections: 6,
    note: /另有一份年报，只核对了第一份/,
    text: () => clean + other,
  },
  "two reports, the second without a title": {
    held: 42,
    rules: ["trailing-content"],
    sections: 6,
    note: /另有一份年报，只核对了第一份/,
    text: () => clean + other.slice(other.indexOf("一、")),
  },
  "three reports": {
    held: 42,
    rules: ["trailing-content"],
    sections: 6,
    note: /至少另有 2 份年报，只核对了第一份/,
    text: () => `${clean}\n${other}\n${clean}`,
  },
  "twenty reports": {
    held: 42,
    rules: ["trailing-content"],
    sections: 6,
    note: /至少另有 19 份年报，只核对了第一份/,
    text: () => (clean + other).repeat(10),
  },
  "two reports, the second in one line": {
    held: 42,
    rules: ["trailing-content"],
    sections: 6,
    note: /另有一份年报，只核对了第一份/,
    text: () => clean + inOneLine(other),
  },
  "two reports, the first in one line": {
    held: 0,
    rules: ["table-missing", "trailing-content"],
    sections: 6,
    note: /未识别到表二、表三、表四.*另有一份年报，只核对了第一份/,
    text: () => `${inOneLine(clean)}\n${other}`,
  },
  "a table of contents with parts and without pages": {
    ...inOrder,
    text: () => underTitle(clean, titles.map((title) => `${title}\n（一）有关情况\n`).join("")),
  },
  "a summary of all sections in front": {
    held: 42,
    rules: ["section-one", "prose-table", "section-five", "fee-statement", "section-duplicate"],
    sections: 12,
    note: null,
    text: () => underTitle(clean, titles.map((title) => `${title}\n办理3件。\n`).join("")),
  },
  "sections one to three twice": {
    held: 42,
    rules: ["section-duplicate", "row-duplicate"],
    sections: 9,
    note: null,
    text: () => clean.slice(0, clean.indexOf("四、政府")) + clean.slice(clean.indexOf("一、总体")),
  },
  "section six thousands of times": {
    held: 0,
    rules: ["section-missing", "fee-statement", "section-duplicate"],
    sections: 8000,
    note: /未识别到表二、表三、表四/,
    text: () => `${last}\n没有。\n`.repeat(8000),
  },
  "two reports, page navigation between": {
    held: 42,
    rules: ["trailing-content"],
    sections: 6,
    note: /另有一份年报，只核对了第一份/,
    text: () => `${clean}\n上一篇：无\n下一篇：无\n${other}`,
  },
  "a million tabs": { ...tooLong, text: () => below(requests, "\t".repeat(1_000_000)), sections: 6 },
  "nearly a million tabs": { ...inOrder, text: () => below(requests, "\t".repeat(980_000)) },
  "tabs between all characters": {
    held: 0,
    rules: ["table-missing"],
    sections: 6,
    note: /未识别到表二、表三、表四/,
    text: () => [...clean].join("\t"),
  },
  "very many small tables": {
    held: 3,
    rules: ["cell-blank"],
    sections: 6,
    note: null,
    text: () => below(requests, "项目\t数量\n甲\t1\n\n".repeat(20_000)),
  },
  "a row ten thousand times": {
    held: 4,
    rules: ["row-duplicate", "corner-note", "cell-blank"],
    sections: 6,
    note: null,
    text: () => below(requests, "（一）予以公开\t1\t0\t0\t0\t0\t0\t1\n".repeat(10_000)),
  },
  "a table a hundred times": {
    held: 42,
    rules: ["row-duplicate"],
    sections: 6,
    note: null,
    text: () => {
      const table = clean.slice(clean.indexOf(requests) + requests.length, clean.indexOf("四、政府"));
      return below(requests, table.repeat(100));
    },
  },
  "a picture in letters": {
    ...inOrder,
    text: () => below(problems, `![](data:image/png;base64,${repeatedTo(900_000, "iVBORw0KGgo")})\n`),
  },
  "a web page": {
    held: 0,
    rules: ["table-missing"],
    sections: 6,
    note: /未识别到表二、表三、表四/,
    text: () => `<!DOCTYPE html><html><body>${clean.replace(/^(.*)$/gm, "<p>$1</p>")}</body></html>`,
  },
  "brackets without end": {
    ...inOrder,
    rules: ["quotes"],
    text: () => below(problems, `不足${"（".repeat(50_000)}改进\n`),
  },
  "one line of just too much": { ...tooLong, text: () => repeatedTo(maxLength + 1, "公开"), sections: 0 },
  "a report of just not too much": {
    ...inOrder,
    text: () => below(problems, repeatedTo(maxLength - clean.length - 1, "不足之处须改进。")),
  },
  "one line of 10 MB": { ...tooLong, text: () => repeatedTo(10_000_000, "政府信息公开"), sections: 0 },
  "a report and one line of 10 MB": {
    ...tooLong,
    text: () => below(problems, repeatedTo(9_900_000, "不足")),
    sections: 6,
  },
  "10 MB of headings": { ...tooLong, text: () => repeatedTo(9_900_000, `${requests}\n`), sections: 200 },
  "50 MB of line ends": { ...tooLong, text: () => "\n".repeat(50_000_000), sections: 0 },
  "50 MB of reports": { ...tooLong, text: () => repeatedTo(50_000_000, clean), sections: 200 },
};
