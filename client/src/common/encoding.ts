// The notice for a report that was read in the wrong encoding. The suspicion comes from the text, the proof from the bytes.
import { commands, type TextDocument, type Uri, window, workspace } from "vscode";
import { isReportText, looksMisread, mayHoldReport } from "../detect";
import { type Locale, texts } from "../texts";
import { linesOf } from "./lines";

/** Bytes; a report is a few ten thousand. Larger files are not read a second time. */
const maxFile = 8 * 1024 * 1024;
const maxDecoded = 512 * 1024;

export class EncodingNotice {
  readonly #locale: () => Locale;
  readonly #reopened: (document: TextDocument) => void;
  /** By URI: one notice for a document, however often it is looked at. */
  readonly #told = new Set<string>();

  constructor(locale: () => Locale, reopened: (document: TextDocument) => void) {
    this.#locale = locale;
    this.#reopened = reopened;
  }

  async consider(document: TextDocument): Promise<void> {
    const uri = document.uri.toString();
    // Unsaved changes would be lost, and an untitled text has no bytes.
    if (document.isUntitled || document.isDirty || this.#told.has(uri)) return;
    if (!mayHoldReport(document.uri.path) || !looksMisread(linesOf(document))) return;
    this.#told.add(uri);
    if (!(await isReportInGb18030(document.uri))) return;
    const reopen = texts.reopen[this.#locale()];
    const chosen = await window.showWarningMessage(texts.misread[this.#locale()], reopen);
    if (chosen === reopen) await this.#reopen(document);
  }

  async #reopen(document: TextDocument): Promise<void> {
    try {
      this.#reopened(await reopenWithGb18030(document));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await window.showErrorMessage(`${texts.reopenFailed[this.#locale()]}: ${reason}`);
    }
  }
}

async function isReportInGb18030(uri: Uri): Promise<boolean> {
  try {
    if ((await workspace.fs.stat(uri)).size > maxFile) return false;
    const bytes = await workspace.fs.readFile(uri);
    // A stream decoder leaves out a character cut in two at the end.
    const text = new TextDecoder("gb18030").decode(bytes.subarray(0, maxDecoded), { stream: true });
    return isReportText(text);
  } catch {
    // No such bytes or no such decoder: without proof nothing is claimed.
    return false;
  }
}

/** The option exists since VS Code 1.100, as `TextDocument.encoding` does; before that the reader picks it from a list. */
async function reopenWithGb18030(document: TextDocument): Promise<TextDocument> {
  if ("encoding" in document) {
    const open: (uri: Uri, options: { readonly encoding: string }) => Thenable<TextDocument> =
      workspace.openTextDocument;
    return open(document.uri, { encoding: "gb18030" });
  }
  await window.showTextDocument(document);
  await commands.executeCommand("workbench.action.editor.changeEncoding");
  return document;
}
