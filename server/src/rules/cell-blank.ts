import type { Cell, Report, Row, Table } from "../report/types";
import { areAgreedTotals, determinedValue, effectOf, isDoubtful } from "./effects";
import type { Draft, Fix, Rule } from "./types";
import { both, list, rowPlace, shortColumn } from "./wording";

export const cellBlank: Rule = {
  id: "cell-blank",
  severity: "warning",
  title: { zh: "应填数字处为空白", en: "Blank where a number is due" },
  page: {
    what: {
      zh: "表中应填数字的单元格为空，或一行的数字少于应有的格数、无法与各列对应。每行报告一次；一张表大多为空时整表报告一次。",
      en: "A cell that should hold a number is blank, or a row has fewer numbers than columns so that they cannot be laid against them. One finding a row; one for the table where most of it is blank.",
    },
    why: {
      zh: "没有发生的事项应填 0。空白无法与漏填区分，含空白的勾稽关系也无法核对。",
      en: "What did not happen is reported as 0. A blank cannot be told from an omission, and relations with a blank in them cannot be assessed.",
    },
    remedy: {
      zh: "没有的填 0。勾稽关系只允许一个值时（例如该行总计为 0），快速修复可填入推算值，请与台账核对。",
      en: "Enter 0 where there is nothing. Where the relations leave only one value (a row whose total is 0, say), the quick fix fills it in; check it against the records.",
    },
  },
  wrong: "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t58\t7\t1«\t»\t0\t0\t66\n",
  right: "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t58\t7\t1\t0\t0\t0\t66\n",
  *check(report) {
    for (const table of report.tables) yield* checkTable(report, table);
  },
};

function* checkTable(report: Report, table: Table): Iterable<Draft> {
  const rows = table.rows.map((row) => ({ row, blank: row.cells.filter(isEmpty) }));
  const empty = rows.filter(({ row, blank }) => blank.length > 0 && !isOverfull(row));
  const total = rows.reduce((sum, { row }) => sum + row.cells.length, 0);
  const blanks = empty.reduce((sum, { blank }) => sum + blank.length, 0);
  if (blanks * 2 > total && empty.length > 1) {
    const { row } = empty[0] as { row: Row };
    // Numbers that could not be laid against the columns stand there; only their cells are not known.
    const unplaced = empty.some((each) => each.row.unplaced !== null && each.row.unplaced > 0);
    const state = unplaced
      ? { zh: "空白、缺失或无法与各列对应", en: "blank, missing or cannot be laid against the columns" }
      : { zh: "空白或缺失", en: "blank or missing" };
    const names = {
      zh: `${table.form.name.zh}：${total} 格中有 ${blanks} 格${state.zh}`,
      en: `${table.form.name.en}: ${blanks} of ${total} cells are ${state.en}`,
    };
    yield {
      span: row.label.span,
      message: names,
      advice,
      fixes: fill(
        report,
        empty.flatMap(({ blank }) => blank),
      ),
    };
    return;
  }
  for (const { row, blank } of empty) {
    const place = rowPlace(table, row);
    const first = blank[0] as Cell;
    if (row.unplaced !== null && row.unplaced > 0) {
      yield {
        span: row.label.span,
        message: {
          zh: `${place.zh}：应有 ${row.cells.length} 个数，只读到 ${row.unplaced} 个，无法与各列对应`,
          en: `${place.en}: ${row.cells.length} numbers are due, ${row.unplaced} were read; they cannot be laid against the columns`,
        },
        advice,
      };
      continue;
    }
    if (row.unplaced === 0) {
      yield {
        span: row.label.span,
        message: {
          zh: `${place.zh}：没有读到数字，应有 ${row.cells.length} 个`,
          en: `${place.en}: no numbers were read where ${row.cells.length} are due`,
        },
        advice,
      };
      continue;
    }
    const columns = list(blank.map((cell) => shortColumn(cell.column.label)));
    yield {
      span: first.span,
      message: { zh: `${place.zh}：${columns.zh}空白`, en: `${place.en}: ${columns.en} blank` },
      advice,
      related: blank
        .slice(1)
        .flatMap((cell) =>
          cell.value.kind === "blank" ? [{ span: cell.span, message: both(shortColumn(cell.column.label)) }] : [],
        ),
      fixes: fill(report, blank),
    };
  }
}

const advice = { zh: "请按台账填写，没有的填 0", en: "Fill in from the records, 0 where there is nothing" };

function isEmpty(cell: Cell): boolean {
  return cell.value.kind === "blank" || cell.value.kind === "absent";
}

/** More numbers than columns: told by row-shifted, not as blanks. */
function isOverfull(row: Row): boolean {
  return row.unplaced !== null && row.unplaced >= row.cells.length;
}

/** One fix for those of the blank cells that the relations leave no choice about. */
function fill(report: Report, blank: readonly Cell[]): readonly Fix[] {
  const known = blank.flatMap((cell) => {
    const value = determinedValue(report, cell);
    return value === null || !cell.edit ? [] : [{ cell, value, span: cell.edit }];
  });
  const [first] = known;
  if (!first) return [];
  const values = [...new Set(known.map(({ value }) => String(value)))];
  const names = list(
    known.map(({ cell }) => shortColumn(cell.column.label)),
    3,
  );
  // Several at once are for the reviewer to look at, unless each is a total on which everything agrees.
  const sets = new Map(known.map(({ cell, value }) => [cell, value]));
  const agreed = areAgreedTotals(report, sets);
  const doubtful = known.some(({ cell }) => isDoubtful(report, cell));
  // What makes another relation impossible is not even a candidate, as long as that relation's own mistake stands.
  if (effectOf(report, sets).blocked.length > 0) return [];
  const grade = doubtful ? "candidate" : agreed ? "safe" : known.length === 1 ? "preferred" : "candidate";
  const title =
    known.length === 1
      ? {
          zh: `${names.zh}：空白 → ${first.value}（按勾稽关系推算）`,
          en: `${names.en}: blank → ${first.value} (what the relations give)`,
        }
      : values.length === 1
        ? {
            zh: `${known.length} 处空白 → ${first.value}（按勾稽关系推算）`,
            en: `${known.length} blanks → ${first.value} (what the relations give)`,
          }
        : {
            zh: `${known.length} 处空白 → 按勾稽关系推算的值（${values.slice(0, 4).join("、")}）`,
            en: `${known.length} blanks → what the relations give (${values.slice(0, 4).join(", ")})`,
          };
  const edits = known
    .map(({ span, value }) => ({ span, newText: String(value) }))
    .sort((one, two) => one.span.start - two.span.start);
  return [{ kind: "blank", grade, title, edits, sets }];
}
