// Writes the findings of all or some reports into a table (审核意见单), to be printed, handed on or opened with Excel.
import { commands, env, ProgressLocation, Uri, window, workspace } from "vscode";
import type { ReviewFormat, ReviewResult } from "../../../server/src/lsp/protocol";
import { exportedText } from "../folderText";
import { type Locale, texts } from "../texts";
import { fileName } from "../treeModel";
import type { Server } from "./server";

export interface ExportArguments {
  /** Asked for where it is left out, as is the file; with it nothing is asked. */
  readonly format?: ReviewFormat;
  /** Only of these reports. */
  readonly uris?: readonly string[];
  /** The file to be written, also where there is one; without it a new one in the workspace. */
  readonly target?: Uri;
}

/** In the order in which they are offered, with the extensions of their files. */
const formats: readonly (readonly [ReviewFormat, string])[] = [
  ["html", "html"],
  ["csv", "csv"],
  ["markdown", "md"],
];

/** The file that was written; undefined where none was. */
export async function exportReview(
  server: Server,
  locale: Locale,
  { format: given, uris, target: named }: ExportArguments,
): Promise<Uri | undefined> {
  const format = given ?? (await askFormat(locale));
  if (format === undefined) return undefined;
  // The server first checks what is still to be checked.
  const progress = { location: ProgressLocation.Window, title: texts.checking[locale] };
  const review = await window.withProgress(progress, () => server.review({ format, ...(uris && { uris: [...uris] }) }));
  if (review === undefined) {
    void window.showErrorMessage(texts.noAnswer[locale]);
    return undefined;
  }
  if (review.reports === 0) {
    void window.showInformationMessage(texts.nothingToExport[locale]);
    return undefined;
  }
  const target = named ?? (await targetOf(review, format, given === undefined, locale));
  if (target === undefined) return undefined;
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(review.content));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(`${texts.writeFailed[locale]}: ${reason}`);
    return undefined;
  }
  // Not waited for: the notice stays until the reader closes it.
  void offer(target, format, exportedText(review, fileName(target.path), locale), locale);
  return target;
}

async function askFormat(locale: Locale): Promise<ReviewFormat | undefined> {
  const items = formats.map(([format]) => ({ label: texts[format][locale], format }));
  return (await window.showQuickPick(items, { title: texts.chooseFormat[locale] }))?.format;
}

async function targetOf(
  { name }: ReviewResult,
  format: ReviewFormat,
  asked: boolean,
  locale: Locale,
): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const unused = folder && (await unusedIn(folder, name));
  if (!asked && unused !== undefined) return unused;
  const extensions = formats.flatMap(([each, extension]) => (each === format ? [extension] : []));
  try {
    return await window.showSaveDialog({ defaultUri: unused, filters: { [texts[format][locale]]: extensions } });
  } catch {
    // There are places without dialogs for files.
    return unused;
  }
}

/** A file of this name, or with a number behind it, that is not there yet. */
async function unusedIn(folder: Uri, name: string): Promise<Uri> {
  for (let number = 1; ; number++) {
    const uri = Uri.joinPath(folder, number === 1 ? name : name.replace(/(?=\.\w+$)|$/, ` ${number}`));
    try {
      await workspace.fs.stat(uri);
    } catch {
      return uri;
    }
  }
}

async function offer(target: Uri, format: ReviewFormat, message: string, locale: Locale): Promise<void> {
  const open = texts.openFile[locale];
  if ((await window.showInformationMessage(message, open)) !== open) return;
  // A browser prints the page; it knows the files of this machine only.
  if (format === "html" && target.scheme === "file" && env.remoteName === undefined) await env.openExternal(target);
  else await commands.executeCommand("vscode.open", target);
}
