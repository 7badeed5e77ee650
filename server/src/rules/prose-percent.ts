import { sharesOf } from "../report/shares";
import { type Share, type Statement, statementsOf } from "../report/statements";
import { amountWords, wholesOf } from "../report/told";
import type { Report, Section } from "../report/types";
import { saidWhere } from "./told";
import type { Draft, Rule } from "./types";
import { both, quoted } from "./wording";

export const prosePercent: Rule = {
  id: "prose-percent",
  severity: "warning",
  title: { zh: "正文百分比与件数不符", en: "A percentage in the prose does not fit its number" },
  page: {
    what: {
      zh: "正文在某类办理结果或申请人的件数后写明的占比，按收到、办结的总数（正文所写或表三所填）计算都得不出；“其中”所列其他分项（渠道、领域等）写明“占”的，按前文同一单位的各数计算都得不出。按所写小数位数四舍五入，末位相差 1 不报告；几项连写后的合计占比按合计核对；增长率、办结率和其他占比不核对。",
      en: "The share told beside a number of outcomes or applicants is that of none of the totals, received or answered, that the prose or table three tell; the share told in so many words beside another part behind 其中 (by channel, by field) is that of none of the numbers of its unit told before. A share behind several parts may be of them together. It is rounded to the decimals told, and one unit of the last place is allowed. Growth, rates and other shares are not checked.",
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
    const done = new Set<number>();
    for (const { part: statement, wholes, joint } of partsWithWholes(report)) {
      const { share } = statement;
      if (!share) continue;
      done.add(share.start);
      if (statement.loose || wholes.length === 0) continue;
      if (joint.some((part) => wholes.some((whole) => isShare(part, share, whole)))) continue;
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
    yield* ofLists(report, done);
  },
};

/** Shares of other parts of a list: by channel, by field. */
function* ofLists(report: Report, done: ReadonlySet<number>): Iterable<Draft> {
  for (const { part, share, wholes, section } of sharesOf(report)) {
    const all = [...wholes, ...wholesOf(report)].filter((whole) => whole > 0n);
    if (done.has(share.start) || all.some((whole) => isShare(part.digits, share, whole))) continue;
    const [whole = 0n] = wholes;
    const where = section ? quoted(section.title) : null;
    const told = `${amountWords(share.percent)}%`;
    const computed = `${part.digits} / ${whole} = ${percentOf(part.digits, whole)}%`;
    const counted = `${part.digits}${part.unit?.unit ?? ""}`;
    yield {
      span: { start: share.start, end: share.end },
      message: {
        zh: `${where ? `${where}中` : "正文"}“${counted}”占比写作 ${told}，而 ${computed}`,
        en: `${where ? `In ${where}` : "In the prose"} the share of “${counted}” is told to be ${told}, but ${computed}`,
      },
      advice: { zh: "请核实件数和百分比", en: "Check the number and the percentage" },
    };
  }
}

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

interface Part {
  readonly part: Statement;
  readonly wholes: readonly bigint[];
  /** Its number, and what it comes to with those before it that have no share: 予以公开 25 件、部分公开 7 件，占 47.1%. */
  readonly joint: readonly bigint[];
}

/** The statements of parts with what they may be a share of: totals told in their section, the nearest first, and those of table three. */
function* partsWithWholes(report: Report): Iterable<Part> {
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
  let joint: bigint[] = [];
  for (const each of statements) {
    if (each.section !== section) recent = [];
    section = each.section;
    if (isWhole(each)) recent = [each.told.digits, ...recent.slice(0, mostRecent - 1)];
    if (!isPart(each)) {
      joint = [];
      continue;
    }
    joint = [0n, ...joint].slice(0, mostRecent).map((sum) => sum + each.told.digits);
    if (!each.share) continue;
    const together = joint;
    joint = [];
    const wholes = new Set([...recent, ...(first.get(section) ?? []), ...table]);
    yield { part: each, wholes: [...wholes].filter((whole) => whole > 0n), joint: together };
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
function isShare(part: bigint, share: Share, whole: bigint): boolean {
  const { digits, decimals } = share.percent;
  // |100 n / whole − digits / 10^d| ≤ 1.5 / 10^d, in whole numbers.
  const difference = 2n * (100n * part * 10n ** BigInt(decimals) - digits * whole);
  return (difference < 0n ? -difference : difference) <= 3n * whole;
}

function percentOf(part: bigint, whole: bigint, decimals = 2): string {
  const rounded = (200n * 10n ** BigInt(decimals) * part + whole) / (2n * whole);
  return amountWords({ digits: rounded, decimals });
}
