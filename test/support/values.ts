// What a report says in its cells, and what it says after edits.
import { readReport } from "../../server/src/report/index";
import type { Cell, Report } from "../../server/src/report/types";
import type { TextEdit } from "../../server/src/rules/types";
import { pathKey } from "./sample";

/** The text after edits that do not overlap and stand in the order of the text. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight(
    (result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end),
    text,
  );
}

export function cellsOf(report: Report): readonly Cell[] {
  return report.tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
}

/** Every value that was read, by "table/row/column": its digits, or what else stands there (blank, absent, text). */
export function valuesIn(report: Report): ReadonlyMap<string, string> {
  return new Map(
    cellsOf(report).map(({ path, value }) => [pathKey(path), "digits" in value ? value.digits : value.kind]),
  );
}

export function valuesOf(text: string): ReadonlyMap<string, string> {
  return valuesIn(readReport(text));
}
