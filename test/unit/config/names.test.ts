import assert from "node:assert/strict";
import { named } from "../../../server/src/config/names";
import { readReport } from "../../../server/src/report/index";
import { knownOf } from "../../../server/src/report/known";
import { sampleReport } from "../../support/sample";

const organs = { 青禾县水务局: ["青禾县水利局", "县水务局"], 青禾县示范镇人民政府: ["示范镇"] };

function known(file: string, organ: string | null, year: number | null) {
  return { ...knownOf(file, readReport(sampleReport())), organ, year };
}

describe("config/names", () => {
  it("takes organ and year from the text, else from the file's name, and the organ's name from the configuration", () => {
    const names = (file: string, organ: string | null, year: number | null) => {
      const found = named(known(file, organ, year), { organs });
      return [found.organ, found.year];
    };
    assert.deepEqual(names("1.txt", "青禾县 水利局", 2024), ["青禾县水务局", 2024]);
    assert.deepEqual(names("2023/县水务局.txt", null, null), ["青禾县水务局", 2023]);
    assert.deepEqual(names("示范镇2023.txt", null, null), ["青禾县示范镇人民政府", 2023]);
    assert.deepEqual(names("县水务局2023.txt", "青禾县林草局", 2024), ["青禾县林草局", 2024]);
    assert.deepEqual(names("1.txt", null, null), [null, null]);
  });

  it("changes nothing else, and nothing at all where there is nothing to say", () => {
    const before = known("1.txt", "县水务局", 2024);
    assert.deepEqual(named(before, { organs }), { ...before, organ: "青禾县水务局" });
    const other = known("1.txt", "青禾县林草局", 2024);
    assert.equal(named(other, { organs }), other);
    assert.equal(before.organ, "县水务局");
  });
});
