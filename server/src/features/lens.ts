// One line above each table that has relations: how many there are, how many do not hold, how many could not be checked.
// Table two has none within one report, so nothing stands above it.
import { firstLine } from "../report/quote";
import { cellsOf, countRelations } from "../report/relations";
import type { Cell, Relation, RelationCounts, Report, Table } from "../report/types";
import { cellsAtFault } from "../rules/mistakes";
import type { Span } from "../syntax/span";
import type { Locale } from "./types";

export interface Lens {
  /** The table's first line. */
  readonly span: Span;
  readonly title: string;
  /** Offset of what to look at first, where not all relations hold; null where all do. */
  readonly place: number | null;
}

export function lenses(report: Report, locale: Locale): readonly Lens[] {
  const faulty = [...cellsAtFault(report)];
  return report.tables.flatMap((table) => {
    const own = report.relations.filter(({ form }) => form.table === table.form.id);
    if (own.length === 0) return [];
    const wrong = faulty.filter(({ path }) => path.table === table.form.id);
    return [
      {
        span: firstLine(report.text, table.span),
        title: titleOf(countRelations(own), locale),
        place: firstOf(wrong) ?? unreadPlace(table, own),
      },
    ];
  });
}

/** What keeps a relation from being assessed: the first cell without a number; the table itself where a row was not found. */
function unreadPlace(table: Table, relations: readonly Relation[]): number | null {
  const unread = relations.filter(({ state }) => state === "unassessable");
  if (unread.length === 0) return null;
  return firstOf(unread.flatMap(cellsOf).filter(({ count }) => count === null)) ?? table.span.start;
}

function firstOf(cells: readonly Cell[]): number | null {
  return cells.length === 0
    ? null
    : cells.reduce((first, { span }) => Math.min(first, span.start), Number.POSITIVE_INFINITY);
}

/** 39 项勾稽关系，2 项不符，1 项无法核对; of a table in order that all hold. */
export function titleOf({ total, held, broken, notAssessable }: RelationCounts, locale: Locale): string {
  const zh = locale === "zh";
  const parts = [zh ? `${total} 项勾稽关系` : `${total} relations`];
  if (held === total) parts.push(zh ? "全部成立" : "all hold");
  if (broken > 0) parts.push(zh ? `${broken} 项不符` : `${broken} broken`);
  if (notAssessable > 0) parts.push(zh ? `${notAssessable} 项无法核对` : `${notAssessable} not assessable`);
  return parts.join(zh ? "，" : ", ");
}
