// A click on the line above a table: the cursor goes to its first number that something is wrong with, and the list of problems
// is shown beside it. The editor keeps the focus: a list that takes it selects its first entry, which may be another report's.
import { commands, Position, Range, Selection, TextEditorRevealType, Uri, window } from "vscode";
import type { ShowTableArguments } from "../../../server/src/lsp/protocol";

export async function showTable({ uri, position }: ShowTableArguments): Promise<void> {
  const resource = Uri.parse(uri);
  const at = new Position(position.line, position.character);
  const selection = new Range(at, at);
  // An editor that shows it already may be one side of a comparison, which is not to be left.
  const editor = [window.activeTextEditor, ...window.visibleTextEditors].find(
    (each) => each?.document.uri.toString() === resource.toString(),
  );
  if (editor === undefined) await window.showTextDocument(resource, { selection });
  else {
    editor.selection = new Selection(at, at);
    editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
  }
  await commands.executeCommand("workbench.panel.markers.view.focus", { preserveFocus: true });
}
