// Whatever the text, nothing throws and every place handed out is one an editor can show.
import assert from "node:assert/strict";
import fc from "fast-check";
import { actions } from "../../server/src/features/actions";
import { bulk, bulkKinds } from "../../server/src/features/bulk";
import { reviewComment } from "../../server/src/features/comment";
import { foldings } from "../../server/src/features/folding";
import { highlights } from "../../server/src/features/highlights";
import { hover } from "../../server/src/features/hover";
import { outline } from "../../server/src/features/outline";
import { statusOf } from "../../server/src/features/status";
import type { OutlineItem } from "../../server/src/features/types";
import { looksLikeReport, readReport } from "../../server/src/report/index";
import { knownOf } from "../../server/src/report/known";
import { type Neighbours, noNeighbours } from "../../server/src/report/neighbours";
import type { Report } from "../../server/src/report/types";
import { check } from "../../server/src/rules/index";
import type { Finding } from "../../server/src/rules/types";
import type { Span } from "../../server/src/syntax/span";
import { assertEdits, assertInside, assertSpan, damaged, seed, settings } from "./support";

const locales = ["zh", "en"] as const;
/** The longest message a problem list shows in full; what is quoted from a report must not flood it. */
const longestMessage = 1500;

function assertReport(report: Report): void {
  const { text } = report;
  if (report.title) assertSpan(text, report.title.span, "title");
  if (report.trailing) assertSpan(text, report.trailing, "trailing");
  let end = 0;
  for (const section of report.sections) {
    for (const span of [section.span, section.heading, section.body]) assertSpan(text, span, `section ${section.id}`);
    assertInside(section.span, section.heading, "heading");
    assertInside(section.span, section.body, "body");
    assert.ok(section.span.start >= end, "sections overlap");
    end = section.span.end;
    for (const { span, heading } of section.subsections) {
      assertSpan(text, span, "subsection");
      assertSpan(text, heading, "subheading");
      assertInside(section.body, span, "subsection");
      assertInside(span, heading, "subheading");
    }
  }
  for (const table of report.tables) {
    assertSpan(text, table.span, "table");
    for (const label of [...table.heads, ...table.groups]) {
      assertSpan(text, label.span, "label");
      assertInside(table.span, label.span, "label");
      assert.equal(label.text, text.slice(label.span.start, label.span.end));
    }
    for (const row of [...table.rows, ...table.duplicates]) {
      const name = `row ${row.form.id}`;
      assertSpan(text, row.span, name);
      assertSpan(text, row.label.span, name);
      assertInside(table.span, row.span, name);
      assertInside(row.span, row.label.span, name);
      assert.equal(row.cells.length, row.form.columns.length);
      for (const cell of row.cells) {
        assertSpan(text, cell.span, `${name} cell`);
        assert.ok(
          cell.value.kind === "absent" || cell.raw === "" || text.slice(cell.span.start, cell.span.end) === cell.raw,
        );
        if (!cell.edit) continue;
        assertSpan(text, cell.edit, `${name} edit`);
        assertInside(cell.span, cell.edit, `${name} edit`);
        if (cell.value.kind === "blank") assert.equal(cell.edit.start, cell.edit.end);
      }
    }
  }
  assert.equal(report.counts.total, report.form.relations.length);
  assert.equal(report.relations.length, report.form.relations.length);
  assert.equal(report.counts.held + report.counts.broken + report.counts.notAssessable, report.counts.total);
}

function assertFindings(report: Report, findings: readonly Finding[]): void {
  const { text } = report;
  let start = 0;
  for (const finding of findings) {
    assertSpan(text, finding.span, finding.rule);
    assert.ok(finding.span.start >= start, "findings out of order");
    start = finding.span.start;
    for (const { span } of finding.related) if (span) assertSpan(text, span, `${finding.rule} related`);
    for (const fix of finding.fixes) {
      assert.ok(fix.edits.length > 0);
      assertEdits(text, fix.edits, `${finding.rule} fix`);
      assert.ok(
        fix.grade !== "safe" || !["heading", "label", "prose"].includes(fix.kind),
        "words are never safe to change",
      );
    }
    for (const locale of locales) {
      for (const words of [finding.message, finding.advice, ...finding.fixes.map((fix) => fix.title)]) {
        assert.ok(words[locale].trim() !== "", `${finding.rule} says nothing in ${locale}`);
        assert.ok(words[locale].length <= longestMessage, `${finding.rule}: ${words[locale].length} characters`);
        assert.ok(!/\p{Cc}/u.test(words[locale]), `${finding.rule}: a message over several lines`);
      }
    }
  }
}

