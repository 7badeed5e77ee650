// A mistake: what stands in a report's cells instead of the truth.
import type { Random } from "./random";
import type { ReportCase } from "./reports";
import type { Counts, Sheet } from "./sheet";

export interface Slip {
  /** Texts by "table/row/column"; an empty one is a blank cell. None is the truth. */
  readonly cells: Readonly<Record<string, string>>;
  /** Rows that are not in the text, by "table/row". */
  readonly omit: readonly string[];
}

/**
 * independent: each number wrong by itself. correlated: one slip that made several numbers wrong. review: in table four.
 * blank: something is not filled in.
 */
export type Family = "independent" | "correlated" | "review" | "blank";

export interface Kind {
  readonly id: string;
  readonly title: string;
  readonly family: Family;
  /** Changes a consistent report's numbers; null where this report gives no such mistake. */
  readonly draw: (random: Random, base: ReportCase) => Slip | null;
}

/** What has become different from the truth; null when nothing has. */
export function slipOf(base: ReportCase, sheet: Sheet, omit: readonly string[] = []): Slip | null {
  const gone = (key: string) => omit.some((row) => key.startsWith(`${row}/`));
  const cells: Record<string, string> = {};
  for (const [key, value] of sheet.values) {
    const text = value === null ? "" : String(value);
    if (text !== base.truth.get(key) && !gone(key)) cells[key] = text;
  }
  return Object.keys(cells).length > 0 ? { cells, omit } : null;
}

/** Every number of the report as it then stands: null is blank, rows that are left out are not there. */
export function countsOf(base: ReportCase, slip: Slip): Counts {
  const counts = new Map<string, number | null>();
  for (const [key, truth] of base.truth) {
    if (key.startsWith("disclosure/") || slip.omit.some((row) => key.startsWith(`${row}/`))) continue;
    const text = slip.cells[key] ?? truth;
    counts.set(key, text === "" ? null : Number(text));
  }
  return counts;
}
