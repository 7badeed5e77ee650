import { type Telling, tellingsOf } from "../report/told";
import { isContradiction, readingsWords, relatedCells, saidWhere } from "./told";
import type { Rule } from "./types";

export const proseContradiction: Rule = {
  id: "prose-contradiction",
  severity: "warning",
  title: { zh: "正文说法与表格相矛盾", en: "The prose contradicts the tables" },
  page: {
    what: {
      zh: "正文写未收到申请（或 0 件）而表三有数，写收到若干件而表三为 0；写均已办结而表三“四、结转下年度”不为 0；写未发生行政复议、行政诉讼而表四有数，或者反之；写均维持、均已审结而表四有纠正、其他结果或尚未审结；写无上年结转、无结转下年度、未制发规范性文件而表中有数。前文说明另有结转、除外情形的，或只说按期答复的，不报告。",
      en: "未收到 (or 0) while table three has numbers, or the reverse; 均已办结 while 四、结转下年度 is not zero; 未发生行政复议、行政诉讼 while table four has numbers, or the reverse; 均维持 or 均已审结 while table four has other results or pending cases; nothing carried in, carried out or issued while the table has some. Where the sentence excepts some, or only says that answers were in time, nothing is reported.",
    },
    why: {
      zh: "国办公开办函〔2021〕30号要求年度报告数据统得出、报得准、可核查。",
      en: "国办公开办函〔2021〕30号 asks for data that are accurate and can be verified.",
    },
    remedy: {
      zh: "对照台账核实，改正正文或表格。",
      en: "Check against the records and correct the prose or the table.",
    },
  },
  wrong:
    "2024年政府信息公开工作年度报告\n一、总体情况\n2024年，我局«未收到»政府信息公开申请。\n三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t2\t0\t0\t0\t0\t0\t2\n二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n",
  right:
    "2024年政府信息公开工作年度报告\n一、总体情况\n2024年，我局未收到政府信息公开申请。\n三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n",
  *check(report) {
    for (const telling of tellingsOf(report)) {
      const { statement, agrees } = telling;
      if (agrees !== false || statement.loose || !isContradiction(telling)) continue;
      const said = saidWhere(report, statement);
      const cells = readingsWords(report, differing(telling));
      yield {
        span: statement.span,
        message: { zh: `${said.zh}，而${cells.zh}`, en: `${said.en}, but ${cells.en}` },
        advice: {
          zh: "请对照台账核实正文和表格的说法",
          en: "Check what prose and table say against the records",
        },
        related: relatedCells(report, telling),
      };
    }
  },
};

/** One reading is enough to show it: new requests, not again with those carried in. */
function differing({ readings }: Telling): Telling["readings"] {
  return readings.slice(0, 1);
}
