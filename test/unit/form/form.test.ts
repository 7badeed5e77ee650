import assert from "node:assert/strict";
import { columnOf, form2019, form2021, form2021Single, formFor, rowOf, tableOf } from "../../../server/src/form/index";
import type { Form, FormRelation } from "../../../server/src/form/types";
import { fold } from "../../../server/src/report/fold";
import { pathKey } from "../../support/sample";

const forms: Readonly<Record<string, Form>> = {
  "2021": form2021,
  "2019": form2019,
  "2021, one row 其他处理": form2021Single,
};

function byKind(form: Form, kind: FormRelation["kind"], table: FormRelation["table"]): readonly FormRelation[] {
  return form.relations.filter((relation) => relation.kind === kind && relation.table === table);
}

describe("the statutory form", () => {
  it("of 2021 has 42 relations: 25 rows, 7 columns, 7 balances, 3 groups", () => {
    assert.equal(form2021.relations.length, 42);
    assert.equal(byKind(form2021, "row-total", "requests").length, 25);
    assert.equal(byKind(form2021, "column-total", "requests").length, 7);
    assert.equal(byKind(form2021, "balance", "requests").length, 7);
    assert.equal(byKind(form2021, "row-total", "review").length, 3);
    assert.ok(byKind(form2021, "column-total", "requests").every(({ right }) => right.length === 21));
  });

  it("of 2019, and of 2021 with one row 其他处理, has 40", () => {
    for (const form of [form2019, form2021Single]) {
      assert.equal(form.relations.length, 40);
      assert.equal(byKind(form, "row-total", "requests").length, 23);
      assert.ok(byKind(form, "column-total", "requests").every(({ right }) => right.length === 19));
    }
    assert.equal(formFor(2019, false), form2019);
    assert.equal(formFor(2021, true), form2021Single);
    assert.equal(formFor(2021, false), form2021);
  });

  it("has the columns and groups as printed", () => {
    const labels = (row: string) => rowOf(tableOf(form2021, "requests"), row)?.columns.map(({ label }) => label);
    assert.deepEqual(labels("new"), ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]);
    assert.deepEqual(
      form2021.sections.map(({ ordinal, id }) => `${ordinal} ${id}`),
      ["一 overview", "二 disclosure", "三 requests", "四 review", "五 problems", "六 other"],
    );
    const fees = rowOf(tableOf(form2021, "disclosure"), "fees");
    assert.equal(fees && columnOf(fees, "amount")?.kind, "amount");
    assert.equal(fees && columnOf(fees, "nothing"), null);
    const licences = rowOf(tableOf(form2019, "disclosure"), "licences");
    assert.equal(licences && columnOf(licences, "change")?.kind, "signed");
  });

  for (const [name, form] of Object.entries(forms)) {
    it(`${name}: ids are unique, and every relation names cells that are there`, () => {
      const cells = new Set(
        form.tables.flatMap((table) =>
          table.rows.flatMap((row) =>
            row.columns.map((column) => pathKey({ table: table.id, row: row.id, column: column.id })),
          ),
        ),
      );
      assert.equal(
        cells.size,
        form.tables.flatMap(({ rows }) => rows.flatMap(({ columns }) => columns)).length,
        "two cells share an address",
      );
      assert.equal(new Set(form.relations.map(({ id }) => id)).size, form.relations.length);
      for (const { id, left, right, total } of form.relations) {
        for (const path of [...left, ...right]) assert.ok(cells.has(pathKey(path)), `${id}: ${pathKey(path)}`);
        assert.ok(
          [...left, ...right].some((path) => pathKey(path) === pathKey(total)),
          id,
        );
        assert.equal(new Set([...left, ...right].map(pathKey)).size, left.length + right.length, `${id} counts twice`);
      }
    });

    it(`${name}: every cell of tables three and four stands in a relation, and each inner one in two`, () => {
      for (const table of form.tables.filter(({ id }) => id !== "disclosure")) {
        for (const row of table.rows) {
          for (const column of row.columns) {
            const key = pathKey({ table: table.id, row: row.id, column: column.id });
            const count = form.relations.filter(({ left, right }) =>
              [...left, ...right].some((path) => pathKey(path) === key),
            ).length;
            const expected = table.id === "review" ? 1 : row.id === "total" ? 3 : 2;
            assert.equal(count, expected, key);
          }
        }
      }
    });

    it(`${name}: no two rows of a table and group read alike`, () => {
      for (const table of form.tables) {
        const seen = new Map<string, string>();
        for (const row of table.rows) {
          for (const label of [row.label, ...row.wordings, ...row.aliases]) {
            const key = `${row.group?.id ?? ""}/${fold(label).key}`;
            const other = seen.get(key);
            assert.ok(other === undefined || other === row.id, `${row.id} and ${other}: ${label}`);
            seen.set(key, row.id);
          }
        }
      }
    });

    it(`${name}: everything is said in both languages`, () => {
      for (const { content } of form.sections) assert.ok(content.zh !== "" && content.en !== "");
      for (const row of form.tables.flatMap(({ rows }) => rows)) {
        assert.notEqual(row.english, "");
        assert.ok(row.basis === null || (row.basis.zh !== "" && row.basis.en !== ""));
        for (const column of row.columns) assert.notEqual(column.english, "");
      }
    });
  }
});
