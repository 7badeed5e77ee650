// The open documents. Each keeps what was read out of its present text, so that every feature answers from one reading
// and nothing is computed again while only the cursor moves. A change of the text throws all of it away, a change of the
// settings or of other reports only what depends on them.
import type { Diagnostic, TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Who } from "../config/baseline";
import { knownFindings } from "../config/fingerprints";
import type { KnownFinding } from "../config/types";
import type { Judged as BulkGrounds } from "../features/bulk";
import { maxLength } from "../features/limits";
import { skimReport } from "../report/skim";
import type { Report } from "../report/types";
import type { Finding } from "../rules/types";
import { describe, type Log } from "./guard";
import { type Settings, sameJudgement } from "./settings";
import { canonicalUri } from "./uris";

/** Why a text was not checked: an empty list of findings must not look like a clean report. */
export type Trouble = "too-long" | "failed";

/** Findings as the client sees them. */
export interface Shown {
  readonly items: Diagnostic[];
  /** The diagnostic of each finding, for the actions that answer it. */
  readonly of: ReadonlyMap<Finding, Diagnostic>;
}

/** What was found in a report. */
export interface Judged {
  /** With those that are known of, by which a baseline tells findings apart. */
  readonly all: readonly Finding[];
  readonly who: Who;
  /** Without them. */
  readonly findings: readonly Finding[];
  /** What they were found with, for the same text with changes. */
  readonly grounds: BulkGrounds;
  /** How many a baseline names. */
  readonly known: number;
  /** Fingerprints of its entries that do. */
  readonly used: ReadonlySet<string>;
}

/** The core, and what turns its findings into diagnostics. */
export interface Workings {
  readonly read: (text: string, before?: Report) => Report;
  /** The same report with what other reports tell of its mistakes. */
  readonly explain: (document: OpenDocument, report: Report) => Report;
  readonly judge: (document: OpenDocument, report: Report) => Judged;
  readonly show: (document: OpenDocument, findings: readonly Finding[]) => Shown;
  readonly log: Log;
}

let shownSoFar = 0;

/** For something that is shown: never used twice, whatever is closed and opened again in between. */
export function nextResultId(): string {
  return String(++shownSoFar);
}

const nothing: Omit<Judged, "who"> = { all: [], findings: [], grounds: {}, known: 0, used: new Set() };

export class OpenDocument {
  /** Pending until the first settings are there. */
  ready: Promise<void> | null = null;
  /** Rises with every change of the text: a version may be repeated or skipped by a client. */
  changes = 0;
  /** The status last sent, without its version. */
  lastStatus = "";
  readonly text: TextDocument;
  /** The document's name among all files. */
  readonly file: string;
  private current: Settings;
  /** The headings of a text that is too long to be read. */
  private skimmed: Report | null = null;
  private read: { readonly report: Report | null; readonly trouble: Trouble | null } | null = null;
  /** The last reading of an earlier text, out of which the next one takes what only moved. */
  private before: Report | undefined;
  private explained: Report | null = null;
  private judged: (Omit<Judged, "who"> & { readonly who: Who | null; readonly trouble: Trouble | null }) | null = null;
  private shown: (Shown & { readonly resultId: string }) | null = null;

  constructor(
    opened: { readonly uri: string; readonly languageId: string; readonly version: number; readonly text: string },
    settings: Settings,
    private readonly workings: Workings,
  ) {
    // A document without them would fail at every later request instead of once, here.
    if (typeof opened.uri !== "string" || typeof opened.text !== "string") {
      throw new TypeError("a document without uri or text");
    }
    this.text = TextDocument.create(opened.uri, opened.languageId, opened.version, opened.text);
    this.file = canonicalUri(opened.uri);
    this.current = settings;
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
    this.before = this.read?.report ?? this.before;
    this.read = null;
    this.skimmed = null;
    this.neighboursChanged();
    TextDocument.update(this.text, changes, version);
  }

  /** Takes new settings; true when something that is shown may be other than before. */
  configure(settings: Settings): boolean {
    const before = this.current;
    const rulesChanged = !sameJudgement(before, settings);
    const wordsChanged = before.locale !== settings.locale;
    if (!rulesChanged && !wordsChanged && before.hints === settings.hints) return false;
    this.current = settings;
    if (rulesChanged) this.judged = null;
    if (rulesChanged || wordsChanged) this.shown = null;
    return true;
  }

  /** What other reports tell of this one may be something else now. */
  neighboursChanged(): void {
    this.explained = null;
    this.judged = null;
    this.shown = null;
  }

  /** Null where the text could not be read. */
  get report(): Report | null {
    const { report } = this.reading();
    if (report === null) return null;
    this.explained ??= this.attempt("explaining", () => this.workings.explain(this, report)) ?? report;
    return this.explained;
  }

  /** The report, or of a text that is too long its headings without any table; null where not even they were read. */
  get outlined(): Report | null {
    const { report, trouble } = this;
    if (report !== null || trouble !== "too-long") return report;
    this.skimmed ??= this.attempt("skimming", () => skimReport(this.text.getText()));
    return this.skimmed;
  }

  get findings(): readonly Finding[] {
    return this.judging().findings;
  }

  get grounds(): BulkGrounds {
    return this.judging().grounds;
  }

  /** What a baseline is to say of a finding; null where nothing is known of the report. */
  knownFinding(finding: Finding): KnownFinding | null {
    const { all, who } = this.judging();
    const { report } = this;
    if (report === null || who === null) return null;
    return knownFindings(report, all, who)[all.indexOf(finding)] ?? null;
  }

  /** How many findings a baseline names, which are not among these. */
  get known(): number {
    return this.judging().known;
  }

  /** Fingerprints of the baseline's entries that name a finding. */
  get used(): ReadonlySet<string> {
    return this.judging().used;
  }

  /** Null where the text was read and checked. */
  get trouble(): Trouble | null {
    return this.reading().trouble ?? this.judging().trouble;
  }

  get diagnostics(): Shown & { readonly resultId: string } {
    if (this.shown === null) {
      this.shown = { ...this.workings.show(this, this.findings), resultId: nextResultId() };
    }
    return this.shown;
  }

  private reading() {
    if (this.read === null) {
      const text = this.text.getText();
      if (text.length > maxLength) {
        this.read = { report: null, trouble: "too-long" };
      } else {
        const { before } = this;
        this.before = undefined;
        const report = this.attempt("reading", () => this.workings.read(text, before));
        this.read = { report, trouble: report === null ? "failed" : null };
      }
    }
    return this.read;
  }

  private judging() {
    if (this.judged === null) {
      const { report } = this;
      const judged = report === null ? null : this.attempt("checking", () => this.workings.judge(this, report));
      const failed = report !== null && judged === null;
      this.judged = { who: null, ...(judged ?? nothing), trouble: failed ? "failed" : null };
    }
    return this.judged;
  }

  /** The core never throws; where it does all the same, that is logged and said in the status. */
  private attempt<T>(what: string, act: () => T): T | null {
    try {
      return act();
    } catch (error) {
      this.workings.log.error(`${what} ${this.uri}: ${describe(error)}`);
      return null;
    }
  }
}
