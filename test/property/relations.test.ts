// Consistent reports have no errors; whatever is changed in one related cell is noticed, and at its own relations only.
import assert from "node:assert/strict";
import fc from "fast-check";
import type { CellPath } from "../../server/src/form/types";
import { readReport } from "../../server/src/report/index";
import type { Relation, Report } from "../../server/src/report/types";
import { check } from "../../server/src/rules/index";
import type { Finding } from "../../server/src/rules/types";
import type { Span } from "../../server/src/syntax/span";
import { pathKey, type SampleOptions, sampleCells, sampleForm, sampleReport } from "../support/sample";
import { cellsOf } from "../support/values";
import { consistent, seed, settings } from "./support";

const relationRules: ReadonlySet<string> = new Set(["row-total", "column-total", "balance", "inconsistent-cell"]);

function has(relation: Relation, key: string): boolean {
  return [...relation.form.left, ...relation.form.right].some((path) => pathKey(path) === key);
}

function brokenIds(report: Report): readonly string[] {
  return report.relations.filter(({ state }) => state === "broken").map(({ form }) => form.id);
}

/** A consistent report, one of its related cells, and another number for it. */
const changed = fc
  .tuple(
    consistent,
    fc.nat(10_000),
    fc.oneof(fc.nat(9), fc.nat(100_000), fc.constant(999_999_999_999_999)),
    fc.boolean(),
  )
  .map(([options, at, value, wantTotal]) => {
    const form = sampleForm(options);
    const related = [...new Set(form.relations.flatMap(({ left, right }) => [...left, ...right]).map(pathKey))];
    const totals = [...new Set(form.relations.map(({ total }) => pathKey(total)))];
    const keys = wantTotal ? totals : related;
    const key = keys[at % keys.length] as string;
    const before = sampleCells(form, options.parts).get(key) ?? "0";
    return { options, key, before, value: String(value) === before ? String(value + 1) : String(value) };
  });

function pathOf(key: string): CellPath {
  const [table, row, column] = key.split("/") as [CellPath["table"], string, string];
  return { table, row, column };
}

