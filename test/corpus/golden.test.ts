// Real reports, judged: every finding in golden.json was looked at beside the report itself. The reports stay outside the
// project (REPORT_CORPUS); a change here is a changed judgement and is explained where it is made.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { globSync } from "tinyglobby";
import { root } from "../../scripts/root";
import { form2019, form2021 } from "../../server/src/form/index";
import { type CorpusReport, corpusReports, type Judged, type JudgedFinding, judge } from "./judged";

const formWords = new Set(
  [form2021, form2019].flatMap(({ sections, tables }) => [
    ...sections.flatMap(({ title, variants }) => [title, ...variants]),
    ...tables.flatMap(({ rows }) =>
      rows.flatMap(({ label, columns }) => [label, ...columns.map((each) => each.label)]),
    ),
  ]),
);
const golden: readonly Judged[] = JSON.parse(readFileSync(path.join(__dirname, "golden.json"), "utf8"));
const reports = corpusReports();

const reportNamed = (name: string): CorpusReport => {
  const found = reports.filter((report) => report.file.split("/").at(-1)?.startsWith(name));
  assert.equal(found.length, 1, name);
  return found[0] as CorpusReport;
};

describe("golden corpus", () => {
  it("judges every report, each once", () => {
    assert.deepEqual(
      golden.map(({ file }) => file),
      reports.map(({ file }) => file),
    );
  });

  for (const report of reports) {
    it(report.file, () => {
      const expected = golden.find(({ file }) => file === report.file);
      const differences = expected ? compare(expected, judge(report)) : ["not judged yet"];
      assert.ok(differences.length === 0, `\n${differences.map((line) => `      ${line}`).join("\n")}`);
    });
  }

  it("says of every finding why it is right", () => {
    for (const { file, findings } of golden)
      for (const { rule, why } of findings) assert.match(why, /\w{2}.*\w{2}/, `${file} ${rule}`);
  });

  it("holds none of the reports' sentences", () => {
    const clauses = new Set(reports.flatMap(({ text }) => text.split(/[\s\p{P}]+/u)).filter(isClause));
    for (const { file, findings } of golden)
      for (const { why } of findings)
        for (const part of why.split(/[^\p{Script=Han}]+/u)) assert.ok(!clauses.has(part), `${file}: ${part}`);
  });
});

describe("seeds", () => {
  const expected: Readonly<Record<string, readonly string[]>> = {
    "000_": ["warning title", "warning section-empty"],
    "001_": ["information section-one", "warning fee-statement"],
    "002_": ["information row-shifted", "warning section-five"],
    "003_": ["information length", "warning trailing-content"],
    "004_": ["warning row-label", "warning cell-format", "warning row-label", "information quotes"],
  };
  const seeds = reports.filter(({ file }) => file.startsWith("seeds/"));

  it("have exactly the findings agreed on", () => {
    const found = seeds.map(({ file, findings }) => [
      file.slice("seeds/".length, "seeds/".length + 4),
      findings.map(({ severity, rule }) => `${severity} ${rule}`),
    ]);
    assert.deepEqual(Object.fromEntries(found), expected);
  });

  it("are read whole", () => {
    for (const { file, report } of seeds) {
      assert.equal(report.sections.length, 6, file);
      assert.equal(numbers(report), 10 + 25 * 7 + 15, file);
      assert.deepEqual(report.counts, { total: 42, held: 42, broken: 0, notAssessable: 0 }, file);
    }
  });
});

describe("numbers", () => {
  // Files whose writing keeps each number apart from its neighbours.
  const names = ["000_", "001_", "002_", "003_", "004_", "000-", "013-relaid", "020-relaid", "020-shuyang"];
  names.push(
    "022-relaid",
    "030-",
    "033-",
    "036-",
    "037-",
    "039-",
    "041-",
    "044-",
    "046-",
    "050-",
    "052-relaid",
    "056-",
  );

  for (const name of names) {
    it(`of ${name} are those that stand in the text, in their order`, () => {
      const { text, report } = reportNamed(name);
      const read = report.tables
        .flatMap((table) => table.rows.flatMap((row) => row.cells))
        .filter((cell) => cell.value.kind === "number")
        .sort((one, two) => one.span.start - two.span.start)
        .map((cell) => [cell.span.start, cell.raw]);
      const lost = report.tables.flatMap((table) => table.rows).filter((row) => row.unplaced !== null);
      // 武汉 asks for one row more than the form has; its three numbers belong to no cell.
      const extra = text.search(/^其他主[动動]公[开開]/mu);
      const after = numbersIn(text).filter(([at]) => extra >= 0 && at > extra);
      const outside = new Set(after.slice(0, 3).map(([at]) => at));
      const standing = numbersIn(text).filter(
        ([at]) => !outside.has(at) && !lost.some((row) => row.span.start <= at && at < row.span.end),
      );
      assert.deepEqual(read, standing);
    });
  }
});

