// Writes complete, consistent reports from the form's own data, so that a test states only what it is about:
// an invented organ, every table, and in place of single cells or sections whatever the test wants there.

import { isOutcome, type PrintedRow, printedTable } from "../../server/src/features/printed";
import { formFor, pathKey, tableOf } from "../../server/src/form/index";
import type { Edition, Form, FormTable, SectionId, TableId } from "../../server/src/form/types";

export { pathKey };

/**
 * lines: a cell a line behind a tab, rows apart by an empty line. spaced: a cell a line, empty lines between, no empty cells.
 * tabs: a row a line. pipes: a row a line, a bar behind each cell. bars: a cell a line, a bar behind it. markdown: tables proper.
 */
export const layouts = ["lines", "spaced", "tabs", "pipes", "bars", "markdown"] as const;
export type Layout = (typeof layouts)[number];

export interface SampleOptions {
  /** 2021 unless named. */
  readonly edition?: Edition;
  /** （六）其他处理 in one row; always so in the 2019 edition. */
  readonly singleOther?: boolean;
  readonly layout?: Layout;
  /** Numbers the totals are computed from, by "table/row/column"; parts that are not named keep the sample's numbers. */
  readonly parts?: Readonly<Record<string, number | string>>;
  /** Text that stands in a cell instead of its consistent number: { "requests/new/total": "65" }. */
  readonly cells?: Readonly<Record<string, string>>;
  /** Prose that stands in a section instead of the sample's own; null leaves the whole section out. */
  readonly sections?: Readonly<Partial<Record<SectionId, string | null>>>;
  /** Tables ("review") and rows ("requests/denied.inquiry") that are left out. */
  readonly omit?: readonly string[];
  readonly organ?: string;
  readonly year?: number;
  /** Stands behind section six. */
  readonly trailing?: string;
  readonly eol?: "\n" | "\r\n" | "\r";
}

type Values = ReadonlyMap<string, string>;

const applicants = ["natural", "business", "research", "social", "legal", "other"] as const;
const outcomes = ["upheld", "corrected", "otherResult", "pending"] as const;

/** The six applicants' numbers of the rows that are no sums; rows that are not named are all zero. */
const requestParts: Readonly<Record<string, readonly number[]>> = {
  new: [58, 7, 1, 0, 0, 0],
  carriedIn: [3, 1, 0, 0, 0, 0],
  granted: [21, 3, 1, 0, 0, 0],
  partial: [6, 1, 0, 0, 0, 0],
  "denied.thirdParty": [3, 1, 0, 0, 0, 0],
  "denied.internalAffairs": [2, 0, 0, 0, 0, 0],
  "denied.deliberative": [4, 1, 0, 0, 0, 0],
  "denied.enforcementFile": [3, 0, 0, 0, 0, 0],
  "denied.inquiry": [5, 0, 0, 0, 0, 0],
  "unable.notHeld": [8, 1, 0, 0, 0, 0],
  "unable.needsCreation": [2, 0, 0, 0, 0, 0],
  "unable.unclear": [1, 0, 0, 0, 0, 0],
  "notProcessed.petition": [3, 0, 0, 0, 0, 0],
  "other.notCorrected": [1, 0, 0, 0, 0, 0],
  other: [1, 0, 0, 0, 0, 0],
};

const reviewParts: Readonly<Record<string, readonly number[]>> = {
  review: [1, 0, 0, 1],
  directSuit: [0, 0, 0, 0],
  suitAfterReview: [1, 0, 0, 0],
};

const disclosureParts: Readonly<Record<Edition, Readonly<Record<string, readonly string[]>>>> = {
  2021: { normative: ["3", "1", "12"], licences: ["128"], penalties: ["16"], coercion: ["2"], fees: ["35.6"] },
  2019: {
    normative: ["3", "3", "12"],
    licences: ["42", "0", "128"],
    otherServices: ["40", "-2", "310"],
    penalties: ["16", "1", "16"],
    coercion: ["2", "0", "2"],
    fees: ["5", "0"],
    procurement: ["4", "186.5"],
  },
};

/** Every cell of the form by its key, all relations holding as long as `parts` leave nothing below zero. */
export function sampleCells(form: Form, parts: Readonly<Record<string, number | string>> = {}): Map<string, string> {
  const cells = new Map<string, string>();
  const put = (key: string, standard: string | number | undefined): void => {
    cells.set(key, String(parts[key] ?? standard ?? 0));
  };
  const count = (key: string) => Number(cells.get(key) ?? 0);
  const total = (row: string, columns: readonly string[]): void => {
    cells.set(`${row}/total`, String(columns.reduce((sum, column) => sum + count(`${row}/${column}`), 0)));
  };

  for (const table of form.tables) {
    if (table.id === "disclosure") {
      for (const row of table.rows) {
        const standard = disclosureParts[form.edition][row.id];
        row.columns.forEach((column, i) => {
          put(`disclosure/${row.id}/${column.id}`, standard?.[i]);
        });
      }
    } else if (table.id === "review") {
      for (const row of table.rows) {
        outcomes.forEach((column, i) => {
          put(`review/${row.id}/${column}`, reviewParts[row.id]?.[i]);
        });
        total(`review/${row.id}`, outcomes);
      }
    } else {
      const items = table.rows.filter((row) => isOutcome(row) && row.id !== "total");
      for (const row of table.rows.filter((each) => each.id !== "total" && each.id !== "carriedOut")) {
        applicants.forEach((column, i) => {
          put(`requests/${row.id}/${column}`, requestParts[row.id]?.[i]);
        });
      }
      for (const column of applicants) {
        const dealtWith = items.reduce((sum, row) => sum + count(`requests/${row.id}/${column}`), 0);
        const due = count(`requests/new/${column}`) + count(`requests/carriedIn/${column}`);
        cells.set(`requests/total/${column}`, String(dealtWith));
        cells.set(`requests/carriedOut/${column}`, String(due - dealtWith));
      }
      for (const row of table.rows) {
        total(`requests/${row.id}`, applicants);
      }
    }
  }
  return cells;
}

