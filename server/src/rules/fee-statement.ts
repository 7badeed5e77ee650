import { type Joined, joined } from "../report/joined";
import type { Cell, Report } from "../report/types";
import { bodySpan, condensedBody, firstOf, isEmptyBody, reportsFees } from "./sections";
import type { Draft, Rule } from "./types";
import { quoted } from "./wording";

const fees =
  /处理费|處理費|收[费費]|缴费|繳費|费用|費用|收取.{0,16}[费費]|缴纳.{0,8}元|免费(?:提供|获取|查询|公开)|〔2020〕109号/u;
/** Other fees, which table two or what was published is about, and what the organ itself spent. */
const otherFees =
  /(?:行政事业性|涉企|服务性|经营性|停车|乱|违规|教育|学校|中小学|幼儿园|医疗|物业|景区|殡葬|公证|供[水电气热])[^，。；;、]{0,4}收费[^，。；;、]{0,4}|收费(?:项目|目录|清单)|(?:培训|办公|工作|宣传|差旅|印刷|维护|建设|运维)费用/gu;

/** 收取信息处理费 3 件，共 0.29 万元. Behind a comma other fees may be told, and 处理费管理办法 is the name of the rules. */
const inTenThousands =
  /处理费(?!管理)(?:[^。；;，,未无]{0,20}|[^。；;，,未无]{0,20}[，,](?:共|合计|总计|累计|金额|计)[^。；;，,]{0,8})(?<![\d.,])(\d{1,12}(?:\.\d{1,8})?)万元/u;
/** What stands further behind in section six is not looked through. */
const mostLooked = 20_000;

export const feeStatement: Rule = {
  id: "fee-statement",
  severity: "warning",
  title: { zh: "信息处理费没有报告或单位存疑", en: "Information processing fees are not told, or in a doubtful unit" },
  page: {
    what: {
      zh: "2021 年度起的报告，第六部分没有提到信息处理费。第六部分为空的，由 section-empty 报告。2020 年度及以前不报告。信息处理费写作若干万元的，作为信息提示；与表二行政事业性收费金额相同的，按警告报告。",
      en: "From report year 2021, section six has to mention information processing fees. An empty section six is reported by section-empty. Earlier years are not reported. A fee above 0 told in 万元 (10,000 yuan) is information; one that is the same as 行政事业性收费 of table two is a warning.",
    },
    why: {
      zh: "国办公开办函〔2021〕30号：依据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）收取信息处理费的情况，在此处专门报告。该费按件或按量计收，每件百元起，与表二以万元计的行政事业性收费是两回事。",
      en: "国办公开办函〔2021〕30号: fees charged under the fee rules (国办函〔2020〕109号) are to be reported here. They are charged by item or by volume, 100 yuan an item and up, and are not the administrative fees of table two, which are in 10,000 yuan.",
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
    if (fees.test(condensedBody(report, section).replace(/\s/gu, "").replace(otherFees, ""))) {
      yield* unitOf(report, joined(report.text, [section.body], mostLooked));
      return;
    }
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

/** A fee in 万元 is as a rule another fee, or another unit. */
function* unitOf(report: Report, { text, spanOf }: Joined): Iterable<Draft> {
  const found = inTenThousands.exec(text);
  const amount = found?.[1];
  if (!found || amount === undefined || found[0].includes("收费") || plain(amount) === "0") return;
  const end = found.index + found[0].length;
  const span = spanOf(end - amount.length - "万元".length, end);
  const written = quoted(`${amount}万元`);
  const cell = administrativeFees(report);
  if (cell?.value.kind === "number" && plain(cell.value.digits) === plain(amount)) {
    yield {
      span,
      message: {
        zh: `信息处理费${written}与表二行政事业性收费金额相同`,
        en: `The information processing fee of ${written} is the same as 行政事业性收费 of table 2`,
      },
      advice: {
        zh: "请核对是否把行政事业性收费写成了信息处理费，两者应分别填报",
        en: "Check whether the administrative fees were taken for information processing fees; they are reported apart",
      },
      related: [{ span: cell.span, message: { zh: "表二 行政事业性收费", en: "Table 2 行政事业性收费" } }],
    };
    return;
  }
  yield {
    severity: "information",
    span,
    message: {
      zh: `信息处理费写作${written}；该费按件或按量计收，一般以元为单位`,
      en: `The information processing fee is told as ${written}; charged by item or volume, it is as a rule told in yuan`,
    },
    advice: { zh: "请核对信息处理费的金额和单位", en: "Check the amount of the fee and its unit" },
  };
}

function administrativeFees(report: Report): Cell | null {
  const table = report.tables.find(({ form }) => form.id === "disclosure");
  const row = table?.rows.find(({ form }) => form.id === "fees");
  return row?.cells.find(({ column }) => column.id === "amount") ?? null;
}

/** 0.290 → 0.29, 12.00 → 12. */
function plain(digits: string): string {
  const [whole = "", decimals = ""] = digits.split(".");
  const [own, rest] = [whole.replace(/^0+(?=\d)/u, ""), decimals.replace(/0+$/u, "")];
  return rest ? `${own}.${rest}` : own;
}
