// A review's table for a spreadsheet: one row a finding, and one for each report that has none or could not be checked, lest
// it be missed.
import { severityNames } from "../rules/wording";
import { csvLine, csvMark, guarded, looksLikeAnotherValue } from "./csv";
import type { ReviewRow } from "./reviewRows";
import {
  heads,
  inOrder,
  known,
  knownWords,
  noFindings,
  notChecked,
  type ReviewedReport,
  relationsWords,
} from "./reviewWords";
import { oneLine, pick } from "./text";
import type { Locale } from "./types";

const columns = [
  ...(["organ", "year", "file", "line", "severity", "rule"] as const),
  ...(["section", "cell", "what", "expected", "found", "advice"] as const),
];

/** Excel takes so many characters in a cell. */
const longest = 32_000;

/** Only what a row needs is named: a row that stands for a report has no rule and no place. */
type Fields = Partial<Readonly<Record<(typeof columns)[number], string>>>;

export function reviewCsv(reports: readonly ReviewedReport[], locale: Locale): string {
  const rows = inOrder(reports).flatMap((report) => {
    const own = { organ: report.organ ?? "", year: String(report.year ?? ""), file: report.file };
    return [...report.rows.map((row) => ofFinding(row, locale)), ...ofReport(report, locale)].map((fields) =>
      line({ ...own, ...fields }),
    );
  });
  return csvMark + csvLine(columns.map((id) => pick(heads[id], locale))) + rows.join("");
}

function ofFinding(row: ReviewRow, locale: Locale): Fields {
  return { ...row, line: String(row.line), severity: pick(severityNames[row.severity], locale) };
}

/** What is to be said of a report besides its findings. */
function ofReport({ rows, trouble, relations, known: count }: ReviewedReport, locale: Locale): readonly Fields[] {
  const left = knownWords(count, locale);
  return [
    ...(trouble === null ? [] : [{ severity: pick(notChecked, locale), what: trouble }]),
    ...(trouble === null && rows.length === 0
      ? [{ severity: pick(noFindings, locale), what: relationsWords(relations, locale) }]
      : []),
    ...(left === null ? [] : [{ severity: pick(known, locale), what: left }]),
  ];
}

function line(fields: Fields): string {
  return csvLine(columns.map((id) => asText(oneLine(fields[id] ?? "", longest))));
}

/** As it stands in the report: a spreadsheet would make 0 of 00, and a number of full-width digits. */
function asText(text: string): string {
  if (/^\d+(?:\.\d+)?%$/.test(text)) return text;
  const plain = text.normalize("NFKC");
  const isChanged = /^0\d/.test(plain) || (plain !== text && /^\d/.test(plain)) || looksLikeAnotherValue(plain);
  return isChanged && /^[\d\s\p{P}\p{S}eE年月日时分秒]*$/u.test(plain) ? `'${text}` : guarded(text);
}
