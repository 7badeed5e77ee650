import { type Figure, type Period, periodOf, type StatedDate } from "../report/period";
import type { Report } from "../report/types";
import type { Fix, Rule, TextEdit } from "./types";
import { both, inStyleOf, noNumbers, quoted } from "./wording";

export const period: Rule = {
  id: "period",
  severity: "warning",
  title: { zh: "统计期限有误", en: "The statistical period is wrong" },
  page: {
    what: {
      zh: "前言或第一部分所写的统计期限不是报告年度的 1 月 1 日至 12 月 31 日；年度与标题不一致的按错误报告。日期漏字（如“20241月1日”）多为转换所致，按信息报告。没有写统计期限，或只写“2024年度”的，不报告。",
      en: "The period named in the preamble or section one is not 1 January to 31 December of the report's year; another year than the title's is an error. A character lost in a date, as by conversion, is information. A report that names no period, or only the year, is not reported.",
    },
    why: {
      zh: "年度报告按自然年度统计；国办公开办函〔2021〕30号：各项数据核定时间点为报告年度的12月31日。",
      en: "Reports count calendar years; 国办公开办函〔2021〕30号 fixes the figures at 31 December of the report's year.",
    },
    remedy: {
      zh: "核对标题与统计期限的年度。快速修复只改日期中不符的数字。",
      en: "Check the years of title and period. The quick fix changes only the numbers of the dates that differ.",
    },
  },
  wrong:
    "青禾县示范镇人民政府2024年政府信息公开工作年度报告\n本报告所列数据的统计期限自«2023年1月1日起至2023年12月31日»止。\n一、总体情况\n全年公开信息 12 条。\n",
  right:
    "青禾县示范镇人民政府2024年政府信息公开工作年度报告\n本报告所列数据的统计期限自2024年1月1日起至12月31日止。\n一、总体情况\n全年公开信息 12 条。\n",
  *check(report) {
    const stated = periodOf(report);
    if (!stated) return;
    const { from, to } = stated;
    const year = report.title?.year ?? null;
    const years = [from, to].flatMap((date) => (date.year && isYear(date.year) ? [date.year.value] : []));
    const off = years.some((each) => each !== (year ?? years[0]));
    // Of two years, which one is the report's only the title tells.
    const ours = year ?? (off ? null : (years[0] ?? null));
    const whole = from.month.value === 1 && from.day.value === 1 && to.month.value === 12 && to.day.value === 31;
    if (!off && whole && from.whole && to.whole) return;
    const words = quoted(report.text.slice(stated.start, stated.end));
    yield {
      ...(off && year !== null
        ? { severity: "error" as const }
        : off || !whole
          ? {}
          : { severity: "information" as const }),
      span: { start: stated.start, end: stated.end },
      message:
        off && year !== null
          ? { zh: `统计期限为${words}，标题为 ${year} 年`, en: `The period is ${words}, the title says ${year}` }
          : off || !whole
            ? {
                zh: `统计期限为${words}，应为${ours ?? "报告年度的 "}${ours === null ? "" : "年"}1月1日至12月31日`,
                en: `The period is ${words}, not 1 January to 31 December${ours === null ? "" : ` ${ours}`}`,
              }
            : { zh: `统计期限${words}的日期写法有误`, en: `A date of the period ${words} is not written whole` },
      advice: { zh: "请核对标题和统计期限", en: "Check the title and the period" },
      ...(ours !== null && {
        expected: { zh: `${ours}年1月1日至${ours}年12月31日`, en: `1 January to 31 December ${ours}` },
      }),
      fixes: ours === null ? [] : fixesOf(report, stated, ours),
    };
  },
};

/** Too many or too few digits are a slip of writing, not another year. */
function isYear({ value }: Figure): boolean {
  return value >= 1900 && value <= 2099;
}

function fixesOf(report: Report, stated: Period, year: number): readonly Fix[] {
  const edits = [...editsOf(report, stated.from, [year, 1, 1]), ...editsOf(report, stated.to, [year, 12, 31])];
  if (edits.length === 0 || edits.some(({ newText }) => newText === "")) return [];
  const after = edits.reduceRight(
    (text, { span, newText }) =>
      text.slice(0, span.start - stated.start) + newText + text.slice(span.end - stated.start),
    report.text.slice(stated.start, stated.end),
  );
  const change = `${quoted(report.text.slice(stated.start, stated.end))} → ${quoted(after)}`;
  return [{ kind: "prose", grade: "candidate", title: both(change), edits, sets: noNumbers }];
}

/** Only the numbers that differ, and 年 where it is lacking; without a new text where a number is not written in digits. */
function* editsOf({ text }: Report, date: StatedDate, due: readonly [number, number, number]): Iterable<TextEdit> {
  for (const [at, figure] of [date.year, date.month, date.day].entries()) {
    const value = due[at];
    if (at === 1 && date.lacksYearMark !== null)
      yield { span: { start: date.lacksYearMark, end: date.lacksYearMark }, newText: "年" };
    if (!figure || value === undefined || figure.value === value) continue;
    const written = text.slice(figure.start, figure.end);
    const newText = figure.inDigits ? inStyleOf(written, String(value)) : "";
    yield { span: { start: figure.start, end: figure.end }, newText };
  }
  if (!date.whole && date.lacksYearMark === null && !/[日号]$/u.test(text.slice(date.start, date.end)))
    yield { span: { start: date.end, end: date.end }, newText: "日" };
}
