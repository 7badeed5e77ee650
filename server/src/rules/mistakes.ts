// The findings of the relations that do not hold. A mistake that is explained is one finding at its cell, with the
// relations that say so beside it; else each broken relation is one at its total, with what may be wrong. Which of the four
// rules a finding belongs to is decided by its cell, or by the relation's kind.
import type { Bilingual, RelationKind } from "../form/types";
import { equation, relationNames } from "../report/equation";
import { cellsOf, isTotal, relationsOf } from "../report/relations";
import type { Cell, Change, Mistake, Relation, Report } from "../report/types";
import { candidateFixes, loneFixes, preferredFixes } from "./numbers";
import { accusersOf, arrow, doubtWords, impliedWords, isAgreed, mostNamed } from "./story";
import type { Draft, Related } from "./types";
import { behind, both, cellPlace, clauses } from "./wording";

/** A message names so many parts of a sum: those of a column would cut off what follows in a list of problems. The hover names all. */
const mostParts: Readonly<Record<RelationKind, number>> = { "row-total": 6, "column-total": 2, balance: 4 };

export type RelationRule = "row-total" | "column-total" | "balance" | "inconsistent-cell";

export function* mistakesOf(report: Report, rule: RelationRule): Iterable<Draft> {
  for (const mistake of report.mistakes) {
    if (mistake.preferred) {
      for (const change of mistake.explanations[0] ?? [])
        if (ruleOf(report, change.cell) === rule) yield accusation(report, mistake, change);
    } else
      for (const relation of toldOf(mistake)) {
        const cell = placeOf(relation);
        if (relation.form.kind === rule && cell) yield doubt(report, mistake, relation, cell);
      }
  }
}

/** Of a total the rule of its sum; of the other cells of 一, 二 and 四 the balance, which they alone stand in. */
function ruleOf(report: Report, cell: Cell): RelationRule {
  const relations = relationsOf(report, cell);
  if (relations.some(({ form, total }) => form.kind === "column-total" && total === cell)) return "column-total";
  if (isTotal(relations, cell)) return "row-total";
  return relations.some(({ form }) => form.kind === "balance") ? "balance" : "inconsistent-cell";
}

/** Where the findings of the mistakes stand: the cells that are accused, else the totals of what does not hold. */
export function cellsAtFault(report: Report): ReadonlySet<Cell> {
  return new Set(
    report.mistakes.flatMap((mistake) =>
      mistake.preferred
        ? (mistake.explanations[0] ?? []).map(({ cell }) => cell)
        : toldOf(mistake).flatMap((relation) => placeOf(relation) ?? []),
    ),
  );
}

/** The broken relations. Where blanks keep each from being broken by itself, one of those that cannot hold together stands for all. */
function toldOf({ relations }: Mistake): readonly Relation[] {
  const broken = relations.filter(({ state }) => state === "broken");
  return broken.length > 0 ? broken : relations.slice(0, 1);
}

/** The total, or where its row was not found the first cell that was. */
function placeOf(relation: Relation): Cell | null {
  return relation.total ?? cellsOf(relation)[0] ?? null;
}

/** A total's sum comes first where it speaks for itself; else what the number should be does, for a column may be long. */
function accusation(report: Report, mistake: Mistake, change: Change): Draft {
  const { cell } = change;
  const accusers = accusersOf(mistake, change);
  const own = isAgreed(mistake, change) ? accusers.find(({ total }) => total === cell) : undefined;
  const implied = impliedWords(mistake, change);
  const says: readonly Bilingual[] = own
    ? [equation(report, own, mostParts[own.form.kind]), implied]
    : [implied, ...accusers.slice(0, 1).map((first) => named(report, first))];
  return {
    span: cell.span,
    message: behind(cellPlace(report, cell), clauses(says)),
    advice: {
      zh: `请确认该数是否应为 ${change.value}，再作改正`,
      en: `Make sure that the number should be ${change.value} before correcting it`,
    },
    ...(change.value !== null && { expected: both(String(change.value)) }),
    related: accusers.flatMap((relation) => relatedRelation(report, relation, cell)),
    fixes: preferredFixes(report, mistake, change),
  };
}

