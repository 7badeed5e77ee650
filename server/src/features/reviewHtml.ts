// A review's table as a page to print and sign: it stands alone, runs nothing and loads nothing.
import { severityNames } from "../rules/wording";
import type { ReviewRow } from "./reviewRows";
import {
  countsWords,
  footnote,
  heads,
  knownWords,
  madeOn,
  noFindings,
  notChecked,
  type ReviewedReport,
  relationsWords,
  reportName,
  sorted,
  summary,
  title,
} from "./reviewWords";
import { oneLine, pick } from "./text";
import type { Locale } from "./types";

/** The columns and what each takes of the width, in percent. */
const columns = [
  { id: "number", width: 4 },
  { id: "severity", width: 5 },
  { id: "section", width: 11 },
  { id: "cell", width: 12 },
  { id: "what", width: 31 },
  { id: "expected", width: 10 },
  { id: "found", width: 11 },
  { id: "advice", width: 16 },
] as const;

const style = `
@page { size: A4 landscape; margin: 14mm 12mm; }
body { max-width: 273mm; margin: 0 auto; padding: 8mm; color: #000; background: #fff; font: 10.5pt/1.45 FangSong, STFangsong, "Songti SC", SimSun, "Noto Serif CJK SC", serif; }
h1 { margin: 0 0 4mm; font-size: 18pt; text-align: center; }
h2 { margin: 6mm 0 1mm; font-size: 12pt; break-after: avoid; }
p { margin: 0 0 2mm; }
.about { break-after: avoid; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #000; padding: 1mm 1.2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #eee; text-align: center; }
td.number, td.severity { text-align: center; }
tr.error td.severity { font-weight: bold; }
li { overflow-wrap: anywhere; }
.note { margin-top: 6mm; }
.sign { display: flex; justify-content: flex-end; gap: 12mm; margin-top: 10mm; break-inside: avoid; }
.sign span { display: inline-block; width: 40mm; border-bottom: 0.5pt solid #000; }
@media print { body { max-width: none; padding: 0; } th { background: none; } }
`;

const reviewer = { zh: "审核人：", en: "Reviewer: " };
const signedOn = { zh: "日期：", en: "Date: " };

export function reviewHtml(reports: readonly ReviewedReport[], locale: Locale, date: string): string {
  const { withFindings, without, unchecked } = sorted(reports);
  const name = pick(title, locale);
  const hasExpected = withFindings.some(({ rows }) => rows.some(({ expected }) => expected !== ""));
  const sign = [reviewer, signedOn].map((each) => `<div>${pick(each, locale)}<span></span></div>`).join("");
  return [
    "<!DOCTYPE html>",
    `<html lang="${locale === "zh" ? "zh-CN" : "en"}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${name}</title>`,
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    `<h1>${name}</h1>`,
    `<p>${pick(madeOn, locale)}${escaped(date)}</p>`,
    `<p>${summary(reports, locale)}</p>`,
    ...withFindings.map((report) => block(report, locale)),
    ...listed(pick(noFindings, locale), without, locale),
    ...listed(pick(notChecked, locale), unchecked, locale),
    ...(hasExpected ? [`<p class="note">${pick(footnote, locale)}</p>`] : []),
    `<div class="sign">${sign}</div>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function block(report: ReviewedReport, locale: Locale): string {
  const { file, relations, known, rows } = report;
  const about = [
    `${pick(heads.file, locale)}${locale === "zh" ? "：" : ": "}${file}`,
    relationsWords(relations, locale),
    countsWords(rows, locale),
    knownWords(known, locale),
  ].filter((part) => part !== null);
  const widths = columns.map(({ width }) => `<col style="width: ${width}%">`).join("");
  const head = columns.map(({ id }) => `<th scope="col">${pick(heads[id], locale)}</th>`).join("");
  return [
    "<section>",
    `<h2>${escaped(reportName(report, locale))}</h2>`,
    `<p class="about">${about.map(escaped).join(" · ")}</p>`,
    "<table>",
    `<colgroup>${widths}</colgroup>`,
    `<thead><tr>${head}</tr></thead>`,
    "<tbody>",
    ...rows.map((row, at) => line(row, at + 1, locale)),
    "</tbody>",
    "</table>",
    "</section>",
  ].join("\n");
}

function line(row: ReviewRow, number: number, locale: Locale): string {
  const texts = { ...row, number: String(number), severity: pick(severityNames[row.severity], locale) };
  const cells = columns.map(({ id }) => `<td class="${id}">${escaped(texts[id])}</td>`);
  return `<tr class="${row.severity}">${cells.join("")}</tr>`;
}

function listed(name: string, reports: readonly ReviewedReport[], locale: Locale): readonly string[] {
  if (reports.length === 0) return [];
  const items = reports.map((report) => {
    const state = report.trouble ?? relationsWords(report.relations, locale);
    const parts = [reportName(report, locale), report.file, state, knownWords(report.known, locale)];
    return `<li>${parts
      .filter((part) => part !== null)
      .map(escaped)
      .join(" · ")}</li>`;
  });
  return [`<h2>${name}</h2>`, "<ul>", ...items, "</ul>"];
}

/** No message is longer; a report's own words in it are short. */
const longest = 4000;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return oneLine(text, longest).replace(/[&<>"']/gu, (character) => entities[character] ?? "");
}
