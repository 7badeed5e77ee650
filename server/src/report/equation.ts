// How a relation is written: "65 ≠ 66（自然人 58 + 商业企业 7 + 科研机构 1 + 0 + 0 + 0），相差 1", and what it implies.
import { columnOf, rowOf, tableOf } from "../form/index";
import type { Bilingual, CellPath, Form, FormRow, RelationKind } from "../form/types";
import { oneLine } from "./quote";
import type { Cell, Relation, Report } from "./types";

/** This many parts that are 0 are written out at the end; more are told as a number of parts. */
const zerosWritten = 6;

/** This many parts without a number are named; more of the same kind are told as a number of parts. */
const unknownsNamed = 3;

/** A cell of a relation: its name and number, and whether the number takes part in the sum. */
interface Term {
  readonly name: string;
  readonly value: Bilingual;
  readonly count: bigint | null;
}

export const relationNames: Readonly<Record<RelationKind, Bilingual>> = {
  "row-total": { zh: "行合计", en: "Row total" },
  "column-total": { zh: "列合计", en: "Column total" },
  balance: { zh: "一 + 二 = 三（七）+ 四", en: "一 + 二 = 三（七）+ 四" },
};

export const notAssessable: Bilingual = {
  zh: "无法核对（有空白或非数字）",
  en: "not assessable (something is blank or no number)",
};

/** （三） of a row in the group （三）不予公开, for several groups have a row 1.; empty for a row in none. */
export function groupMark(row: FormRow): string {
  return /^（.）/u.exec(row.group?.label ?? "")?.[0] ?? "";
}

/** A row's label without what only explains it, behind its group's mark: 一、本年新收, （三）1.属于国家秘密. */
export function shortRow(row: FormRow): string {
  return (
    groupMark(row) + row.label.replace(/政府信息公开申请数量$|继续办理$|（区分处理的.*$|、行政机关不再处理.*$/u, "")
  );
}

/** The value as read, in words where there is no number. */
export function valueWords(cell: Cell | null): Bilingual {
  switch (cell?.value.kind) {
    case "number":
    case "invalid":
      return both(cell.value.digits);
    case "text":
      return both(`“${oneLine(cell.raw, 30)}”`);
    case "blank":
      return { zh: "空白", en: "blank" };
    default:
      return { zh: "缺", en: "missing" };
  }
}

/**
 * The relation with its numbers, and how far it is off or why it cannot be checked. More than `most` parts that are not 0
 * are told by their number, not by name.
 */
export function equation(report: Report, relation: Relation, most = Number.POSITIVE_INFINITY): Bilingual {
  const left = relation.left.map((cell, i) => term(report.form, relation, relation.form.left[i], cell));
  const right = relation.right.map((cell, i) => term(report.form, relation, relation.form.right[i], cell));
  // What a relation alone makes of its blanks is another story where it cannot hold together with others.
  const trusted = !report.mistakes.some(({ relations }) => relations.includes(relation));
  const write = (locale: "zh" | "en") => written(relation, left, right, { locale, most, trusted });
  return { zh: write("zh"), en: write("en") };
}

interface Style {
  readonly locale: "zh" | "en";
  readonly most: number;
  readonly trusted: boolean;
}

function term(form: Form, relation: Relation, path: CellPath | undefined, cell: Cell | null): Term {
  const row = cell?.row ?? (path ? rowOf(tableOf(form, path.table), path.row) : null);
  const column = cell?.column ?? (row && path ? columnOf(row, path.column) : null);
  const name = (relation.form.kind === "row-total" ? column?.label : row && shortRow(row)) ?? "";
  return { name, value: valueWords(cell), count: cell?.count ?? null };
}

function written(relation: Relation, left: readonly Term[], right: readonly Term[], style: Style): string {
  const { locale } = style;
  const open = [...left, ...right].some((each) => each.count === null);
  const sign = relation.state === "broken" ? comparison(relation, open) : "=";
  const [a, b] = locale === "zh" ? ["（", "）"] : [" (", ")"];
  const comma = locale === "zh" ? "，" : ", ";
  const single = left.length === 1 ? left[0] : undefined;
  const between = relation.state === "held" ? `= ${relation.leftSum} =` : sides(relation, left, right, sign);
  const parts = sum(right, style);
  const numbers = single
    ? `${single.value[locale]} ${relation.state === "broken" ? `${sign} ${relation.rightSum}${a}${parts}${b}` : `= ${parts}`}`
    : `${sum(left, style)} ${between} ${parts}`;
  if (relation.state === "unassessable") {
    const bound = style.trusted ? bounds(relation, left, right) : null;
    return `${numbers}${comma}${notAssessable[locale]}${bound ? `${locale === "zh" ? "；" : "; "}${bound[locale]}` : ""}`;
  }
  if (relation.state === "held") {
    return numbers;
  }
  const difference = relation.leftSum - relation.rightSum;
  const off = difference < 0n ? -difference : difference;
  const least = locale === "zh" ? (open ? "至少相差" : "相差") : open ? "off by at least" : "off by";
  return `${numbers}${comma}${least} ${off}`;
}

