import { bodySpan, condensedBody, firstOf, isEmptyBody, reportsFees } from "./sections";
import type { Rule } from "./types";

const fees = /处理费|處理費|收[费費]|费用|費用|收取.{0,16}[费費]|〔2020〕109号/u;
/** Other fees, which table two is about. */
const otherFees = /行政事业性收费|收费(?:项目|目录)/gu;

export const feeStatement: Rule = {
  id: "fee-statement",
  severity: "warning",
  title: { zh: "第六部分没有报告信息处理费", en: "Section six says nothing on information processing fees" },
  page: {
    what: {
      zh: "2021 年度起的报告，第六部分没有提到信息处理费。第六部分为空的，由 section-empty 报告。2020 年度及以前不报告。",
      en: "From report year 2021, section six has to mention information processing fees. An empty section six is reported by section-empty. Earlier years are not reported.",
    },
    why: {
      zh: "国办公开办函〔2021〕30号：依据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）收取信息处理费的情况，在此处专门报告。",
      en: "国办公开办函〔2021〕30号: fees charged under the fee rules (国办函〔2020〕109号) are to be reported here.",
    },
    remedy: {
      zh: "写明收取的件数和金额（元）；没有收取的，写明本年度未收取信息处理费。",
      en: "State the number of cases and the amount in yuan, or that no fees were charged.",
    },
  },
  wrong: "2024年政府信息公开工作年度报告\n六、其他需要报告的事项\n«无。»\n",
  right: "2024年政府信息公开工作年度报告\n六、其他需要报告的事项\n本年度未收取信息处理费。\n",
  *check(report) {
    const section = firstOf(report, "other");
    if (!section || !reportsFees(report) || isEmptyBody(report, section)) return;
    // Converted texts are torn in the middle of words.
    if (fees.test(condensedBody(report, section).replace(/\s/gu, "").replace(otherFees, ""))) return;
    yield {
      span: bodySpan(report, section),
      message: { zh: "没有报告收取信息处理费的情况", en: "Nothing is said about information processing fees" },
      advice: {
        zh: "请写明本年度收取信息处理费的情况（没有收取的也应写明）",
        en: "State what information processing fees were charged, or that none were",
      },
    };
  },
};
