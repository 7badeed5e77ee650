// What the tree says of organs, reports and findings.
import type { ReportSummary } from "../../server/src/lsp/protocol";
import { joined } from "./joined";
import type { Locale } from "./texts";
import { fileName, type Sum } from "./treeModel";

/** "3 错误 2 警告", "3 errors, 2 warnings"; only what there is, and empty where there is nothing. */
export function countsText({ errors, warnings, information }: ReportSummary["counts"], locale: Locale): string {
  return locale === "zh"
    ? joined(" ", [
        errors > 0 && `${errors} 错误`,
        warnings > 0 && `${warnings} 警告`,
        information > 0 && `${information} 信息`,
      ])
    : joined(", ", [
        errors > 0 && `${errors} ${errors === 1 ? "error" : "errors"}`,
        warnings > 0 && `${warnings} ${warnings === 1 ? "warning" : "warnings"}`,
        information > 0 && `${information} ${information === 1 ? "info" : "infos"}`,
      ]);
}

export function knownText(known: number, locale: Locale): string | false {
  return known > 0 && (locale === "zh" ? `已知 ${known}` : `${known} known`);
}

export function organDescription({ reports, counts, known, troubles }: Sum, locale: Locale): string {
  return joined(" · ", [
    countsText(counts, locale),
    reports > 1 && (locale === "zh" ? `${reports} 份` : `${reports} reports`),
    troubles > 0 && (locale === "zh" ? `${troubles} 份未核对` : `${troubles} not checked`),
    knownText(known, locale),
  ]);
}

/** A report below its organ is named by its year, any other by its file. */
export function reportLabel({ organ, year, uri }: ReportSummary, locale: Locale): string {
  if (organ === null || year === null) return fileName(uri);
  return locale === "zh" ? `${year} 年` : String(year);
}

/** `namesake`: another report of the same organ and year stands beside it, so that only the file tells them apart. */
export function reportDescription(report: ReportSummary, namesake: boolean, locale: Locale): string {
  const { counts, relations, known, trouble, uri } = report;
  return joined(" · ", [
    countsText(counts, locale),
    trouble === null && relations.total > 0 && `${relations.held}/${relations.total}`,
    trouble,
    knownText(known, locale),
    namesake && fileName(uri),
  ]);
}

export function reportTooltip(report: ReportSummary, locale: Locale): string {
  const { relations, known, trouble, uri } = report;
  const { total, held, broken, notAssessable } = relations;
  const checked = trouble === null && total > 0;
  return joined("\n", [
    fileName(uri),
    checked &&
      (locale === "zh"
        ? `勾稽关系 ${total} 项：成立 ${held}，不成立 ${broken}，无法核对 ${notAssessable}`
        : `${total} relations: ${held} hold, ${broken} do not, ${notAssessable} not assessable`),
    trouble,
    known > 0 &&
      (locale === "zh"
        ? `已知问题 ${known} 处，不再列出`
        : `${known} known ${known === 1 ? "finding is" : "findings are"} not listed`),
  ]);
}

/** `line` counts from 0, what is shown from 1, as in the editor. */
export function lineText(line: number, locale: Locale): string {
  return locale === "zh" ? `第 ${line + 1} 行` : `line ${line + 1}`;
}

export function badgeTooltip(errors: number, locale: Locale): string {
  return locale === "zh"
    ? `年报中共有 ${errors} 处错误`
    : `${errors} ${errors === 1 ? "error" : "errors"} in the reports`;
}
