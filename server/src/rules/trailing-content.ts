import { firstLine } from "../report/quote";
import type { Report } from "../report/types";
import { wholeCharacter } from "../syntax/characters";
import type { Span } from "../syntax/span";
import type { Rule } from "./types";
import { quoted } from "./wording";

/** Characters of a title that are worth underlining. */
const longestShown = 100;

function beginningOf({ text }: Report, span: Span): string {
  const { start, end } = firstLine(text, span);
  return text.slice(start, end);
}

export const trailingContent: Rule = {
  id: "trailing-content",
  severity: "warning",
  title: { zh: "正文之后有多余内容", en: "Something that is no part of the report stands behind it" },
  page: {
    what: {
      zh: "第六部分之后有嵌入的电子表格（如 _1234567890.xls、Sheet1）或网页导航（上一篇、打印、责任编辑等），从第一行起到文末报告一次。落款、日期、附件不算。其中的数字不作为表格或正文读取。同一文件里另有一份年报的，只核对第一份，从第二份的标题起按错误报告。",
      en: "An embedded sheet (_1234567890.xls, Sheet1) or page navigation (上一篇, 打印, 责任编辑 …) behind section six, once from its first line to the end. Signature, date and 附件 are no such thing. Nothing in it is read as table or prose. Where a second report stands in the same file only the first is checked, and the second is an error from its title on.",
    },
    why: {
      zh: "多为从 Word 对象或网页复制时带入，公开发布时应删去。",
      en: "It usually came along when copying from Word or a web page and should not be published.",
    },
    remedy: { zh: "确认后删去。", en: "Remove it after a look." },
  },
  wrong: "六、其他需要报告的事项\n本年度未收取信息处理费。\n«_1234567890.xls\nSheet1\n58\t5\t1»\n",
  right: "六、其他需要报告的事项\n本年度未收取信息处理费。\n青禾县示范镇人民政府\n2025年1月20日\n",
  *check(report) {
    if (report.another) {
      const { start, reports } = report.another;
      const title = beginningOf(report, report.another);
      const from = { zh: `从${quoted(title)}起`, en: `From ${quoted(title)} on` };
      yield {
        // Half of the file is unchecked: a run over many files must not pass over that.
        severity: "error",
        // A report that lost its line breaks is a line as long as itself.
        span: { start, end: wholeCharacter(report.text, start + Math.min(title.length, longestShown)) },
        message:
          reports === 1
            ? {
                zh: `${from.zh}是另一份年报，未作核对；本次只核对第一份`,
                en: `${from.en} stands another report, which was not checked; only the first was`,
              }
            : {
                zh: `${from.zh}至少另有 ${reports} 份年报，均未作核对；本次只核对第一份`,
                en: `${from.en} stand at least ${reports} more reports, none of which was checked; only the first was`,
              },
        advice: {
          zh: "请将各份年报分别存为一个文件，逐份核对",
          en: "Keep each report in a file of its own and have each checked",
        },
      };
    }
    if (!report.trailing) return;
    const first = beginningOf(report, report.trailing);
    yield {
      span: report.trailing,
      message: {
        zh: `从${quoted(first)}起到${report.another ? "另一份年报之前" : "文末"}不是报告内容，未作核对`,
        en: `From ${quoted(first)} to the ${report.another ? "next report" : "end"} is no part of the report and was not checked`,
      },
      advice: {
        zh: "请删去嵌入对象或网页导航的残留内容",
        en: "Remove what is left of an embedded object or of page navigation",
      },
    };
  },
};
