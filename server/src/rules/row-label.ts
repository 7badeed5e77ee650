import type { FormColumn } from "../form/types";
import type { ColumnLabel, LabelMatch, Table } from "../report/types";
import type { Draft, Fix, Rule } from "./types";
import { both, quoted, replacement } from "./wording";

export const rowLabel: Rule = {
  id: "row-label",
  severity: "warning",
  title: { zh: "行名或列名与格式不一致", en: "A label differs from the form" },
  page: {
    what: {
      zh: "行名、列名或分组名的用字与格式不同，如“规范性文件”（2021 年格式为“行政规范性文件”）、“不予公开”前缺“（三）”；或各列的次序与格式不同。括号全角半角、空格、换行、引号、序号写法、繁体字等版式差别不报告。",
      en: "The words of a row, column or group label differ from the form (规范性文件 for 行政规范性文件 of the 2021 form, 不予公开 without its （三）), or the order of the columns does. Brackets, spaces, line breaks, quotes, the way of numbering and traditional characters are typography and not reported.",
    },
    why: {
      zh: "行列名称由国办公开办函〔2021〕30号、〔2019〕60号规定，用字不同会影响汇总比对。",
      en: "Labels are fixed by 国办公开办函〔2021〕30号 and 〔2019〕60号; other words hinder comparison.",
    },
    remedy: {
      zh: "快速修复换成标准名称，只改不同的字。",
      en: "The quick fix puts the standard label and changes only what differs.",
    },
  },
  wrong: "二、主动公开政府信息情况\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n«规范性文件»\t3\t1\t12\n",
  right: "二、主动公开政府信息情况\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n行政规范性文件\t3\t1\t12\n",
  *check(report) {
    for (const table of report.tables) {
      for (const label of differing(table)) {
        // Where a label is torn is typography; quoting the tear would look like the mistake.
        const written = quoted(label.text.replace(/\s+/gu, ""));
        const change = both(`${written} → ${quoted(label.expected)}`);
        yield {
          span: label.span,
          message: {
            zh: `${table.form.name.zh}：${written}应为${quoted(label.expected)}`,
            en: `${table.form.name.en}: ${written} should read ${quoted(label.expected)}`,
          },
          advice: { zh: "请改为格式规定的名称", en: "Use the label of the form" },
          fixes: [standardLabel(label, change)],
        };
      }
      yield* misordered(table);
    }
  },
};

/** Heads whose order decides which number is whose. 自然人 and 总计 may stand in another line, 其他 elsewhere too. */
function orderedColumns(table: Table): readonly FormColumn[] {
  const columns = table.form.rows[0]?.columns ?? [];
  if (table.form.id === "disclosure") return columns;
  return table.form.id === "requests" ? columns.slice(1, 5) : [];
}

/** Numbers are read in the form's order, so heads in another one are told: once a table. */
function* misordered(table: Table): Iterable<Draft> {
  const columns = orderedColumns(table);
  let run: ColumnLabel[] = [];
  for (const head of table.heads.filter(({ column }) => columns.includes(column))) {
    // A head that stands again begins the heads repeated after a page break.
    if (run.some(({ column }) => column === head.column)) run = [];
    const after = run.find(({ column }) => columns.indexOf(column) > columns.indexOf(head.column));
    if (after) {
      const names = [quoted(after.expected), quoted(head.expected)];
      yield {
        span: after.span,
        message: {
          zh: `${table.form.name.zh}：列的次序与格式不同，${names[0]}在${names[1]}之前；数字是按格式的次序读取的`,
          en: `${table.form.name.en}: ${names[0]} stands before ${names[1]}, against the form; the numbers were read in the form's order`,
        },
        advice: {
          zh: "请按格式规定的次序排列各列，并核对各列数字",
          en: "Put the columns into the form's order and check their numbers",
        },
        related: [{ span: head.span, message: both(head.expected) }],
      };
      return;
    }
    run.push(head);
  }
}

/** Each label once; a group or head that also stands in the form's words (a repeated head) is not reported again. */
function differing(table: Table): readonly LabelMatch[] {
  const groups = table.groups.filter(isWording);
  const standard = new Set(table.groups.flatMap(({ match, group }) => (match === "form" ? [group.id] : [])));
  const labels: readonly LabelMatch[] = [
    ...table.heads.filter(isWording),
    ...groups.filter(({ group }) => !standard.has(group.id)),
    ...table.rows.map((row) => row.label).filter(isWording),
  ];
  const seen = new Set<string>();
  return labels
    .filter((label) => {
      const key = `${label.expected}\n${label.text}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .sort((one, two) => one.span.start - two.span.start);
}

function isWording({ match }: LabelMatch): boolean {
  return match === "wording";
}

/** Changes what lies between the common beginning and the common end, so that line breaks inside the label stay. */
function standardLabel(label: LabelMatch, title: Fix["title"]): Fix {
  const { text, expected, span } = label;
  const white = /\s/u;
  let head = 0;
  let from = 0;
  while (
    from < text.length &&
    head < expected.length &&
    (white.test(text[from] as string) || text[from] === expected[head])
  ) {
    if (!white.test(text[from] as string)) head++;
    from++;
  }
  let tail = expected.length;
  let to = text.length;
  while (to > from && tail > head && (white.test(text[to - 1] as string) || text[to - 1] === expected[tail - 1])) {
    if (!white.test(text[to - 1] as string)) tail--;
    to--;
  }
  return replacement(
    "label",
    "preferred",
    { start: span.start + from, end: span.start + to, newText: expected.slice(head, tail) },
    title,
  );
}
