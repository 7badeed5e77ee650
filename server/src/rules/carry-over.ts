import { rowOf, tableOf } from "../form/index";
import { shortRow } from "../report/equation";
import { countIn } from "../report/known";
import type { Change, Report } from "../report/types";
import { effectOf } from "./effects";
import { numberFix } from "./numbers";
import type { Fix, Rule } from "./types";
import { behind, both, cellName, cellPlace, list, rowPlace, shortColumn } from "./wording";
import { onlyRow, placeIn, yearName } from "./years";

function example(carriedIn: string): string {
  return [
    "青禾县水务局2024年政府信息公开工作年度报告",
    "三、收到和处理政府信息公开申请情况",
    "一、本年新收政府信息公开申请数量\t20\t0\t0\t0\t0\t0\t20",
    `二、上年结转政府信息公开申请数量\t${carriedIn}`,
    "",
  ].join("\n");
}

export const carryOver: Rule = {
  id: "carry-over",
  severity: "error",
  title: { zh: "上年结转与上年度报告不一致", en: "Carried in differs from what last year's report carried out" },
  page: {
    what: {
      zh: "表三“二、上年结转”逐列与同一机关上年度报告的“四、结转下年度继续办理”比对，有一列不同即报告，一份年报报告一处。上年度报告用的是 2019 年格式的，为警告。任一方空白或不是数字的列不比；工作区内没有上年度报告，或有两份数字不同的上年度报告的，不比。",
      en: "Row 二 of table 3 is compared column by column with row 四 of the same organ's report on the year before; one finding a report. It is a warning where last year's tables are those of the 2019 form. A column that is blank or no number in either of them is not compared, nor anything where the workspace has no report on last year, or two with different figures.",
    },
    why: {
      zh: "上年末没有办结的申请，就是本年接着办的申请：两个数统计的是同一批申请。",
      en: "What was not finished at the end of last year is what this year begins with: both rows count the same requests.",
    },
    remedy: {
      zh: "对照上年度报告和台账，看是哪一年填错；一般是本年这一行填错。机构调整、数据合并的，在报告中说明。改成上年度的数之后勾稽关系恢复成立的，才提供快速修复。",
      en: "Tell by last year's report and the records which of the two years is wrong; mostly it is this row. Where organs were merged, the report should say so. A quick fix is offered only where last year's figures make relations of the table hold again.",
    },
  },
  lastYear: [
    "青禾县水务局2023年政府信息公开工作年度报告",
    "三、收到和处理政府信息公开申请情况",
    "四、结转下年度继续办理\t3\t1\t0\t0\t0\t0\t4",
    "",
  ].join("\n"),
  wrong: example("3\t0\t0\t0\t0\t0\t«3»"),
  right: example("3\t1\t0\t0\t0\t0\t4"),
  *check(report, { lastYear }) {
    const row = onlyRow(report, "requests", "carriedIn");
    if (!row || !lastYear) return;
    const changes = row.cells.flatMap((cell): readonly (Change & { readonly value: bigint })[] => {
      const value = countIn(lastYear, { ...cell.path, row: "carriedOut" });
      return cell.count === null || value === null || cell.count === value ? [] : [{ cell, value }];
    });
    const at = changes.find(({ cell }) => cell.column.id === "total") ?? changes[0];
    const table = report.tables.find(({ form }) => form.id === "requests");
    const last = rowOf(tableOf(report.form, "requests"), "carriedOut");
    if (!at || !table || !last) return;
    const year = yearName(lastYear);
    const place = rowPlace(table, row);
    const columns = changes.map(({ cell, value }) => `${shortColumn(cell.column.label)} ${cell.count} ≠ ${value}`);
    const all = list(columns, columns.length);
    yield {
      ...(lastYear.edition === 2019 && { severity: "warning" }),
      span: at.cell.span,
      message: {
        zh: `${place.zh}与上年${shortRow(last)}（${year.zh}）不一致：${all.zh}`,
        en: `${place.en} differs from ${shortRow(last)} of ${year.en}: ${all.en}`,
      },
      advice: {
        zh: "请对照上年度报告和台账核实上年结转数；因机构调整等原因不一致的，请在报告中说明",
        en: "Check the numbers carried in against last year's report and the records; where they differ for a reason such as a merger of organs, say so in the report",
      },
      expected: both(String(at.value)),
      related: changes.flatMap(({ cell, value }) => {
        const name = cellName({ ...cell, row: last });
        const there = { zh: `${year.zh} ${name}：${value}`, en: `${name} of ${year.en}: ${value}` };
        const here = { span: cell.span, message: behind(cellPlace(report, cell), both(cell.raw)) };
        return [{ within: placeIn(lastYear, cell, last.id), message: there }, ...(cell === at.cell ? [] : [here])];
      }),
      fixes: fixOf(report, changes, at),
    };
  },
};

/** Last year's figures, where with them relations of the table hold again and none breaks that held. */
function fixOf(report: Report, changes: readonly (Change & { readonly value: bigint })[], at: Change): readonly Fix[] {
  const { restored, undone, blocked } = effectOf(report, new Map(changes.map(({ cell, value }) => [cell, value])));
  if (restored.length === 0 || undone.length + blocked.length > 0) return [];
  const fix = numberFix(report, changes, "candidate", at.cell);
  return fix ? [fix] : [];
}
