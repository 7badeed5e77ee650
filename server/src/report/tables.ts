// Found rows → the tables of one report: the edition is decided, numbers are laid against the columns, cells get values.
import { form2019, form2021, formFor, requestGroups, tableOf } from "../form/index";
import type { CellPath, Edition, Form, FormColumn, FormGroup, FormRow, FormTable } from "../form/types";
import { isBlankCell } from "../syntax/grid";
import type { Span } from "../syntax/span";
import { buildCell, pathsOf } from "./cells";
import { fold } from "./fold";
import type { Found, FoundLabel, FoundRow } from "./match";
import { lazy, perKey } from "./memo";
import { headColumns, place, type TableLayout } from "./place";
import type { ColumnLabel, GroupLabel, LabelMatch, Row, Table } from "./types";

export interface BuiltTables {
  readonly form: Form;
  /** In the order of the text; which section each stands in is not decided here. */
  readonly tables: readonly Table[];
}

export function buildTables(text: string, found: Found, year: number | null): BuiltTables {
  const edition = editionOf(text, found, year);
  const requestRows = found.rows
    .filter((row) => row.hit.table === "requests" && row.run.length > 0)
    .map((row) => row.hit.id);
  const divided = requestRows.some((id) => id.startsWith("other."));
  const form = formFor(edition, requestRows.includes("other") && !divided);
  const tables = form.tables.flatMap((table) => {
    // A row is missing when the edition's own form has it, which divides （六）其他处理 from 2021.
    const built = buildTable(text, table, formFor(edition, false), found);
    return built ? [built] : [];
  });
  return { form, tables: tables.sort((one, two) => one.span.start - two.span.start) };
}

/** Told by the column heads and rows only one edition has, then by the division of （六）; the year decides only without any. */
function editionOf(text: string, found: Found, year: number | null): Edition {
  const { only2021, only2019 } = editionKeys();
  let balance = 0;
  for (const { hit, cell } of [...found.labels, ...found.rows]) {
    if (hit.kind === "column" && hit.table === "disclosure") {
      const { key, bare } = fold(text.slice(cell.text.start, cell.text.end));
      balance += only2021.has(key) || only2021.has(bare) ? 1 : only2019.has(key) || only2019.has(bare) ? -1 : 0;
    }
    if (hit.kind === "row" && (hit.id === "otherServices" || hit.id === "procurement")) balance--;
  }
  if (balance !== 0) return balance > 0 ? 2021 : 2019;
  if (found.rows.some((row) => row.hit.id.startsWith("other."))) return 2021;
  return year !== null && year < 2021 ? 2019 : 2021;
}

function headKeys(form: Form): Set<string> {
  return new Set(
    tableOf(form, "disclosure").rows.flatMap((row) => row.columns.map((column) => fold(column.label).key)),
  );
}

/** Column heads of table two that only one edition has. */
const editionKeys = lazy(() => {
  const [keys2021, keys2019] = [headKeys(form2021), headKeys(form2019)];
  return {
    only2021: new Set([...keys2021].filter((key) => !keys2019.has(key))),
    only2019: new Set([...keys2019].filter((key) => !keys2021.has(key))),
  };
});

function buildTable(text: string, form: FormTable, edition: Form, found: Found): Table | null {
  const own = new Map<string, FoundRow[]>();
  for (const row of found.rows) {
    if (row.hit.table !== form.id) continue;
    const same = own.get(row.hit.id);
    if (same) same.push(row);
    else own.set(row.hit.id, [row]);
  }
  const labels = found.labels.filter((label) => label.hit.table === form.id);
  const layout: TableLayout = {
    headAt: headColumns(form, labels),
    starts: new Map(),
    rows: form.rows.flatMap((row) => (own.get(row.id) ?? []).map((found) => ({ found, count: row.columns.length }))),
  };
  const rows: Row[] = [];
  const duplicates: Row[] = [];
  for (const formRow of form.rows) {
    const occurrences = own.get(formRow.id) ?? [];
    // A label alone is the row only where no occurrence has cells: it may be a heading above its table.
    const filled = withoutProse(
      occurrences.filter((row) => row.run.length > 0),
      formRow.columns.length,
    );
    const apart = filled.filter((row) => !row.shared);
    const [first, ...again] = [apart, filled].find((some) => some.length > 0) ?? occurrences.slice(0, 1);
    if (first) rows.push(buildRow(text, form, formRow, first, layout));
    for (const row of again) duplicates.push(buildRow(text, form, formRow, row, layout));
  }
  if (rows.length === 0) return null;
  rows.sort((one, two) => one.span.start - two.span.start);
  const heads = labels.flatMap((label) => columnLabel(text, form, label));
  const groups = labels.flatMap((label) => groupLabel(text, label));
  const span = enclosing([rows, duplicates, labels.map((label) => ({ span: label.cell.text }))]);
  const ids = new Set(rows.map((row) => row.form.id));
  return {
    form,
    section: null,
    span,
    rows,
    heads,
    groups,
    duplicates,
    missing: tableOf(edition, form.id).rows.filter((row) => !ids.has(row.id)),
  };
}

