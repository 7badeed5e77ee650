// The relations of each form make networks: else nothing could be explained exactly.
import assert from "node:assert/strict";
import { form2019, form2021, form2021Single } from "../../../server/src/form/index";
import type { Form, FormRelation } from "../../../server/src/form/types";
import { networksOf } from "../../../server/src/report/network";
import { pathKey } from "../../support/sample";

/** Each relation as Σ left − Σ right, over the cells of all. */
function matrix(relations: readonly FormRelation[]): number[][] {
  const cells = [...new Set(relations.flatMap(({ left, right }) => [...left, ...right].map(pathKey)))];
  return relations.map(({ left, right }) => {
    const row = new Array<number>(cells.length).fill(0);
    for (const path of left) row[cells.indexOf(pathKey(path))] = 1;
    for (const path of right) row[cells.indexOf(pathKey(path))] = -1;
    return row;
  });
}

function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column++) {
    const at = left.findIndex((row, index) => index >= rank && Math.abs(row[column] as number) > 1e-9);
    if (at < 0) continue;
    const pivot = left[at] as number[];
    left[at] = left[rank] as number[];
    left[rank] = pivot;
    for (const row of left.slice(rank + 1)) {
      const factor = (row[column] as number) / (pivot[column] as number);
      for (let at = column; factor !== 0 && at < row.length; at++)
        row[at] = (row[at] as number) - factor * (pivot[at] as number);
    }
    rank++;
  }
  return rank;
}

describe("network", () => {
  const forms: readonly (readonly [string, Form])[] = [
    ["2021", form2021],
    ["2021, 其他处理 in one row", form2021Single],
    ["2019", form2019],
  ];
  for (const [name, form] of forms) {
    it(`${name}: table three is one, each group of table four another`, () => {
      const networks = networksOf(form);
      assert.deepEqual(
        networks.map(({ table }) => table),
        ["requests", "review", "review", "review"],
      );
      assert.equal(
        networks.reduce((sum, { relations }) => sum + relations.length, 0),
        form.relations.length,
      );
      const rows = form.tables.find(({ id }) => id === "requests")?.rows.length ?? 0;
      assert.equal(networks[0]?.arcs.length, rows * 7);
    });

    it(`${name}: what is marked as implied is so, and nothing else is left out`, () => {
      const table = form.relations.filter((relation) => relation.table === "requests");
      const kept = table.filter(({ implied }) => !implied);
      assert.equal(kept.length, table.length - 1);
      assert.equal(rankOf(matrix([...kept, ...table])), rankOf(matrix(table)));
    });

    it(`${name}: a cell counts with a plus in one relation and with a minus in another`, () => {
      for (const { arcs, nodes, incident } of networksOf(form)) {
        for (const { from, to } of arcs) assert.ok(from !== to && from < nodes && to < nodes);
        assert.equal(incident.flat().length, arcs.length * 2);
      }
    });
  }
});
