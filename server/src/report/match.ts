// Rows of cells → rows of the form: a row is found by its label and the group above it, its numbers are the cells that
// follow the label. Numbers are never counted across rows the writing keeps apart.
import type { TableId } from "../form/types";
import { type GridCell, type GridRow, isBlankCell } from "../syntax/grid";
import { splitCell } from "../syntax/layouts/celllines";
import type { Span } from "../syntax/span";
import { findLabel, type LabelHit, type LabelHits, nearestRow } from "./labels";
import { isPlainCount, looksLikeValue } from "./value";

export interface FoundLabel {
  readonly hit: LabelHit;
  readonly cell: GridCell;
  /** Index of the cell in its row; its column where `positional`. */
  readonly at: number;
  readonly positional: boolean;
}

export interface FoundRow extends FoundLabel {
  /** The cells behind the label, up to the next label or the row's end. */
  readonly run: readonly GridCell[];
  /** The run is not this row's alone: numbers of table four that cannot be told apart by group. */
  readonly shared?: boolean;
}

export interface Found {
  readonly rows: readonly FoundRow[];
  /** Column heads and group labels. */
  readonly labels: readonly FoundLabel[];
}

interface Sequence {
  readonly cells: GridCell[];
  readonly open: boolean;
  readonly positional: boolean;
}

/** Values of table four that stand for themselves, without a row label: one run for one, two or three groups. */
const reviewGroups = ["review", "directSuit", "suitAfterReview"];
const reviewWidth = 5;

/** `context` is the table that belongs to the section read; labels found may change it. */
export function matchRows(text: string, grid: readonly GridRow[], context: TableId | null): Found {
  const rows: FoundRow[] = [];
  const labels: FoundLabel[] = [];
  let table = context;
  let headings: FoundLabel[] = [];
  let above: GridCell | null = null;

  for (const sequence of sequences(grid)) {
    const { open, positional } = sequence;
    const cells = divided(text, open ? sequence.cells : withLabelAbove(text, sequence.cells, above));
    above = open ? (sequence.cells[sequence.cells.length - 1] ?? null) : null;
    let pending: { label: FoundLabel; run: GridCell[] } | null = null;
    let loose: GridCell[] = [];
    let words = false;

    const finish = () => {
      if (pending && (pending.label.hit.table !== "review" || pending.run.some((cell) => !isBlankCell(cell)))) {
        const { hit, cell, at, positional } = pending.label;
        rows.push({ hit, cell, at, positional, run: open ? withoutBlankEnd(pending.run) : pending.run });
      }
      pending = null;
    };
    const settle = () => {
      if (table === "review") {
        const found = reviewRows(open ? withoutBlankEnds(loose) : loose, headings, words);
        rows.push(...found);
        if (found.length > 0) headings = [];
      }
      loose = [];
    };

    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at] as GridCell;
      if (isValueCell(text, cell)) {
        (pending as { run: GridCell[] } | null)?.run.push(cell);
        if (!pending) loose.push(cell);
        continue;
      }
      const raw = text.slice(cell.text.start, cell.text.end);
      let hits = findLabel(raw);
      let whole = cell;
      // 其他 is a label of table three, but in table four the beginning of 其他 / 结果.
      const foreign = table !== null && hits.hits.length > 0 && !hits.hits.some((found) => found.table === table);
      if (open && (hits.hits.length === 0 || foreign)) {
        const torn = tornLabel(text, cells, at);
        if (torn && (!foreign || torn.hits.hits.some((found) => found.table === table))) {
          hits = torn.hits;
          whole = torn.cell;
          at += torn.extra;
        }
      }
      const hit = resolve(text, cells, at, hits, table);
      if (!hit) {
        words = true;
        const current = pending as { run: GridCell[] } | null;
        if (!current) settle();
        // In a row of its own words behind the label stand where a number is due (见附件), unless they remark on the label.
        else if (!open && (current.run.length > 0 || mayStandForNumber(raw))) current.run.push(cell);
        // Where rows run on, words behind numbers begin something else, and before them they are the rest of the label.
        else if (current.run.length > 0 || raw.length > 40) finish();
        continue;
      }
      settle();
      finish();
      words = true;
      table = hit.table;
      const label: FoundLabel = { hit, cell: whole, at, positional };
      if (hit.kind === "row") pending = { label, run: [] };
      else labels.push(label);
      if (hit.kind === "row" && hit.table === "review") headings.push(label);
    }
    settle();
    finish();
  }
  return { rows, labels };
}

