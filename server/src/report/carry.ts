// What one year leaves to the next: 四、结转下年度继续办理 of a report is 二、上年结转 of the next one, column by column.
import { rowOf, tableOf } from "../form/index";
import type { Form } from "../form/types";
import { explain } from "./explain";
import { goOn } from "./kept";
import { countIn, formOf, type Known } from "./known";
import { quotesIn } from "./prose";
import type { Hints } from "./rank";
import type { Relation, Report, Section } from "./types";

export type CarriedIn = Hints["carriedIn"];

/** Where last year's report is not known. */
export const noFigures: CarriedIn = new Map();

/** 四 of a report by column id, as far as it is readable. */
export function carriedOutOf(lastYear: Known | null): CarriedIn {
  if (!lastYear) return noFigures;
  const row = rowOf(tableOf(formOf(lastYear), "requests"), "carriedOut");
  const figures = new Map<string, bigint>();
  for (const { id } of row?.columns ?? []) {
    const count = countIn(lastYear, { table: "requests", row: "carriedOut", column: id });
    if (count !== null) figures.set(id, count);
  }
  return figures;
}

const tableSections: ReadonlySet<Section["id"]> = new Set<Section["id"]>(["disclosure", "requests", "review"]);

/** What is wrong by the relations, its explanations in the order that prose and last year's figures suggest. */
export function mistakesIn(
  text: string,
  form: Form,
  sections: readonly Section[],
  relations: readonly Relation[],
  carriedIn: CarriedIn,
): Report["mistakes"] {
  const quotes = quotesIn(
    text,
    sections.filter(({ id }) => !tableSections.has(id)),
  );
  return explain(form, relations, { quotes, carriedIn });
}

const explained = new WeakMap<Report, { readonly key: string; readonly report: Report }>();

/**
 * The report with its mistakes explained anew by last year's figures; nothing of it is read again. They order explanations
 * and decide nothing else, so a report whose mistakes have one each is returned as it is.
 */
export function withCarriedIn(report: Report, carriedIn: CarriedIn): Report {
  if (report.mistakes.every(({ explanations }) => explanations.length < 2)) return report;
  const key = [...carriedIn].join(" ");
  const last = explained.get(report);
  if (last?.key === key) return last.report;
  const mistakes = mistakesIn(report.text, report.form, report.sections, report.relations, carriedIn);
  const after = { ...report, mistakes };
  goOn(after, report);
  explained.set(report, { key, report: after });
  return after;
}