/** The text of a report. Without options a clean one: no finding, every relation holds. */
export function sampleReport(options: SampleOptions = {}): string {
  const form = sampleForm(options);
  const layout = options.layout ?? "lines";
  const consistent = sampleCells(form, options.parts);
  const values = new Map([...consistent, ...Object.entries(options.cells ?? {})]);
  const organ = options.organ ?? "青禾县示范镇人民政府";
  const year = options.year ?? (form.edition === 2021 ? 2024 : 2020);
  const omitted = new Set(options.omit ?? []);

  const blocks = [
    `${layout === "markdown" ? "# " : ""}${organ}${year}年政府信息公开工作年度报告`,
    preamble(organ, year),
  ];
  for (const section of form.sections) {
    const own = options.sections?.[section.id];
    if (own === null) {
      continue;
    }
    const table = form.tables.find((each) => each.id === section.id && !omitted.has(each.id));
    blocks.push(`${layout === "markdown" ? "## " : ""}${section.ordinal}、${section.title}`);
    blocks.push(own ?? prose(section.id, year, consistent));
    if (table) {
      blocks.push(writeGrid(gridOf(table, values, omitted), layout));
    }
  }
  if (options.trailing !== undefined) {
    blocks.push(options.trailing);
  }
  const text = `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
  return text.replaceAll("\n", options.eol ?? "\n");
}

/** One table alone, as it stands in the report with the same options. */
export function sampleTable(id: TableId, options: SampleOptions = {}): string {
  const form = sampleForm(options);
  const values = new Map([...sampleCells(form, options.parts), ...Object.entries(options.cells ?? {})]);
  const text = writeGrid(gridOf(tableOf(form, id), values, new Set(options.omit ?? [])), options.layout ?? "lines");
  return text.replaceAll("\n", options.eol ?? "\n");
}

/** The form a sample with these options is written by. */
export function sampleForm(options: SampleOptions = {}): Form {
  const edition = options.edition ?? 2021;
  return formFor(edition, options.singleOther ?? edition === 2019);
}

function preamble(organ: string, year: number): string {
  return `本报告由${organ}根据《中华人民共和国政府信息公开条例》编制。所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`;
}

function prose(id: SectionId, year: number, cells: Values): string {
  const of = (key: string) => cells.get(key) ?? "0";
  switch (id) {
    case "overview":
      return [
        "（一）主动公开情况",
        `${year}年，本机关主动公开政府信息，及时发布政策文件和解读材料。`,
        "（二）依申请公开情况",
        `全年新收政府信息公开申请${of("requests/new/total")}件，上年结转${of("requests/carriedIn/total")}件，结转下年度继续办理${of("requests/carriedOut/total")}件。`,
        "（三）政府信息管理情况",
        "健全政府信息发布审核制度，对公开的信息开展定期清理。",
        "（四）政府信息公开平台建设情况",
        "加强政府网站和政务新媒体的日常维护。",
        "（五）监督保障情况",
        "开展业务培训和工作考核，未发生责任追究情形。",
      ].join("\n");
    case "problems":
      return [
        "存在的主要问题：政策解读形式不够丰富，部分栏目更新不够及时。",
        "改进情况：增加图文解读，落实栏目更新责任，每季度检查一次。",
      ].join("\n");
    case "other":
      return `${year}年，本机关未收取政府信息公开信息处理费。没有其他需要报告的事项。`;
    default:
      return "";
  }
}

function gridOf(table: FormTable, values: Values, omitted: ReadonlySet<string>): readonly PrintedRow[] {
  const rows = table.rows.filter((row) => !omitted.has(`${table.id}/${row.id}`));
  return printedTable(table, rows, (row, column) => values.get(`${table.id}/${row.id}/${column.id}`) ?? "");
}

function writeGrid(grid: readonly PrintedRow[], layout: Layout): string {
  const texts = grid.map((row) => row.map((each) => each.text));
  // A cell over several columns is written once, with empty cells behind it, as word processors export it.
  const full = grid.map((row) => row.flatMap((each) => [each.text, ...Array<string>(each.width - 1).fill("")]));
  switch (layout) {
    case "lines":
      return `\n${texts.map((row) => row.map((text) => `\t${text}`).join("\n")).join("\n\n")}\n`;
    case "spaced":
      return texts
        .flat()
        .filter((text) => text !== "")
        .join("\n\n");
    case "tabs":
      return full.map((row) => row.join("\t")).join("\n");
    case "pipes":
      return full.map((row) => row.map((text) => `${text} |`).join(" ")).join("\n");
    case "bars":
      return texts.map((row) => `|\n${row.map((text) => `${text} |`).join("\n")}`).join("\n");
    case "markdown": {
      const line = (row: readonly string[]) => `| ${row.join(" | ")} |`;
      const [head = [], ...rest] = full;
      return [line(head), `|${"---|".repeat(head.length)}`, ...rest.map(line)].join("\n");
    }
  }
}
