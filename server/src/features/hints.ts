// Inlay hints: "= 66" behind a total that is blank or wrong, or behind every total. Where one of the parts may be wrong as well
// as the total, the hint says that it is no more than their sum; where not even that can be told there is none.
import type { Report } from "../report/types";
import { cellsAtFault } from "../rules/mistakes";
import type { Span } from "../syntax/span";
import { type Computed, computedSum, correctTotal, sourceLines, totalsOf } from "./sums";
import { pick } from "./text";
import type { Locale } from "./types";

export const hintModes = ["broken", "all", "off"] as const;
/** broken: totals that are blank or wrong. all: also every other total whose parts can be added up. */
export type HintMode = (typeof hintModes)[number];

export interface Hint {
  readonly offset: number;
  readonly label: string;
  /** The relations behind it, one a line. */
  readonly tooltip: string;
}

/** Of the totals inside `span`, in the order of the text. */
export function hints(report: Report, mode: HintMode, span: Span, locale: Locale): readonly Hint[] {
  if (mode === "off") return [];
  const faulty = cellsAtFault(report);
  return [...totalsOf(report)]
    .filter((cell) => cell.value.kind !== "absent" && cell.span.start <= span.end && span.start <= cell.span.end)
    .flatMap((cell) => {
      const computed = correctTotal(report, cell, faulty) ?? (mode === "all" ? computedSum(report, cell) : null);
      if (computed === null) return [];
      const lines = sourceLines(report, cell, computed).map((line) => pick(line, locale));
      const label = labelOf(computed, cell.count, locale);
      return [{ offset: cell.edit?.end ?? cell.span.end, label, tooltip: lines.join("\n") }];
    })
    .sort((a, b) => a.offset - b.offset);
}

/** = 66; of the parts' sum beside another number = 2（各项之和）, for it may be a part that is wrong. */
function labelOf({ value, kind }: Computed, written: bigint | null, locale: Locale): string {
  const label = `= ${value}`;
  return kind === "only" || value === written
    ? label
    : `${label}${{ zh: "（各项之和）", en: " (sum of the parts)" }[locale]}`;
}
