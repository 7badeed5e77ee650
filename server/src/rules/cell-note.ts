import type { FormColumn } from "../form/types";
import type { Cell } from "../report/types";
import { cellsOf } from "./cells";
import type { Fix, Rule } from "./types";
import { cellPlace, quoted, replacement, shortColumn } from "./wording";

export const cellNote: Rule = {
  id: "cell-note",
  severity: "information",
  title: { zh: "单元格内有单位或说明", en: "A unit or remark inside a cell" },
  page: {
    what: {
      zh: "数字后面带有单位（“12件”）或括号说明（“22（其中修订 16 件）”）。数字照常参与核对。2019 年格式的采购总金额表头没有单位，写“元”“万元”不报告。",
      en: "A unit (“12件”) or a remark in brackets follows the number. The number is read and checked all the same. 元 or 万元 behind 采购总金额 of the 2019 form, whose head names no unit, is not reported.",
    },
    why: {
      zh: "单元格只填数字，便于汇总；说明宜写在表后。",
      en: "Cells take numbers only, so that they can be added up; remarks belong below the table.",
    },
    remedy: {
      zh: "只带件数单位或表头已有的单位，快速修复可删去；说明文字请移到表后。",
      en: "The quick fix removes the unit of a count or one the head names too; move remarks below the table.",
    },
  },
  wrong: "二、主动公开政府信息情况\n信息内容\t本年处理决定数量\n行政处罚\t«16件»\n",
  right: "二、主动公开政府信息情况\n信息内容\t本年处理决定数量\n行政处罚\t16\n",
  *check(report) {
    for (const cell of cellsOf(report)) {
      if (cell.value.kind !== "number" || cell.value.note === null || isOwnUnit(cell.column, cell.value.note)) continue;
      const place = cellPlace(report, cell);
      yield {
        span: cell.span,
        message: {
          zh: `${place.zh}：单元格内除数字外还有${quoted(cell.value.note)}`,
          en: `${place.en}: besides the number the cell holds ${quoted(cell.value.note)}`,
        },
        advice: { zh: "单元格内请只填数字", en: "Leave only the number in the cell" },
        fixes: unitFix(cell),
      };
    }
  },
};

/** The 2019 form prints no unit above 采购总金额, so that the amount carries its own. */
function isOwnUnit(column: FormColumn, note: string): boolean {
  return column.kind === "amount" && !headUnit.test(column.label) && /^[万亿]?元$/u.test(note);
}

const countUnit = /^(?:件次?|条次?|项|个|份|起|人次?|宗|次|篇|部|例)$/u;
const headUnit = /单位：(.{1,3})）/u;

/** Removes a unit that says nothing new: a count's, or the one the column's head names. A remark is the organ's own word. */
function unitFix(cell: Cell): readonly Fix[] {
  if (!cell.edit || cell.value.kind !== "number" || !cell.value.note) return [];
  const { digits, note } = cell.value;
  // Without 元 behind it, an amount would be read in the head's 万元.
  const idle = cell.column.kind === "amount" ? headUnit.exec(cell.column.label)?.[1] === note : countUnit.test(note);
  if (!idle) return [];
  const title = `${shortColumn(cell.column.label)} ${quoted(cell.raw)} → ${digits}`;
  return [
    replacement(
      "spelling",
      "preferred",
      { start: cell.edit.end, end: cell.span.end, newText: "" },
      {
        zh: `${title}（删去单位）`,
        en: `${title} (without the unit)`,
      },
    ),
  ];
}
