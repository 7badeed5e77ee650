// What the explanation says, in words: the same in the message, at the light bulb and in the hover of every cell concerned.
// Worded as what it is, something the relations imply and the reviewer has to check against the records.
import type { Bilingual, RelationKind } from "../form/types";
import { relationNames, shortRow, valueWords } from "../report/equation";
import { impliedBy } from "../report/relations";
import type { Change, Explanation, Mistake, Relation } from "../report/types";
import { cellName, shortColumn } from "./wording";

/** More explanations than these are told as a class. */
export const mostNamed = 5;

/** The relations that speak against a cell: the broken ones, or where there are none those that blanks keep from being so. */
export function accusersOf(mistake: Mistake, { cell }: Change): readonly Relation[] {
  const own = mistake.relations.filter(({ left, right }) => left.includes(cell) || right.includes(cell));
  const broken = own.filter(({ state }) => state === "broken");
  return broken.length > 0 ? broken : own;
}

/** True where each relation that speaks against the cell alone gives its number. */
export function isAgreed(mistake: Mistake, change: Change): boolean {
  const accusers = accusersOf(mistake, change);
  return accusers.length > 0 && accusers.every((relation) => impliedBy(relation, change.cell) === change.value);
}

/** 按行、列两项勾稽关系推算为 12（现为 21），请核对台账 */
export function impliedWords(mistake: Mistake, change: Change): Bilingual {
  const agreed = isAgreed(mistake, change);
  const by = agreed
    ? relationsWords(accusersOf(mistake, change).map(({ form }) => form.kind))
    : { zh: "本表各项勾稽关系", en: "the relations of the table" };
  const others = (mistake.explanations[0] ?? []).filter(({ cell }) => cell !== change.cell);
  const words = agreed || others.length === 0 ? null : changesWords(others);
  const now = valueWords(change.cell);
  return {
    zh: `按${by.zh}${words ? `，连同 ${words.zh}，` : ""}推算为 ${change.value}（现为 ${now.zh}），请核对台账`,
    en: `by ${by.en}${words ? `, together with ${words.en},` : ""} it comes to ${change.value} (now ${now.en}); check it against the records`,
  };
}

/** 行、列两项勾稽关系; 行合计 alone. */
export function relationsWords(kinds: readonly RelationKind[]): Bilingual {
  const [only] = kinds;
  if (only && kinds.length === 1)
    return { zh: only === "balance" ? ways.balance.zh : relationNames[only].zh, en: ways[only].en };
  const count = `${kinds.length === 2 ? "两" : "三"}项`;
  return {
    zh: `${kinds.map((kind) => ways[kind].zh).join("、")}${count}勾稽关系`,
    en: kinds.map((kind) => ways[kind].en).join(" and "),
  };
}

const ways = {
  "row-total": { zh: "行", en: "the row total" },
  "column-total": { zh: "列", en: "the column total" },
  balance: { zh: "“一 + 二 = 三（七）+ 四”", en: "一 + 二 = 三（七）+ 四" },
} as const;

/** Where the relations leave a choice: every explanation by name, or what they have in common; that there is none. */
export function doubtWords({ explanations, relations }: Mistake): Bilingual {
  const [first] = explanations;
  if (!first)
    return {
      zh: "未推算出三个数以内的改法，请逐项核对台账",
      en: "no change of up to three numbers was found that makes them all hold; check each against the records",
    };
  if (explanations.length > mostNamed) return classWords(explanations);
  // Beside the sum of a row its numbers need no other name.
  const oneRow = relations.every(({ form }) => form.kind === "row-total" && form.id === relations[0]?.form.id);
  const named = explanations.map((changes) => (oneRow ? columnsWords(changes) : changesWords(changes)));
  const zh = named.map((words) => words.zh).join("；或 ");
  const en = named.map((words) => words.en).join("; or ");
  if (first.length === 1) return { zh: `可能有误的是：${zh}`, en: `what may be wrong: ${en}` };
  // Several at once: totals may have been summed up over one mistake elsewhere.
  return {
    zh: `可能有误的是（${first.length} 个数同时改）：${zh}；也可能是别处有误、合计已随之求和`,
    en: `what may be wrong (${first.length} numbers together): ${en}; or another is wrong and totals were summed up over it`,
  };
}

