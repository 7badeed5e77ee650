// A fix changes what it names and nothing else, and is finished after one go.
import assert from "node:assert/strict";
import fc from "fast-check";
import { type BulkKind, bulk, bulkKinds } from "../../server/src/features/bulk";
import { readReport } from "../../server/src/report/index";
import type { Report } from "../../server/src/report/types";
import { check } from "../../server/src/rules/index";
import type { Fix, TextEdit } from "../../server/src/rules/types";
import { pathKey, type SampleOptions, sampleCells, sampleForm, sampleReport } from "../support/sample";
import { applied, cellsOf, valuesOf } from "../support/values";
import { consistent, damaged, seed, settings } from "./support";

/** Another spelling, or another value, of what stands in a cell. */
const spellings: readonly ((number: string) => string)[] = [
  (number) => `0${number}`,
  (number) => number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (number) => number.replace(/\B(?=(\d{3})+$)/g, ","),
  (number) => number.split("").join(" "),
  (number) => number.replaceAll("0", "O"),
  (number) => `${number}件`,
  (number) => `\u3000${number}\u00a0`,
  () => "",
  () => "/",
  (number) => `${number}1`,
  (number) => number.split("").reverse().join(""),
];

/** Consistent reports with a few cells written otherwise. */
const varied: fc.Arbitrary<string> = fc
  .tuple(consistent, fc.array(fc.tuple(fc.nat(10_000), fc.constantFrom(...spellings)), { minLength: 1, maxLength: 8 }))
  .map(([options, changes]) => {
    const all = sampleCells(sampleForm(options), options.parts);
    const keys = [...all.keys()];
    const cells: Record<string, string> = {};
    for (const [at, change] of changes) {
      const key = keys[at % keys.length] as string;
      cells[key] = change(all.get(key) as string);
    }
    const blank = Object.values(cells).includes("");
    const layout = blank && options.layout === "spaced" ? "lines" : options.layout;
    return sampleReport({ ...options, layout, cells } as SampleOptions);
  });

const texts = fc.oneof({ weight: 3, arbitrary: varied }, { weight: 2, arbitrary: damaged });

function inBulk(text: string, ...kinds: readonly BulkKind[]): string {
  const report = readReport(text);
  return applied(text, bulk(report, check(report), {}, kinds).changes);
}

/** Every value, those of the cells that are edited as the edits write them; a mark between thousands is no part of them. */
function valuesAfter(report: Report, edits: readonly TextEdit[]): ReadonlyMap<string, string> {
  const named = new Map(
    edits.map(({ span, newText }) => {
      const cell = cellsOf(report).find(({ edit }) => edit?.start === span.start && edit.end === span.end);
      assert.ok(cell, "an edit that is no cell's");
      assert.match(newText, /^-?[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:\.[0-9]+)?$/);
      return [pathKey(cell.path), newText.normalize("NFKC").replaceAll(",", "")];
    }),
  );
  assert.equal(named.size, edits.length);
  return new Map([...valuesOf(report.text)].map(([key, value]) => [key, named.get(key) ?? value]));
}

function outsideOf(text: string, fix: Fix): string {
  return applied(
    text,
    fix.edits.map(({ span }) => ({ span, newText: "" })),
  );
}

describe(`fixes (seed ${seed})`, function () {
  this.timeout(60_000);

  it("what is applied on save changes no value, and a second time nothing", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const after = inBulk(text, "spelling");
        assert.deepEqual(valuesOf(after), valuesOf(text));
        assert.equal(inBulk(after, "spelling"), after);
      }),
      settings(500),
    );
  });

  it("what is set in bulk are the cells that are named, and a second time nothing", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const report = readReport(text);
        const { changes, report: after } = bulk(report, check(report), {}, bulkKinds);
        assert.equal(after.text, applied(text, changes));
        assert.deepEqual(valuesOf(after.text), valuesAfter(report, changes));
        assert.ok(after.counts.broken <= report.counts.broken);
        assert.equal(inBulk(after.text, ...bulkKinds), after.text);
      }),
      settings(300),
    );
  });

  it("a spelling fix changes no value; its finding is gone", () => {
    fc.assert(
      fc.property(texts, fc.nat(1000), (text, pick) => {
        const findings = check(readReport(text)).filter(({ fixes }) => fixes.some(({ kind }) => kind === "spelling"));
        const finding = findings[pick % (findings.length || 1)];
        const fix = finding?.fixes.find(({ kind }) => kind === "spelling");
        if (!finding || !fix) return;
        const after = applied(text, fix.edits);
        assert.deepEqual(valuesOf(after), valuesOf(text));
        const again = check(readReport(after));
        assert.ok(!again.some(({ rule, span }) => rule === finding.rule && span.start === finding.span.start));
      }),
      settings(300),
    );
  });

  it("a number fix sets the cells it names to what its title says, and no other", () => {
    fc.assert(
      fc.property(texts, fc.nat(1000), (text, pick) => {
        const report = readReport(text);
        const fixes = check(report)
          .flatMap((finding) => finding.fixes)
          .filter(({ kind }) => kind === "total" || kind === "part" || kind === "blank");
        const fix = fixes[pick % (fixes.length || 1)];
        if (!fix) return;
        const after = applied(text, fix.edits);
        assert.deepEqual(valuesOf(after), valuesAfter(report, fix.edits));
        const cut = readReport(after);
        const counts = [report.counts.broken, cut.counts.broken] as const;
        if (fix.grade === "safe") assert.ok(counts[1] <= counts[0], `a safe fix breaks something: ${fix.title.zh}`);
        const removed = fix.edits.reduce((sum, { span }) => sum + span.end - span.start, 0);
        assert.equal(outsideOf(text, fix).length, text.length - removed);
      }),
      settings(500),
    );
  });
});
