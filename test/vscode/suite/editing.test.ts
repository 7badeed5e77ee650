import assert from "node:assert/strict";
import * as vscode from "vscode";
import { actions, api, broken, closeAll, findings, open, positionOf, report, said, until, untilClean } from "./support";

function textOf(hovers: readonly vscode.Hover[]): string {
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((each) => (typeof each === "string" ? each : each.value)).join("\n");
}

function hover(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  return until("a hover", async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      position,
    );
    return textOf(hovers) || undefined;
  });
}

describe("in the editor", () => {
  afterEach(closeAll);

  it("the hover on a cell names row, column and relations", async () => {
    const document = await open("悬停.nianbao");
    // The total of the row 一、本年新收: 58 + 7 + 1.
    const text = await hover(document, positionOf(document, "\t66\n").translate(0, 1));
    for (const part of ["本年新收", "总计", "66", "58", "✓", said("行合计：", "Row total: ")])
      assert.ok(text.includes(part), `${part} in:\n${text}`);
    assert.ok(!text.includes("✗"), text);
  });

  it("the hover on a wrong total says by how much", async () => {
    const document = await open("悬停有误.nianbao", report(broken));
    const [finding] = await findings(document.uri, "row-total");
    assert.ok(finding);
    const text = await hover(document, finding.range.start);
    assert.ok(text.includes("✗"), text);
  });

  it("the outline has the six sections on top", async () => {
    const document = await open("大纲.nianbao");
    const symbols = await until("the outline", async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        "vscode.executeDocumentSymbolProvider",
        document.uri,
      );
      return found !== undefined && found.length > 0 && found;
    });
    assert.deepEqual(
      symbols.map((symbol) => symbol.name.slice(0, 2)),
      ["一、", "二、", "三、", "四、", "五、", "六、"],
    );
    for (const symbol of symbols) assert.equal(document.lineAt(symbol.selectionRange.start).text, symbol.name);
  });

  it("a quick fix corrects the total, and the finding is gone", async () => {
    const document = await open("更正.nianbao", report(broken));
    const [finding] = await findings(document.uri, "row-total");
    assert.ok(finding);
    const found = await actions(document.uri, finding.range, vscode.CodeActionKind.QuickFix);
    const fix = found.find((action) => action.edit !== undefined);
    assert.ok(fix?.edit, found.map((action) => action.title).join("\n"));
    assert.match(fix.title, said(/^改为 2（原 3）/, /^Set to 2 \(was 3\)/));
    assert.equal(await vscode.workspace.applyEdit(fix.edit), true);
    assert.equal(document.getText(), report());
    await untilClean(document.uri);
  });

  it("every finding offers its review comment, which goes to the clipboard", async () => {
    const document = await open("审核意见.nianbao", report(broken));
    const [finding] = await findings(document.uri, "row-total");
    assert.ok(finding);
    const found = await actions(document.uri, finding.range, vscode.CodeActionKind.Empty);
    const copy = found.find((action) => action.title.includes(said("复制审核意见", "Copy review comment")));
    assert.ok(copy?.command, found.map((action) => action.title).join("\n"));
    await vscode.commands.executeCommand(copy.command.command, ...(copy.command.arguments ?? []));
    const text = await until("the comment on the clipboard", async () => {
      const clip = await vscode.env.clipboard.readText();
      return clip.includes(said("表四", "Table 4")) && clip;
    });
    assert.match(text, /3/);
  });

  it("source.fixAll.nianbao rewrites the spelling of numbers only", async () => {
    const text = report({ ...broken, cells: { ...broken.cells, "requests/denied.stateSecret/natural": "00" } });
    const document = await open("全部修正.nianbao", text);
    await findings(document.uri, "cell-format");
    const kind = vscode.CodeActionKind.SourceFixAll.append("nianbao");
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const [fixAll] = await actions(document.uri, whole, kind);
    assert.ok(fixAll?.edit);
    assert.equal(await vscode.workspace.applyEdit(fixAll.edit), true);
    assert.equal(document.getText(), report(broken));
  });

  it("source.nianbao.totals sets wrong and blank totals, and the editor shows what it changed", async () => {
    const cells = { "requests/new/total": "65", "requests/granted/total": "" };
    const document = await open("改正合计.nianbao", report({ ...broken, cells: { ...broken.cells, ...cells } }));
    await findings(document.uri, "cell-blank");
    const kind = vscode.CodeActionKind.Source.append("nianbao").append("totals");
    const [totals, ...others] = await actions(document.uri, new vscode.Range(0, 0, 0, 0), kind);
    assert.ok(totals?.command && others.length === 0);
    assert.match(
      totals.title,
      said(/2 处：表三 一、本年新收·总计 65 → 66；/, /^Set 2 total\(s\) .*: Table 3 一、本年新收·总计 65 → 66;/),
    );
    assert.equal(totals.command.command, "nianbao.showChanges");
    assert.ok((await vscode.commands.getCommands(true)).includes("nianbao.showChanges"));
    // As the menu does it: the edit, then the command.
    await vscode.window.showTextDocument(document);
    const done = () => document.getText() === report(broken);
    await until("both totals", async () => {
      await vscode.commands.executeCommand("editor.action.sourceAction", { kind: kind.value, apply: "first" });
      // The command has ended before its edit is there, and does nothing where VS Code has cancelled the request.
      for (let waited = 0; waited < 3000 && !done(); waited += 20) await new Promise((next) => setTimeout(next, 20));
      return done();
    });
    await vscode.commands.executeCommand("undo");
    await until("one undo for all of it", () => document.getText().includes("\t65\n"));
    await vscode.commands.executeCommand("notifications.clearAll");
  });

  it("sections and tables fold", async () => {
    const { uri } = await open("折叠.nianbao");
    const ranges = await until("foldings", async () => {
      const found = await vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>(
        "vscode.executeFoldingRangeProvider",
        uri,
      );
      return found !== undefined && found.length >= 6 && found;
    });
    assert.ok(ranges.length >= 9);
  });

  it("the cells of a cell's relations are highlighted", async () => {
    const document = await open("高亮.nianbao");
    const position = positionOf(document, "\t66\n").translate(0, 1);
    const found = await until("highlights", async () => {
      const all = await vscode.commands.executeCommand<vscode.DocumentHighlight[] | undefined>(
        "vscode.executeDocumentHighlights",
        document.uri,
        position,
      );
      return all !== undefined && all.length > 6 && all;
    });
    assert.ok(found.some((each) => document.getText(each.range) === "58"));
  });
});

describe("status and commands", () => {
  afterEach(closeAll);

  it("the status counts the relations while a report is active", async () => {
    const { statusText } = await api();
    await open("状态.nianbao", report(broken));
    await until("1 of 42 broken", () => /✗\s*1\s*\/\s*42/.test(statusText() ?? ""));
    await open("状态完整.nianbao");
    await until("42 of 42 held", () => statusText()?.includes("42/42"));
    await open("说明.md", "# 说明\n");
    await until("no status beside a report", () => statusText() === undefined);
  });

  it("the status says how many rules are off", async () => {
    const { statusText } = await api();
    await open("状态规则.nianbao", report(), "own-rules");
    await until("one rule off", () => statusText()?.includes(said("停用 1 条规则", "1 rule off")));
  });

  it("the commands are there", async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const command of ["nianbao.restartServer", "nianbao.showLog"]) assert.ok(commands.includes(command), command);
  });

  it("the server restarts and finds again", async () => {
    const { uri } = await open("重启.nianbao", report(broken));
    await findings(uri);
    await vscode.commands.executeCommand("nianbao.restartServer");
    await findings(uri);
  });
});
