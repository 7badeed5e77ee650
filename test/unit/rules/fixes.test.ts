// Every fix of every case and example: applied, checked again, applied again.
import assert from "node:assert/strict";
import { bulk } from "../../../server/src/features/bulk";
import { readReport } from "../../../server/src/report/index";
import { type Neighbours, noNeighbours } from "../../../server/src/report/neighbours";
import { exampleNeighbours, plainExample } from "../../../server/src/rules/example";
import { check, rules } from "../../../server/src/rules/index";
import type { Finding, Fix, TextEdit } from "../../../server/src/rules/types";
import { sampleReport } from "../../support/sample";
import { readCases } from "./cases";

function applied(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight(
    (result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end),
    text,
  );
}

function findings(text: string, neighbours: Neighbours = noNeighbours): readonly Finding[] {
  return check(readReport(text), {}, neighbours);
}

/** What a finding says, but for its place, which an edit before it moves. */
function said(finding: Finding): string {
  return `${finding.rule}: ${finding.message.zh}`;
}

function values(text: string): readonly string[] {
  return readReport(text).tables.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) =>
      cells.map(({ path, value }) => `${path.row}/${path.column} ${"digits" in value ? value.digits : value.kind}`),
    ),
  );
}

const texts = [
  ...readCases().map(({ file, name, text, neighbours }) => ({ name: `${file}: ${name}`, text, neighbours })),
  ...rules.map((rule) => ({
    name: `${rule.id}: its example`,
    text: plainExample(rule.wrong).text,
    neighbours: exampleNeighbours(rule),
  })),
];

interface Offered {
  readonly name: string;
  readonly text: string;
  readonly neighbours: Neighbours;
  readonly finding: Finding;
  readonly fix: Fix;
}

const offered: readonly Offered[] = texts.flatMap(({ name, text, neighbours }) =>
  findings(text, neighbours).flatMap((finding) =>
    finding.fixes.map((fix) => ({ name, text, neighbours, finding, fix })),
  ),
);

function about(kinds: readonly Fix["kind"][]): readonly Offered[] {
  const found = offered.filter(({ fix }) => kinds.includes(fix.kind));
  assert.ok(found.length > 0);
  return found;
}

