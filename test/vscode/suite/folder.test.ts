// The reports of a folder that nobody has opened: their findings, the tree, the review, and findings that are known.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { TreeEntry } from "../../../client/src/api";
import type { CheckFolderResult, IgnoreArguments } from "../../../server/src/lsp/protocol";
import {
  actions,
  api,
  closeAll,
  findings,
  open,
  read,
  remove,
  report,
  ruleOf,
  said,
  until,
  untilClean,
  uriOf,
  withSetting,
  write,
} from "./support";

/** Other than those of the other tests, whose files may still be there. */
const organ = "青禾县柳湾镇人民政府";
const other = "青禾县水务局";

function nameOf(whose: string, year: number): string {
  return `${whose}${year}年政府信息公开工作年度报告.txt`;
}

/** In order; it leaves 2 requests of natural persons and 1 of a company for the next year. */
const lastYear = () => report({ organ, year: 2023 });

/** The report on the next year, with so many requests of natural persons carried in, and 1 of a company. */
function thisYear(natural: number): string {
  return report({ organ, year: 2024, parts: { "requests/carriedIn/natural": natural } });
}

const baseline = () => uriOf("reports", ".nianbao-baseline.json");
const exported = () => uriOf("reports", "意见单.md");
const reports = () => [
  uriOf("reports", nameOf(organ, 2023)),
  uriOf("reports", nameOf(organ, 2024)),
  uriOf("reports", nameOf(other, 2024)),
];

/** The third report: one wrong total. */
const wrongTotal = () => report({ organ: other, year: 2024, cells: { "review/review/total": "3" } });

function rulesOf(uri: vscode.Uri): readonly string[] {
  return vscode.languages.getDiagnostics(uri).map(ruleOf);
}

function untilRule(uri: vscode.Uri, rule: string, there: boolean): Promise<boolean> {
  return until(`${there ? "a" : "no"} ${rule} on ${uri}`, () => rulesOf(uri).includes(rule) === there);
}

/** Where the tree has an organ; undefined while it has not. */
async function organEntry(name: string): Promise<TreeEntry | undefined> {
  const { reportTree } = await api();
  return reportTree().find(({ label }) => label === name);
}

