// Which row, group or column head of the form a cell's text is. Built once from the form data of both editions.
import { form2019, form2021, form2021Single, frameLabels, requestGroups } from "../form/index";
import type { TableId } from "../form/types";
import { fold, likeness, type Mark } from "./fold";
import { lazy, perText } from "./memo";

export interface LabelHit {
  /** row: a data row. group: （三）不予公开. column: a column head. head: other words of the table's frame. */
  readonly kind: "row" | "group" | "column" | "head";
  readonly table: TableId;
  readonly id: string;
  /** How the form enumerates it. */
  readonly mark: Mark;
}

export interface LabelHits {
  readonly mark: Mark;
  readonly hits: readonly LabelHit[];
}

interface Dictionary {
  readonly index: ReadonlyMap<string, readonly LabelHit[]>;
  /** Row labels long enough to be told apart by likeness. */
  readonly rowKeys: readonly RowKey[];
  /** In which of `rowKeys` each pair of characters occurs. */
  readonly pairIndex: ReadonlyMap<string, readonly number[]>;
}

interface RowKey {
  readonly key: string;
  readonly hits: readonly LabelHit[];
}

const dictionary = lazy(build);

function build(): Dictionary {
  const index = new Map<string, LabelHit[]>();
  const add = (label: string, kind: LabelHit["kind"], table: TableId, id: string): void => {
    const { key, mark } = fold(label);
    const hits = index.get(key) ?? [];
    if (!hits.some((hit) => hit.kind === kind && hit.table === table && hit.id === id))
      hits.push({ kind, table, id, mark });
    index.set(key, hits);
  };
  for (const form of [form2021, form2019, form2021Single]) {
    for (const table of form.tables) {
      for (const row of table.rows) {
        for (const label of [row.label, ...row.wordings, ...row.aliases]) add(label, "row", table.id, row.id);
        if (table.id === "disclosure" && row.group) add(row.group.label, "head", table.id, row.group.id);
        for (const column of row.columns)
          for (const label of [column.label, ...column.wordings]) add(label, "column", table.id, column.id);
      }
    }
  }
  for (const group of requestGroups)
    for (const label of [group.label, ...group.wordings]) add(label, "group", "requests", group.id);
  for (const table of form2021.tables) for (const label of frameLabels[table.id]) add(label, "head", table.id, label);

  const rowKeys: readonly RowKey[] = [...index].flatMap(([key, hits]) => {
    const rows = hits.filter((hit) => hit.kind === "row");
    return key.length >= 5 && rows.length > 0 ? [{ key, hits: rows }] : [];
  });
  const pairIndex = new Map<string, number[]>();
  rowKeys.forEach(({ key }, at) => {
    for (let from = 0; from + 1 < key.length; from++) {
      const pair = key.slice(from, from + 2);
      pairIndex.set(pair, [...(pairIndex.get(pair) ?? []), at]);
    }
  });
  return { index, rowKeys, pairIndex };
}

const none: LabelHits = { mark: "none", hits: [] };
/** The longest label with a filling note; longer text is no label. */
const longestLabel = 160;

/** What the text may be; empty for text that is no label. Typography and filling notes in brackets do not matter. */
export function findLabel(text: string): LabelHits {
  return text.length > longestLabel ? none : hitsOf(text);
}

const hitsOf = perText((text): LabelHits => {
  const { key, bare, mark } = fold(text);
  const { index } = dictionary();
  const hits = index.get(key) ?? index.get(bare);
  return hits ? { mark, hits } : none;
});

/** The row a mistyped or damaged label stands for: the form's label most like it, when no other row's is nearly so. */
export function nearestRow(text: string): LabelHit | null {
  if (text.length > longestLabel) return null;
  const { key } = fold(text);
  if (key.length < 5 || key.length > 60 || /\d{3}/.test(key)) return null;
  const { rowKeys, pairIndex } = dictionary();
  const common = new Map<number, number>();
  for (let from = 0; from + 1 < key.length; from++)
    for (const at of pairIndex.get(key.slice(from, from + 2)) ?? []) common.set(at, (common.get(at) ?? 0) + 1);
  const best = { score: 0, hit: null as LabelHit | null };
  let second = 0;
  for (const at of common.keys()) {
    const candidate = rowKeys[at] as RowKey;
    const score = likeness(key, candidate.key);
    const hit = candidate.hits[0] as LabelHit;
    const same = best.hit?.id === hit.id && best.hit.table === hit.table;
    if (score > best.score) {
      if (!same) second = best.score;
      best.score = score;
      best.hit = hit;
    } else if (score > second && !same) second = score;
  }
  return best.hit && best.score >= 0.7 && best.score - second >= 0.1 ? best.hit : null;
}

/** True where a line is a label of a table (一、本年新收…, （一）予以公开), which looks like a heading but is none. */
export function isTableLabel(text: string): boolean {
  return findLabel(text).hits.length > 0;
}
