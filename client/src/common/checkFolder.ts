// The command that reads and checks every file of the workspace anew, opened or not.
import { commands, ProgressLocation, window } from "vscode";
import type { CheckFolderResult } from "../../../server/src/lsp/protocol";
import { checkedText } from "../folderText";
import { type Locale, texts } from "../texts";
import type { Server } from "./server";

export async function checkFolder(server: Server, locale: Locale): Promise<CheckFolderResult | undefined> {
  const options = { location: ProgressLocation.Notification, title: texts.checkingFolder[locale], cancellable: true };
  return window.withProgress(options, async (progress, cancelled) => {
    let done = 0;
    const result = await server.checkFolder((percentage) => {
      progress.report({ increment: percentage - done, message: `${Math.floor(percentage)} %` });
      done = percentage;
    }, cancelled);
    // What was counted up to then would look like all there is.
    if (cancelled.isCancellationRequested) return undefined;
    // Not waited for: the notice stays until the reader closes it.
    if (result !== undefined) void say(result, locale);
    else void window.showErrorMessage(texts.noAnswer[locale]);
    return result;
  });
}

async function say(result: CheckFolderResult, locale: Locale): Promise<void> {
  const showProblems = texts.showProblems[locale];
  const exportReview = texts.exportReview[locale];
  const offered = result.reports > 0 ? [showProblems, exportReview] : [];
  const chosen = await window.showInformationMessage(checkedText(result, locale), ...offered);
  if (chosen === showProblems) await commands.executeCommand("workbench.actions.view.problems");
  if (chosen === exportReview) await commands.executeCommand("nianbao.exportReview");
}