describe("a whole folder", () => {
  before(async () => {
    await vscode.commands.executeCommand("nianbao.checkFolder");
    await vscode.commands.executeCommand("notifications.clearAll");
  });
  afterEach(async () => {
    await closeAll();
    await remove(...reports(), baseline(), exported());
    for (const uri of reports()) await untilClean(uri);
    await vscode.commands.executeCommand("notifications.clearAll");
  });

  it("is checked without a report being opened, and a file's findings go with it", async () => {
    const uri = await write(nameOf(other, 2024), wrongTotal());
    const [finding] = await findings(uri, "row-total");
    assert.match(finding?.message ?? "", said(/^表四 /, /^Table 4 /));
    assert.equal(finding?.source, "nianbao");
    assert.ok(vscode.workspace.textDocuments.every((document) => document.uri.toString() !== uri.toString()));
    await remove(uri);
    await untilClean(uri);
  });

  it("has two years of an organ held against each other, with both named", async () => {
    const before = await write(nameOf(organ, 2023), lastYear());
    const now = await write(nameOf(organ, 2024), thisYear(9));
    const [finding] = await findings(now, "carry-over");
    assert.ok(finding);
    const places = (finding.relatedInformation ?? []).map(({ location }) => location.uri.toString());
    assert.ok(places.includes(before.toString()), places.join());
    assert.ok(places.includes(now.toString()), places.join());
  });

  it("follows what is typed into last year's report, also in this year's that is closed", async () => {
    const document = await open(nameOf(organ, 2023), lastYear());
    const row = "四、结转下年度继续办理\n\t";
    const start = document.positionAt(document.getText().indexOf(row) + row.length);
    const natural = new vscode.Range(start, start.translate(0, 1));
    assert.equal(document.getText(natural), "2");
    const now = await write(nameOf(organ, 2024), thisYear(2));
    await until("this year's report", async () => (await organEntry(organ))?.children.length === 2);
    await untilRule(now, "carry-over", false);
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.replace(natural, "8"));
    await untilRule(now, "carry-over", true);
    await vscode.commands.executeCommand("undo");
    await untilRule(now, "carry-over", false);
  });

  it("stands in the tree: organs, years, findings", async () => {
    await write(nameOf(organ, 2023), lastYear());
    await write(nameOf(organ, 2024), thisYear(9));
    const uri = await write(nameOf(other, 2024), wrongTotal());
    const [finding] = await findings(uri, "row-total");
    const two = await until("both years", async () => {
      const found = await organEntry(organ);
      return found?.children.length === 2 && found;
    });
    assert.deepEqual(
      two.children.map(({ label }) => label),
      [said("2024 年", "2024"), said("2023 年", "2023")],
    );
    const year = await until("the report with its finding", async () => {
      const [found] = (await organEntry(other))?.children ?? [];
      return found?.children.some(({ label }) => label === finding?.message) && found;
    });
    assert.match(year.description, said(/^1 错误.* · 41\/42/, /^1 error.* · 41\/42/));
    const shown = year.children.find(({ label }) => label === finding?.message);
    const line = (finding?.range.start.line ?? 0) + 1;
    assert.equal(shown?.description, said(`第 ${line} 行`, `line ${line}`));
    await remove(uri);
    await until("the organ is gone", async () => (await organEntry(other)) === undefined);
  });

  it("can be cut down to what is broken", async () => {
    await write(nameOf(organ, 2023), lastYear());
    await write(nameOf(other, 2024), wrongTotal());
    await until("both organs", async () => (await organEntry(organ)) && (await organEntry(other)));
    await vscode.commands.executeCommand("nianbao.showBrokenOnly");
    try {
      assert.equal(await organEntry(organ), undefined);
      assert.ok(await organEntry(other));
    } finally {
      await vscode.commands.executeCommand("nianbao.showAllReports");
    }
    assert.ok(await organEntry(organ));
  });

  it("is checked anew by a command, which tells how much it found", async () => {
    await write(nameOf(other, 2024), wrongTotal());
    const result = await vscode.commands.executeCommand<CheckFolderResult>("nianbao.checkFolder");
    assert.ok(result.reports >= 1 && result.errors >= 1, JSON.stringify(result));
    await until("the report in the tree", () => organEntry(other));
  });

  it("is written into a table of findings", async () => {
    const uri = await write(nameOf(other, 2024), wrongTotal());
    const [finding] = await findings(uri, "row-total");
    const written = await vscode.commands.executeCommand<vscode.Uri>("nianbao.exportReview", {
      format: "markdown",
      uris: [uri.toString()],
      target: exported(),
    });
    assert.equal(written.toString(), exported().toString());
    const text = await read(written);
    assert.ok(text.includes(other), text);
    assert.ok(text.includes("3 ≠ 2"), `${finding?.message} in:\n${text}`);
  });

  it("remembers a finding that is known, without a change to the report", async () => {
    const text = wrongTotal();
    const { uri } = await open(nameOf(other, 2024), text);
    const [finding] = await findings(uri, "row-total");
    assert.ok(finding);
    const offered = await actions(uri, finding.range, vscode.CodeActionKind.QuickFix);
    const ignore = offered.at(-1)?.command;
    assert.equal(ignore?.command, "nianbao.ignoreFinding", offered.map(({ title }) => title).join("\n"));
    const [argument] = (ignore.arguments ?? []) as [IgnoreArguments];
    assert.equal(argument.message, finding.message);
    await vscode.commands.executeCommand("nianbao.ignoreFinding", argument, "已向上级说明");
    await untilRule(uri, "row-total", false);
    const { statusText } = await api();
    await until("the status that says so", () => statusText()?.includes(said("已知 1 处", "1 known")));
    assert.ok((await read(vscode.Uri.parse(argument.baseline))).includes("已向上级说明"));
    assert.equal(await read(uri), text);
    assert.ok(vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty));
    await until("the tree that says so", async () => {
      const [year] = (await organEntry(other))?.children ?? [];
      return year?.description.includes(said("已知 1", "1 known"));
    });
    // What is no longer known is a finding again.
    await remove(vscode.Uri.parse(argument.baseline));
    await untilRule(uri, "row-total", true);
  });

  it("is there again after the server was restarted", async () => {
    const uri = await write(nameOf(other, 2024), wrongTotal());
    await findings(uri, "row-total");
    await until("the report in the tree", () => organEntry(other));
    await vscode.commands.executeCommand("nianbao.restartServer");
    await findings(uri, "row-total");
    await until("the report in the tree again", () => organEntry(other));
  });

  it("is left alone where the setting says so", async () => {
    const uri = await write(nameOf(other, 2024), wrongTotal());
    await findings(uri, "row-total");
    await withSetting("checkFolder", false, async () => {
      await untilClean(uri);
      await until("it is not in the tree", async () => (await organEntry(other)) === undefined);
    });
    await findings(uri, "row-total");
  });
});