describe("fixes", () => {
  it("say what stands there before and after", () => {
    for (const { name, text, fix } of about(["total", "part", "spelling"])) {
      for (const { span, newText } of fix.edits) {
        const before = text.slice(span.start, span.end).trim();
        for (const title of [fix.title.zh, fix.title.en]) {
          assert.match(title, /→|改为 .*（原 |to .* \(was /, `${name}: ${title}`);
          assert.ok(title.includes(before) && title.includes(newText.normalize("NFKC")), `${name}: ${title}`);
        }
      }
    }
  });

  it("of spelling change no value, and their finding is gone", () => {
    for (const { name, text, neighbours, finding, fix } of about(["spelling"])) {
      const after = applied(text, fix.edits);
      assert.deepEqual(values(after), values(text), name);
      assert.ok(!findings(after, neighbours).map(said).includes(said(finding)), `${name}: ${said(finding)}`);
    }
  });

  it("of numbers touch digits of their cells only", () => {
    for (const { name, text, fix } of about(["total", "part", "blank"])) {
      for (const { span, newText } of fix.edits) {
        const before = text.slice(span.start, span.end);
        assert.match(newText, /^(?:[0-9]+|[０-９]+)$/, name);
        assert.ok(fix.kind === "blank" ? before === "" : /^[0-9０-９,，. ]+$/.test(before), `${name}: ${before}`);
      }
    }
  });

  it("of a number leave the finding behind, and fewer relations broken", () => {
    for (const { name, text, neighbours, finding, fix } of about(["total", "part"])) {
      const broken = (of: string) => readReport(of).counts.broken;
      assert.ok(broken(applied(text, fix.edits)) < broken(text), `${name}: ${fix.title.zh}`);
      const again = findings(applied(text, fix.edits), neighbours);
      const place = fix.edits[0]?.span.start;
      assert.ok(
        !again.some(({ rule, span }) => rule === finding.rule && span.start === place),
        `${name}: ${fix.title.zh}`,
      );
    }
  });

  it("of words leave the finding behind and are finished after one go", () => {
    for (const { name, text, neighbours, finding, fix } of about(["heading", "label", "prose"])) {
      const after = applied(text, fix.edits);
      // The same words may stand wrong once more, further down.
      const here = findings(after, neighbours).filter(({ span }) => span.start === finding.span.start);
      assert.ok(!here.map(said).includes(said(finding)), `${name}: ${fix.title.zh}`);
      assert.deepEqual(values(after), values(text), name);
    }
  });

  it("that are safe or preferred bring no new error", () => {
    for (const { name, text, neighbours, fix } of offered.filter(({ fix: { grade } }) => grade !== "candidate")) {
      const before = findings(text, neighbours).filter(({ severity }) => severity === "error");
      const after = findings(applied(text, fix.edits), neighbours).filter(({ severity }) => severity === "error");
      assert.ok(after.length <= before.length, `${name}: ${fix.title.zh}`);
    }
  });

  it("are not offered again once they are applied", () => {
    const key = (fix: Fix) => `${fix.title.zh} @${fix.edits[0]?.span.start}`;
    for (const { name, text, neighbours, fix } of offered) {
      const again = findings(applied(text, fix.edits), neighbours).flatMap(({ fixes }) => fixes.map(key));
      assert.ok(!again.includes(key(fix)), `${name}: ${fix.title.zh}`);
    }
  });

  it("for every save take the spelling that is safe and nothing else", () => {
    for (const { name, text } of texts) {
      const after = bulk(readReport(text), findings(text), {}, ["spelling"]).report.text;
      assert.deepEqual(values(after), values(text), name);
      assert.deepEqual(bulk(readReport(after), findings(after), {}, ["spelling"]).changes, [], name);
    }
  });

  it("keep padding and the width of digits", () => {
    const put = (total: string) => sampleReport({ cells: { "requests/new/total": total } });
    const corrected = (total: string) => {
      const text = put(total);
      const fix = findings(text).find(({ rule }) => rule === "row-total")?.fixes[0];
      assert.equal(fix?.grade, "safe");
      return applied(text, fix?.edits ?? []);
    };
    assert.equal(corrected("65"), put("66"));
    assert.equal(corrected("\u3000\u00a065 "), put("\u3000\u00a066 "));
    assert.equal(corrected("６５"), put("６６"));
    assert.equal(corrected("65件"), put("66件"));
    assert.equal(corrected("1"), put("66"));
  });

  it("put a blank's number where its digits belong", () => {
    const put = (layout: "lines" | "tabs" | "pipes" | "markdown", total: string) =>
      sampleReport({ layout, cells: { "requests/new/social": total } });
    for (const layout of ["lines", "tabs", "pipes", "markdown"] as const) {
      const text = put(layout, "");
      const fix = findings(text).find(({ rule }) => rule === "cell-blank")?.fixes[0];
      assert.equal(fix?.grade, "preferred");
      const report = readReport(applied(text, fix?.edits ?? []));
      assert.equal(report.counts.held, 42);
      // No digit is glued to a bar, and no line gains or loses a separator.
      assert.equal(report.text.replace(/0/g, "").length, text.replace(/0/g, "").length);
      assert.ok(!/\|0|0\|/.test(report.text));
    }
  });

  it("insert a heading on a line of its own, with the text's own line ends", () => {
    for (const eol of ["\n", "\r\n", "\r"] as const) {
      const text = sampleReport({ eol, sections: { problems: null } });
      const fix = findings(text).find(({ rule }) => rule === "section-missing")?.fixes[0];
      const after = applied(text, fix?.edits ?? []);
      assert.ok(after.includes(`${eol}五、存在的主要问题及改进情况${eol}六、`));
      assert.equal(after.length, text.length + "五、存在的主要问题及改进情况".length + eol.length);
    }
    const last = sampleReport({ sections: { other: null } }).trimEnd();
    const fix = findings(last).find(({ rule }) => rule === "section-missing")?.fixes[0];
    assert.ok(applied(last, fix?.edits ?? []).endsWith("\n六、其他需要报告的事项\n"));
  });

  it("change no more of a label than its words", () => {
    const text =
      "二、主动公开政府信息情况\n\n\t信息内容\n\t本年新\n制发数量\n\t本年废止件数\n\t现行有效件数\n\n\t规章\n\t0\n\t0\n\t0\n";
    const fix = findings(text).find(({ rule }) => rule === "row-label")?.fixes[0];
    assert.ok(applied(text, fix?.edits ?? []).includes("\t本年制发件数\n\t本年废止件数"));
  });
});
