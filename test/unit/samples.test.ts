// The reports in samples/ have exactly the mistakes their file names tell.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { globSync } from "tinyglobby";
import { root } from "../../scripts/root";
import { readConfig } from "../../server/src/config/read";
import { configName } from "../../server/src/config/types";
import { type Cell, readReport } from "../../server/src/report/index";
import { knownOf } from "../../server/src/report/known";
import { check } from "../../server/src/rules/index";
import { createCatalogue } from "../../server/src/workspace/catalogue";

const folder = path.join(root, "samples");
const organ = "青禾县(?:示范镇|样桥乡|例溪镇|例桥镇|柳湾镇)人民政府|青禾县(?:水务局|林草局)";

/** By the file's name up to the organ; a file that is not named here has no findings. */
const expected: Readonly<Record<string, readonly string[]>> = {
  "02 行合计有误": ["error row-total"],
  "03 （七）总计小于各项之和": ["error column-total", "error column-total"],
  "04 一加二不等于三加四": ["error balance", "error balance"],
  "05 表四总计有误": ["error row-total", "error row-total"],
  "06 空白单元格": ["warning cell-blank", "warning cell-blank", "warning cell-blank"],
  "07 用斜杠和横线代替数字": ["information cell-not-number", "warning cell-not-number", "warning cell-not-number"],
  "08 数字写法不规范": Array<string>(5).fill("warning cell-format"),
  "09 缺少第四部分": ["error section-missing"],
  "10 标题写错": Array<string>(3).fill("warning section-title"),
  "11 第六部分没有内容": ["warning section-empty"],
  "12 未报告信息处理费": ["warning fee-statement"],
  "13 第五部分没有改进情况": ["warning section-five"],
  "14 行名列名用字不同": Array<string>(4).fill("warning row-label"),
  "15 沿用2019年旧表格": ["error table-edition"],
  "16 表三缺行": ["error row-missing"],
  "17 其他处理只有一行": ["error row-missing"],
  "18 文末带有嵌入表格": ["warning trailing-content"],
  "19 没有表三": ["error table-missing"],
  "20 件数中有小数和负数": Array<string>(3).fill("error cell-not-count"),
  "21 单元格内有单位和说明": Array<string>(3).fill("information cell-note"),
  "22 重复和次序颠倒": ["error row-duplicate", "error section-order", "error section-duplicate"],
  "24 合计有空白有写错": ["error row-total", "warning cell-blank"],
  "25 错列后重新求和": ["error balance", "error balance"],
  "26 两处互不相干": ["error inconsistent-cell", "error row-total"],
  "27 正文与表格不一致": ["warning prose-table", "warning prose-contradiction"],
  "28 年份和统计期限有误": ["warning period", "warning year"],
  "29 模板残留和重字": ["warning placeholder", "information doubled-word", "warning placeholder"],
  "30 序号和引用有误": ["warning citation", "warning numbering"],
  "37 第一部分不全": ["information section-one"],
  "36 写法 制表符错列": ["information row-shifted"],
  报告: ["error inconsistent-cell"],
};
const clean = 12;
/** Of the second year of 41, beside the first. */
const disagreeing = ["warning in-force", "information swing", "error carry-over", "warning similar"];

const samples = globSync("**/*.txt", { cwd: folder })
  .sort()
  .map((file) => {
    const bytes = readFileSync(path.join(folder, file));
    const text = new TextDecoder(file.includes("GB18030") ? "gb18030" : "utf-8", { fatal: true }).decode(bytes);
    const name = path.posix.basename(file, ".txt").replace(new RegExp(`\\s*(?:${organ})20\\d\\d年.*$`, "u"), "");
    return { file, name, report: readReport(text) };
  });

function named(start: string) {
  const found = samples.find(({ file }) => file.startsWith(start));
  assert.ok(found, start);
  return found.report;
}

describe("samples", () => {
  it("are all there", () => {
    assert.deepEqual(
      Object.keys(expected).filter((name) => !samples.some((sample) => sample.name === name)),
      [],
    );
    assert.equal(samples.length, Object.keys(expected).length + clean);
  });

  for (const { file, name, report } of samples) {
    it(file, () => {
      assert.deepEqual(
        check(report).map(({ severity, rule }) => `${severity} ${rule}`),
        expected[name] ?? [],
      );
      if (expected[name]) return;
      assert.equal(report.counts.held, report.counts.total);
      assert.equal(report.sections.length, 6);
    });
  }

  it("name the organ and year that stand in them, all of them invented", () => {
    for (const { file, report } of samples) {
      assert.match(report.organ ?? "", new RegExp(`^(?:${organ})$`, "u"), file);
      if (file !== "报告.txt")
        assert.ok(file.endsWith(`${report.organ}${report.year}年政府信息公开工作年度报告.txt`), file);
    }
  });

  it("hold the same report in each way of writing", () => {
    const values = (cells: readonly Cell[]) => cells.map((cell) => cell.raw);
    const rows = (start: string) =>
      named(start).tables.map((table) => table.rows.map((row) => [row.form.id, values(row.cells)]));
    for (const start of ["31", "32", "33", "34", "35", "36", "51"]) assert.deepEqual(rows(start), rows("01"), start);
  });

  it("of two years carry over what was left", () => {
    const row = (year: number, id: string) =>
      named(`40 同一机关两年/青禾县例桥镇人民政府${year}`)
        .tables.find((table) => table.form.id === "requests")
        ?.rows.find((each) => each.form.id === id)
        ?.cells.map((cell) => cell.raw);
    assert.deepEqual(row(2024, "carriedIn"), row(2023, "carriedOut"));
  });

  it("of two years that do not agree say so when they are held against each other", () => {
    const catalogue = createCatalogue();
    const pair = samples.filter(({ file }) => file.startsWith("41"));
    for (const { file, report } of pair) catalogue.put(knownOf(file, report));
    const found = pair.map(({ file, report }) =>
      check(report, {}, catalogue.neighbours(file)).map(({ severity, rule }) => `${severity} ${rule}`),
    );
    assert.deepEqual(found, [[], disagreeing]);
  });

  it("have no other findings as one folder, with the configurations that stand there", () => {
    const catalogue = createCatalogue();
    for (const { file, report } of samples) catalogue.put(knownOf(file, report));
    const configured = [".", "41 两年对不上"].map((name) => path.join(folder, name, configName));
    assert.deepEqual(globSync(`**/${configName}`, { cwd: folder, absolute: true }).sort(), configured.sort());
    for (const { file, name, report } of samples) {
      const own = path.join(folder, path.dirname(file), configName);
      const { config, problems } = readConfig(
        readFileSync(existsSync(own) ? own : path.join(folder, configName), "utf8"),
      );
      assert.deepEqual(problems, []);
      const between = /^41.*2024/u.test(file) ? disagreeing : [];
      assert.deepEqual(
        check(report, config.rules, catalogue.neighbours(file))
          .map(({ severity, rule }) => `${severity} ${rule}`)
          .sort(),
        [...(expected[name] ?? []), ...between].sort(),
        file,
      );
    }
  });
});
