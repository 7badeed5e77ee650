// What the tests of the suite share: reports written into the open workspace, and waiting for what VS Code does later.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { NianbaoApi } from "../../../client/src/api";
import type { Locale } from "../../../client/src/texts";
import { type SampleOptions, sampleReport } from "../../support/sample";
import type { RunLanguage } from "../runLanguage";

/** Written in when the suite is bundled. */
declare const runLanguage: RunLanguage;

export function language(): RunLanguage {
  return runLanguage;
}

/** What is to be said in the language of this run. */
export function said<T>(zh: T, en: T, locale: Locale = runLanguage.said): T {
  return locale === "zh" ? zh : en;
}

export const whole: SampleOptions = { year: 2021 };
/** One mistake, in a number that stands in one relation only: 2 is the sum of the review's four results. */
export const broken: SampleOptions = { year: 2021, cells: { "review/review/total": "3" } };

export function report(options: SampleOptions = whole): string {
  return sampleReport(options);
}

export type Folder = "reports" | "own-rules";

export function uriOf(folder: Folder, name: string): vscode.Uri {
  const found = vscode.workspace.workspaceFolders?.find((each) => each.uri.path.split("/").at(-1) === folder);
  assert.ok(found, `the workspace has no folder ${folder}`);
  return vscode.Uri.joinPath(found.uri, name);
}

/** Writes a file into the workspace and leaves it closed. */
export async function write(name: string, text = report(), folder: Folder = "reports"): Promise<vscode.Uri> {
  const uri = uriOf(folder, name);
  // Not with Node's own functions: the suite runs where there is no Node too.
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** The text of a file as it is on the disk. */
export async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** Deletes files, those that are there. */
export async function remove(...uris: readonly vscode.Uri[]): Promise<void> {
  for (const uri of uris) {
    try {
      await vscode.workspace.fs.delete(uri, { recursive: true });
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError && error.code === "FileNotFound")) throw error;
    }
  }
}

/** Writes a file into the workspace and opens it in an editor. */
export async function open(name: string, text = report(), folder: Folder = "reports"): Promise<vscode.TextDocument> {
  const uri = await write(name, text, folder);
  // As readers open files: a document that an extension asks for stays open for minutes behind its closed editor. A preview
  // would give its place, and its findings, to the next document.
  await vscode.commands.executeCommand("vscode.open", uri, { preview: false });
  return current(uri);
}

/** The document as it is now: VS Code makes a new one when its language changes. */
export function current(uri: vscode.Uri): vscode.TextDocument {
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  assert.ok(document, `${uri} is not open`);
  return document;
}

/** Waits until something is the case, looking again whenever VS Code may have done it. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Thenable<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + 15_000;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    assert.ok(Date.now() < end, `never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export function untilLanguage(uri: vscode.Uri, language: string): Promise<boolean> {
  return until(`language ${language} of ${uri}`, () => current(uri).languageId === language);
}

export function ruleOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === "object" ? code.value : code);
}

/** Our findings on a document, once there are any. */
export function findings(uri: vscode.Uri, rule?: string): Promise<readonly vscode.Diagnostic[]> {
  return until(`findings ${rule ?? ""} on ${uri}`, () => {
    const all = vscode.languages.getDiagnostics(uri).filter((each) => rule === undefined || ruleOf(each) === rule);
    return all.length > 0 && all;
  });
}

export function untilClean(uri: vscode.Uri): Promise<boolean> {
  return until(`no findings on ${uri}`, () => vscode.languages.getDiagnostics(uri).length === 0);
}

/** VS Code itself cancels the request where anything about the editor changes meanwhile, and asks again; so is done here. */
export function actions(
  uri: vscode.Uri,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  return until("an answer that VS Code does not cancel", async () => {
    try {
      return await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        uri,
        range,
        kind.value,
      );
    } catch (error) {
      if (error instanceof Error && error.name === "Canceled") return false;
      throw error;
    }
  });
}

export async function api(): Promise<NianbaoApi> {
  const extension = vscode.extensions.getExtension<NianbaoApi>("nianbao.nianbao");
  assert.ok(extension, "the extension is not installed");
  return extension.activate();
}

/** Does something while a setting of the workspace has a value. */
export async function withSetting(name: string, value: unknown, act: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration("nianbao");
  await settings.update(name, value, vscode.ConfigurationTarget.Workspace);
  try {
    await act();
  } finally {
    await settings.update(name, undefined, vscode.ConfigurationTarget.Workspace);
  }
}

/** Closes every editor without a question about what is not saved. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter((each) => each.isDirty || each.isUntitled)) {
    const editor = await vscode.window.showTextDocument(document);
    // An untitled document cannot be reverted; an empty one closes without a question.
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    if (document.isUntitled) await editor.edit((edit) => edit.delete(all));
    else await vscode.commands.executeCommand("workbench.action.files.revert");
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

/** Where a text stands first in a document. */
export function positionOf(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `the text has no ${JSON.stringify(text)}`);
  return document.positionAt(at);
}
