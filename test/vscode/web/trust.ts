// What holds in a folder that is not trusted, in a VS Code that asks for trust. A run of tests is always trusted, so this is
// an extension that looks on its own when VS Code has started, and says on the console what it found.
import * as vscode from "vscode";
import { broken, current, open, report, ruleOf, until } from "../suite/support";
import { activate as provideFiles } from "./extension";
import { trustMark } from "./scheme";

/** Says that something came to be, and fails the run where it did not. */
async function see(what: string, look: () => boolean): Promise<void> {
  await until(what, look);
  console.log(`${trustMark}${what}`);
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  provideFiles(context);
  // VS Code waits for the files, which are there when this activation has ended.
  void look().catch((error: unknown) => console.log(`${trustMark}failed: ${String(error)}`));
}

/** Milliseconds after a change of associations in which a change of language is not taken for the user's, and a bit. */
const guessing = 1500;

/** The workspace's settings ask for another language for these names, the user's own for one of them. */
async function lookAtAssociations(): Promise<void> {
  const files = vscode.workspace.getConfiguration("files");
  const own = { "*（送审）（自用）.txt": "received" };
  await files.update("associations", own, vscode.ConfigurationTarget.Global);
  await new Promise((resolve) => setTimeout(resolve, guessing));

  const opened: string[] = [];
  const listening = vscode.workspace.onDidOpenTextDocument(({ languageId }) => void opened.push(languageId));
  const languageOf = (uri: vscode.Uri) => current(uri).languageId;
  const { uri } = await open("收到（送审）.txt", report(broken));
  await see("untrusted: a report by its content", () => languageOf(uri) === "nianbao");
  const { uri: empty } = await open("收到（送审）.nianbao", "尚未撰写\n");
  await see("untrusted: a report by its name", () => languageOf(empty) === "nianbao");
  await see("untrusted: both against the folder", () => opened.join() === "received,nianbao,received,nianbao");
  listening.dispose();

  // What is opened later shows that what was there before has been looked at.
  await vscode.languages.setTextDocumentLanguage(current(uri), "received");
  const { uri: kept } = await open("收到（送审）（自用）.txt", report(broken));
  const { uri: later } = await open("再收到（送审）.txt", report(broken));
  await until("the later report", () => languageOf(later) === "nianbao");
  await see("untrusted: what the user set stays", () => languageOf(uri) === "received");
  await see("untrusted: what the user's own settings say stays", () => languageOf(kept) === "received");
}

async function look(): Promise<void> {
  await until("the workspace", () => (vscode.workspace.workspaceFolders ?? []).length === 2);
  await lookAtAssociations();
  // Its settings ask for a warning here.
  const { uri } = await open("收到的.nianbao", report(broken), "own-rules");
  const severity = () => vscode.languages.getDiagnostics(uri).find((each) => ruleOf(each) === "row-total")?.severity;
  await see("untrusted: error", () => !vscode.workspace.isTrusted && severity() === vscode.DiagnosticSeverity.Error);
  await see("trusted: warning", () => vscode.workspace.isTrusted && severity() === vscode.DiagnosticSeverity.Warning);
}
