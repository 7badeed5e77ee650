// Reports of the workspace as the server tells of them.
import type { ReportSummary } from "../../../server/src/lsp/protocol";

type Counts = ReportSummary["counts"];

export interface SummaryOptions extends Partial<Omit<ReportSummary, "counts" | "relations">> {
  readonly counts?: Partial<Counts>;
  readonly broken?: number;
  readonly notAssessable?: number;
}

/** In order, of 青禾县水务局 and 2024, but for what is said otherwise. */
export function summary(options: SummaryOptions = {}): ReportSummary {
  const { counts, broken = 0, notAssessable = 0, ...more } = options;
  return {
    uri: "file:///a/%E6%B0%B4%E5%8A%A1%E5%B1%80.txt",
    organ: "青禾县水务局",
    year: 2024,
    counts: { errors: 0, warnings: 0, information: 0, ...counts },
    known: 0,
    relations: { total: 42, held: 42 - broken - notAssessable, broken, notAssessable },
    trouble: null,
    ...more,
  };
}

/** One that was not checked at all. */
export function untold(trouble: string, more: Partial<ReportSummary> = {}): ReportSummary {
  return { ...summary(more), relations: { total: 0, held: 0, broken: 0, notAssessable: 0 }, trouble };
}
