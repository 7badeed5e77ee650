// What the rules that hold a report against last year's have in common.
import type { Bilingual, TableId } from "../form/types";
import { type Known, rangeIn } from "../report/known";
import type { Cell, Report, Row } from "../report/types";
import type { Range } from "../syntax/lines";
import type { Place } from "./types";

/** 2023 年度报告 */
export function yearName({ year }: Known): Bilingual {
  return year === null
    ? { zh: "上年度报告", en: "last year's report" }
    : { zh: `${year} 年度报告`, en: `the report on ${year}` };
}

/** Where last year's report has a cell of this row and column, or `row` instead of it. */
export function placeIn(known: Known, { path }: Cell, row = path.row): Place {
  return { file: known.file, range: rangeIn(known, { ...path, row }) };
}

/** Null where it is not there, or there twice: nothing tells which of the two is meant. */
export function onlyRow(report: Report, id: TableId, row: string): Row | null {
  const table = report.tables.find(({ form }) => form.id === id);
  if (table?.duplicates.some(({ form }) => form.id === row)) return null;
  return table?.rows.find(({ form }) => form.id === row) ?? null;
}

/** Where a file begins. */
export const firstPlace: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
