// What server and client say to each other beyond the standard protocol. Types only, so that the client can import this
// file without taking any of the server into its bundle; all messages are plain JSON.

import type { KnownFinding } from "../config/types";

/** Notification `nianbao/status`, server → client. */
export type StatusNotification = "nianbao/status";

/** Request `nianbao/rulePage`, client → server. */
export type RulePageRequest = "nianbao/rulePage";

/**
 * How far a document was checked. Sent once after a document was opened, then whenever something other than `version`
 * changed; after a client closed a document nothing more is sent for it.
 */
export interface StatusParams {
  /** The document, as the client named it. */
  uri: string;
  /** The version of the text that was checked. */
  version: number;
  /** Relations of the report's form: 42, or 40 with a single 其他处理 row. `held + broken + notAssessable` is `total`. */
  counts: {
    total: number;
    held: number;
    broken: number;
    /** 无法核对: a cell the relation needs is blank, not a number or was not found. */
    notAssessable: number;
  };
  /** Rules that the settings of this document or its folder's configuration turn off. */
  rulesOff: number;
  /** Findings that the folder's baseline names, which are not shown. */
  known: number;
  /** Sections that were found, at most six. */
  sections: number;
  /** Tables that were found, at most three. */
  tables: number;
  /** False where nothing was checked: the text is too long, could not be read, or holds no part of a report. */
  readable: boolean;
  /** Why nothing or not everything was checked, in the document's language; null where there is nothing to say. */
  note: string | null;
}

/** Parameters of `nianbao/rulePage`. */
export interface RulePageParams {
  /** A rule's id, as in a diagnostic's `code`, or that of a cited text, as in a document link. */
  rule: string;
}

/** Result of `nianbao/rulePage`; null where nothing has that id. */
export type RulePageResult = { markdown: string } | null;

/** Request `nianbao/readFile`, server → client. */
export type ReadFileRequest = "nianbao/readFile";

/** Parameters of `nianbao/readFile`. */
export interface ReadFileParams {
  uri: string;
}

/** Result of `nianbao/readFile`. */
export interface ReadFileResult {
  /** The file's bytes in base64; null where there is no such file or it cannot be read. */
  content: string | null;
}

/** Request `nianbao/readDirectory`, server → client. */
export type ReadDirectoryRequest = "nianbao/readDirectory";

/** Parameters of `nianbao/readDirectory`. */
export interface ReadDirectoryParams {
  uri: string;
}

/** Result of `nianbao/readDirectory`. */
export interface ReadDirectoryResult {
  /** Names of what stands in the folder itself; null where there is no such folder or it cannot be read. */
  entries: { name: string; folder: boolean }[] | null;
}

/** Notification `nianbao/plainText`, client → server. */
export type PlainTextNotification = "nianbao/plainText";

/** Parameters of `nianbao/plainText`: all files the reader wants to be no reports, whatever their names and texts say. */
export interface PlainTextParams {
  uris: string[];
}

/** Notification `nianbao/reports`, server → client: only to clients that say `reports` in their options. */
export type ReportsNotification = "nianbao/reports";

/** Parameters of `nianbao/reports`: the reports of the workspace, opened or not, as far as they are others than before. */
export interface ReportsParams {
  changed: ReportSummary[];
  /** URIs of those that are there no longer. */
  removed: string[];
  /** False as long as files of the workspace are still to be looked at. */
  complete: boolean;
}

/** One report of the workspace. */
export interface ReportSummary {
  uri: string;
  /** As its text or its file's name has them; null where neither tells. */
  organ: string | null;
  year: number | null;
  /** Findings by severity; hints count as information. */
  counts: { errors: number; warnings: number; information: number };
  /** Findings that the folder's baseline names, which are not counted and not shown. */
  known: number;
  relations: StatusParams["counts"];
  /** Why nothing of it was checked, in the reader's language; null where it was. */
  trouble: string | null;
}

/** Request `nianbao/checkFolder`, client → server: reads and checks every file of the workspace anew. Can be cancelled. */
export type CheckFolderRequest = "nianbao/checkFolder";

/** Parameters of `nianbao/checkFolder`. */
export interface CheckFolderParams {
  /** Progress comes by `$/progress` with this token: begin, report (with percentage) and end. */
  workDoneToken?: string | number;
}

