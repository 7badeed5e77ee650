import assert from "node:assert/strict";
import * as vscode from "vscode";
import { broken, closeAll, findings, open, positionOf, report, said, until } from "./support";

/** What a provider answers, once it has one. */
function provided<T>(command: string, ...parameters: readonly unknown[]): Promise<readonly T[]> {
  return until(command, async () => {
    const found = await vscode.commands.executeCommand<readonly T[] | undefined>(command, ...parameters);
    return found !== undefined && found !== null && found.length > 0 && found;
  });
}

function whole(document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(0, 0, document.lineCount, 0);
}

describe("tables in the editor", () => {
  afterEach(closeAll);

  it("have a line above them that leads to the first number that is wrong", async () => {
    const document = await open("透镜.nianbao", report(broken));
    const lenses = await provided<vscode.CodeLens>("vscode.executeCodeLensProvider", document.uri);
    assert.deepEqual(
      lenses.map(({ command }) => [command?.title, command?.command]),
      [
        [said("39 项勾稽关系，全部成立", "39 relations, all hold"), ""],
        [said("3 项勾稽关系，1 项不符", "3 relations, 1 broken"), "nianbao.showTable"],
      ],
    );
    const [finding] = await findings(document.uri);
    const lens = lenses[1]?.command;
    assert.ok(finding && lens);
    // In the editor that shows it, and where another report is shown in its place.
    for (const other of [false, true]) {
      if (other) await open("别的.nianbao");
      else await vscode.commands.executeCommand("cursorTop");
      await vscode.commands.executeCommand(lens.command, ...(lens.arguments ?? []));
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.uri.toString(), document.uri.toString());
      assert.deepEqual(editor.selection, new vscode.Selection(finding.range.start, finding.range.start));
      // The editor has kept the focus: what is typed goes to the number.
      await vscode.commands.executeCommand("type", { text: "9" });
      assert.equal(document.getText(finding.range.with({ end: finding.range.end.translate(0, 1) })), "93");
      await vscode.commands.executeCommand("undo");
    }
  });

  it("end where a heading is completed: at the margin, though the editor has indented it like their last row", async () => {
    const text = report({ sections: { review: null } });
    const document = await open("补标题.nianbao", text);
    const editor = await vscode.window.showTextDocument(document);
    const end = positionOf(document, "\n\n\n五、存在");
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand("type", { text: "\n" });
    await vscode.commands.executeCommand("type", { text: "四、" });
    assert.ok(document.getText().includes("\n\t四、\n"), "it was not indented");
    await until("the heading", async () => {
      await vscode.commands.executeCommand("editor.action.triggerSuggest");
      for (let waited = 0; waited < 1000; waited += 50) {
        await new Promise((next) => setTimeout(next, 50));
        await vscode.commands.executeCommand("acceptSelectedSuggestion");
        if (document.getText().includes("四、政府信息公开行政复议")) return true;
      }
      return false;
    });
    assert.ok(document.getText().includes("\n四、政府信息公开行政复议、行政诉讼情况\n"), document.getText());
  });

  it("have the computed number behind a wrong total, behind all of them, or behind none", async () => {
    const document = await open("提示.nianbao", report(broken));
    const hints = async () => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        "vscode.executeInlayHintProvider",
        document.uri,
        whole(document),
      );
      return found.map(({ label }) => (typeof label === "string" ? label : label.map(({ value }) => value).join("")));
    };
    await until("a hint", async () => (await hints()).join() === said("= 2（各项之和）", "= 2 (sum of the parts)"));
    const settings = vscode.workspace.getConfiguration("nianbao", document.uri);
    try {
      await settings.update("inlayHints", "all", vscode.ConfigurationTarget.Global);
      await until("hints at all totals", async () => (await hints()).length === 34);
      await settings.update("inlayHints", "off", vscode.ConfigurationTarget.Global);
      await until("no hints", async () => (await hints()).length === 0);
    } finally {
      await settings.update("inlayHints", undefined, vscode.ConfigurationTarget.Global);
    }
    await until("the first hint again", async () => (await hints()).length === 1);
  });

  it("have semantic colours, and a way from a total to its parts", async () => {
    const document = await open("着色.nianbao", report(broken));
    const tokens = await until("semantic tokens", async () => {
      const found = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        "vscode.provideDocumentSemanticTokens",
        document.uri,
      );
      return found !== undefined && found.data.length > 0 && found;
    });
    assert.ok(tokens.data.length > 5 * 200);
    const total = positionOf(document, "\t66\n").translate(0, 1);
    const parts = await provided<vscode.LocationLink>("vscode.executeDefinitionProvider", document.uri, total);
    assert.deepEqual(
      parts.map(({ targetRange }) => document.getText(targetRange)),
      ["58", "7", "1", "0", "0", "0"],
    );
  });

  it("are written empty into an empty file, by completion", async () => {
    const document = await open("新写.nianbao", "");
    const wanted = said("空白年报（2021 年格式）", "Empty report (2021 form)");
    const list = await until("completions", async () => {
      const found = await vscode.commands.executeCommand<vscode.CompletionList | undefined>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        new vscode.Position(0, 0),
      );
      return found?.items.some(({ label }) => label === wanted) && found;
    });
    const item = list.items.find(({ label }) => label === wanted);
    assert.ok(item?.insertText instanceof vscode.SnippetString);
    const editor = await vscode.window.showTextDocument(document);
    await editor.insertSnippet(item.insertText, new vscode.Position(0, 0), {
      undoStopBefore: true,
      undoStopAfter: true,
    });
    const lenses = await provided<vscode.CodeLens>("vscode.executeCodeLensProvider", document.uri);
    assert.equal(lenses[0]?.command?.title, said("39 项勾稽关系，39 项无法核对", "39 relations, 39 not assessable"));
  });
});