/**
 * Where nothing says where a row ends, blank cells behind its numbers may be the first of the next row: then a number
 * that was left out would move all the others. A row of blank cells alone stays.
 */
function withoutBlankEnd(run: readonly GridCell[]): readonly GridCell[] {
  const last = run.findLastIndex((cell) => !isBlankCell(cell));
  return last < 0 ? run : run.slice(0, last + 1);
}

/** The same for numbers without a label, in front of which stand the cells of a border as well. */
function withoutBlankEnds(run: readonly GridCell[]): readonly GridCell[] {
  const first = run.findIndex((cell) => !isBlankCell(cell));
  return first < 0 ? run : withoutBlankEnd(run.slice(first));
}

/** A few words without brackets: what is written instead of a number is short, what explains a label is not. */
function mayStandForNumber(raw: string): boolean {
  return raw.length <= 8 && !/[（(【[]/.test(raw);
}

/** Closed rows one by one; open rows that follow each other as one, for nothing says where they end. */
function sequences(grid: readonly GridRow[]): Sequence[] {
  const found: Sequence[] = [];
  for (const row of grid) {
    const last = found[found.length - 1];
    if (row.open && last?.open) for (const cell of row.cells) last.cells.push(cell);
    else found.push({ cells: [...row.cells], open: row.open, positional: row.positional });
  }
  return found;
}

/** A cell over several lines is taken apart where it is no label as a whole, but one of its lines is. */
function divided(text: string, cells: readonly GridCell[]): readonly GridCell[] {
  if (!cells.some((cell) => hasBreak(text, cell))) return cells;
  const found: GridCell[] = [];
  for (const cell of cells) {
    const isLabel = (span: Span) => findLabel(text.slice(span.start, span.end)).hits.length > 0;
    const parts = hasBreak(text, cell) && !isLabel(cell.text) ? splitCell(text, cell) : [];
    if (parts.some((part) => isLabel(part.text))) for (const part of parts) found.push(part);
    else found.push(cell);
  }
  return found;
}

function hasBreak(text: string, { text: { start, end } }: GridCell): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) return true;
  }
  return false;
}

/** A label torn over up to four cells of an open row: 本年新 / 制发数量. The longest one counts: 社会 / 公益 / 组织. */
function tornLabel(
  text: string,
  cells: readonly GridCell[],
  at: number,
): { hits: LabelHits; cell: GridCell; extra: number } | null {
  const first = cells[at] as GridCell;
  for (let extra = 3; extra >= 1; extra--) {
    const last = cells[at + extra];
    if (!last || isBlankCell(last) || last.text.end - first.text.start > 80) continue;
    const raw = text.slice(first.text.start, last.text.end);
    const hits = findLabel(raw);
    if (hits.hits.length > 0) {
      const span = { start: first.text.start, end: last.text.end };
      return { hits, cell: { text: span, area: span, separator: first.separator }, extra };
    }
  }
  return null;
}

/** A row whose label began on the line above it, as Word's paragraphs in a cell do: 四、结转下年度 / 继续办理 0 0 …. */
function withLabelAbove(text: string, cells: readonly GridCell[], above: GridCell | null): readonly GridCell[] {
  const at = cells.findIndex((cell) => !isBlankCell(cell));
  const first = cells[at];
  if (!above || !first || first.text.end - above.text.start > 80) return cells;
  const isLabel = (start: number, end: number) => findLabel(text.slice(start, end)).hits.length > 0;
  if (isLabel(above.text.start, above.text.end) || isLabel(first.text.start, first.text.end)) return cells;
  if (!isLabel(above.text.start, first.text.end)) return cells;
  const whole = { ...first, text: { start: above.text.start, end: first.text.end } };
  return cells.map((cell) => (cell === first ? whole : cell));
}