describe("every report", () => {
  it("that has no finding is read whole, and all its relations hold", () => {
    for (const { file, report, findings } of reports) {
      if (findings.length > 0) continue;
      assert.equal(report.sections.length, 6, file);
      assert.equal(report.counts.held, report.counts.total, file);
    }
  });

  it("holds all its relations only where all their numbers were read", () => {
    for (const { file, report } of reports) {
      if (report.counts.held < report.counts.total) continue;
      const cells = report.relations.flatMap((relation) => [...relation.left, ...relation.right]);
      for (const cell of cells) assert.ok(cell?.count !== null && cell?.count !== undefined, file);
      assert.ok(report.counts.total === 42 || report.counts.total === 40, file);
    }
  });

  it("from which something was not read has a finding that says so", () => {
    const telling = /^(?:section|table|row)-missing$|^cell-(?:blank|not-number|not-count)$|^row-shifted$/;
    for (const { file, report, findings } of reports) {
      const due = report.form.tables.reduce((sum, { rows }) => sum + rows.flatMap((row) => row.columns).length, 0);
      if (report.sections.length === 6 && numbers(report) === due) continue;
      assert.ok(
        findings.some(({ rule }) => telling.test(rule)),
        file,
      );
    }
  });
});

describe("samples", () => {
  it("repeat no sentence of a report", () => {
    const clauses = new Set(reports.flatMap(({ text }) => text.split(/[。；\r\n]+/u).map((part) => part.trim())));
    const form = new Set(reportNamed("000-").text.split(/\s+/u));
    for (const file of globSync("samples/**/*.txt", { cwd: root, absolute: true })) {
      if (file.includes("GB18030")) continue;
      for (const part of readFileSync(file, "utf8").split(/[。；\r\n]+/u)) {
        const clause = part.trim();
        // Titles, labels and the names of the five aspects are the form's words, not a report's.
        const title = clause.replace(/^[#\s]*[一二三四五六][、是]/u, "");
        if (clause.length < 15 || /[\t|]/u.test(clause) || /^（.）.{0,20}情况$/u.test(clause)) continue;
        if (form.has(clause) || formWords.has(title)) continue;
        assert.ok(!clauses.has(clause), `${path.basename(file)}: ${clause}`);
      }
    }
  });
});

/** Clauses long enough to be the report's own. */
function isClause(clause: string): boolean {
  return clause.length >= 12 && !/\d/.test(clause);
}

function numbers(report: CorpusReport["report"]): number {
  const cells = report.tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
  return cells.filter((cell) => cell.value.kind === "number").length;
}

/** What stands alone between tabs, bars and line ends and is a number, from section two to section five: no reader is asked. */
function numbersIn(text: string): readonly (readonly [number, string])[] {
  const from = text.search(/^[#\s]*二[、.][^\n]{0,30}主动公开[^\n]{0,12}$/mu);
  const to = text.search(/^[#\s]*五[、.][^\n]{0,30}改进[^\n]{0,12}$/mu);
  const found: (readonly [number, string])[] = [];
  for (const match of text.matchAll(/[^\t|\r\n]+/gu)) {
    const number = match[0].trim();
    const at = match.index + match[0].indexOf(number);
    if (at >= Math.max(from, 0) && (to < 0 || at < to) && /^\d+(?:\.\d+)?元?$/u.test(number)) found.push([at, number]);
  }
  return found;
}

/** What differs, a line each; nothing where both are the same but for `why`. */
function compare(expected: Judged, found: Judged): readonly string[] {
  const differences: string[] = [];
  const same = (name: string, one: unknown, two: unknown) => {
    const [before, after] = [JSON.stringify(one), JSON.stringify(two)];
    if (before !== after) differences.push(`${name}: judged ${before}, now ${after}`);
  };
  same("edition", expected.edition, found.edition);
  same("year", expected.year, found.year);
  same("relations", expected.relations, found.relations);
  same("sections", expected.sections, found.sections);
  for (const id of new Set([...Object.keys(expected.tables), ...Object.keys(found.tables)])) {
    const [before, after] = [expected.tables[id], found.tables[id]];
    same(`table ${id}, rows`, before?.rows, after?.rows);
    same(`table ${id}, unplaced`, before?.unplaced, after?.unplaced);
    const rows = new Set([...Object.keys(before?.values ?? {}), ...Object.keys(after?.values ?? {})]);
    for (const row of rows) same(`table ${id}, ${row}`, before?.values[row], after?.values[row]);
  }
  const after = new Map(found.findings.map((finding) => [keyOf(finding), finding]));
  for (const finding of expected.findings) {
    const other = after.get(keyOf(finding));
    if (!other) differences.push(`missing: ${finding.severity} ${keyOf(finding)} (${finding.why})`);
    else {
      same(`${keyOf(finding)}, severity`, finding.severity, other.severity);
      same(`${keyOf(finding)}, fixes`, finding.fixes, other.fixes);
    }
    after.delete(keyOf(finding));
  }
  for (const finding of after.values()) differences.push(`extra: ${finding.severity} ${keyOf(finding)}`);
  if (differences.length === 0) same("order", expected.findings.map(keyOf), found.findings.map(keyOf));
  return differences;
}

function keyOf({ rule, place, about }: JudgedFinding): string {
  return `${rule} at ${place}${about ? `, ${about}` : ""}`;
}