/** A relation with open cells is broken when what is readable on one side already exceeds the other. */
function comparison(relation: Relation, open: boolean): string {
  return !open ? "≠" : relation.leftSum < relation.rightSum ? "<" : ">";
}

/** Between the parts of a balance: what each side comes to, where it can be summed. */
function sides(relation: Relation, left: readonly Term[], right: readonly Term[], sign: string): string {
  const summed = (terms: readonly Term[]) => terms.every((each) => each.count !== null);
  const before = summed(left) ? `= ${relation.leftSum} ` : "";
  const after = summed(right) ? ` ${relation.rightSum} =` : "";
  return `${before}${sign}${after}`;
}

/** Named parts first, zeros at the end: they say nothing but that they were counted. Two parts are both named. */
function sum(terms: readonly Term[], { locale, most }: Style): string {
  const [a, b] = locale === "zh" ? ["（", "）"] : [" (", ")"];
  const telling = terms.filter((each) => each.count !== 0n || terms.length <= 2);
  const many = unknowns(telling, locale);
  const brief = telling.filter(({ count }) => count !== null).length > most;
  const named = telling
    .filter(({ value, count }) => (count === null ? !many.has(value[locale]) : !brief))
    .map(({ name, value, count }) => (count === null ? `${name}${a}${value[locale]}${b}` : `${name} ${value[locale]}`));
  const lost = [...many].map(([words, number]) => (locale === "zh" ? `${number} 项${words}` : `${number} ${words}`));
  const written = [...named, ...lost];
  if (brief) {
    const summed = terms.filter(({ count }) => count !== null).length;
    return [...written, { zh: `${summed} 项之和`, en: `the sum of ${summed}` }[locale]].join(" + ");
  }
  const zeros = terms.length - telling.length;
  if (zeros <= zerosWritten) return [...written, ...Array<string>(zeros).fill("0")].join(" + ");
  return written.length === 0
    ? { zh: `${zeros} 项均为 0`, en: `0 in all ${zeros}` }[locale]
    : [...written, { zh: `其余 ${zeros} 项均为 0`, en: `0 in the other ${zeros}` }[locale]].join(" + ");
}

/** What stands in parts without a number, and in how many, where that is too many to name them. */
function unknowns(terms: readonly Term[], locale: "zh" | "en"): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { value, count } of terms)
    if (count === null) counts.set(value[locale], (counts.get(value[locale]) ?? 0) + 1);
  return new Map([...counts].filter(([, count]) => count > unknownsNamed));
}

/** What a relation that cannot be checked still tells about its open cells. */
function bounds(relation: Relation, left: readonly Term[], right: readonly Term[]): Bilingual | null {
  const openLeft = left.filter((each) => each.count === null);
  const openRight = right.filter((each) => each.count === null);
  const rest = openLeft.length > 0 ? relation.rightSum - relation.leftSum : relation.leftSum - relation.rightSum;
  const open = [...openLeft, ...openRight];
  if (rest < 0n || open.length === 0) {
    return null;
  }
  if (openLeft.length > 0 && openRight.length > 0) {
    return null;
  }
  const only = open.length === 1 ? open[0] : undefined;
  if (only) {
    return { zh: `${only.name}按勾稽关系推算为 ${rest}`, en: `by the relation ${only.name} comes to ${rest}` };
  }
  const together =
    rest === 0n
      ? { zh: "均推算为 0", en: "all come to 0" }
      : { zh: `合计推算为 ${rest}`, en: `together come to ${rest}` };
  return {
    zh: `这 ${open.length} 格按勾稽关系${together.zh}`,
    en: `by the relation these ${open.length} cells ${together.en}`,
  };
}

function both(text: string): Bilingual {
  return { zh: text, en: text };
}
