import assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  api,
  broken,
  closeAll,
  findings,
  open,
  positionOf,
  remove,
  report,
  ruleOf,
  said,
  until,
  untilClean,
  uriOf,
  withSetting,
} from "./support";

describe("findings", () => {
  afterEach(closeAll);

  it("stand at the total, with their rule, a link, a message with the numbers, and the other cells", async () => {
    const document = await open("合计有误.nianbao", report(broken));
    const all = await findings(document.uri, "row-total");
    assert.equal(all.length, 1);
    const [finding] = all;
    assert.ok(finding);
    assert.equal(document.getText(finding.range), "3");
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(finding.source, "nianbao");
    assert.match(finding.message, said(/^表四 .*：3 ≠ 2（.*），相差 1/, /^Table 4 .*: 3 ≠ 2 \(.*\), off by 1/));
    assert.equal(finding.relatedInformation?.length, 4);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri).map(ruleOf), ["row-total"]);
  });

  it("there are none on a report in order", async () => {
    const { statusText } = await api();
    const uri = uriOf("reports", "青禾县示范镇人民政府2021年政府信息公开工作年度报告.txt");
    await vscode.window.showTextDocument(uri);
    await until("the status of a report in order", () => statusText()?.includes("42/42"));
    assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
  });

  it("stay when the document is closed, as those of the whole folder do, and go with the file", async () => {
    const { uri } = await open("将关闭.nianbao", report(broken));
    await findings(uri);
    await closeAll();
    // Nothing tells that they were left alone; the client asks for them a last time when a document is closed.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await findings(uri, "row-total");
    await remove(uri);
    await untilClean(uri);
  });

  it("are gone when the document is closed, where only open ones are checked", async () => {
    await withSetting("checkFolder", false, async () => {
      const { uri } = await open("将关闭.nianbao", report(broken));
      await findings(uri);
      await closeAll();
      await untilClean(uri);
    });
  });

  it("come and go while one types", async () => {
    const document = await open("改动.nianbao");
    const editor = await vscode.window.showTextDocument(document);
    const { statusText } = await api();
    await until("the status of a report in order", () => statusText()?.includes("42/42"));
    const start = positionOf(document, "五、存在的主要问题及改进情况");
    const range = new vscode.Range(start, document.lineAt(start).range.end);
    await editor.edit((edit) => edit.replace(range, "（删去了第五部分的标题）"));
    await findings(document.uri, "section-missing");
    await vscode.commands.executeCommand("undo");
    await untilClean(document.uri);
  });

  it("nianbao.rules sets the severity, folder by folder", async () => {
    const here = await open("按文件夹.nianbao", report(broken));
    const there = await open("按文件夹.nianbao", report(broken), "own-rules");
    const [error] = await findings(here.uri, "row-total");
    const [warning] = await findings(there.uri, "row-total");
    assert.equal(error?.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(warning?.severity, vscode.DiagnosticSeverity.Warning);
  });

  it("the link of a rule opens its page inside VS Code, read-only", async () => {
    const { uri } = await open("链接.nianbao", report(broken));
    const [finding] = await findings(uri, "row-total");
    const code = finding?.code;
    assert.ok(typeof code === "object");
    await vscode.commands.executeCommand("vscode.open", code.target);
    const page = await until("the rule's page", () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      const shown =
        input instanceof vscode.TabInputText
          ? input.uri
          : input instanceof vscode.TabInputCustom
            ? input.uri
            : undefined;
      const document = vscode.workspace.textDocuments.find((each) => each.getText().includes("row-total"));
      return (shown !== undefined || input instanceof vscode.TabInputWebview) && document;
    });
    assert.match(page.getText(), /^# /m);
    const text = page.getText();
    const editor = await vscode.window.showTextDocument(page);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand("type", { text: "x" });
    assert.equal(page.getText(), text);
  });
});