/** 行合计：25 ≠ 16（…），相差 9 */
function named(report: Report, relation: Relation): Bilingual {
  return behind(relationNames[relation.form.kind], equation(report, relation, mostParts[relation.form.kind]));
}

/** A relation told at a cell of it other than the one accused: at its total, or where that is accused at the first part. */
function relatedRelation(report: Report, relation: Relation, accused: Cell): readonly Related[] {
  const cells = cellsOf(relation).filter((cell) => cell !== accused && cell.value.kind !== "absent");
  const at = cells.find((cell) => cell === relation.total) ?? cells.find(({ count }) => count !== 0n) ?? cells[0];
  if (!at) return [];
  return [{ span: at.span, message: named(report, relation) }];
}

function doubt(report: Report, mistake: Mistake, relation: Relation, cell: Cell): Draft {
  const { explanations } = mistake;
  return {
    span: cell.span,
    message: behind(cellPlace(report, cell), clauses([numbersOf(report, mistake, relation), doubtWords(mistake)])),
    advice: adviceOn(mistake, relation),
    related: [...relatedCandidates(report, mistake, cell), ...relatedCells(report, mistake, relation, cell)],
    fixes: explanations.length > 0 ? candidateFixes(report, mistake, cell) : loneFixes(report, relation, cell),
  };
}

function numbersOf(report: Report, mistake: Mistake, relation: Relation): Bilingual {
  if (relation.state === "broken") return equation(report, relation, mostParts[relation.form.kind]);
  const places = mistake.relations.slice(0, mostNamed).map(({ form, total }) => {
    const name = relationNames[form.kind];
    const place = total ? cellPlace(report, total) : both("");
    return { zh: `${name.zh}（${place.zh}）`, en: `${name.en} (${place.en})` };
  });
  const count = mistake.relations.length;
  return {
    zh: `含空白的 ${count} 项勾稽关系不能同时成立：${places.map(({ zh }) => zh).join("、")}`,
    en: `${count} relations with blanks cannot hold together: ${places.map(({ en }) => en).join(", ")}`,
  };
}

/** Cells that may be wrong, each with what it would be. */
function relatedCandidates(report: Report, { explanations }: Mistake, at: Cell): readonly Related[] {
  if (explanations.length > mostNamed) return [];
  const told = new Map<string, Related>();
  for (const change of explanations.flat()) {
    if (change.cell === at) continue;
    const words = arrow(change);
    const message = behind(cellPlace(report, change.cell), { zh: `可能 ${words}`, en: `maybe ${words}` });
    told.set(message.zh, { span: change.cell.span, message });
  }
  return [...told.values()];
}

/** The other cells of the relation, but for those that are told as candidates and those that are 0. */
function relatedCells(report: Report, { explanations }: Mistake, relation: Relation, at: Cell): readonly Related[] {
  const told = new Set(explanations.length > mostNamed ? [] : explanations.flat().map(({ cell }) => cell));
  return cellsOf(relation).flatMap((cell) => {
    if (cell === at || told.has(cell) || cell.value.kind === "absent" || cell.count === 0n) return [];
    const value = cell.raw === "" ? { zh: "空白", en: "blank" } : both(cell.raw);
    return [{ span: cell.span, message: behind(cellPlace(report, cell), value) }];
  });
}

function adviceOn({ explanations }: Mistake, relation: Relation): Bilingual {
  if (explanations.some((changes) => changes.length > 1))
    return {
      zh: "请核对台账中有关各数，再作改正",
      en: "Check the numbers concerned against the records before correcting any of them",
    };
  if (relation.form.kind === "balance")
    return {
      zh: "请核对台账中该列的一、二、三（七）、四这四个数，改正其中有误的一个",
      en: "Check the four numbers 一, 二, 三（七） and 四 of this column against the records and correct the wrong one",
    };
  return {
    zh: "请核对台账，确认是合计有误还是其中某个分项有误，再作改正",
    en: "Check against the records whether the total or one of its parts is wrong before correcting",
  };
}
