// How the rules on prose and tables, and the hover, name what they compare: the words of the prose, the cells, their sums.
import { requestGroups } from "../form/index";
import type { Bilingual } from "../form/types";
import { shortRow, valueWords } from "../report/equation";
import type { Statement } from "../report/statements";
import { amountWords, type Telling, type ToldReading } from "../report/told";
import type { Cell, Report } from "../report/types";
import type { Related } from "./types";
import { cellPlace, quoted, shortColumn } from "./wording";

/** More cells than these are not related: the sum is told in the message. */
const mostRelated = 12;
/** So much of a clause is quoted before its number. */
const wordsBefore = 24;

/** 在“一、总体情况”中, with the words that tell the number. */
export function saidWhere({ text }: Report, statement: Statement): Bilingual {
  const { clause, section, kind, until } = statement;
  const start = kind === "all" ? clause.start : Math.max(clause.start, statement.span.start - wordsBefore);
  const words = quoted(text.slice(start, kind === "number" ? until : clause.end));
  if (!section) return { zh: `正文${words}`, en: `${words} in the prose` };
  const name = quoted(section.title);
  return { zh: `${name}中${words}`, en: `${words} in ${name}` };
}

/** 表三 （三）不予公开各项·总计 */
export function readingPlace(report: Report, { reading, cells }: ToldReading): Bilingual {
  const [first] = cells;
  if (cells.length === 1 && first) return cellPlace(report, first);
  const table = report.form.tables.find(({ id }) => id === reading.table);
  const rows =
    reading.table === "review" ? groupsOfReview(reading.rows) : reading.rows.map((id) => rowName(report, id));
  const columns = reading.columns.flatMap((id) => {
    const column = cells.find(({ path }) => path.column === id)?.column;
    return column ? [shortColumn(column.label)] : [];
  });
  const zh = `${rows.map((row) => row.zh).join(" + ")}·${columns.join(" + ")}`;
  const en = `${rows.map((row) => row.en).join(" + ")}·${columns.join(" + ")}`;
  return { zh: `${table?.name.zh ?? ""} ${zh}`, en: `${table?.name.en ?? ""} ${en}` };
}

/** Both groups of suits are 行政诉讼. */
function groupsOfReview(ids: readonly string[]): readonly Bilingual[] {
  const review = { zh: "行政复议", en: "行政复议" };
  const suits = { zh: "行政诉讼", en: "行政诉讼" };
  return [...(ids.includes("review") ? [review] : []), ...(ids.some((id) => id !== "review") ? [suits] : [])];
}

function rowName(report: Report, id: string): Bilingual {
  const row = report.form.tables.flatMap(({ rows }) => rows).find((known) => known.id === id);
  if (row) return { zh: shortRow(row), en: shortRow(row) };
  const label = requestGroups.find((group) => group.id === id)?.label ?? id;
  return { zh: `${label}各项`, en: `all of ${label}` };
}

/** 表三 一、本年新收·总计为 65、一、本年新收 + 二、上年结转·总计为 69 */
export function readingsWords(report: Report, readings: readonly ToldReading[]): Bilingual {
  const words = readings.map((told) => {
    const place = readingPlace(report, told);
    const sum = sumWords(told);
    return { zh: `${place.zh} ${sum.zh}`, en: `${place.en} ${sum.en}` };
  });
  return { zh: words.map(({ zh }) => zh).join("、"), en: words.map(({ en }) => en).join(", ") };
}

export function sumWords({ sum, least }: ToldReading): Bilingual {
  if (sum) return { zh: amountWords(sum), en: amountWords(sum) };
  return { zh: `至少 ${amountWords(least)}（有空白）`, en: `at least ${amountWords(least)} (something is blank)` };
}

/** What the table has for a number of the prose, in each of its readings; null where that is in doubt itself, or only a bound. */
export function dueOf(report: Report, { statement, readings }: Telling): string | null {
  if (statement.bound === "most" || readings.length === 0) return null;
  const due = new Set<string>();
  for (const { sum, cells } of readings) {
    if (sum === null || cells.some((cell) => isDoubted(report, cell))) return null;
    due.add(amountWords(sum));
  }
  return [...due].join(" / ");
}

/** A mistake accuses the cell, or cannot be placed among the cells of its relations. */
function isDoubted(report: Report, cell: Cell): boolean {
  return report.mistakes.some(({ preferred, explanations, relations }) =>
    preferred
      ? explanations.flat().some((change) => change.cell === cell)
      : relations.some(({ left, right }) => left.includes(cell) || right.includes(cell)),
  );
}

/** The cells of all readings, each once. */
export function relatedCells(report: Report, { readings }: Telling): readonly Related[] {
  const cells = [...new Set(readings.flatMap((told) => told.cells))];
  return cells.slice(0, mostRelated).map((cell) => {
    const place = cellPlace(report, cell);
    const value = valueWords(cell);
    return { span: cell.span, message: { zh: `${place.zh}：${value.zh}`, en: `${place.en}: ${value.en}` } };
  });
}

/**
 * Whether a statement says that there is nothing where the table has something, or the reverse: a matter of another kind than
 * two numbers that differ.
 */
export function isContradiction({ statement, readings }: Telling): boolean {
  if (statement.kind !== "number") return true;
  const main = statement.readings.every(({ table, rows, columns }) =>
    table === "requests"
      ? columns.length === 1 && columns[0] === "total" && rows.includes("new")
      : table === "review" && columns[0] === "total",
  );
  if (!main) return false;
  const nothing = (told: ToldReading) => told.sum !== null && told.sum.digits === 0n;
  return statement.told.digits === 0n ? !readings.some(nothing) : readings.every(nothing);
}
