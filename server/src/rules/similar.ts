import type { Bilingual, SectionId, TableId } from "../form/types";
import { digitsIn, formOf, type Known, knownOf, rangeIn } from "../report/known";
import type { Neighbours } from "../report/neighbours";
import { sharedWith } from "../report/prints";
import { oneLine } from "../report/quote";
import { tablePrint, tellingTables } from "../report/telling";
import type { Report } from "../report/types";
import type { Range } from "../syntax/lines";
import type { Draft, Related, Rule } from "./types";
import { behind, both, sectionName } from "./wording";
import { firstPlace, yearName } from "./years";

/** From this share of the report's own words on, in percent, it is told in stronger words. */
const nearlyAll = 90;
/** Of a section with fewer characters of its own words a share says nothing. */
const shortest = 100;
/** So many reports that share a section are named. */
const mostNamed = 5;

const copied = [
  "主要问题：乡里的公开栏挂在二楼过道，老人上楼不便，三个村的栏目自去年秋天起没有换过内容，",
  "赶集日来问低保评议结果的人多，窗口只有一名兼职人员，常常要等半个上午。",
  "村级公开的台账由各村自己留存，乡里没有统一归档，两次抽查都有缺页，补记的日期也对不上。",
  "改进情况：把公开栏移到一楼门厅，逢集增派一名干部值守，村会计每月五日前把评议结果贴出来并拍照留存。",
].join("");

export const similar: Rule = {
  id: "similar",
  severity: "warning",
  title: { zh: "与上年度或其他机关的报告雷同", en: "The same as last year's report or another organ's" },
  page: {
    what: {
      zh: "第一、第五部分有一半以上的文字，与同一机关上年度报告或工作区内其他机关报告的同一部分相同；九成以上的，用语加重。按标点之间的文字逐段比较，年份换算后再比；法定用语、“未收到……”一类套话、超过五个机关都有的文字和标题不计，不计后不足 100 字的部分不比。一半这条线可在 nianbao.config.json 的 limits.similar 中另定（与其他机关比，不低于 50%）。表二、表三的非零数字（合计、现行有效件数除外）与另一份报告完全相同的，也报告；数字太少的不比。",
      en: "Half or more of sections one and five stands in the same section of the same organ's report on last year, or of another organ's report in the workspace; from nine tenths on it is said in stronger words. What stands between two stops is compared, years counted from the report's own. Statutory wording, phrases such as 未收到…, what more than five organs write, and headings do not count, and sections with fewer than 100 characters besides are not compared. limits.similar in nianbao.config.json may draw the line elsewhere than at a half (between organs at 50% or more). Also reported: tables two and three whose figures other than 0 (without totals and documents in force) are those of another report, unless they are few.",
    },
    why: {
      zh: "国办公开办函〔2021〕30号：第五部分应当实事求是、明确具体，不得出现敷衍了事甚至年年雷同现象。内容雷同、敷衍塞责的，依照《条例》第四十七条处理。有的地方规定与上年度重复率超过 50% 的扣分。",
      en: "国办公开办函〔2021〕30号: section five has to be concrete and must not be the same year after year; art. 47 of the Regulation applies to reports that copy. Some places take points off where more than half repeats last year's.",
    },
    remedy: {
      zh: "按本年度实际重写；数字完全相同的，核对是否误用了另一份报告的表格。",
      en: "Write it anew by what happened this year; where figures are the same, see whether another report's table was taken by mistake.",
    },
  },
  lastYear: `青禾县样桥乡人民政府2023年政府信息公开工作年度报告\n五、存在的主要问题及改进情况\n${copied}\n`,
  wrong: `青禾县样桥乡人民政府2024年政府信息公开工作年度报告\n«五、存在的主要问题及改进情况»\n${copied}\n`,
  right:
    "青禾县样桥乡人民政府2024年政府信息公开工作年度报告\n五、存在的主要问题及改进情况\n主要问题：新上的查询机只有城里人会用，八个村里五个村的网络时断时续，三月份断了十一天，乡里收到十九次抱怨，宣传册又只印了四百份，发到村民小组就没有了，聋哑村民更无从得知。改进情况：请电信站逐村换线路，加印两千份宣传册，请手语老师录了三段短片在文化站循环播放。\n",
  *check(report, neighbours, limits) {
    if (!neighbours.lastYear && neighbours.others.length === 0) return;
    const own = neighbours.own ?? knownOf("", report);
    yield* sections(report, own, neighbours, limits.similar);
    yield* tables(report, own, neighbours);
  },
};

