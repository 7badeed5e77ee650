// Which reports the tree shows, and in which order: organs, then years. Reports are named by a key of the caller's, so that
// what is worked out here holds as long as no report changes its place, however often its findings do.
import type { ReportSummary } from "../../server/src/lsp/protocol";

export type Reports = ReadonlyMap<string, ReportSummary>;

export interface OrganGroup {
  readonly organ: string;
  /** Keys of its reports, the newest year first, those of no year last. */
  readonly reports: readonly string[];
}

export interface Grouping {
  /** By name. */
  readonly organs: readonly OrganGroup[];
  /** Keys of the reports whose organ nothing tells, by the names of their files. */
  readonly unknown: readonly string[];
}

/** What is wrong with a report, the worst first. `open`: nothing was found, and yet not every relation is known to hold. */
export const grades = ["error", "trouble", "warning", "information", "open", "pass"] as const;
export type Grade = (typeof grades)[number];

/** By pinyin, and numbers by their value. */
const { compare } = new Intl.Collator("zh-CN", { numeric: true });

export function grouped(reports: Reports, brokenOnly: boolean): Grouping {
  const organs = new Map<string, Entry[]>();
  const unknown: Entry[] = [];
  for (const entry of reports) {
    const [, report] = entry;
    if (brokenOnly && !isBroken(report)) continue;
    const group = report.organ === null ? unknown : organs.get(report.organ);
    if (group !== undefined) group.push(entry);
    else if (report.organ !== null) organs.set(report.organ, [entry]);
  }
  return {
    organs: [...organs]
      .sort(([one], [two]) => compare(one, two))
      .map(([organ, group]) => ({ organ, reports: keysOf(group.sort(byYear)) })),
    unknown: keysOf(unknown.sort(byFile)),
  };
}

type Entry = readonly [key: string, report: ReportSummary];

function keysOf(entries: readonly Entry[]): readonly string[] {
  return entries.map(([key]) => key);
}

function byYear(one: Entry, two: Entry): number {
  return (two[1].year ?? 0) - (one[1].year ?? 0) || byFile(one, two);
}

function byFile(one: Entry, two: Entry): number {
  return compare(fileName(one[1].uri), fileName(two[1].uri)) || compare(one[0], two[0]);
}

/** Whether the reader who looks for what must be put right has to see it: also where nobody could tell. */
export function isBroken({ counts, relations, trouble }: ReportSummary): boolean {
  return counts.errors > 0 || relations.broken > 0 || trouble !== null;
}

/** Whether a report stays where it stands in the tree when `before` has become `after`. */
export function isSamePlace(before: ReportSummary, after: ReportSummary, brokenOnly: boolean): boolean {
  return (
    before.organ === after.organ && before.year === after.year && (!brokenOnly || isBroken(before) === isBroken(after))
  );
}

export function gradeOf({ counts, relations, trouble }: ReportSummary): Grade {
  if (counts.errors > 0) return "error";
  if (trouble !== null) return "trouble";
  if (counts.warnings > 0) return "warning";
  if (counts.information > 0) return "information";
  return relations.total > 0 && relations.held === relations.total ? "pass" : "open";
}

export interface Sum {
  readonly reports: number;
  readonly counts: ReportSummary["counts"];
  readonly known: number;
  /** Reports that were not checked. */
  readonly troubles: number;
  /** The worst of any. */
  readonly grade: Grade;
}

export function sumOf(reports: Iterable<ReportSummary>): Sum {
  const counts = { errors: 0, warnings: 0, information: 0 };
  let [number, known, troubles, grade] = [0, 0, 0, grades.length - 1];
  for (const report of reports) {
    number++;
    counts.errors += report.counts.errors;
    counts.warnings += report.counts.warnings;
    counts.information += report.counts.information;
    known += report.known;
    if (report.trouble !== null) troubles++;
    grade = Math.min(grade, grades.indexOf(gradeOf(report)));
  }
  return { reports: number, counts, known, troubles, grade: grades[grade] ?? "pass" };
}

/** The name of the file a URI leads to, as it is read. */
export function fileName(uri: string): string {
  const path = uri.replace(/[?#].*$/, "");
  const name = path.slice(path.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    // A per cent sign that begins nothing.
    return name;
  }
}
