// The open documents. Each keeps what was read out of its present text, so that every feature answers from one reading
// and nothing is computed again while only the cursor moves. A change of the text throws all of it away, a change of the
// settings only what depends on them.
import type { Diagnostic, TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { readReport } from "../report/index";
import type { Report } from "../report/types";
import { check } from "../rules/index";
import type { Finding } from "../rules/types";
import { type Settings, sameRules } from "./settings";

/** Longest text that is analysed, in UTF-16 units. The longest real report is a fiftieth of it; beyond, typing would stall. */
export const longestText = 2_000_000;

/** Findings as the client sees them. */
export interface Shown {
  readonly items: Diagnostic[];
  /** The diagnostic of each finding, for the actions that answer it. */
  readonly of: ReadonlyMap<Finding, Diagnostic>;
  /** Never used twice, whatever is closed and opened again in between. */
  readonly resultId: string;
}

export type Show = (document: OpenDocument, findings: readonly Finding[]) => Omit<Shown, "resultId">;

let shownSoFar = 0;

export class OpenDocument {
  /** Pending until the first settings are there. */
  ready: Promise<void> | null = null;
  /** Rises with every change of the text: a version may be repeated or skipped by a client. */
  changes = 0;
  /** The status last sent, without its version. */
  lastStatus = "";
  private current: Settings;
  private read: { readonly report: Report | null } | null = null;
  private judged: readonly Finding[] | null = null;
  private shown: Shown | null = null;

  constructor(
    readonly text: TextDocument,
    settings: Settings,
    private readonly show: Show,
  ) {
    this.current = settings;
  }

  static open(uri: string, languageId: string, version: number, content: string, settings: Settings, show: Show) {
    return new OpenDocument(TextDocument.create(uri, languageId, version, content), settings, show);
  }

  get uri(): string {
    return this.text.uri;
  }

  get settings(): Settings {
    return this.current;
  }

  change(changes: TextDocumentContentChangeEvent[], version: number): void {
    // Before the update, for one that throws half way through has changed the text as well.
    this.changes++;
    this.read = null;
    this.judged = null;
    this.shown = null;
    TextDocument.update(this.text, changes, version);
  }

  /** Takes new settings; true when the diagnostics may be others than before. */
  configure(settings: Settings): boolean {
    const before = this.current;
    const rulesChanged = !sameRules(before.rules, settings.rules);
    if (!rulesChanged && before.locale === settings.locale) return false;
    this.current = settings;
    if (rulesChanged) this.judged = null;
    this.shown = null;
    return true;
  }

  /** Null for a text that is too long. */
  get report(): Report | null {
    if (this.read === null) {
      const text = this.text.getText();
      this.read = { report: text.length > longestText ? null : readReport(text) };
    }
    return this.read.report;
  }

  get findings(): readonly Finding[] {
    if (this.judged === null) {
      const { report } = this;
      this.judged = report === null ? [] : check(report, this.current.rules);
    }
    return this.judged;
  }

  get diagnostics(): Shown {
    if (this.shown === null) {
      this.shown = { ...this.show(this, this.findings), resultId: String(++shownSoFar) };
    }
    return this.shown;
  }
}