/** Beside a row with all its numbers a label with one figure is a line of prose: （一）予以公开 25. */
function withoutProse(rows: readonly FoundRow[], count: number): readonly FoundRow[] {
  return rows.some((row) => row.run.length >= count) ? rows.filter((row) => row.run.length > 1 || count === 1) : rows;
}

function enclosing(parts: readonly (readonly { readonly span: Span }[])[]): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const part of parts)
    for (const { span } of part) {
      if (span.start < start) start = span.start;
      if (span.end > end) end = span.end;
    }
  return { start, end };
}

function buildRow(text: string, table: FormTable, form: FormRow, found: FoundRow, layout: TableLayout): Row {
  const label = rowLabel(text, form, found);
  const placed = place(form, found, layout);
  const paths = pathsOf(table).get(form) ?? [];
  const cells = form.columns.map((column, at) =>
    buildCell(text, paths[at] as CellPath, form, column, placed.cells?.[at] ?? null, label.span),
  );
  const last = found.run[found.run.length - 1];
  const start = Math.min(label.span.start, found.run[0]?.area.start ?? label.span.start);
  const span = { start, end: Math.max(label.span.end, last ? Math.max(last.text.end, last.area.end) : 0) };
  return {
    form,
    label,
    span,
    cells,
    unplaced: placed.cells ? null : found.run.filter((cell) => !isBlankCell(cell)).length,
    shifted: placed.shifted,
  };
}

function rowLabel(text: string, form: FormRow, found: FoundRow): LabelMatch {
  // Numbers without a label of their own (table four with its heads lost) have nothing to be worded wrongly.
  if (found.run.includes(found.cell)) return { match: "form", span: found.cell.text, text: "", expected: form.label };
  return labelMatch(text, found.cell.text, form.label, form.aliases);
}

function labelMatch(text: string, span: Span, expected: string, aliases: readonly string[] = []): LabelMatch {
  const raw = text.slice(span.start, span.end);
  const form = sameWords(raw, expected) || aliases.some((alias) => sameWords(raw, alias));
  return { match: form ? "form" : "wording", span, text: raw, expected };
}

/** The same words whatever the typography, a remark in brackets behind them left aside. */
function sameWords(raw: string, label: string): boolean {
  if (raw === label) return true;
  const { key } = fold(label);
  const folded = fold(raw);
  return folded.key === key || folded.bare === key;
}

/** The columns of each table that share an id: several blocks of table two have such. */
const columnsById = perKey((form: FormTable): ReadonlyMap<string, readonly FormColumn[]> => {
  const all = [...new Set(form.rows.flatMap((row) => row.columns))];
  return new Map(all.map((column) => [column.id, all.filter((other) => other.id === column.id)]));
});

function columnLabel(text: string, form: FormTable, { hit, cell }: FoundLabel): readonly ColumnLabel[] {
  if (hit.kind !== "column") return [];
  const raw = text.slice(cell.text.start, cell.text.end);
  const named = columnsById(form).get(hit.id) ?? [];
  // Where columns share an id, the head says by its words which one it is.
  const column =
    named.find((other) => sameWords(raw, other.label)) ??
    named.find((other) => other.wordings.some((wording) => sameWords(raw, wording)));
  return column ? [{ ...labelMatch(text, cell.text, column.label), column }] : [];
}

function groupLabel(text: string, { hit, cell }: FoundLabel): readonly GroupLabel[] {
  const group: FormGroup | undefined =
    hit.kind === "group" ? requestGroups.find((known) => known.id === hit.id) : undefined;
  if (!group) return [];
  const match = labelMatch(text, cell.text, group.label);
  // A group's mark is part of its wording: without it 不予公开 is no longer item （三）.
  const marked = fold(match.text).mark === "bracket";
  return [{ ...match, match: marked ? match.match : "wording", group }];
}
