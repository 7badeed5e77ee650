import { balanceHead } from "../form/index";
import { fold } from "../report/fold";
import type { Report, Table } from "../report/types";
import type { Span } from "../syntax/span";
import type { Draft, Rule } from "./types";
import { quoted, replacement } from "./wording";

/** The note begins and ends with these words, and no head of a column, which a torn table mixes in, stands between. */
const note = /[（(]?\s*本列数据的勾稽[关關][系係][^）)]{0,120}[）)]?/u;
const heads = /申请人|自然人|企业|科研|公益|法律|法人/u;
/** Fewer rows than this were read, and the rest of the frame may be lost like they are. */
const fewestRows = 20;
/** The frame above the rows is no longer. */
const longestFrame = 4000;

export const cornerNote: Rule = {
  id: "corner-note",
  severity: "information",
  title: { zh: "表三勾稽说明缺失或有改动", en: "Table three lacks its note on the sums" },
  page: {
    what: {
      zh: "表三左上角没有“（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）”，或用字与格式不同。全角半角、空格、换行的差别不报告；表三没有读全，或没有表头的，不报告。",
      en: "The corner of table three lacks the note （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）, or has it in other words. Width, spaces and line breaks do not matter; a table that was not read whole or has no heads is not reported.",
    },
    why: {
      zh: "该说明是国办公开办函〔2021〕30号、〔2019〕60号所附表格的内容，填报和审核都以它为准。",
      en: "The note is part of the table of 国办公开办函〔2021〕30号 and 〔2019〕60号; it is what the numbers are filled in and checked by.",
    },
    remedy: {
      zh: "按格式恢复。用字不同的，快速修复换成格式的原文。",
      en: "Restore it. Where the words differ, the quick fix puts the form's.",
    },
  },
  wrong:
    "三、收到和处理政府信息公开申请情况\n«（本列数据的勾稽关系为：第一项加第二项，等于第三项加第四项）»\t申请人情况\n一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n",
  right:
    "三、收到和处理政府信息公开申请情况\n（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况\n一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n",
  *check(report) {
    const table = report.tables.find(({ form }) => form.id === "requests");
    const first = table?.rows[0];
    if (!table || !first) return;
    const frame = frameOf(report, table, first.span.start);
    const text = report.text.slice(frame.start, frame.end);
    const found = note.exec(text);
    if (found) yield* altered(frame.start + found.index, found[0].trimEnd());
    else if (!/[勾钩稽]/u.test(text)) yield* missing(table);
  },
};

/** From the section's heading, or shortly before the table, to the first row. */
function frameOf({ sections }: Report, table: Table, end: number): Span {
  const heading = sections.findLast(({ heading }) => heading.end <= end)?.heading.end ?? 0;
  return { start: Math.max(heading, Math.min(end, table.span.start) - longestFrame), end };
}

function* altered(start: number, text: string): Iterable<Draft> {
  const key = fold(text).key;
  const closed = /[）)]$/u.test(text);
  // Without its bracket the note may go on behind another cell's text.
  if (!closed || heads.test(key) || key === fold(balanceHead).key) return;
  const span = { start, end: start + text.length };
  const change = `${quoted(text)} → ${quoted(balanceHead)}`;
  yield {
    span,
    message: {
      zh: `表三：勾稽说明${quoted(text)}与格式不同，应为${quoted(balanceHead)}`,
      en: `Table 3: the note ${quoted(text)} differs from the form's ${quoted(balanceHead)}`,
    },
    advice: { zh: "请按格式恢复勾稽说明", en: "Restore the form's note" },
    fixes: [replacement("label", "candidate", { ...span, newText: balanceHead }, { zh: change, en: change })],
  };
}

function* missing({ rows, heads: found }: Table): Iterable<Draft> {
  const head = found[0];
  if (!head || rows.length < fewestRows) return;
  yield {
    span: head.span,
    message: {
      zh: `表三：表头没有勾稽说明${quoted(balanceHead)}`,
      en: `Table 3: its head lacks the note ${quoted(balanceHead)}`,
    },
    advice: { zh: "请按格式在表三左上角补上勾稽说明", en: "Put the form's note into the corner of table three" },
  };
}
