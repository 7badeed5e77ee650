import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { untrustedSection } from "../../../client/src/untrusted";
import { root } from "../../../scripts/root";
import { readSettings } from "../../../server/src/lsp/settings";
import { readReport } from "../../../server/src/report/index";
import { check, rules } from "../../../server/src/rules/index";
import { type RuleLevel, type RuleSettings, ruleLevels } from "../../../server/src/rules/types";
import { sampleReport } from "../../support/sample";

/** The levels that hold, and what the log is told. */
function read(section: unknown): { readonly rules: RuleSettings; readonly complaints: readonly string[] } {
  const complaints: string[] = [];
  return { rules: readSettings(section, "", (line) => complaints.push(line)).rules, complaints };
}

describe("rules set by a folder that is not trusted", () => {
  const raising: readonly (readonly [user: string | undefined, folder: string, holds: RuleLevel | undefined])[] = [
    // row-total is an error of its own.
    [undefined, "off", undefined],
    [undefined, "hint", undefined],
    [undefined, "error", undefined],
    ["warning", "error", "error"],
    ["warning", "off", "warning"],
    ["warning", "information", "warning"],
    ["hint", "information", "information"],
    ["off", "off", "off"],
    ["off", "hint", "hint"],
    ["error", "warning", "error"],
  ];
  for (const [user, folder, holds] of raising) {
    it(`${user ?? "nothing"} by the user and ${folder} by the folder make ${holds ?? "its own severity"}`, () => {
      const section = { rules: user && { "row-total": user }, untrustedRules: { "row-total": folder } };
      assert.deepEqual(read(section).rules, holds === undefined ? {} : { "row-total": holds });
    });
  }

  it("never lower or hide a finding, whatever the user and the folder set", () => {
    // Findings of every severity, and of rules that have more than one.
    const cells = {
      "requests/new/total": "65",
      "requests/granted/total": "",
      "review/review/pending": "1件",
      "disclosure/rules/issued": "/",
    };
    const report = readReport(sampleReport({ cells, sections: { overview: "", problems: "", other: "" } }));
    const severities = (levels: RuleSettings) =>
      new Map(check(report, levels).map(({ rule, span, severity }) => [`${rule} ${span.start} ${span.end}`, severity]));
    const rank = (level: RuleLevel | undefined) => ruleLevels.indexOf(level ?? "off");
    for (const user of [undefined, ...ruleLevels]) {
      const own: RuleSettings = Object.fromEntries(user === undefined ? [] : rules.map(({ id }) => [id, user]));
      const without = severities(own);
      for (const folder of ruleLevels) {
        const untrustedRules = Object.fromEntries(rules.map(({ id }) => [id, folder]));
        const found = severities(read({ rules: own, untrustedRules }).rules);
        for (const [finding, severity] of without) {
          assert.ok(
            rank(found.get(finding)) <= rank(severity),
            `${finding}: ${user} by the user, ${folder} by the folder`,
          );
        }
      }
    }
  });

  it("that make no sense are ignored, with a line in the log each", () => {
    const odd = { rules: { balance: "hint" }, untrustedRules: { balance: "fatal", nonsense: "error", "row-total": 5 } };
    assert.deepEqual(read(odd).rules, { balance: "hint" });
    assert.equal(read(odd).complaints.length, 3);
    for (const untrustedRules of [null, 5, "off", []]) assert.deepEqual(read({ untrustedRules }).rules, {});
  });

  it("are all that such a folder sets", () => {
    const { capabilities, contributes } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    const settings = Object.keys(contributes.configuration.properties).filter((name) => name !== "nianbao.rules");
    assert.deepEqual([...capabilities.untrustedWorkspaces.restrictedConfigurations].sort(), settings.sort());
  });

  it("are told apart from the user's own", () => {
    const inspected = {
      defaultValue: {},
      globalValue: { balance: "off" },
      workspaceValue: { "row-total": "hint", "cell-note": "error" },
      workspaceFolderValue: { "row-total": "off" },
    };
    const section = { rules: { balance: "off", "row-total": "off", "cell-note": "error" }, language: "en" };
    assert.deepEqual(untrustedSection(section, inspected), {
      rules: { balance: "off" },
      untrustedRules: { "row-total": "off", "cell-note": "error" },
      language: "en",
    });
    assert.deepEqual(untrustedSection(null, undefined), { rules: {}, untrustedRules: {} });
  });
});
