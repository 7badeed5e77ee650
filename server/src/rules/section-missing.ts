import type { FormSection } from "../form/types";
import type { Report, Section } from "../report/types";
import type { Span } from "../syntax/span";
import type { Fix, Rule } from "./types";
import { both, noNumbers } from "./wording";

export const sectionMissing: Rule = {
  id: "section-missing",
  severity: "error",
  title: { zh: "缺少法定部分", en: "A statutory section is missing" },
  page: {
    what: {
      zh: "报告应有六个部分，没有找到其中某一部分的标题。一个标题也没有找到时只报告一次。",
      en: "A report has six sections; the heading of one of them was not found. Reported once where none was found.",
    },
    why: {
      zh: "国办公开办函〔2021〕30号：六个部分“不能遗漏，也不宜泛化”。",
      en: "国办公开办函〔2021〕30号: none of the six sections may be left out.",
    },
    remedy: {
      zh: "确认是漏写还是标题丢失（例如从网页、PDF 复制时）。快速修复插入标准标题，内容由报告机关补写。",
      en: "See whether the section or only its heading is gone (copied from a web page or PDF, say). The quick fix inserts the standard heading; the organ has to write the section.",
    },
  },
  wrong:
    "一、总体情况\n全年公开信息 12 条。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n«六、其他需要报告的事项»\n本年度未收取信息处理费。\n",
  right:
    "一、总体情况\n全年公开信息 12 条。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n更新不够及时。下一步加强培训。\n六、其他需要报告的事项\n本年度未收取信息处理费。\n",
  *check(report) {
    const { sections, form } = report;
    if (sections.length === 0) {
      yield {
        span: firstLine(report),
        message: {
          zh:
            report.tables.length > 0
              ? "没有找到六个部分的任何标题"
              : "没有找到六个部分的任何标题，也没有读到表格：本文未作核对",
          en:
            report.tables.length > 0
              ? "None of the six section headings was found"
              : "None of the six section headings and no table was found: the text was not checked",
        },
        advice: { zh: "请确认文件内容，按格式补写六个部分的标题", en: "Check the file and add the six headings" },
      };
      return;
    }
    for (const [at, missing] of form.sections.entries()) {
      if (sections.some((section) => section.id === missing.id)) continue;
      const after = form.sections.slice(at + 1);
      const next = sections.find((section) => after.some((other) => other.id === section.id)) ?? null;
      const title = `${missing.ordinal}、${missing.title}`;
      yield {
        span: next?.heading ?? (sections[sections.length - 1] as Section).heading,
        message: { zh: `缺少“${title}”`, en: `The section “${title}” is missing` },
        advice: {
          zh: "请补写该部分；没有的事项也应说明",
          en: "Add the section; say so where there is nothing to report",
        },
        fixes: [insertHeading(report, missing, next)],
      };
    }
  },
};

/** The first line with text, as far as it is worth underlining. */
function firstLine(report: Report): Span {
  const found = /\S[^\r\n]{0,199}/u.exec(report.text);
  return found ? { start: found.index, end: found.index + found[0].trimEnd().length } : { start: 0, end: 0 };
}

/** The heading alone on a line of its own: before the next section, else at the end of what is read. */
function insertHeading(report: Report, missing: FormSection, next: Section | null): Fix {
  const { text } = report;
  const eol = /\r\n|\r|\n/u.exec(text)?.[0] ?? "\n";
  const title = `${missing.ordinal}、${missing.title}`;
  const at = next
    ? lineStart(text, next.heading.start)
    : (report.trailing?.start ?? report.another?.start ?? text.length);
  const before = at === 0 || /[\r\n]/u.test(text[at - 1] as string) ? "" : eol;
  return {
    kind: "heading",
    grade: "candidate",
    title: both(`+ ${title}`),
    edits: [{ span: { start: at, end: at }, newText: `${before}${title}${eol}` }],
    sets: noNumbers,
  };
}

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !/[\r\n]/u.test(text[at - 1] as string)) at--;
  return at;
}
