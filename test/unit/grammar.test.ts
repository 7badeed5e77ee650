import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { form2019, form2021, outcomeHead, requestGroups } from "../../server/src/form/index";

const folder = path.join(__dirname, "..", "..", "syntaxes");

interface Pattern {
  readonly match?: string;
  readonly name?: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
  readonly patterns?: readonly Pattern[];
}

interface Grammar {
  readonly patterns: readonly { readonly include: string }[];
  readonly repository: Readonly<Record<string, Pattern>>;
}

const grammar: Grammar = JSON.parse(readFileSync(path.join(folder, "nianbao.tmLanguage.json"), "utf8"));

function flat(pattern: Pattern): readonly Pattern[] {
  return pattern.patterns?.flatMap(flat) ?? [pattern];
}

/** In the order in which they are tried. */
const patterns = grammar.patterns.flatMap(({ include }) => {
  const named = grammar.repository[include.slice(1)];
  assert.ok(named, `no ${include}`);
  return flat(named);
});

/** The scope of what the first pattern to match at the start of a line gives to the end of its match. */
function scopeOf(line: string): string | undefined {
  for (const { match = "", name, captures } of patterns) {
    const found = new RegExp(match, "d").exec(line);
    if (found !== null && line.slice(0, found.index).trim() === "")
      return name ?? Object.values(captures ?? {}).at(-1)?.name;
  }
  return undefined;
}

describe("the grammar", () => {
  it("every row, group and column label of the form is one, alone in its line and behind a tab", () => {
    for (const { columns } of [form2019, form2021].flatMap((form) => form.tables).flatMap((table) => table.rows)) {
      for (const { label } of columns) assert.match(scopeOf(`\t${label}`) ?? "", /^support\.type|^entity\.name/, label);
    }
    // The one row of table four has no label of its own.
    const rows = [form2019, form2021].flatMap((form) => form.tables.filter(({ id }) => id !== "review"));
    for (const row of rows.flatMap((table) => table.rows)) {
      for (const line of [row.label, `\t${row.label}`, ` ${row.label} | 0 |`]) {
        assert.match(scopeOf(line) ?? "", /^entity\.name\.tag|^support\.type/, line);
      }
    }
    for (const label of [...requestGroups.map((group) => group.label), outcomeHead]) {
      assert.match(scopeOf(label) ?? "", /^entity\.name\.tag/, label);
    }
  });

  it("every section title of the form is a heading", () => {
    for (const section of form2021.sections) {
      for (const title of [section.title, ...section.variants]) {
        const line = `${section.ordinal}、${title}`;
        assert.equal(scopeOf(line), "markup.heading.1.nianbao", line);
        assert.equal(scopeOf(`## ${line}`), "markup.heading.1.nianbao", line);
      }
    }
  });

  for (const [line, scope] of [
    ["某县某镇人民政府2024年政府信息公开工作年度报告", "markup.heading.title.nianbao"],
    ["（一）主动公开情况", "markup.heading.2.nianbao"],
    ["(二)依申请公开情况。全年收到申请 5 件。", "markup.heading.2.nianbao"],
    ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "comment.block.note.nianbao"],
    ["注：含上年度结转数量", "comment.line.note.nianbao"],
    ["— 4 —", "comment.line.page.nianbao"],
    ["第二十条第（一）项", "entity.name.section.block.nianbao"],
    ["\t12", "constant.numeric.nianbao"],
    ["４１６６.24", "constant.numeric.nianbao"],
    ["全县政府信息公开工作平稳有序。", undefined],
  ] as const) {
    it(`${JSON.stringify(line)} is ${scope}`, () => assert.equal(scopeOf(line), scope));
  }

  it("no pattern repeats a repetition, so that long lines take linear time", () => {
    for (const { match = "" } of patterns) assert.doesNotMatch(match, /[*+}]\)[*+{]/, match);
  });
});

describe("the language configuration", () => {
  const configuration: { wordPattern: string } = JSON.parse(
    readFileSync(path.join(folder, "language-configuration.json"), "utf8"),
  );
  it("a number and a run of Chinese are each a word", () => {
    assert.deepEqual("公开293条，4166.24万元（三）".match(new RegExp(configuration.wordPattern, "g")), [
      "公开",
      "293",
      "条",
      "4166.24",
      "万元",
      "三",
    ]);
  });
});