interface Match {
  readonly other: Known;
  readonly percent: number;
}

/** `much`: from so many percent on. */
function* sections(
  report: Report,
  own: Known,
  { lastYear, others, common }: Neighbours,
  much: number,
): Iterable<Draft> {
  for (const { id, words } of own.prose) {
    const section = report.sections.find((each) => each.id === id);
    const matches = [...(lastYear ? [lastYear] : []), ...others]
      .flatMap((other): readonly Match[] => {
        const theirs = other.prose.find((each) => each.id === id);
        const { length, shared } = theirs ? sharedWith(words, theirs.words, common) : { length: 0, shared: 0 };
        const percent = length < shortest ? 0 : Math.floor((100 * shared) / length);
        return percent < much ? [] : [{ other, percent }];
      })
      .sort((one, two) => two.percent - one.percent);
    const [best] = matches;
    if (!section || !best) continue;
    const name = nameOf(best.other, lastYear);
    const said: Bilingual =
      best.percent >= nearlyAll
        ? {
            zh: `与${name.zh}几乎完全雷同，相同文字占 ${best.percent}%（不计套话）`,
            en: `nearly all of it, ${best.percent}%, stands in ${name.en} too (set phrases not counted)`,
          }
        : {
            zh: `有 ${best.percent}% 的文字与${name.zh}相同（不计套话）`,
            en: `${best.percent}% of it stands in ${name.en} too (set phrases not counted)`,
          };
    yield {
      span: section.heading,
      message: behind(both(sectionName(section)), said),
      advice: {
        zh: "请结合本年度实际重写这一部分，避免内容雷同",
        en: "Write this section anew by what happened this year",
      },
      related: matches.slice(0, mostNamed).map((match) => relatedSection(match, id, lastYear)),
    };
  }
}

function relatedSection({ other, percent }: Match, id: SectionId, lastYear: Known | null): Related {
  const name = nameOf(other, lastYear);
  const range = other.prose.find((each) => each.id === id)?.heading ?? firstPlace;
  const message = { zh: `${name.zh}：相同文字占 ${percent}%`, en: `${name.en}: ${percent}% the same` };
  return { within: { file: other.file, range }, message };
}

function* tables(report: Report, own: Known, { lastYear, others, common }: Neighbours): Iterable<Draft> {
  for (const id of tellingTables) {
    const table = report.tables.find(({ form }) => form.id === id);
    const print = tablePrint(own, id);
    if (!table || print === null || common.has(print)) continue;
    const same = [...(lastYear ? [lastYear] : []), ...others].filter((other) => tablePrint(other, id) === print);
    const [first] = same;
    if (!first) continue;
    const name = nameOf(first, lastYear);
    yield {
      span: table.heads[0]?.span ?? table.rows[0]?.label.span ?? table.span,
      message: behind(table.form.name, {
        zh: `非零数字与${name.zh}完全相同，是否误用了另一份报告的表格？`,
        en: `its figures other than 0 are those of ${name.en}; was another report's table taken by mistake?`,
      }),
      advice: { zh: "请对照台账核实本表数字", en: "Check the figures of this table against the records" },
      related: same.slice(0, mostNamed).map((other) => {
        const { zh, en } = nameOf(other, lastYear);
        const message = {
          zh: `${zh}：${table.form.name.zh}数字相同`,
          en: `${en}: the same figures in ${table.form.name.en}`,
        };
        return { within: { file: other.file, range: firstFigure(other, id) }, message };
      }),
    };
  }
}

/** Where a table's first number stands. */
function firstFigure(other: Known, id: TableId): Range {
  for (const row of formOf(other).tables.find((table) => table.id === id)?.rows ?? [])
    for (const column of row.columns) {
      const path = { table: id, row: row.id, column: column.id };
      if (digitsIn(other, path) !== null) return rangeIn(other, path);
    }
  return firstPlace;
}

/** 上年（2023 年度报告）, or 青禾县水务局 2024 年度报告. */
function nameOf(other: Known, lastYear: Known | null): Bilingual {
  const { zh, en } = yearName(other);
  const organ = other.organ && oneLine(other.organ);
  if (other === lastYear) return { zh: `上年（${zh}）`, en: `last year's report (${other.year ?? "?"})` };
  return { zh: `${organ ?? "另一机关"} ${zh}`, en: `${en} of ${organ ?? "another organ"}` };
}
