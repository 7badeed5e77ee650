import assert from "node:assert/strict";
import * as vscode from "vscode";
import { broken, closeAll, current, findings, open, report, until, untilLanguage, withSetting } from "./support";

describe("which documents are reports", () => {
  afterEach(closeAll);

  it("*.nianbao is one by its name", async () => {
    const document = await open("空.nianbao", "");
    assert.equal(document.languageId, "nianbao");
  });

  it("a .txt file named 政府信息公开…年报 or …年度报告 is one by its name", async () => {
    for (const name of ["某局2024年政府信息公开年报.txt", "某局2024年政府信息公开工作年度报告.txt"]) {
      const document = await open(name, "尚未撰写\n");
      assert.equal(document.languageId, "nianbao", name);
    }
  });

  it("plain text is one by its content", async () => {
    const { uri } = await open("附件一.txt");
    await untilLanguage(uri, "nianbao");
  });

  it("plain text of another kind stays plain text", async () => {
    const other = await open("会议纪要.txt", "会议纪要\n\n一、总体情况\n各科室汇报了工作。\n");
    // The next document's change of language shows that this one has been looked at.
    const { uri } = await open("附件二.txt");
    await untilLanguage(uri, "nianbao");
    assert.equal(current(other.uri).languageId, "plaintext");
  });

  it("a report pasted into an untitled file is one", async () => {
    const document = await vscode.workspace.openTextDocument({ language: "plaintext", content: "" });
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), report(broken)));
    await untilLanguage(document.uri, "nianbao");
    await findings(document.uri, "row-total");
  });

  it("a document that was set back to plain text is left alone", async () => {
    const { uri } = await open("附件三.txt");
    await untilLanguage(uri, "nianbao");
    await vscode.languages.setTextDocumentLanguage(current(uri), "plaintext");
    const editor = await vscode.window.showTextDocument(current(uri));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "　"));
    const later = await open("附件四.txt");
    await untilLanguage(later.uri, "nianbao");
    assert.equal(current(uri).languageId, "plaintext");
  });

  it("an explicit file association wins over content and name", async () => {
    const named = await open("某局2024年政府信息公开年报（草稿）.txt");
    const others = [await open("附件（送审）.txt"), await open("附件（送审）.nianbao")];
    const later = await open("附件五.txt");
    await untilLanguage(later.uri, "nianbao");
    assert.equal(current(named.uri).languageId, "plaintext");
    // Plain text again where the language that is asked for is not there.
    for (const { uri } of others) assert.notEqual(current(uri).languageId, "nianbao");
  });

  it("Markdown is never changed by its content", async () => {
    const markdown = await open("年报.md", report({ layout: "markdown" }));
    const later = await open("附件六.txt");
    await untilLanguage(later.uri, "nianbao");
    assert.equal(current(markdown.uri).languageId, "markdown");
  });

  it("the setting turns detection by content off", async () => {
    const settings = vscode.workspace.getConfiguration("nianbao");
    await withSetting("detectByContent", false, async () => {
      const { uri } = await open("附件七.txt");
      // Nothing tells that a document was passed over; named ones still work, and are opened later.
      const named = await open("附件七.nianbao", report(broken));
      await findings(named.uri);
      assert.equal(current(uri).languageId, "plaintext");
    });
    await until("the setting is gone", () => settings.inspect("detectByContent")?.workspaceValue === undefined);
  });
});
