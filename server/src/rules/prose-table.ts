import { tellingsOf } from "../report/told";
import { dueOf, isContradiction, readingsWords, relatedCells, saidWhere } from "./told";
import type { Rule } from "./types";
import { both } from "./wording";

export const proseTable: Rule = {
  id: "prose-table",
  severity: "warning",
  title: { zh: "正文数字与表格不一致", en: "A number in the prose differs from the tables" },
  page: {
    what: {
      zh: "正文写明的申请、办理结果、行政复议、行政诉讼等件数，与表中对应的数字都对不上。“收到”“受理”按本年新收、本年新收加上年结转两种口径核对，合其一即可；注明含上年结转的，按合计核对。约数、同比、其他年度、计划、热线、建议提案、咨询、信访以及月份、季度、渠道、领域、单位、本级等分项不核对；所对表格有空白、非数字的，不报告。行政许可、行政处罚、规范性文件、收费与表二不一致的，正文可能只计已公开的，按信息报告；写明“公开”“公示”的不报告。",
      en: "A count told in the prose (requests, outcomes, reviews, suits) equals none of the cells it may be of. 收到 and 受理 may count the new requests or those with the ones carried in; either is accepted, and where 含上年结转 is said the sum is asked for. Approximations, comparisons, other years, plans, hotlines, proposals, inquiries, petitions and numbers by month, channel, field or office are not compared, nor is anything whose cells are blank or no numbers. Differences from table two are information, since the prose may count published items only; where it says so they are not reported.",
    },
    why: {
      zh: "国办公开办函〔2021〕30号要求年度报告数据统得出、报得准、可核查。",
      en: "国办公开办函〔2021〕30号 asks for data that are accurate and can be verified.",
    },
    remedy: {
      zh: "对照台账核实正文和表格，改正有误的一处；统计口径不同的，在正文中说明。",
      en: "Check both against the records and correct the wrong one; where they count differently, say so in the prose.",
    },
  },
  wrong:
    "2024年政府信息公开工作年度报告\n一、总体情况\n全年新收政府信息公开申请«13»件。\n三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t10\t2\t0\t0\t0\t0\t12\n二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n",
  right:
    "2024年政府信息公开工作年度报告\n一、总体情况\n全年受理政府信息公开申请13件，其中自然人11件，同比增长约2成。\n三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t10\t2\t0\t0\t0\t0\t12\n二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n",
  *check(report) {
    for (const telling of tellingsOf(report)) {
      const { statement, readings, agrees } = telling;
      if (agrees !== false || statement.loose || isContradiction(telling)) continue;
      const said = saidWhere(report, statement);
      const cells = readingsWords(report, readings);
      const several = readings.length > 1;
      const inTableTwo = readings.every(({ reading }) => reading.table === "disclosure");
      // Of table two the prose may rightly tell another number, those that were published.
      const expected = inTableTwo ? null : dueOf(report, telling);
      const most = statement.bound === "most";
      const difference = most ? { zh: "多于", en: "is more than" } : { zh: "与", en: "differs from" };
      const end = most ? "" : several ? "均不一致" : "不一致";
      // Only what the form asks in the very words of the prose can be nothing else.
      const asked = statement.subject !== "requests";
      yield {
        ...(inTableTwo ? { severity: "information" as const } : {}),
        span: statement.span,
        message: {
          zh: `${said.zh}${difference.zh}${cells.zh}${end}${asked ? "，是否统计口径不同？" : ""}`,
          en: `${said.en} ${difference.en} ${cells.en}${asked ? "; is something else counted?" : ""}`,
        },
        advice: {
          zh: "请对照台账核实正文和表格中的数字；统计口径不同的请说明",
          en: "Check the numbers of prose and table against the records, or say how they count differently",
        },
        ...(expected && { expected: both(expected) }),
        related: relatedCells(report, telling),
      };
    }
  },
};
