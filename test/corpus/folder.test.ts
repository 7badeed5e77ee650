// The corpus as one folder: what the rules find that compare reports, each judged beside both reports.
import assert from "node:assert/strict";
import { readReport } from "../../server/src/report/index";
import { knownOf } from "../../server/src/report/known";
import { noNeighbours } from "../../server/src/report/neighbours";
import { check } from "../../server/src/rules/index";
import { createCatalogue } from "../../server/src/workspace/catalogue";
import { corpusReports } from "./judged";

/** Report, rule, what it is held against; and why that is right. */
const judged: readonly (readonly [file: string, rule: string, other: string, why: string])[] = [
  [
    "020-relaid",
    "similar",
    "020-shuyang",
    "表二 is the same report laid out anew; the other names the organ 沐阳 for 沭阳",
  ],
  ["020-relaid", "similar", "020-shuyang", "表三 likewise"],
  [
    "020-shuyang",
    "similar",
    "020-relaid",
    "表二 from the other side: two organs by their titles, one by their figures",
  ],
  ["020-shuyang", "similar", "020-relaid", "表三 likewise"],
];

describe("the corpus as one folder", () => {
  const catalogue = createCatalogue();
  const reports = corpusReports().map(({ file, text }) => ({ file, report: readReport(text) }));
  for (const { file, report } of reports) catalogue.put(knownOf(file, report));
  const short = (file: string): string => /[^/]+$/.exec(file)?.[0] ?? file;

  it("has what was judged, and nothing else", () => {
    const found = reports.flatMap(({ file, report }) => {
      const alone = new Set(
        check(report, {}, noNeighbours).map((finding) => JSON.stringify([finding.rule, finding.span])),
      );
      return check(report, {}, catalogue.neighbours(file))
        .filter((finding) => !alone.has(JSON.stringify([finding.rule, finding.span])))
        .map(({ rule, related }) => [short(file), rule, short(related[0]?.within?.file ?? "")] as const);
    });
    const matches = found.map(([file, rule, other]) =>
      judged.findIndex((each) => file.startsWith(each[0]) && rule === each[1] && other.startsWith(each[2])),
    );
    assert.ok(!matches.includes(-1), JSON.stringify(found));
    assert.equal(found.length, judged.length);
  });
});
