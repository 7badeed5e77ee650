// Consistent reports from the form's data, their numbers shaped like those of real ones: most requests come from natural
// persons, few outcomes take most of them, little is carried over, and what a town has not is 0.
import { form2019, form2021, form2021Single, tableOf } from "../../server/src/form/index";
import type { Form } from "../../server/src/form/types";
import { layouts, type SampleOptions, sampleCells } from "../support/sample";
import { normal, occurrences, type Random } from "./random";

export const sizes = ["town", "county", "city"] as const;
export type Size = (typeof sizes)[number];

export interface ReportCase {
  readonly size: Size;
  readonly form: Form;
  /** What `sampleReport` writes the report from. */
  readonly options: SampleOptions;
  /** What truly is in each cell, by "table/row/column", as the report writes it. Every relation holds. */
  readonly truth: ReadonlyMap<string, string>;
}

type Weights = Readonly<Record<string, number>>;

/** Shares in a hundred, roughly as cities report them; the rest of the rows are left to one in a thousand. */
const outcomeWeights: Weights = {
  granted: 38,
  partial: 8,
  "denied.stateSecret": 0.3,
  "denied.otherLaw": 0.6,
  "denied.security": 0.4,
  "denied.thirdParty": 1,
  "denied.internalAffairs": 3,
  "denied.deliberative": 2,
  "denied.enforcementFile": 2,
  "denied.inquiry": 3,
  "unable.notHeld": 22,
  "unable.needsCreation": 2,
  "unable.unclear": 3,
  "notProcessed.petition": 4,
  "notProcessed.repeated": 2,
  "notProcessed.publication": 0.7,
  "notProcessed.excessive": 0.1,
  "notProcessed.confirmation": 0.5,
  "other.notCorrected": 2,
  "other.other": 4,
  other: 6,
};
const applicantWeights: Weights = { natural: 84, business: 11, research: 0.4, social: 0.5, legal: 1.4, other: 2.5 };
const reviewWeights: Weights = { upheld: 60, corrected: 12, otherResult: 18, pending: 10 };

interface Shape {
  /** Requests dealt with in the year. */
  readonly least: number;
  readonly most: number;
  /** Share of outcomes, and of applicants other than natural persons and businesses, that never occur. */
  readonly unused: number;
  /** Cases of review or suit in each group, on average. */
  readonly suits: number;
}

const shapes: Readonly<Record<Size, Shape>> = {
  town: { least: 0, most: 15, unused: 0.3, suits: 0.4 },
  county: { least: 30, most: 600, unused: 0.3, suits: 4 },
  city: { least: 1000, most: 12_000, unused: 0.06, suits: 70 },
};

/** The same report for the same random source; sizes, editions and ways of writing come equally often. */
export function reportCase(random: Random): ReportCase {
  const size = random.pick(sizes);
  const form = random.pick([form2021, form2021Single, form2019]);
  const parts = { ...requestParts(random, form, shapes[size]), ...reviewParts(random, form, shapes[size]) };
  const options: SampleOptions = {
    edition: form.edition,
    singleOther: form.singleOther,
    layout: random.pick(layouts),
    eol: random.pick(["\n", "\n", "\r\n"] as const),
    parts,
  };
  return { size, form, options, truth: sampleCells(form, parts) };
}

function requestParts(random: Random, form: Form, shape: Shape): Record<string, number> {
  const rows = tableOf(form, "requests").rows.map(({ id }) => id);
  const outcomes = rows.filter((id) => !["new", "carriedIn", "total", "carriedOut"].includes(id));
  const columns = Object.keys(applicantWeights);
  const byOutcome = outcomes.map((id) => {
    const used = id === "granted" || !random.chance(shape.unused);
    return used ? (outcomeWeights[id] ?? 0.1) * Math.exp(0.8 * normal(random)) : 0;
  });
  const byApplicant = columns.map((id) => {
    const used = id === "natural" || id === "business" || !random.chance(shape.unused);
    return used ? (applicantWeights[id] ?? 0) * Math.exp(0.5 * normal(random)) : 0;
  });
  const counts = spread(random, sizeOf(random, shape), byOutcome, byApplicant);
  const parts: Record<string, number> = {};
  columns.forEach((column, c) => {
    let dealtWith = 0;
    outcomes.forEach((row, r) => {
      const count = counts[r * columns.length + c] ?? 0;
      parts[`requests/${row}/${column}`] = count;
      dealtWith += count;
    });
    const carriedIn = Math.min(dealtWith, occurrences(random, 0.05 * dealtWith));
    const carriedOut = occurrences(random, 0.06 * dealtWith + (column === "natural" ? 0.05 : 0));
    parts[`requests/carriedIn/${column}`] = carriedIn;
    parts[`requests/new/${column}`] = dealtWith + carriedOut - carriedIn;
  });
  return parts;
}

/** Small numbers come as often as large ones of the same size: as many reports have 30 to 60 requests as 300 to 600. */
function sizeOf(random: Random, { least, most }: Shape): number {
  if (least === 0) return random.chance(0.15) ? 0 : random.between(0, most);
  return Math.round(least * (most / least) ** random.next());
}

/** So many requests over rows and columns, each falling by itself. */
function spread(random: Random, total: number, rows: readonly number[], columns: readonly number[]): readonly number[] {
  const weights = rows.flatMap((row) => columns.map((column) => row * column));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (total > 50) return weights.map((weight) => occurrences(random, (total * weight) / sum));
  const counts = weights.map(() => 0);
  for (let request = 0; request < total; request++) {
    let left = random.next() * sum;
    const at = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    const place = Math.max(at, 0);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

function reviewParts(random: Random, form: Form, shape: Shape): Record<string, number> {
  const parts: Record<string, number> = {};
  for (const { id } of tableOf(form, "review").rows) {
    const cases = occurrences(random, shape.suits * random.next());
    for (const [outcome, weight] of Object.entries(reviewWeights))
      parts[`review/${id}/${outcome}`] = occurrences(random, (cases * weight) / 100);
  }
  return parts;
}
