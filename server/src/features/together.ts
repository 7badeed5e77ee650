// Fixes that are each safe and are to be applied at once: what they must not do to each other.
import { stateAfter } from "../report/relations";
import type { Cell, Report } from "../report/types";
import { cellsOf } from "../rules/cells";
import type { Fix, FixKind } from "../rules/types";
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

const keepsValues: ReadonlySet<FixKind> = new Set(["spelling", "heading", "label"]);

/**
 * Two blank totals may each agree with all that can be assessed, and leave their column impossible when both are filled.
 * Then at least one of their parts is wrong and nothing tells which: neither is to be filled without a look.
 */
function withoutContradictions(report: Report, fixes: readonly Fix[]): readonly Fix[] {
  const changing = new Map(
    fixes.filter(({ kind }) => !keepsValues.has(kind)).map((fix) => [fix, valuesOf(report, fix)]),
  );
  for (;;) {
    const values = new Map([...changing.values()].flatMap((each) => [...each]));
    const harmed = report.relations
      .filter(({ state }) => state !== "broken")
      .filter((relation) => stateAfter(relation, values) === "broken");
    const dropped = [...changing].filter(([, cells]) =>
      harmed.some(({ left, right }) => [...left, ...right].some((cell) => cell !== null && cells.has(cell))),
    );
    if (dropped.length === 0) return fixes.filter((fix) => keepsValues.has(fix.kind) || changing.has(fix));
    for (const [fix] of dropped) changing.delete(fix);
  }
}

function valuesOf(report: Report, fix: Fix): ReadonlyMap<Cell, bigint> {
  const values = new Map<Cell, bigint>();
  for (const { span, newText } of fix.edits) {
    const cell = cellAt(report, span);
    // Without the mark between thousands that a number keeps when it is corrected.
    const digits = newText.normalize("NFKC").replaceAll(",", "");
    if (cell && /^\d+$/u.test(digits)) values.set(cell, BigInt(digits));
  }
  return values;
}

/** The cell an edit writes; null where it writes something else. */
export function cellAt(report: Report, { start, end }: Span): Cell | null {
  return cellsOf(report).find(({ edit }) => edit?.start === start && edit.end === end) ?? null;
}
