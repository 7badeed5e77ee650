// The report the protocol tests speak about, and how they point into it.
import type { Position, TextEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type SampleOptions, sampleReport } from "../support/sample";

export const uri = "file:///%E6%8A%A5%E5%91%8A/report.nianbao";

/** One wrong total: 行政复议's 总计 is 77 where its parts make 2. */
export const wrongTotal: SampleOptions = { cells: { "review/review/total": "77" } };
/** One number spelled "00"; its value is right. */
export const wrongSpelling: SampleOptions = { cells: { "review/directSuit/upheld": "00" } };

export function clean(options: SampleOptions = {}): string {
  return sampleReport(options);
}

/** Where `needle` begins, `delta` characters further. */
export function at(text: string, needle: string, delta = 0): Position {
  const offset = text.indexOf(needle);
  if (offset < 0) throw new Error(`the text has no "${needle}"`);
  return TextDocument.create("", "", 1, text).positionAt(offset + delta);
}

export function apply(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create("", "", 1, text), [...edits]);
}
