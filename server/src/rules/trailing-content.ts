import type { Rule } from "./types";
import { quoted } from "./wording";

export const trailingContent: Rule = {
  id: "trailing-content",
  severity: "warning",
  title: { zh: "正文之后有多余内容", en: "Something that is no part of the report stands behind it" },
  page: {
    what: {
      zh: "第六部分之后有嵌入的电子表格（如 _1234567890.xls、Sheet1）或网页导航（上一篇、打印、责任编辑等），从第一行起到文末报告一次。落款、日期、附件不算。其中的数字不作为表格或正文读取。",
      en: "An embedded sheet (_1234567890.xls, Sheet1) or page navigation (上一篇, 打印, 责任编辑 …) behind section six, once from its first line to the end. Signature, date and 附件 are no such thing. Nothing in it is read as table or prose.",
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
    if (!report.trailing) return;
    const first = report.text.slice(report.trailing.start, report.trailing.end).split(/[\r\n]/u, 1)[0] as string;
    yield {
      span: report.trailing,
      message: {
        zh: `从${quoted(first)}起到文末不是报告内容，未作核对`,
        en: `From ${quoted(first)} to the end is no part of the report and was not checked`,
      },
      advice: {
        zh: "请删去嵌入对象或网页导航的残留内容",
        en: "Remove what is left of an embedded object or of page navigation",
      },
    };
  },
};
