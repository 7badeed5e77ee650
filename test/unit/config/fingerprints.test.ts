import assert from "node:assert/strict";
import { fingerprintsOf } from "../../../server/src/config/fingerprints";
import { readReport } from "../../../server/src/report/index";
import { check } from "../../../server/src/rules/index";
import { sampleReport } from "../../support/sample";

describe("config/fingerprints", () => {
  it("are the same in whatever order other reports let the numbers that may be wrong be named", () => {
    const report = readReport(sampleReport({ cells: { "requests/new/total": "99" } }));
    const [finding] = check(report);
    assert.ok(finding?.rule === "row-total");
    const of = (words: string) => {
      const message = { zh: words, en: words };
      return fingerprintsOf(report, [{ ...finding, message }], { organ: "青禾县水务局", year: 2024, file: "a.txt" });
    };
    const print = of("可能有误的是 99 → 66 或 7 → 40");
    assert.deepEqual(of("可能有误的是 7 → 40 或 99 → 66"), print);
    assert.notDeepEqual(of("可能有误的是 7 → 41 或 99 → 66"), print);
  });
});
