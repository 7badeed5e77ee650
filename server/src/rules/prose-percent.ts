import { type Statement, statementsOf } from "../report/statements";
import { amountWords, wholesOf } from "../report/told";
import type { Report, Section } from "../report/types";
import { saidWhere } from "./told";
import type { Rule } from "./types";
import { both } from "./wording";

export const prosePercent: Rule = {
  id: "prose-percent",
  severity: "warning",
  title: { zh: "正文百分比与件数不符", en: "A percentage in the prose does not fit its number" },
  page: {
    what: {
      zh: "正文在某类办理结果或申请人的件数后写明的占比，按收到、办结的总数（正文所写或表三所填）计算都得不出。按所写小数位数四舍五入，末位相差 1 不报告；增长率、办结率和其他占比不核对。",
      en: "The share told beside a number of outcomes or applicants is that of none of the totals, received or answered, that the prose or table three tell. It is rounded to the decimals told, and one unit of the last place is allowed. Growth, rates and other shares are not checked.",
    },
    why: {
      zh: "国办公开办函〔2021〕30号要求年度报告数据统得出、报得准、可核查。",
      en: "国办公开办函〔2021〕30号 asks for data that are accurate and can be verified.",
    },
    remedy: { zh: "核实件数，重新计算百分比。", en: "Check the number and compute the percentage anew." },
  },
  wrong: "2024年政府信息公开工作年度报告\n一、总体情况\n办结政府信息公开申请80件，其中予以公开20件，占«35»%。\n",
  right:
    "2024年政府信息公开工作年度报告\n一、总体情况\n办结政府信息公开申请80件，其中予以公开20件，占25%，同比增长35%。\n",
  *check(report) {
    for (const { part: statement, wholes } of partsWithWholes(report)) {
      const { share } = statement;
      if (!share || statement.loose || wholes.length === 0) continue;
      if (wholes.some((whole) => isShare(statement, whole))) continue;
      const [whole = 0n] = wholes;
      const said = saidWhere(report, statement);
      const told = `${amountWords(share.percent)}%`;
      const shares = new Set(wholes.map((each) => percentOf(statement.told.digits, each, share.percent.decimals)));
      const computed = `${statement.told.digits} / ${whole} = ${percentOf(statement.told.digits, whole)}%`;
      yield {
        span: { start: share.start, end: share.end },
        message: {
          zh: `${said.zh}占比写作 ${told}，而 ${computed}`,
          en: `${said.en} is told to be ${told}, but ${computed}`,
        },
        advice: { zh: "请核实件数和百分比", en: "Check the number and the percentage" },
        ...(shares.size <= mostShares && { expected: both([...shares].join(" / ")) }),
      };
    }
  },
};

/** Of more totals than these nothing tells which was meant. */
const mostShares = 2;

/** An outcome or an applicant's number: its whole is what was answered or received. */
function isPart({ subject, kind, readings }: Statement): boolean {
  const wholes = ["new", "carriedIn", "total"];
  return (
    subject === "requests" &&
    kind === "number" &&
    readings.every(
      ({ rows, columns }) =>
        !rows.includes("carriedOut") && (rows.some((row) => !wholes.includes(row)) || columns[0] !== "total"),
    )
  );
}

/** A section tells a few totals; of very many only the first and those just before a part are looked at. */
const mostFirst = 20;
const mostRecent = 8;

/** The statements of parts with what they may be a share of: totals told in their section, the nearest first, and those of table three. */
function* partsWithWholes(report: Report): Iterable<{ readonly part: Statement; readonly wholes: readonly bigint[] }> {
  const statements = statementsOf(report);
  if (!statements.some(({ share }) => share)) return;
  const table = wholesOf(report);
  const first = new Map<Section | null, Set<bigint>>();
  for (const { section, told } of statements.filter(isWhole)) {
    const known = first.get(section) ?? new Set();
    if (known.size < mostFirst) known.add(told.digits);
    first.set(section, known);
  }
  let section: Section | null = null;
  let recent: bigint[] = [];
  for (const each of statements) {
    if (each.section !== section) recent = [];
    section = each.section;
    if (isWhole(each)) recent = [each.told.digits, ...recent.slice(0, mostRecent - 1)];
    if (!each.share || !isPart(each)) continue;
    const wholes = new Set([...recent, ...(first.get(section) ?? []), ...table]);
    yield { part: each, wholes: [...wholes].filter((whole) => whole > 0n) };
  }
}

function isWhole({ kind, subject, readings }: Statement): boolean {
  const total = readings.every(({ rows, columns }) => columns[0] === "total" && !rows.includes("carriedOut"));
  return (
    kind === "number" &&
    subject === "requests" &&
    total &&
    readings.some(({ rows }) => rows.includes("new") || rows.includes("total"))
  );
}

/** Rounded to the decimals told, one unit of the last place off allowed: shares are made to add up to 100. */
function isShare({ told, share }: Statement, whole: bigint): boolean {
  if (!share) return false;
  const { digits, decimals } = share.percent;
  // |100 n / whole − digits / 10^d| ≤ 1.5 / 10^d, in whole numbers.
  const difference = 2n * (100n * told.digits * 10n ** BigInt(decimals) - digits * whole);
  return (difference < 0n ? -difference : difference) <= 3n * whole;
}

function percentOf(part: bigint, whole: bigint, decimals = 2): string {
  const rounded = (200n * 10n ** BigInt(decimals) * part + whole) / (2n * whole);
  return amountWords({ digits: rounded, decimals });
}
