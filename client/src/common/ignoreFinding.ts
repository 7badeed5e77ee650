// Puts a finding into the baseline of the folder, with the reader's reason. The report itself is never touched.
import { FileSystemError, Uri, window, workspace } from "vscode";
import type { IgnoreArguments } from "../../../server/src/lsp/protocol";
import { type Locale, texts } from "../texts";
import { fileName } from "../treeModel";
import type { Server } from "./server";

/** The command's function. `reason` is asked for where it is left out. */
export function ignoreFinding(
  server: Server,
  locale: () => Locale,
): (finding: IgnoreArguments, reason?: string) => Promise<void> {
  // One after the other: each is to be added to what the one before has written.
  let writing: Promise<void> = Promise.resolve();
  return async (finding, reason) => {
    const given = reason ?? (await askReason(finding, locale()));
    if (given === undefined) return;
    writing = writing.then(async () => {
      try {
        await write(server, finding, given, locale());
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        void window.showErrorMessage(`${texts.writeFailed[locale()]}: ${why}`);
      }
    });
    await writing;
  };
}

function askReason({ message }: IgnoreArguments, locale: Locale): Thenable<string | undefined> {
  return window.showInputBox({
    title: texts.whyKnown[locale],
    prompt: message,
    placeHolder: texts.reasonHint[locale],
    // A look at the report must not cost what was typed.
    ignoreFocusOut: true,
  });
}

async function write(
  server: Server,
  { baseline, entry }: IgnoreArguments,
  reason: string,
  locale: Locale,
): Promise<void> {
  const uri = Uri.parse(baseline);
  const name = fileName(baseline);
  const unsaved = () =>
    workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === uri.toString());
  if (unsaved()) return refuse(`${name} ${texts.baselineUnsaved[locale]}`);
  const result = await server.ignore({ baseline, entry, reason });
  if (result === undefined) return refuse(texts.noAnswer[locale]);
  // What the server takes for absent may be there all the same and hold the work of others.
  if (result === null || (result.isNew && (await exists(uri))))
    return refuse(`${name} ${texts.baselineUnreadable[locale]}`);
  // It may have been typed into while the server worked.
  if (unsaved()) return refuse(`${name} ${texts.baselineUnsaved[locale]}`);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(result.content));
  window.setStatusBarMessage(`${texts.noted[locale]} ${name}`, 3000);
}

/** Rejects where nothing tells. */
async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === "FileNotFound") return false;
    throw error;
  }
}

function refuse(message: string): void {
  void window.showWarningMessage(message);
}
