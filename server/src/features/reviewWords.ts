// What the three ways of writing a review's table have in common: its words, the order of the reports, what is counted.
import type { Bilingual } from "../form/types";
import type { RelationCounts } from "../report/types";
import type { ReviewRow } from "./reviewRows";
import { oneLine, pick } from "./text";
import type { Locale } from "./types";

export interface ReviewedReport {
  readonly file: string;
  /** As its text or its file's name has them; null where neither tells. */
  readonly organ: string | null;
  readonly year: number | null;
  readonly relations: RelationCounts;
  /** Findings that the folder's baseline names, which are not among the rows. */
  readonly known: number;
  /** Why nothing of it was checked; null where it was. */
  readonly trouble: string | null;
  readonly rows: readonly ReviewRow[];
}

export const title: Bilingual = {
  zh: "政府信息公开工作年度报告审核意见单",
  en: "Review of annual reports on government information disclosure",
};

export const heads = {
  number: { zh: "序号", en: "No." },
  organ: { zh: "单位", en: "Organ" },
  year: { zh: "年度", en: "Year" },
  file: { zh: "文件", en: "File" },
  line: { zh: "行", en: "Line" },
  severity: { zh: "级别", en: "Level" },
  rule: { zh: "规则", en: "Rule" },
  section: { zh: "部分", en: "Section" },
  cell: { zh: "单元格", en: "Cell" },
  what: { zh: "问题", en: "Finding" },
  expected: { zh: "应为", en: "Expected" },
  found: { zh: "现为", en: "Found" },
  advice: { zh: "意见", en: "Advice" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Before the day. */
export const madeOn: Bilingual = { zh: "制表日期：", en: "Made on: " };
export const noFindings: Bilingual = { zh: "无意见", en: "No findings" };
export const notChecked: Bilingual = { zh: "未能审核", en: "Not checked" };
export const known: Bilingual = { zh: "已知", en: "Known" };

/** Stands below every table whose numbers someone might copy. */
export const footnote: Bilingual = {
  zh: "“应为”据勾稽关系或正文推算，请与台账核对；推算有误的，以台账为准。",
  en: "“Expected” is what the relations or the prose imply, to be checked against the organ's records, which decide.",
};

const unknownOrgan: Bilingual = { zh: "（单位不详）", en: "(organ unknown)" };
const unknownYear: Bilingual = { zh: "（年度不详）", en: "(year unknown)" };

/** By organ, then year, then file; what is not known comes last. */
export function inOrder(reports: readonly ReviewedReport[]): readonly ReviewedReport[] {
  return [...reports].sort(
    (one, other) => compare(one.organ, other.organ) || compare(one.year, other.year) || compare(one.file, other.file),
  );
}

function compare<T extends string | number>(one: T | null, other: T | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one < other ? -1 : Number(one > other);
}

/** 青禾县水务局 2024年 */
export function reportName({ organ, year }: ReviewedReport, locale: Locale): string {
  const whose = organ === null ? pick(unknownOrgan, locale) : oneLine(organ);
  const when = year === null ? unknownYear : { zh: `${year}年`, en: String(year) };
  return `${whose} ${pick(when, locale)}`;
}

/** 勾稽关系 41/42 */
export function relationsWords({ total, held, notAssessable }: RelationCounts, locale: Locale): string {
  const words: Bilingual = { zh: `勾稽关系 ${held}/${total}`, en: `Relations ${held}/${total}` };
  const open: Bilingual = { zh: `，${notAssessable} 项无法核对`, en: `, ${notAssessable} not assessable` };
  return `${pick(words, locale)}${notAssessable > 0 ? pick(open, locale) : ""}`;
}

/** Null where there are none. */
export function knownWords(count: number, locale: Locale): string | null {
  if (count === 0) return null;
  return pick({ zh: `另有已知问题 ${count} 项未列入`, en: `known findings left out: ${count}` }, locale);
}

export function countsWords(rows: readonly ReviewRow[], locale: Locale): string {
  const errors = rows.filter(({ severity }) => severity === "error").length;
  const warnings = rows.filter(({ severity }) => severity === "warning").length;
  const information = rows.length - errors - warnings;
  return pick(
    {
      zh: `错误 ${errors}，警告 ${warnings}，信息 ${information}`,
      en: `errors: ${errors}, warnings: ${warnings}, information: ${information}`,
    },
    locale,
  );
}

export interface Sorted {
  readonly withFindings: readonly ReviewedReport[];
  readonly without: readonly ReviewedReport[];
  readonly unchecked: readonly ReviewedReport[];
}

/** In order; one that was not checked to its end may have findings as well. */
export function sorted(reports: readonly ReviewedReport[]): Sorted {
  const all = inOrder(reports);
  return {
    withFindings: all.filter(({ rows }) => rows.length > 0),
    without: all.filter(({ rows, trouble }) => rows.length === 0 && trouble === null),
    unchecked: all.filter(({ trouble }) => trouble !== null),
  };
}

/** How many reports of which kind, and how many findings; what was left out is counted, be it none. */
export function summary(reports: readonly ReviewedReport[], locale: Locale): string {
  const { withFindings, without, unchecked } = sorted(reports);
  const counts = countsWords(
    reports.flatMap(({ rows }) => rows),
    locale,
  );
  const left = reports.reduce((sum, report) => sum + report.known, 0);
  return pick(
    {
      zh: `共 ${reports.length} 份年报：有意见 ${withFindings.length} 份，无意见 ${without.length} 份，未能审核 ${unchecked.length} 份；${counts}；已知问题 ${left} 项未列入。`,
      en: `Reports: ${reports.length}; with findings: ${withFindings.length}, without: ${without.length}, not checked: ${unchecked.length}. Findings: ${counts}. Known findings left out: ${left}.`,
    },
    locale,
  );
}