function assertOutline(text: string, items: readonly OutlineItem[], parent: Span): void {
  for (const item of items) {
    assertSpan(text, item.span, `outline ${item.kind}`);
    assertSpan(text, item.selection, `outline ${item.kind} selection`);
    assertInside(item.span, item.selection, `outline ${item.kind} selection`);
    assertInside(parent, item.span, `outline ${item.kind}`);
    assert.notEqual(item.name.trim(), "");
    assertOutline(text, item.children, item.span);
  }
}

function assertFeatures(report: Report, findings: readonly Finding[], offsets: readonly number[]): void {
  const { text } = report;
  for (const span of foldings(report)) assertSpan(text, span, "folding");
  assertEdits(text, bulk(report, findings, {}, bulkKinds).changes, "bulk");
  const status = statusOf(report, 0);
  assert.ok(status.sections <= Math.min(6, report.sections.length), "sections");
  assert.equal(status.sections > 0, report.sections.length > 0);
  for (const locale of locales) {
    assertOutline(text, outline(report, locale), { start: 0, end: text.length });
    for (const finding of findings.slice(0, 40)) assert.notEqual(reviewComment(report, finding, locale), "");
    for (const action of actions(report, findings, { start: 0, end: text.length }, locale)) {
      assertEdits(text, action.edits, "action");
      assert.ok(action.title !== "");
    }
  }
  const cellPlaces = report.tables.flatMap((table) =>
    table.rows.flatMap((row) => row.cells.map((cell) => cell.span.start)),
  );
  const places = [
    ...offsets.map((at) => at % (text.length + 1)),
    ...offsets.flatMap((at) => cellPlaces[at % (cellPlaces.length || 1)] ?? []),
  ];
  for (const at of places) {
    for (const locale of locales) {
      const shown = hover(report, at, locale);
      if (!shown) continue;
      assertSpan(text, shown.span, "hover");
      assertInside(shown.span, { start: at, end: at }, "hover");
      assert.notEqual(shown.markdown, "");
    }
    const marks = highlights(report, at);
    for (const { span } of marks) assertSpan(text, span, "highlight");
    assert.ok(marks.filter(({ kind }) => kind === "write").length <= 1);
    actions(report, findings, { start: at, end: at }, "zh");
  }
}

/** Held against itself as last year's report, another organ's, and twice what it sums up. */
function besideItself(report: Report): Neighbours {
  const known = knownOf("beside.txt", report);
  return {
    ...noNeighbours,
    lastYear: known,
    others: [known],
    parts: { reports: [known, known], missing: [], sure: true },
  };
}

function assertAll(text: string, offsets: readonly number[]): void {
  const report = readReport(text);
  const findings = check(report, {}, besideItself(report));
  assertReport(report);
  assertFindings(report, findings);
  assertFeatures(report, findings, offsets);
  looksLikeReport(text);
}

const offsets = fc.array(fc.nat(1_000_000), { minLength: 3, maxLength: 3 });

describe(`any text (seed ${seed})`, function () {
  this.timeout(60_000);

  it("damaged reports: nothing throws, every range is valid", () => {
    fc.assert(fc.property(damaged, offsets, assertAll), settings(700));
  });

  it("random characters: nothing throws, every range is valid", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.string({ unit: fc.constantFrom(..."\t|\n\r一二三四、（）0１总计其他\u3000\ud83d\ude00"), maxLength: 400 }),
    );
    fc.assert(fc.property(text, offsets, assertAll), settings(300));
  });

  it("nothing is silent: a report has findings unless all of it was read", () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const report = readReport(text);
        const findings = check(report);
        if (findings.length > 0) return;
        assert.deepEqual(
          [new Set(report.sections.map(({ id }) => id)).size, report.tables.length, report.counts.held],
          [6, 3, report.counts.total],
        );
      }),
      settings(500),
    );
  });

  it("the same text has the same findings", () => {
    fc.assert(
      fc.property(damaged, damaged, (text, between) => {
        const first = check(readReport(text));
        check(readReport(between));
        assert.deepEqual(check(readReport(text)), first);
      }),
      settings(80),
    );
  });
});
