import type { Bilingual, CellPath } from "../form/types";
import { digitsOf, unitsOf } from "../report/decimal";
import { shortRow } from "../report/equation";
import { digitsIn, type Known, rangeIn } from "../report/known";
import type { Parts } from "../report/neighbours";
import { oneLine } from "../report/quote";
import type { Cell, Report, Row, Table } from "../report/types";
import type { Draft, Related, Rule } from "./types";
import { list, rowPlace, shortColumn } from "./wording";
import { onlyRow, yearName } from "./years";

/** More rows than these are one finding: an organ is then left out or counted twice, and no row is wrong by itself. */
const mostRows = 6;
/** So many parts are named beside a row, those with most first. */
const mostParts = 5;

function example(organ: string, penalties: string): string {
  return [
    `${organ}2024年政府信息公开工作年度报告`,
    "二、主动公开政府信息情况",
    "信息内容\t本年处理决定数量",
    `行政处罚\t${penalties}`,
    "",
  ].join("\n");
}

export const rollUp: Rule = {
  id: "roll-up",
  severity: "warning",
  title: { zh: "汇总数与各单位之和不一致", en: "A summed-up report differs from the sum of its parts" },
  page: {
    what: {
      zh: "nianbao.config.json 的 rollUps 说明某份报告由哪些报告汇总而成时，各表每一格与这些报告同一格之和比对，一行报告一处；一张表不一致的行超过六行的，合为一处。列入汇总的报告没有找到、年度或格式不同、有空白或非数字的，作为信息说明哪些无法核对。没有说明汇总关系、但文件名含“汇总”的，推测为所在文件夹及其下级文件夹中同年度其他报告之和，不一致的只作为信息。其余的不比。",
      en: "Where rollUps in nianbao.config.json says which reports a report sums up, every cell of its tables is compared with the sum of theirs, one finding a row, or one for a table with more than six such rows. What cannot be compared (a report that is not there or on another year or form, blanks, what is no number) is told as information. A report of which nothing is said but whose file name has 汇总 in it is taken to sum up the others on its year in its folder and those below; differences are information there. No other report is compared.",
    },
    why: {
      zh: "国办公开办函〔2021〕30号：各级政府信息公开工作主管部门汇总本地区、本系统的年度报告。《条例》第四十九条。",
      en: "国办公开办函〔2021〕30号: the authority of each level sums up the reports of its region. Regulation, art. 49.",
    },
    remedy: {
      zh: "核对是否有单位未列入或重复列入，再核对各单位报告的数字与汇总时的数字是否一致。",
      en: "See whether an organ is left out or counted twice, then whether the organs' reports say what was summed up.",
    },
  },
  parts: [example("青禾县水务局", "12"), example("青禾县林草局", "5")],
  wrong: example("青禾县", "«18»"),
  right: example("青禾县", "17"),
  *check(report, { parts }) {
    if (!parts) return;
    for (const draft of found(report, parts)) yield !parts.sure ? doubtful(draft) : draft;
  },
};

/** Where only the name of the file speaks of a sum, it may well be none. */
function doubtful(draft: Draft): Draft {
  const { zh, en } = draft.message;
  return {
    ...draft,
    severity: "information",
    message: {
      zh: `${zh}（文件名含“汇总”，推测为所在文件夹各报告之和）`,
      en: `${en} (汇总 in the file's name suggests that it sums up the reports of its folder)`,
    },
  };
}

function* found(report: Report, parts: Parts): Iterable<Draft> {
  const alike = likeTo(report, parts.reports);
  const usable = parts.reports.filter(alike);
  const left = [...parts.missing, ...parts.reports.filter((part) => !alike(part)).map(({ file }) => file)];
  if (left.length > 0) {
    yield notCompared(report, {
      zh: `列入汇总的报告有 ${left.length} 份没有找到，或年度、格式不同：${list(left.map(baseName)).zh}`,
      en: `${left.length} of the reports summed up are not there, or on another year or form: ${list(left.map(baseName)).en}`,
    });
  } else if (usable.length > 0) yield* compare(report, usable);
}

/** A report that names no year is on that of its parts, if that is one. */
function likeTo(report: Report, parts: readonly Known[]): (part: Known) => boolean {
  const [only = null, ...others] = new Set(parts.map((part) => part.year));
  const year = report.year ?? (others.length === 0 ? only : null);
  return (part) => part.year === year && part.edition === report.edition;
}

interface Off {
  readonly cell: Cell;
  readonly due: string;
}