/** （一）予以公开（自然人 26 → 21、总计 30 → 25） */
export function changesWords(changes: Explanation): Bilingual {
  const rows = new Set(changes.map(({ cell }) => cell.row));
  const [first] = changes;
  if (first && rows.size === 1 && changes.length > 1) {
    const row = shortRow(first.cell.row);
    const columns = columnsWords(changes);
    return { zh: `${row}（${columns.zh}）`, en: `${row} (${columns.en})` };
  }
  const parts = changes.map((change) => `${cellName(change.cell)} ${arrow(change)}`);
  return { zh: parts.join("，并 "), en: parts.join(" and ") };
}

/** 自然人 26 → 21、总计 30 → 25 */
function columnsWords(changes: Explanation): Bilingual {
  const parts = changes.map((change) => `${shortColumn(change.cell.column.label)} ${arrow(change)}`);
  return { zh: parts.join("、"), en: parts.join(", ") };
}

/** 26 → 21; a question mark where blanks leave more than one number. */
export function arrow({ cell, value }: Change): string {
  return `${cell.count} → ${value ?? "?"}`;
}

interface Shape {
  readonly key: string;
  readonly words: Bilingual;
}

/** A large family: any one of many numbers, the same in one of many rows or of many columns, or else only how many there are. */
function classWords(explanations: readonly Explanation[]): Bilingual {
  const count = explanations.length;
  const size = explanations[0]?.length ?? 0;
  if (size === 1)
    return {
      zh: `有关的 ${count} 个数中有一个有误，无法推算是哪一个`,
      en: `one of ${count} numbers is wrong; which one cannot be told`,
    };
  const rows = common(
    explanations,
    ({ cell }) => cell.row.id,
    ({ cell }) => shortColumn(cell.column.label),
  );
  if (rows)
    return {
      zh: `${rowsWords(explanations)}中有一行${rows.zh}，无法推算是哪一行`,
      en: `in one of ${count} rows ${rows.en}; which one cannot be told`,
    };
  const columns = common(
    explanations,
    ({ cell }) => cell.column.id,
    ({ cell }) => shortRow(cell.row),
  );
  if (columns)
    return {
      zh: `${count} 列中有一列${columns.zh}，无法推算是哪一列`,
      en: `in one of ${count} columns ${columns.en}; which one cannot be told`,
    };
  return {
    zh: `有 ${count} 种改法，每种须改 ${size} 个数`,
    en: `there are ${count} ways, each changing ${size} number(s)`,
  };
}

function rowsWords(explanations: readonly Explanation[]): string {
  const outcomes = explanations.every((each) => each.every(({ cell }) => /^[（\d]/u.test(cell.row.label)));
  return outcomes ? `三项各行（${explanations.length} 行可能）` : ` ${explanations.length} 行`;
}

/** What every explanation says alike but for the one line (`line`) that all its cells stand in; null where they differ in more. */
function common(
  explanations: readonly Explanation[],
  line: (change: Change) => string,
  across: (change: Change) => string,
): Bilingual | null {
  const shapes = explanations.map((changes): Shape | null => {
    if (new Set(changes.map(line)).size !== 1) return null;
    const parts = changes.map((change) => ({ name: across(change), off: offBy(change) }));
    const words = {
      zh: parts.map(({ name, off }) => `${name}${off.zh}`).join("、"),
      en: parts.map(({ name, off }) => `${name} is ${off.en}`).join(", "),
    };
    return { key: words.zh, words };
  });
  const [first] = shapes;
  return first && shapes.every((shape) => shape?.key === first.key) ? first.words : null;
}

/** 少 5: what stands there is too low by so much. */
function offBy({ cell, value }: Change): Bilingual {
  if (value === null || cell.count === null) return { zh: "有误", en: "wrong" };
  const excess = cell.count - value;
  return excess > 0n
    ? { zh: `多 ${excess}`, en: `${excess} too high` }
    : { zh: `少 ${-excess}`, en: `${-excess} too low` };
}
