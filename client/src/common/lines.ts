import type { TextDocument } from "vscode";
import type { Lines } from "../detect";

/** Reads a document line by line, so that its text as a whole is never put together. */
export function linesOf(document: TextDocument): Lines {
  return { lineCount: document.lineCount, lineAt: (line) => document.lineAt(line).text };
}