/** Of the labels a text may be, the one it is where it stands; null where it is none. */
function resolve(
  text: string,
  cells: readonly GridCell[],
  at: number,
  { hits, mark }: LabelHits,
  table: TableId | null,
): LabelHit | null {
  if (hits.length === 0)
    return table && valuesFollow(text, cells, at, 1) ? nearRow(text, cells[at] as GridCell, table) : null;
  const marked = mark === "none" ? [] : hits.filter((hit) => hit.mark === mark);
  const choice = marked.length > 0 ? marked : hits;
  const here = choice.filter((hit) => hit.table === table);
  const candidates = here.length > 0 ? here : choice;
  const row = candidates.find((hit) => hit.kind === "row");
  const frame = candidates.find((hit) => hit.kind !== "row");
  // 其他 and 总计 are a row where numbers follow, else a column head; （六）其他处理 a row where cells follow, else a group.
  if (row && frame) return valuesFollow(text, cells, at, 7, frame.kind === "group" ? 0 : 1) ? row : frame;
  return row ?? frame ?? null;
}

function nearRow(text: string, cell: GridCell, table: TableId): LabelHit | null {
  const near = nearestRow(text.slice(cell.text.start, cell.text.end));
  return near?.table === table ? near : null;
}

/** True where the next `count` cells are values or blank, at least `least` of them values. */
function valuesFollow(text: string, cells: readonly GridCell[], at: number, count: number, least = 1): boolean {
  let figures = 0;
  for (let next = at + 1; next <= at + count; next++) {
    const cell = cells[next];
    if (!cell) return false;
    if (isBlankCell(cell)) continue;
    if (!isValueCell(text, cell)) return false;
    figures++;
  }
  return figures >= least;
}

/** A blank cell, or one whose text could be a value. */
function isValueCell(text: string, cell: GridCell): boolean {
  const { start, end } = cell.text;
  return start === end || isPlainCount(text, start, end) || looksLikeValue(text.slice(start, end));
}

/** Fifteen values for all groups, or five for each group named since the last row. */
function reviewRows(loose: readonly GridCell[], headings: readonly FoundLabel[], words: boolean): readonly FoundRow[] {
  const filled = loose.some((cell) => !isBlankCell(cell));
  if (loose.length === 0 || (!filled && (words || loose.length < reviewWidth * reviewGroups.length))) return [];
  const named = [...new Map(headings.map((heading) => [heading.hit.id, heading])).values()];
  const all = strip(loose, reviewWidth * reviewGroups.length);
  const some = named.length > 0 ? strip(loose, reviewWidth * named.length) : null;
  const ids = all ? reviewGroups : named.map((heading) => heading.hit.id);
  const cells = all ?? some;
  // A number or two are a page's or a note's.
  if (!cells && loose.length < reviewWidth) return [];
  return ids.map((id, at) => {
    const label = headings.findLast((heading) => heading.hit.id === id);
    const hit: LabelHit = label?.hit ?? { kind: "row", table: "review", id, mark: "none" };
    const run = cells ? cells.slice(at * reviewWidth, (at + 1) * reviewWidth) : loose;
    return { hit, cell: label?.cell ?? (run[0] as GridCell), at: 0, positional: false, run, shared: cells === null };
  });
}

/**
 * Where in a run the `count` cells can begin that hold everything written in it: from the first to the last such index,
 * null where there is none. More than one index means that blank cells at both ends leave open which of them is a cell.
 */
export function startsOf(run: readonly GridCell[], count: number): { first: number; last: number } | null {
  if (run.length < count) return null;
  const begin = run.findIndex((cell) => !isBlankCell(cell));
  if (begin < 0) return { first: 0, last: 0 };
  const end = run.findLastIndex((cell) => !isBlankCell(cell)) + 1;
  const first = Math.max(0, end - count);
  const last = Math.min(begin, run.length - count);
  return first <= last ? { first, last } : null;
}

/** The run's `count` cells where blank cells around them leave no doubt which they are; else null. */
function strip(run: readonly GridCell[], count: number): readonly GridCell[] | null {
  const starts = startsOf(run, count);
  return starts && starts.first === starts.last ? run.slice(starts.first, starts.first + count) : null;
}
