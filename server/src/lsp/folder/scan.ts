// What is done with one file that is not open, from its bytes to what is shown of it: plain data in and out, so that any
// thread can do it. A file is read twice, first for what its neighbours need to know of it, then to be checked beside them.
import type { Diagnostic } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Baseline, sift } from "../../config/baseline";
import { named } from "../../config/names";
import type { Config } from "../../config/types";
import { maxLength } from "../../features/limits";
import { type ReviewRow, reviewRows } from "../../features/review";
import { statusOf } from "../../features/status";
import type { Locale } from "../../features/types";
import { type CarriedIn, withCarriedIn } from "../../report/carry";
import { looksLikeReport, readReport } from "../../report/index";
import { type Known, knownOf } from "../../report/known";
import type { Neighbours } from "../../report/neighbours";
import { check } from "../../rules/index";
import type { Finding, Limits, RuleSettings } from "../../rules/types";
import { namedAsReport } from "../../workspace/candidates";
import { type DiagnosticForm, diagnosticOf, noticeOf } from "../convert";
import { decodeText } from "../decode";
import type { ReportSummary } from "../protocol";
import { unchecked } from "../status";
import { nameOf } from "../uris";

interface FileJob {
  readonly uri: string;
  /** Null where the thread reads it itself, for it is a file of this machine. */
  readonly bytes: Uint8Array | null;
}

/** What is this report, for its neighbours. */
interface ReadJob extends FileJob {
  readonly kind: "read";
  readonly organs: Config["organs"];
  readonly byContent: boolean;
}

/** What is to be said of this report. */
interface CheckJob extends FileJob {
  readonly kind: "check";
  readonly rules: RuleSettings;
  readonly limits: Limits;
  readonly locale: Locale;
  readonly neighbours: Neighbours;
  readonly carriedIn: CarriedIn;
  /** Entries that speak of this report. */
  readonly baseline: Baseline;
  readonly who: Pick<Known, "organ" | "year">;
  readonly form: DiagnosticForm;
}

export type Job = ReadJob | CheckJob;

/** Why nothing is known of a file that ought to be a report. */
export type FileTrouble = "too-long" | "failed" | "unreadable";

export interface ReadResult {
  readonly kind: "read";
  readonly uri: string;
  /** Null where it is no report, or `trouble` says why nothing is known of it. */
  readonly known: Known | null;
  readonly trouble: FileTrouble | null;
}

export interface CheckResult {
  readonly kind: "check";
  readonly uri: string;
  /** Null where it could not be read any more. */
  readonly checked: Checked | null;
}

export type Result = ReadResult | CheckResult;

export interface Checked {
  readonly diagnostics: Diagnostic[];
  readonly rows: readonly ReviewRow[];
  readonly counts: ReportSummary["counts"];
  readonly relations: ReportSummary["relations"];
  /** Findings that the baseline names. */
  readonly known: number;
  /** Fingerprints of the entries they are named by. */
  readonly used: readonly string[];
  readonly trouble: string | null;
}

/** Never throws. `readOwn` reads a file of this machine. */
export function scan(job: Job, readOwn: (uri: string) => Uint8Array | null): Result {
  const { kind, uri } = job;
  try {
    return kind === "read" ? readJob(job, readOwn) : { kind, uri, checked: checkJob(job, readOwn) };
  } catch {
    return kind === "read" ? { kind, uri, known: null, trouble: "failed" } : { kind, uri, checked: null };
  }
}

function readJob({ uri, bytes, organs, byContent }: ReadJob, readOwn: (uri: string) => Uint8Array | null): ReadResult {
  const wanted = namedAsReport(nameOf(uri));
  const none = (trouble: FileTrouble | null): ReadResult => {
    // Of a text that nobody would take for a report nothing has to be said.
    return { kind: "read", uri, known: null, trouble: wanted ? trouble : null };
  };
  const read = bytes ?? readOwn(uri);
  if (read === null) return none("unreadable");
  const text = decodeText(read);
  if (text === null) return none("unreadable");
  if (text.length > maxLength) return none("too-long");
  if (!wanted && !(byContent && looksLikeReport(text))) return none(null);
  return { kind: "read", uri, known: named(knownOf(uri, readReport(text)), { organs }), trouble: null };
}

function checkJob(job: CheckJob, readOwn: (uri: string) => Uint8Array | null): Checked | null {
  const { uri, rules, limits, locale, neighbours, baseline, who, form } = job;
  const read = job.bytes ?? readOwn(uri);
  const content = read === null ? null : decodeText(read);
  if (content === null) return null;
  const report = withCarriedIn(readReport(content), job.carriedIn);
  const all = check(report, rules, neighbours, limits);
  const { findings, known, used } = sift(report, all, { ...who, file: uri }, baseline);
  const text = TextDocument.create(uri, "nianbao", 0, content);
  return {
    diagnostics: findings.map((finding) => diagnosticOf(text, finding, locale, form)),
    rows: reviewRows(report, findings, locale),
    counts: countsOf(findings),
    relations: statusOf(report, 0).counts,
    known: known.length,
    used: [...used],
    trouble: null,
  };
}

export function countsOf(findings: readonly Finding[]): ReportSummary["counts"] {
  const counts = { errors: 0, warnings: 0, information: 0 };
  for (const { severity } of findings) {
    if (severity === "error") counts.errors++;
    else if (severity === "warning") counts.warnings++;
    else counts.information++;
  }
  return counts;
}

const nothing: ReportSummary["relations"] = { total: 0, held: 0, broken: 0, notAssessable: 0 };

/** What is shown of a file that could not be read. */
export function troubled(uri: string, trouble: FileTrouble, locale: Locale): Checked {
  const message = unchecked(trouble, locale);
  const notice = noticeOf(TextDocument.create(uri, "nianbao", 0, ""), message);
  return {
    diagnostics: [notice],
    rows: [],
    counts: { errors: 0, warnings: 1, information: 0 },
    relations: nothing,
    known: 0,
    used: [],
    trouble: message,
  };
}
