import type { Bilingual } from "../form/types";
import { relationsOf } from "../report/relations";
import type { Cell, Report, Row, Spelling } from "../report/types";
import type { Grade, Rule } from "./types";
import { both, cellPlace, quoted, replacement, shortColumn } from "./wording";

const names: Readonly<Record<Spelling, Bilingual>> = {
  "leading-zero": { zh: "前面多了 0", en: "leading zeros" },
  "full-width": { zh: "全角数字", en: "full-width digits" },
  separator: { zh: "千分位逗号", en: "a thousands separator" },
  "inner-space": { zh: "数字中间有空格", en: "spaces inside" },
  chinese: { zh: "汉字数字", en: "Chinese numerals" },
  letter: { zh: "字母或圆圈代替数字", en: "letters for digits" },
  sign: { zh: "符号写法", en: "an unusual sign" },
};

/** Spellings that can be read in one way only. */
const plain: ReadonlySet<Spelling> = new Set(["leading-zero", "full-width", "separator", "sign"]);

export const cellFormat: Rule = {
  id: "cell-format",
  severity: "warning",
  title: { zh: "数字写法不规范", en: "A number spelled in an unusual way" },
  page: {
    what: {
      zh: "数字前有多余的 0（“00”）、全角数字、千分位逗号、数字中间有空格、汉字数字、用字母 O、l 代替数字。数字前后的空格（包括全角空格）不报告。",
      en: "Leading zeros (“00”), full-width digits, thousands separators, spaces inside, Chinese numerals, letters O or l for digits. White space around a number is not reported.",
    },
    why: {
      zh: "这类写法在汇总和数据录入时容易出错，网页上也不统一。",
      en: "Such spellings go wrong when reports are added up or entered elsewhere.",
    },
    remedy: {
      zh: "快速修复改为普通写法，数值不变。该行数字齐全、没有不成立的勾稽关系时属“可直接改”，可在保存时自动应用（source.fixAll.nianbao）。",
      en: "The quick fix writes the same value plainly. In a row with all its numbers and no broken relation it is safe and can be applied on save (source.fixAll.nianbao).",
    },
  },
  wrong: "二、主动公开政府信息情况\n信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t«00»\n",
  right: "二、主动公开政府信息情况\n信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t0\n",
  *check(report) {
    for (const table of report.tables) {
      for (const row of table.rows) {
        for (const cell of row.cells) {
          if (cell.value.kind !== "number" || cell.value.spelling.length === 0 || !cell.edit) continue;
          const { digits, spelling } = cell.value;
          const written = report.text.slice(cell.edit.start, cell.edit.end);
          const place = cellPlace(report, cell);
          const kinds = spelling.map((kind) => names[kind]);
          const title = `${shortColumn(cell.column.label)} ${quoted(written)} → ${digits}`;
          yield {
            span: cell.span,
            message: {
              zh: `${place.zh}：${quoted(written)}写法不规范（${kinds.map((kind) => kind.zh).join("、")}），应写作 ${digits}`,
              en: `${place.en}: ${quoted(written)} has ${kinds.map((kind) => kind.en).join(", ")}; plainly ${digits}`,
            },
            advice: { zh: "请改为普通写法", en: "Write the number plainly" },
            expected: both(digits),
            fixes: [
              replacement(
                "spelling",
                gradeOf(report, row, cell, spelling),
                { ...cell.edit, newText: digits },
                {
                  zh: `${title}（数值不变）`,
                  en: `${title} (same value)`,
                },
              ),
            ],
          };
        }
      }
    }
  },
};

/** safe where the row is whole and no relation on it is broken, and the spelling either has one reading or a relation that holds. */
function gradeOf(report: Report, row: Row, cell: Cell, spelling: readonly Spelling[]): Grade {
  const whole = row.cells.every((other) => other.value.kind !== "absent");
  const onRow = row.cells.flatMap((other) => relationsOf(report, other));
  if (!whole || onRow.some((relation) => relation.state === "broken")) return "preferred";
  const own = relationsOf(report, cell);
  const confirmed = own.length > 0 && own.every((relation) => relation.state === "held");
  return confirmed || spelling.every((kind) => plain.has(kind)) ? "safe" : "preferred";
}
