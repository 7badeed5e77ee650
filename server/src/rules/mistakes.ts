// The findings of the relations that do not hold. A mistake that is explained is one finding at its cell, with the
// relations that say so beside it; else each broken relation is one at its total, with what may be wrong. Which of the four
// rules a finding belongs to is decided by its cell, or by the relation's kind.
import type { Bilingual } from "../form/types";
import { equation, relationNames } from "../report/equation";
import { cellsOf, relationsOf } from "../report/relations";
import type { Cell, Change, Mistake, Relation, Report } from "../report/types";
import { candidateFixes, loneFixes, preferredFix } from "./numbers";
import { accusersOf, arrow, doubtWords, impliedWords, mostNamed } from "./story";
import type { Draft, Related } from "./types";
import { both, cellPlace } from "./wording";

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
  const sums = relations.filter(({ form, total }) => form.kind !== "balance" && total === cell);
  if (sums.some(({ form }) => form.kind === "column-total")) return "column-total";
  if (sums.length > 0) return "row-total";
  return relations.some(({ form }) => form.kind === "balance") ? "balance" : "inconsistent-cell";
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

function accusation(report: Report, mistake: Mistake, change: Change): Draft {
  const { cell } = change;
  const place = cellPlace(report, cell);
  const accusers = accusersOf(mistake, change);
  const own = accusers.find(({ total }) => total === cell);
  const first = own ?? accusers[0];
  const numbers = first ? equation(report.form, first) : null;
  // The sum of a total speaks for itself; that of another cell is said to be which.
  const name = first && !own && first.form.kind !== "balance" ? relationNames[first.form.kind] : null;
  const implied = impliedWords(mistake, change);
  const fix = preferredFix(report, change);
  return {
    span: cell.span,
    message: {
      zh: `${place.zh}：${numbers ? `${name ? `${name.zh} ` : ""}${numbers.zh}；` : ""}${implied.zh}`,
      en: `${place.en}: ${numbers ? `${name ? `${name.en} ` : ""}${numbers.en}; ` : ""}${implied.en}`,
    },
    advice: {
      zh: `请核对台账，确认该数是否应为 ${change.value}，再作改正`,
      en: `Check against the records whether the number should be ${change.value} before correcting it`,
    },
    related: accusers.flatMap((relation) => relatedRelation(report, relation, cell)),
    fixes: fix ? [fix] : [],
  };
}

/** A relation told at a cell of it other than the one accused: at its total, or where that is accused at the first part. */
function relatedRelation(report: Report, relation: Relation, accused: Cell): readonly Related[] {
  const cells = cellsOf(relation).filter((cell) => cell !== accused && cell.value.kind !== "absent");
  const at = cells.find((cell) => cell === relation.total) ?? cells.find(({ count }) => count !== 0n) ?? cells[0];
  if (!at) return [];
  const name = relationNames[relation.form.kind];
  const numbers = equation(report.form, relation);
  return [{ span: at.span, message: { zh: `${name.zh}：${numbers.zh}`, en: `${name.en}: ${numbers.en}` } }];
}

function doubt(report: Report, mistake: Mistake, relation: Relation, cell: Cell): Draft {
  const place = cellPlace(report, cell);
  const numbers = numbersOf(report, mistake, relation);
  const words = doubtWords(mistake);
  const fixes =
    mistake.explanations.length > 0 ? candidateFixes(report, mistake, cell) : loneFixes(report, relation, cell);
  return {
    span: cell.span,
    message: { zh: `${place.zh}：${numbers.zh}；${words.zh}`, en: `${place.en}: ${numbers.en}; ${words.en}` },
    advice: adviceOn(relation),
    related: [...relatedCandidates(report, mistake, cell), ...relatedCells(report, mistake, relation, cell)],
    fixes,
  };
}

function numbersOf(report: Report, mistake: Mistake, relation: Relation): Bilingual {
  if (relation.state === "broken") return equation(report.form, relation);
  const names = mistake.relations.map(
    ({ form, total }) => `${relationNames[form.kind].zh}${total ? `（${cellPlace(report, total).zh}）` : ""}`,
  );
  return {
    zh: `含空白的 ${mistake.relations.length} 项勾稽关系不能同时成立：${names.slice(0, mostNamed).join("、")}`,
    en: `${mistake.relations.length} relations with blanks cannot hold together: ${names.slice(0, mostNamed).join(", ")}`,
  };
}

/** Cells that may be wrong, each with what it would be. */
function relatedCandidates(report: Report, { explanations }: Mistake, at: Cell): readonly Related[] {
  if (explanations.length > mostNamed) return [];
  const told = new Map<string, Related>();
  for (const change of explanations.flat()) {
    if (change.cell === at) continue;
    const place = cellPlace(report, change.cell);
    const words = arrow(change);
    const message = { zh: `${place.zh}：可能 ${words}`, en: `${place.en}: maybe ${words}` };
    told.set(message.zh, { span: change.cell.span, message });
  }
  return [...told.values()];
}

/** The other cells of the relation, but for those that are told as candidates. */
function relatedCells(report: Report, { explanations }: Mistake, relation: Relation, at: Cell): readonly Related[] {
  const told = new Set(explanations.length > mostNamed ? [] : explanations.flat().map(({ cell }) => cell));
  return cellsOf(relation).flatMap((cell) => {
    if (cell === at || told.has(cell) || cell.value.kind === "absent") return [];
    const place = cellPlace(report, cell);
    const value = cell.raw === "" ? { zh: "空白", en: "blank" } : both(cell.raw);
    return [{ span: cell.span, message: { zh: `${place.zh}：${value.zh}`, en: `${place.en}: ${value.en}` } }];
  });
}

function adviceOn(relation: Relation): Bilingual {
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
