// What the core says of a report, it says in both languages: none of it empty, and no Chinese in English but the form's own
// words and what stands in the report.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { globSync } from "tinyglobby";
import { root } from "../../scripts/root";
import { actions } from "../../server/src/features/actions";
import { reviewComment } from "../../server/src/features/comment";
import { completions } from "../../server/src/features/completion";
import { hints } from "../../server/src/features/hints";
import { hover } from "../../server/src/features/hover";
import { lenses } from "../../server/src/features/lens";
import { links } from "../../server/src/features/links";
import { outline } from "../../server/src/features/outline";
import type { Locale, OutlineItem } from "../../server/src/features/types";
import { readReport } from "../../server/src/report/index";
import { type Neighbours, noNeighbours } from "../../server/src/report/neighbours";
import type { Report } from "../../server/src/report/types";
import { exampleNeighbours, plainExample } from "../../server/src/rules/example";
import { check, rules } from "../../server/src/rules/index";
import { strayChinese } from "../support/chinese";
import { sampleReport } from "../support/sample";

function outlined(items: readonly OutlineItem[]): readonly string[] {
  return items.flatMap(({ detail, children }) => [detail, ...outlined(children)]);
}

/** Everything that is said of a report, in the same order in either language. */
function saidOf(report: Report, neighbours: Neighbours, locale: Locale): readonly string[] {
  const whole = { start: 0, end: report.text.length };
  const findings = check(report, {}, neighbours);
  const said: string[] = [];
  for (const finding of findings) {
    said.push(finding.message[locale], finding.advice[locale], reviewComment(report, finding, locale));
    said.push(
      ...finding.related.map(({ message }) => message[locale]),
      ...finding.fixes.map(({ title }) => title[locale]),
    );
    said.push(...actions(report, findings, finding.span, locale).map(({ title }) => title));
  }
  said.push(...actions(report, findings, whole, locale).map(({ title }) => title));
  said.push(...lenses(report, locale).map(({ title }) => title));
  said.push(...links(report).map(({ tooltip }) => tooltip[locale]));
  said.push(...hints(report, "all", whole, locale).flatMap(({ label, tooltip }) => [label, tooltip]));
  said.push(...outlined(outline(report, locale)).filter((detail) => detail !== ""));
  // Odd, so that in time it meets every kind of place.
  for (let offset = 0; offset <= report.text.length; offset += 13) {
    said.push(hover(report, offset, locale)?.markdown ?? "–");
    said.push(...completions(report, offset, locale).flatMap(({ label, detail }) => [label, detail]));
  }
  return said;
}

const texts: readonly (readonly [string, string, Neighbours?])[] = [
  ...rules.map((rule): [string, string, Neighbours] => [
    rule.id,
    plainExample(rule.wrong).text,
    exampleNeighbours(rule),
  ]),
  ...globSync("samples/*.txt", { cwd: root })
    .sort()
    .map((file): [string, string] => [file, readFileSync(path.join(root, file), "utf8")]),
  ["an empty text", ""],
  ["two wrong cells", sampleReport({ cells: { "requests/new/total": "65", "requests/granted/natural": "99" } })],
];

describe("what is said of a report", () => {
  for (const [name, text, neighbours = noNeighbours] of texts) {
    it(`is there in both languages: ${name}`, () => {
      const report = readReport(text);
      const [zh, en] = [saidOf(report, neighbours, "zh"), saidOf(report, neighbours, "en")];
      assert.equal(en.length, zh.length);
      // A text may break a label anywhere.
      const beside = [neighbours.lastYear, ...neighbours.others, ...(neighbours.parts?.reports ?? [])];
      const own = [text, ...beside.map((other) => other?.organ ?? "")].join("").replace(/\s+/gu, "");
      zh.forEach((chinese, at) => {
        const english = en[at] ?? "";
        assert.ok(chinese.trim() !== "" && english.trim() !== "", `empty: ${chinese} | ${english}`);
        assert.deepEqual(strayChinese(english, own), [], english);
        // What has English words of its own has others in Chinese.
        if (/[a-z]{3}/u.test(english)) assert.notEqual(english, chinese);
      });
    });
  }
});
