// Fixes that are each safe and are to be applied at once: what they must not do to each other.
import { cellsOf as relationCells, stateAfter } from "../report/relations";
import type { Cell, Report } from "../report/types";
import { cellsOf } from "../rules/cells";
import type { Fix } from "../rules/types";
import type { Span } from "../syntax/span";

/** Those of `fixes` that can be applied at once; of two that would overlap the earlier in the list. */
export function together(report: Report, fixes: readonly Fix[]): readonly Fix[] {
  return withoutContradictions(report, withoutOverlaps(fixes));
}

function withoutOverlaps(fixes: readonly Fix[]): readonly Fix[] {
  const dropped = new Set<number>();
  const edits = fixes
    .flatMap(({ edits }, at) => edits.map(({ span }) => ({ span, at })))
    .sort((a, b) => a.span.start - b.span.start || a.at - b.at);
  let last: (typeof edits)[number] | null = null;
  for (const edit of edits) {
    if (dropped.has(edit.at)) continue;
    if (last && !dropped.has(last.at) && last.at !== edit.at && overlap(last.span, edit.span)) {
      dropped.add(Math.max(last.at, edit.at));
      if (last.at < edit.at) continue;
    }
    last = edit;
  }
  return fixes.filter((_, at) => !dropped.has(at));
}

function overlap(a: Span, b: Span): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

/**
 * Two blank totals may each agree with all that can be assessed, and leave their column impossible when both are filled.
 * Then at least one of their parts is wrong and nothing tells which: neither is to be filled without a look.
 */
function withoutContradictions(report: Report, fixes: readonly Fix[]): readonly Fix[] {
  const changing = new Set(fixes.filter(({ sets }) => sets.size > 0));
  for (;;) {
    const values = new Map([...changing].flatMap(({ sets }) => [...sets]));
    const harmed = report.relations
      .filter(({ state }) => state !== "broken")
      .filter((relation) => stateAfter(relation, values) === "broken");
    const dropped = [...changing].filter(({ sets }) =>
      harmed.some((relation) => relationCells(relation).some((cell) => sets.has(cell))),
    );
    if (dropped.length === 0) return fixes.filter((fix) => fix.sets.size === 0 || changing.has(fix));
    for (const fix of dropped) changing.delete(fix);
  }
}

/** The cell an edit writes; null where it writes something else. */
export function cellAt(report: Report, { start, end }: Span): Cell | null {
  return cellsOf(report).find(({ edit }) => edit?.start === start && edit.end === end) ?? null;
}
