// What features hand to the edge (lsp, cli): plain data with offsets, already in one language where it is text.
import type { Bilingual } from "../form/types";
import type { Finding, TextEdit } from "../rules/types";
import type { Span } from "../syntax/span";

export type Locale = "zh" | "en";

export interface HoverText {
  readonly span: Span;
  /** Markdown; text quoted from the report is escaped. */
  readonly markdown: string;
}

export interface OutlineItem {
  readonly kind: "section" | "subsection" | "table" | "row";
  readonly name: string;
  /** Of a row its total, of a table how many of its relations hold; else empty. */
  readonly detail: string;
  readonly span: Span;
  /** Inside `span`. */
  readonly selection: Span;
  /** Inside `span`, in the order of the text. */
  readonly children: readonly OutlineItem[];
}

export interface Highlight {
  readonly span: Span;
  /** write: the cell under the cursor; read: a cell that stands in a relation with it. */
  readonly kind: "read" | "write";
}

export interface Action {
  readonly kind: "quickfix" | "copy-comment" | "ignore";
  readonly title: string;
  readonly preferred: boolean;
  /** The findings it answers. */
  readonly findings: readonly Finding[];
  readonly edits: readonly TextEdit[];
  /** Of copy-comment: the review comment to put on the clipboard. */
  readonly comment: string | null;
}

/** One place that is changed in bulk. */
export interface BulkChange extends TextEdit {
  /** What stands there; empty for a blank. */
  readonly before: string;
  /** The cell in words: 表三 一、本年新收·总计. Null where it is none. */
  readonly place: Bilingual | null;
}