describe(`relations (seed ${seed})`, function () {
  this.timeout(60_000);

  it("a consistent report is read whole and has no error in any way of writing", () => {
    fc.assert(
      fc.property(consistent, (options) => {
        const report = readReport(sampleReport(options));
        const expected = sampleCells(sampleForm(options), options.parts);
        assert.equal(report.edition, options.edition);
        assert.deepEqual(report.counts, {
          total: options.singleOther ? 40 : 42,
          held: options.singleOther ? 40 : 42,
          broken: 0,
          notAssessable: 0,
        });
        const read = new Map(cellsOf(report).map(({ path, raw }) => [pathKey(path), raw]));
        assert.deepEqual(read, expected);
        // A single （六）其他处理 is a missing row of the 2021 edition.
        const single = options.edition === 2021 && options.singleOther;
        assert.deepEqual(
          check(report)
            .filter(({ severity }) => severity === "error" || severity === "warning")
            .map(({ rule }) => rule),
          single ? ["row-missing"] : [],
        );
      }),
      settings(250),
    );
  });

  it("one changed cell breaks exactly the relations it stands in", () => {
    fc.assert(
      fc.property(changed, ({ options, key, value }) => {
        const report = readReport(sampleReport({ ...options, cells: { [key]: value } }));
        const expected = report.relations.filter((relation) => has(relation, key)).map(({ form }) => form.id);
        assert.ok(expected.length > 0);
        assert.deepEqual(brokenIds(report), expected);
        const found = check(report).filter(({ rule }) => relationRules.has(rule));
        assert.equal(found.length, 1, "one mistake is one finding");
        const [finding] = found as [Finding];
        assert.equal(finding.severity, "error");
        const cell = cellsOf(report).find(({ path }) => pathKey(path) === key);
        const at = ({ span }: { span?: Span }) => span?.start === cell?.span.start && span?.end === cell?.span.end;
        if (key.startsWith("requests/")) {
          assert.ok(at(finding));
          assert.equal(finding.related.length, expected.length);
        } else assert.ok(at(finding) || finding.related.some(at));
      }),
      settings(400),
    );
  });

  it("one wrong number of table three is put right by its own fix, safe where it is a total; none of table four is safe", () => {
    fc.assert(
      fc.property(changed, ({ options, key, before, value }) => {
        const { table, row, column } = pathOf(key);
        const text = sampleReport({ ...options, cells: { [key]: value } });
        const report = readReport(text);
        const fixes = check(report)
          .filter(({ rule }) => relationRules.has(rule))
          .flatMap((finding) => finding.fixes);
        const cell = cellsOf(report).find(({ path }) => pathKey(path) === key);
        assert.ok(cell?.edit);
        const own = fixes.filter(({ edits }) => edits.some(({ span }) => span.start === cell.edit?.start));
        for (const fix of fixes.filter((each) => !own.includes(each)))
          assert.equal(fix.grade, "candidate", `a right number is accused: ${fix.title.zh}`);
        if (table === "review") {
          for (const { grade, edits } of own) {
            assert.notEqual(grade, "safe");
            if (grade === "preferred")
              assert.deepEqual(
                edits.map(({ newText }) => newText),
                [before],
              );
          }
          return;
        }
        assert.deepEqual(
          fixes.map(({ grade, edits }) => [grade, edits.map(({ newText }) => newText)]),
          [[column === "total" || row === "total" ? "safe" : "preferred", [before]]],
        );
      }),
      settings(400),
    );
  });

  it("with two mistakes no safe fix writes a wrong number, and none is preferred that does", () => {
    const two = fc.tuple(changed, fc.nat(10_000), fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2, max: 2 }));
    fc.assert(
      fc.property(two, ([{ options, key }, other, one, another]) => {
        const all = sampleCells(sampleForm(options), options.parts);
        const keys = [...all.keys()].filter((each) => each.startsWith("requests/"));
        const places = [key.startsWith("requests/") ? key : (keys[0] as string), keys[other % keys.length] as string];
        const cells = Object.fromEntries(
          places.map((each, at) => [each, String(Math.max(0, Number(all.get(each)) + (at === 0 ? one : another)))]),
        );
        const report = readReport(sampleReport({ ...options, cells }));
        for (const { grade, edits, title } of check(report).flatMap(({ fixes }) => fixes)) {
          if (grade === "candidate") continue;
          for (const { span, newText } of edits) {
            const cell = cellsOf(report).find(({ edit }) => edit?.start === span.start);
            assert.equal(newText, cell && all.get(pathKey(cell.path)), title.zh);
          }
        }
      }),
      settings(300),
    );
  });

  it("a blank in one related cell is never an error, and its relations are not assessable but determined", () => {
    fc.assert(
      fc.property(changed, ({ options, key, before }) => {
        // Without its blank cells a row has one number too few; and where each cell has a line and a bar, blank cells behind
        // a row's numbers may be the first of the next row, and those before table four's a border.
        const unclear =
          options.layout === "spaced" ||
          (options.layout === "bars" && (key.startsWith("review/") || key.endsWith("/total")));
        const blank: SampleOptions = {
          ...options,
          layout: unclear ? "lines" : options.layout,
          cells: { [key]: "" },
        };
        const report = readReport(sampleReport(blank));
        assert.deepEqual(brokenIds(report), []);
        for (const relation of report.relations) {
          assert.equal(relation.state, has(relation, key) ? "unassessable" : "held", relation.form.id);
          assert.deepEqual(
            relation.determined.map(({ cell, value }) => [pathKey(cell.path), String(value)]),
            has(relation, key) ? [[key, before]] : [],
          );
        }
        const findings = check(report).filter(({ severity }) => severity !== "information");
        const single = options.edition === 2021 && options.singleOther ? ["row-missing"] : [];
        assert.deepEqual(findings.map(({ rule }) => rule).sort(), ["cell-blank", ...single]);
        const [fix] = findings.find(({ rule }) => rule === "cell-blank")?.fixes ?? [];
        assert.deepEqual(
          fix?.edits.map(({ newText }) => newText),
          [before],
        );
      }),
      settings(200),
    );
  });
});
