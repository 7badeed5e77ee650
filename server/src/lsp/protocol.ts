// What server and client say to each other beyond the standard protocol. Types only, so that the client can import this
// file without taking any of the server into its bundle; all messages are plain JSON.

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
  /** Rules the settings of this document turn off. */
  rulesOff: number;
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
   * named here; one that changes totals runs `nianbao.showChanges` after its edit if that is named here; a code lens runs
   * `nianbao.showTable` if that is named here and not all of the table's relations hold, and is a line to read otherwise.
   */
  commands?: readonly string[];
  /** True for a client that opens `nianbao-rule:/<id>.md` by asking `nianbao/rulePage`: only then links lead there. */
  pages?: boolean;
  /** True for a client that answers `nianbao/readFile`: the server asks it for files that are not of its own machine. */
  files?: boolean;
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
  /** "broken" (default): inlay hints at totals that are blank or wrong; "all": at every total; "off": none. */
  inlayHints?: string;
}