function* compare(report: Report, reports: readonly Known[]): Iterable<Draft> {
  let open = 0;
  for (const table of report.tables) {
    const rows: { readonly row: Row; readonly off: readonly Off[] }[] = [];
    for (const each of table.rows) {
      const row = onlyRow(report, table.form.id, each.form.id);
      const sums = row?.cells.map((cell) => sumOf(reports, cell.path)) ?? [null];
      if (!row || row.cells.some(({ value }, at) => value.kind !== "number" || sums[at] === null)) open++;
      const off = (row?.cells ?? []).flatMap((cell, at): readonly Off[] => {
        const due = sums[at];
        if (cell.value.kind !== "number" || typeof due !== "bigint") return [];
        return unitsOf(cell.value.digits) === due ? [] : [{ cell, due: digitsOf(due) }];
      });
      if (row && off.length > 0) rows.push({ row, off });
    }
    if (rows.length > mostRows) yield wholeTable(table, rows, reports.length);
    else for (const { row, off } of rows) yield oneRow(table, row, off, reports);
  }
  if (open > 0)
    yield notCompared(report, {
      zh: `与 ${reports.length} 份报告之和比对时，有 ${open} 行因空白或非数字无法核对`,
      en: `${open} row(s) could not be compared with the sum of ${reports.length} reports: blanks or no numbers`,
    });
}

/** Of all the parts; null where it is not known of one of them. */
function sumOf(reports: readonly Known[], path: CellPath): bigint | null {
  let sum = 0n;
  for (const part of reports) {
    const digits = digitsIn(part, path);
    if (digits === null) return null;
    sum += unitsOf(digits);
  }
  return sum;
}

function oneRow(table: Table, row: Row, off: readonly Off[], reports: readonly Known[]): Draft {
  const at = (off.find(({ cell }) => cell.column.id === "total") ?? off[0])?.cell;
  const place = rowPlace(table, row);
  const columns = off.map(({ cell, due }) => `${shortColumn(cell.column.label)} ${cell.raw} ≠ ${due}`);
  const { zh, en } = list(columns, columns.length);
  return {
    span: at?.span ?? row.label.span,
    message: {
      zh: `${place.zh}与 ${reports.length} 份报告之和不一致：${zh}`,
      en: `${place.en} differs from the sum of ${reports.length} reports: ${en}`,
    },
    advice: {
      zh: "请对照各单位报告核实汇总数",
      en: "Check the sum against the organs' reports",
    },
    related: at ? largest(reports, at.path) : [],
  };
}

function largest(reports: readonly Known[], path: CellPath): readonly Related[] {
  return reports
    .map((part) => ({ part, digits: digitsIn(part, path) ?? "0" }))
    .filter(({ digits }) => unitsOf(digits) !== 0n)
    .sort((one, two) => Math.sign(Number(unitsOf(two.digits) - unitsOf(one.digits))))
    .slice(0, mostParts)
    .map(({ part, digits }) => {
      const { zh, en } = yearName(part);
      const organ = part.organ ? oneLine(part.organ) : baseName(part.file);
      return {
        within: { file: part.file, range: rangeIn(part, path) },
        message: { zh: `${organ} ${zh}：${digits}`, en: `${en} of ${organ}: ${digits}` },
      };
    });
}

function wholeTable(table: Table, rows: readonly { readonly row: Row }[], count: number): Draft {
  const { zh, en } = list(
    rows.map(({ row }) => shortRow(row.form)),
    3,
  );
  return {
    span: table.heads[0]?.span ?? table.rows[0]?.label.span ?? table.span,
    message: {
      zh: `${table.form.name.zh}有 ${rows.length} 行与 ${count} 份报告之和不一致：${zh}`,
      en: `${rows.length} rows of ${table.form.name.en} differ from the sum of ${count} reports: ${en}`,
    },
    advice: {
      zh: "请核对是否有单位未列入汇总，或重复列入",
      en: "See whether an organ was left out or counted twice",
    },
  };
}

function notCompared(report: Report, message: Bilingual): Draft {
  const first = report.tables[0]?.rows[0]?.label.span;
  return {
    severity: "information",
    span: report.title?.span ?? first ?? { start: 0, end: 0 },
    message,
    advice: { zh: "请补齐后再核对汇总数", en: "Compare the sums again when that is mended" },
  };
}

/** The last part of a path or URI, as people see it. */
function baseName(file: string): string {
  const name = file.split(/[\\/]/u).at(-1) ?? file;
  if (!/^[a-z][a-z0-9+.-]+:/iu.test(file)) return oneLine(name);
  try {
    return oneLine(decodeURIComponent(name));
  } catch {
    return oneLine(name);
  }
}
