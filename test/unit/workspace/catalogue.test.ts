import assert from "node:assert/strict";
import { readReport } from "../../../server/src/report/index";
import { type Known, knownOf } from "../../../server/src/report/known";
import { noNeighbours } from "../../../server/src/report/neighbours";
import { check } from "../../../server/src/rules/index";
import { createCatalogue } from "../../../server/src/workspace/catalogue";
import { type SampleOptions, sampleReport } from "../../support/sample";

const organ = "青禾县样桥乡人民政府";

function known(file: string, year: number, options: SampleOptions = {}): Known {
  return knownOf(file, readReport(sampleReport({ organ, year, ...options })));
}

/** Another number left over than the sample's. */
const more: SampleOptions = { parts: { "requests/new/natural": 60 } };

/** Another organ with figures and words of its own. */
const unlike: SampleOptions = {
  organ: "青禾县水务局",
  parts: { ...more.parts, "disclosure/licences/decisions": 77, "disclosure/fees/amount": 0 },
  sections: { overview: "水务局把水库水位和用水指标登在局里的网站上。" },
};

describe("the catalogue", () => {
  it("knows last year's report of the same organ, and whose next year a report concerns", () => {
    const catalogue = createCatalogue();
    assert.deepEqual(catalogue.put(known("23.txt", 2023)), []);
    assert.deepEqual(catalogue.put(known("24.txt", 2024)), []);
    assert.deepEqual(catalogue.put(known("other.txt", 2023, unlike)), []);
    assert.equal(catalogue.lastYear("24.txt")?.file, "23.txt");
    assert.equal(catalogue.lastYear("23.txt"), null);
    assert.deepEqual(catalogue.dependents("23.txt"), ["24.txt"]);
    assert.deepEqual(catalogue.dependents("24.txt"), []);
    assert.deepEqual([...catalogue.entries()].map(({ file }) => file).sort(), ["23.txt", "24.txt", "other.txt"]);
    assert.equal(catalogue.get("none.txt"), null);
    assert.equal(catalogue.neighbours("none.txt"), noNeighbours);
    assert.equal(catalogue.neighbours("23.txt").lastYear, null);
  });

  it("says which files a change concerns, and none where nothing changed that they see", () => {
    const catalogue = createCatalogue();
    catalogue.put(known("23.txt", 2023));
    catalogue.put(known("24.txt", 2024));
    assert.deepEqual(catalogue.put(known("23.txt", 2023)), []);
    assert.deepEqual(catalogue.put(known("23.txt", 2023, more)), ["24.txt"]);
    assert.deepEqual(catalogue.put(known("23.txt", 2022, more)), ["24.txt"]);
    assert.equal(catalogue.lastYear("24.txt"), null);
    assert.deepEqual(catalogue.put(known("23.txt", 2023)), ["24.txt"]);
    assert.deepEqual(catalogue.remove("23.txt"), ["24.txt"]);
    assert.deepEqual(catalogue.remove("23.txt"), []);
    assert.equal(catalogue.get("23.txt"), null);
  });

  it("uses neither of two files of one organ and year, unless their figures are the same", () => {
    const catalogue = createCatalogue();
    catalogue.put(known("24.txt", 2024));
    catalogue.put(known("23 b.txt", 2023));
    assert.equal(catalogue.lastYear("24.txt")?.file, "23 b.txt");
    assert.deepEqual(catalogue.put(known("23 a.txt", 2023, more)), ["24.txt"]);
    assert.equal(catalogue.lastYear("24.txt"), null);
    assert.deepEqual(catalogue.put(known("23 a.txt", 2023, { layout: "tabs" })), ["24.txt"]);
    assert.equal(catalogue.lastYear("24.txt")?.file, "23 a.txt");
  });

  it("goes by the open document as long as it is open, whatever is put from the disk", () => {
    const catalogue = createCatalogue();
    catalogue.put(known("24.txt", 2024));
    catalogue.put(known("23.txt", 2023), "disk");
    const left = () => catalogue.carriedIn("24.txt").get("natural");
    const saved = left();
    assert.deepEqual(catalogue.put(known("23.txt", 2023, more), "open"), ["24.txt"]);
    assert.equal(left(), (saved ?? 0n) + 2n);
    assert.deepEqual(catalogue.put(known("23.txt", 2023, { layout: "tabs" }), "disk"), []);
    assert.deepEqual(catalogue.remove("23.txt", "disk"), []);
    assert.equal(left(), (saved ?? 0n) + 2n);
    catalogue.put(known("23.txt", 2023), "disk");
    assert.deepEqual(catalogue.remove("23.txt", "open"), ["24.txt"]);
    assert.equal(left(), saved);
  });

  it("takes organ and year from the file's name where the text has none", () => {
    const catalogue = createCatalogue();
    const bare = readReport(sampleReport({ organ, year: 2024 }).replace(/^.*\n\n.*\n/, ""));
    assert.equal(bare.organ, null);
    catalogue.put(known("23.txt", 2023));
    catalogue.put(knownOf("青禾县样桥乡2024年年报.txt", bare));
    assert.equal(catalogue.lastYear("青禾县样桥乡2024年年报.txt")?.file, "23.txt");
    assert.equal(catalogue.get("青禾县样桥乡2024年年报.txt")?.organ, "青禾县样桥乡");
  });

  it("hands the parts of a report that sums others up, and names those it does not know", () => {
    const catalogue = createCatalogue();
    catalogue.put(known("all.txt", 2024, { organ: "青禾县人民政府" }));
    catalogue.put(known("one.txt", 2024));
    assert.equal(catalogue.neighbours("all.txt").parts, null);
    const told = { files: ["one.txt", "two.txt", "all.txt", "one.txt"], missing: ["three.txt"], sure: true };
    assert.ok(catalogue.tellParts("all.txt", told).includes("all.txt"));
    assert.deepEqual(catalogue.tellParts("all.txt", structuredClone(told)), []);
    const parts = catalogue.neighbours("all.txt").parts;
    assert.deepEqual(
      parts?.reports.map(({ file }) => file),
      ["one.txt"],
    );
    assert.deepEqual(parts?.missing, ["three.txt", "two.txt"]);
    assert.equal(parts?.sure, true);
    assert.ok(catalogue.put(known("two.txt", 2024, { organ: "青禾县水务局" })).includes("all.txt"));
    assert.deepEqual(catalogue.neighbours("all.txt").parts?.missing, ["three.txt"]);
    assert.ok(catalogue.tellParts("all.txt", { ...told, sure: false }).includes("all.txt"));
    assert.equal(catalogue.neighbours("all.txt").parts?.sure, false);
    assert.ok(catalogue.remove("two.txt").includes("all.txt"));
    catalogue.tellParts("all.txt", null);
    assert.equal(catalogue.neighbours("all.txt").parts, null);
  });

  it("makes the rules find what two years of one organ do not agree on, with the place in the other file", () => {
    const catalogue = createCatalogue();
    const text = sampleReport({ organ, year: 2024 });
    const report = readReport(text);
    const before = sampleReport({ organ, year: 2023, ...more });
    catalogue.put(knownOf("23.txt", readReport(before)));
    catalogue.put(knownOf("24.txt", report));
    const [finding] = check(report, {}, catalogue.neighbours("24.txt")).filter(({ rule }) => rule === "carry-over");
    assert.equal(
      finding?.message.zh,
      "表三 二、上年结转与上年四、结转下年度（2023 年度报告）不一致：自然人 3 ≠ 4、总计 4 ≠ 5",
    );
    const there = finding?.related[0]?.within;
    assert.equal(there?.file, "23.txt");
    assert.equal(before.split("\n")[there?.range.start.line ?? 0]?.slice(there?.range.start.character), "4");
  });

  it("is plain data but for itself: what it is given and hands out can go to another thread", () => {
    const catalogue = createCatalogue();
    catalogue.put(structuredClone(known("23.txt", 2023)));
    catalogue.put(known("24.txt", 2024));
    assert.deepEqual(structuredClone(catalogue.neighbours("24.txt")), catalogue.neighbours("24.txt"));
  });
});