/** Result of `nianbao/checkFolder`. */
export interface CheckFolderResult {
  reports: number;
  errors: number;
  warnings: number;
  information: number;
  /** Findings that baselines name. */
  known: number;
  /** Reports that could not be read or checked. */
  unreadable: number;
}

/** Request `nianbao/review`, client → server: the findings as a table (审核意见单). */
export type ReviewRequest = "nianbao/review";

export type ReviewFormat = "markdown" | "csv" | "html";

/** Parameters of `nianbao/review`. */
export interface ReviewParams {
  format: ReviewFormat;
  /** Only of these reports; left out for all of the workspace. */
  uris?: string[];
}

/** Result of `nianbao/review`. */
export interface ReviewResult {
  /** A name for the file. */
  name: string;
  /** CSV begins with a byte order mark, by which Excel knows UTF-8. */
  content: string;
  reports: number;
  findings: number;
}

/** Request `nianbao/ignore`, client → server: a baseline with one more entry. Nothing is written by the server. */
export type IgnoreRequest = "nianbao/ignore";

/** Parameters of `nianbao/ignore`. */
export interface IgnoreParams {
  /** The baseline's URI. */
  baseline: string;
  /** As `IgnoreArguments` has it. */
  entry: KnownFinding;
  /** Why it is known, in the reader's own words; may be empty. */
  reason: string;
}

/** Result of `nianbao/ignore`; null where the baseline that is there cannot be read. */
export type IgnoreResult = {
  /** The whole text of the baseline as it is to be. */
  content: string;
  /** Whether there was no baseline yet: where there is one all the same, it could not be read and must not be written over. */
  isNew: boolean;
} | null;

/** Parameters of the client command `nianbao.ignoreFinding`, as its only argument. */
export interface IgnoreArguments {
  /** URI of the baseline it goes into: the nearest upward from the report, else one that is to be made. */
  baseline: string;
  entry: KnownFinding;
  /** The finding's message, to be shown where the reason is asked for. */
  message: string;
}

/** Parameters of the client command `nianbao.copyComment`, as its only argument. */
export interface CopyCommentArguments {
  /** The review comment (审核意见) to put on the clipboard. */
  text: string;
}

/** Parameters of the client command `nianbao.showChanges`, as its only argument: run once the changes were applied. */
export interface ShowChangesArguments {
  /** What was done, and how often. */
  title: string;
  /** Each change: the cell in words, what stood there, what stands there now. In the order of the text. */
  changes: string[];
}

/** Parameters of the client command `nianbao.showTable`, as its only argument. */
export interface ShowTableArguments {
  uri: string;
  /** Of the table's first number that something is wrong with, as in LSP. */
  position: { line: number; character: number };
}

/** `initializationOptions` of the initialize request; everything in it may be left out. */
export interface InitializationOptions {
  /**
   * Commands the client has registered. A code action is nothing but `nianbao.copyComment`, and offered only if that is
   * named here; one that changes totals runs `nianbao.showChanges` after its edit if that is named here; one that puts a
   * finding into the baseline is `nianbao.ignoreFinding` if that is named here, else an edit of a baseline that is there; a code lens runs
   * `nianbao.showTable` if that is named here and not all of the table's relations hold, and is a line to read otherwise.
   */
  commands?: readonly string[];
  /** True for a client that opens `nianbao-rule:/<id>.md` by asking `nianbao/rulePage`: only then links lead there. */
  pages?: boolean;
  /** True for a client that answers `nianbao/readFile` and `nianbao/readDirectory`: the server asks it for files that are not of its own machine. */
  files?: boolean;
  /** True for a client that takes `nianbao/reports`. */
  reports?: boolean;
  /** Settings for clients without `workspace/configuration`: what stands below `nianbao`. */
  settings?: SettingsInput;
}

/** The settings section `nianbao`, as the user writes it. */
export interface SettingsInput {
  /** Rule id → "error" | "warning" | "information" | "hint" | "off". */
  rules?: Readonly<Record<string, string>>;
  /**
   * The same, from a folder that the user does not trust: each can only raise what holds without it, so that nobody's
   * folder hides its own mistakes.
   */
  untrustedRules?: Readonly<Record<string, string>>;
  /** "zh" (default), "en", or "auto": the language of the client. */
  language?: string;
  /** True (default): all reports of the workspace are checked, opened or not; false: those that are open. */
  checkFolder?: boolean;
  /** "broken" (default): inlay hints at totals that are blank or wrong; "all": at every total; "off": none. */
  inlayHints?: string;
}
