// The check shared by row-total, column-total and balance: each relation of a kind that does not hold is one finding at
// its total, with the relation's other cells beside it.
import type { RelationKind } from "../form/types";
import { equation } from "../report/equation";
import { cellsOf } from "../report/relations";
import type { Cell, Relation, Report } from "../report/types";
import { totalFix } from "./effects";
import type { Draft, Related } from "./types";
import { both, cellPlace } from "./wording";

export function* brokenRelations(report: Report, kind: RelationKind): Iterable<Draft> {
  for (const relation of report.relations) {
    if (relation.state !== "broken" || relation.form.kind !== kind) continue;
    const cell = placeOf(relation);
    if (!cell) continue;
    const place = cellPlace(report, cell);
    const numbers = equation(report.form, relation);
    const fix = totalFix(report, relation);
    yield {
      span: cell.span,
      message: { zh: `${place.zh}：${numbers.zh}`, en: `${place.en}: ${numbers.en}` },
      advice: advice(relation),
      related: relatedCells(report, relation, cell),
      fixes: fix ? [fix] : [],
    };
  }
}

/** The total, or where its row was not found the first cell that was. */
function placeOf(relation: Relation): Cell | null {
  return relation.total ?? cellsOf(relation)[0] ?? null;
}

function relatedCells(report: Report, relation: Relation, at: Cell): readonly Related[] {
  return cellsOf(relation).flatMap((cell) => {
    if (cell === at || cell.value.kind === "absent") return [];
    const place = cellPlace(report, cell);
    const value = cell.raw === "" ? { zh: "空白", en: "blank" } : both(cell.raw);
    return [{ span: cell.span, message: { zh: `${place.zh}：${value.zh}`, en: `${place.en}: ${value.en}` } }];
  });
}

function advice(relation: Relation): Draft["advice"] {
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
