import assert from "node:assert/strict";
import { readReport } from "../../../server/src/report/index";
import { exampleNeighbours, plainExample } from "../../../server/src/rules/example";
import { check, rules, rulesOff } from "../../../server/src/rules/index";
import { rulePage } from "../../../server/src/rules/page";
import { ruleIds, type Severity } from "../../../server/src/rules/types";

describe("every rule", () => {
  it("is there once, with its own severity as designed", () => {
    assert.deepEqual([...rules.map(({ id }) => id)].sort(), [...ruleIds].sort());
    const designed: Readonly<Record<Severity, readonly string[]>> = {
      error: [
        "balance",
        "carry-over",
        "cell-not-count",
        "column-total",
        "inconsistent-cell",
        "row-duplicate",
        "row-missing",
        "row-total",
        "section-duplicate",
        "section-missing",
        "section-order",
        "table-edition",
        "table-missing",
      ],
      warning: [
        "cell-blank",
        "cell-format",
        "cell-not-number",
        "citation",
        "doubled-word",
        "fee-statement",
        "in-force",
        "numbering",
        "period",
        "placeholder",
        "prose-contradiction",
        "prose-percent",
        "prose-sum",
        "prose-table",
        "roll-up",
        "row-label",
        "rule-making",
        "section-empty",
        "section-five",
        "section-title",
        "similar",
        "title",
        "trailing-content",
        "unit-name",
        "year",
      ],
      information: ["cell-note", "corner-note", "length", "quotes", "row-shifted", "section-one", "swing"],
      hint: [],
    };
    for (const [severity, ids] of Object.entries(designed))
      assert.deepEqual(
        rules
          .filter((rule) => rule.severity === severity)
          .map(({ id }) => id)
          .sort(),
        ids,
      );
  });

  for (const rule of rules) {
    it(`${rule.id} finds what its page shows as wrong, and nothing where it is right`, () => {
      const wrong = plainExample(rule.wrong);
      const found = check(readReport(wrong.text), {}, exampleNeighbours(rule)).filter(({ rule: id }) => id === rule.id);
      assert.deepEqual(
        found.map(({ span }) => wrong.text.slice(span.start, span.end)),
        wrong.marked.map((span) => wrong.text.slice(span.start, span.end)),
      );
      assert.deepEqual(
        found.map(({ span }) => span),
        wrong.marked,
      );
      const right = plainExample(rule.right);
      assert.deepEqual(right.marked, []);
      assert.deepEqual(
        check(readReport(right.text), {}, exampleNeighbours(rule))
          .filter(({ rule: id }) => id === rule.id)
          .map(({ message }) => message.zh),
        [],
      );
    });

    it(`${rule.id} says everything in both languages`, () => {
      const report = readReport(plainExample(rule.wrong).text);
      const found = check(report, {}, exampleNeighbours(rule)).filter(({ rule: id }) => id === rule.id);
      assert.ok(found.length > 0);
      const words = [
        rule.title,
        ...Object.values(rule.page),
        ...found.flatMap(({ message, advice, related, fixes }) => [
          message,
          advice,
          ...related.map((each) => each.message),
          ...fixes.map((each) => each.title),
        ]),
      ];
      for (const { zh, en } of words) {
        assert.notEqual(zh.trim(), "");
        assert.notEqual(en.trim(), "");
        assert.ok(!/undefined|null|NaN|\[object/.test(zh + en), zh);
      }
      const page = rulePage(rule);
      assert.ok(page.indexOf(rule.title.zh) >= 0 && page.indexOf(rule.title.zh) < page.indexOf(rule.title.en));
      assert.ok(page.includes(rule.id));
    });
  }
});

describe("settings of rules", () => {
  const text = plainExample(rules.find(({ id }) => id === "row-total")?.wrong ?? "").text;
  const levels = (settings: Parameters<typeof check>[1]) =>
    check(readReport(text), settings)
      .filter(({ rule }) => rule === "row-total")
      .map(({ severity }) => severity);

  it("a level replaces the rule's own, off silences it", () => {
    assert.deepEqual(levels({}), ["error"]);
    assert.deepEqual(levels({ "row-total": "hint" }), ["hint"]);
    assert.deepEqual(levels({ "row-total": "off" }), []);
  });

  it("a level nobody knows, or one of another rule, changes nothing", () => {
    assert.deepEqual(levels({ "row-total": "loud" as "error", balance: "off", nonsense: "off" }), ["error"]);
  });

  it("rules that are off are counted once each", () => {
    assert.equal(rulesOff({}), 0);
    assert.equal(rulesOff({ "row-total": "off", balance: "hint", nonsense: "off", "cell-note": "off" }), 2);
  });

  it("findings come in the order of the text", () => {
    const starts = check(readReport(text)).map(({ span }) => span.start);
    assert.deepEqual(
      starts,
      [...starts].sort((one, two) => one - two),
    );
  });
});
