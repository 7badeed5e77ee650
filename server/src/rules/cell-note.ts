import type { Cell } from "../report/types";
import type { Fix, Rule } from "./types";
import { cellPlace, quoted, replacement, shortColumn } from "./wording";

export const cellNote: Rule = {
  id: "cell-note",
  severity: "information",
  title: { zh: "单元格内有单位或说明", en: "A unit or remark inside a cell" },
  page: {
    what: {
      zh: "数字后面带有单位（“12件”）或括号说明（“22（其中修订 16 件）”）。数字照常参与核对。",
      en: "A unit (“12件”) or a remark in brackets follows the number. The number is read and checked all the same.",
    },
    why: {
      zh: "单元格只填数字，便于汇总；说明宜写在表后。",
      en: "Cells take numbers only, so that they can be added up; remarks belong below the table.",
    },
    remedy: {
      zh: "只带单位的，快速修复可删去单位；说明文字请移到表后。",
      en: "The quick fix removes a mere unit; move remarks below the table.",
    },
  },
  wrong: "二、主动公开政府信息情况\n信息内容\t本年处理决定数量\n行政处罚\t«16件»\n",
  right: "二、主动公开政府信息情况\n信息内容\t本年处理决定数量\n行政处罚\t16\n",
  *check(report) {
    for (const cell of report.tables.flatMap((table) => table.rows.flatMap((row) => row.cells))) {
      if (cell.value.kind !== "number" || cell.value.note === null) continue;
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

/** Removes a mere unit behind the number; a remark is the organ's own word and stays. */
function unitFix(cell: Cell): readonly Fix[] {
  if (!cell.edit || cell.value.kind !== "number" || !cell.value.note || !/^[^（）()增减]{1,3}$/u.test(cell.value.note))
    return [];
  const { digits } = cell.value;
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
