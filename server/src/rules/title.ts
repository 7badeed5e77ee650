import type { Bilingual } from "../form/types";
import { isReport } from "../report/index";
import { paragraphsOf } from "../report/paragraphs";
import { firstLine, oneLine } from "../report/quote";
import { besideYear, organOf, titleLine } from "../report/title";
import type { Report, Title } from "../report/types";
import { trimmed, wholeCharacter } from "../syntax/characters";
import type { Span } from "../syntax/span";
import type { Draft, Fix, Rule } from "./types";
import { both, list, quoted, replacement } from "./wording";

/** Characters of a line that are worth underlining. */
const longestShown = 100;
/** A line that names the report in other words than its title does. */
const likeTitle =
  /^[^，。；：:;>»|《》“”]{0,60}(?:(?:信息|[政党][务務])公[开開]|政府信息(?=工作|年度))[^，。；：:;>»|《》“”]{0,12}(?:[报報]告|年[报報]|总结|情[况況])[^，。；：:;>»|《》“”]{0,6}$/u;
/** 公开年报, 公开工作报告 and 公开情况报告 where 公开工作年度报告 is meant. */
const abbreviated = /(公\s*[开開])(\s*工\s*作)?(\s*)(年\s*[报報](?!\s*[告道送])|(?:情\s*[况況]\s*)?[报報]\s*告)/u;

export const title: Rule = {
  id: "title",
  severity: "warning",
  title: { zh: "报告标题缺失或不完整", en: "The report's title is missing or incomplete" },
  page: {
    what: {
      zh: "第一部分之前没有报告标题；标题缺报告机关、年度，或没有写作“政府信息公开工作年度报告”（如写作“年报”“工作报告”）；先后两个标题年度不同。同一标题重复出现按信息报告。机关名称写在标题上一行或下一行、标题断行、“年度报告”前无“工作”二字均不报告；不足三个部分的文本不报告标题缺失。",
      en: "No title before section one; a title without organ, year or the words 年度报告 (年报, say, or the name of another kind of report); two titles of different years. The same title twice is information. The organ in the line above or below, a title over several lines and one without 工作 are not reported, nor is a missing title in a text with fewer than three sections.",
    },
    why: {
      zh: "国办公开办函〔2021〕30号规定的名称是“政府信息公开工作年度报告”；机关名称和年度使报告可以检索、归档。",
      en: "国办公开办函〔2021〕30号 calls it 政府信息公开工作年度报告; organ and year are how a report is found and filed.",
    },
    remedy: {
      zh: "写作“机关名称＋年度＋政府信息公开工作年度报告”。",
      en: "Write organ, year and 政府信息公开工作年度报告.",
    },
  },
  wrong: "«青禾县示范镇人民政府2024年政府信息公开年报»\n一、总体情况\n全年公开信息 12 条。\n",
  right: "青禾县示范镇人民政府\n2024年政府信息公开工作年度报告\n一、总体情况\n全年公开信息 12 条。\n",
  *check(report) {
    if (!report.title) {
      if (isReport(report)) yield lost(report);
      return;
    }
    yield* incomplete(report, report.title);
    yield* again(report, report.title);
  },
};

/** A section's heading that was not taken for one is no title either. */
function isLikeTitle(line: string): boolean {
  return likeTitle.test(line) && !/^[一二三四五六][、.．]/u.test(line);
}

function lost(report: Report): Draft {
  const advice = {
    zh: "请写作“机关名称＋年度＋政府信息公开工作年度报告”",
    en: "Write organ, year and 政府信息公开工作年度报告",
  };
  const start = { start: report.text.search(/\S/u), end: report.text.length };
  const line = paragraphsOf(report).find(
    ({ section, start: from, end }) =>
      section === null && end - from <= longestShown && isLikeTitle(report.text.slice(from, end)),
  );
  if (!line)
    return {
      span: shown(report, start),
      message: { zh: "第一部分之前没有报告标题", en: "There is no title before section one" },
      advice,
    };
  const words = quoted(report.text.slice(line.start, line.end));
  return {
    span: { start: line.start, end: line.end },
    message: {
      zh: `标题${words}不是“机关名称＋年度＋政府信息公开工作年度报告”`,
      en: `The title ${words} is not organ, year and 政府信息公开工作年度报告`,
    },
    advice,
  };
}

function* incomplete(report: Report, { span, organ, year }: Title): Iterable<Draft> {
  const words = report.text.slice(span.start, span.end);
  const lacking: Bilingual[] = [];
  // What stands in the organ's place without being known as one is left alone, and so is what a web page has around a title.
  if (organ === null && besideYear(words) === "" && !organBelow(report))
    lacking.push({ zh: "报告机关名称", en: "the organ's name" });
  if (year === null) lacking.push({ zh: "年度", en: "the year" });
  const short = abbreviated.exec(words);
  if (short) lacking.push({ zh: "“年度报告”字样", en: "the words 年度报告" });
  if (lacking.length === 0) return;
  yield {
    span: shown(report, span, true),
    message: {
      zh: `标题${quoted(words)}缺少${list(lacking.map(({ zh }) => zh)).zh}`,
      en: `The title ${quoted(words)} lacks ${list(lacking.map(({ en }) => en)).en}`,
    },
    advice: { zh: "请补全标题", en: "Complete the title" },
    fixes: short ? [writtenOut(span.start, short)] : [],
  };
}

/** 政府信息公开年报 → 政府信息公开工作年度报告; nothing else of the title is touched. */
function writtenOut(at: number, { index, 0: all, 1: opened = "", 2: work = "", 4: short = "" }: RegExpExecArray): Fix {
  const start = at + index + (work === "" ? opened.length : all.length - short.length);
  const newText = work === "" ? "工作年度报告" : "年度报告";
  return replacement(
    "prose",
    "candidate",
    { start, end: at + index + all.length, newText },
    both(`“${oneLine(short)}” → “${newText}”`),
  );
}

/** Some put the organ below the title. */
function organBelow(report: Report): boolean {
  const [below] = paragraphsOf(report);
  return below !== undefined && below.section === null && organOf(report.text.slice(below.start, below.end)) !== null;
}

function* again(report: Report, { span, year }: Title): Iterable<Draft> {
  const { text } = report;
  if (/^(?:标题|<)/u.test(text.slice(span.start, span.start + 2))) return;
  for (const line of paragraphsOf(report)) {
    if (line.section !== null) return;
    if (line.end - line.start > 2 * longestShown) continue;
    const other = titleLine(text.slice(line.start, line.end));
    if (!other) continue;
    const same = year === null || other.year === year;
    yield {
      ...(same ? { severity: "information" as const } : {}),
      span: { start: line.start, end: line.end },
      message: same
        ? { zh: "报告标题重复出现", en: "The title stands here again" }
        : {
            zh: `此处标题为 ${other.year} 年，前面的标题为 ${year} 年`,
            en: `This title says ${other.year}, the one before ${year}`,
          },
      advice: { zh: "请核对后只保留一个标题", en: "Keep one title after a look" },
      related: [{ span, message: { zh: "前面的标题", en: "The title before" } }],
    };
    return;
  }
}

function shown(report: Report, span: Span, whole = false): Span {
  const { start, end } = whole ? span : firstLine(report.text, span);
  return trimmed(report.text, start, Math.min(end, wholeCharacter(report.text, start + 2 * longestShown)));
}
