// What is done with one file that is not open, from its bytes to what is shown of it: plain data in and out, so that any
// thread can do it. A file is read twice, first for what its neighbours need to know of it, then to be checked beside them.
import type { Diagnostic } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Baseline, sift } from "../../config/baseline";
import { named } from "../../config/names";
import type { Config } from "../../config/types";
import { maxBytes, maxLength } from "../../features/limits";
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
  /** Tells its result from those of other jobs about the file. */
  readonly job: number;
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
  readonly job: number;
  /** Null where it is no report or is gone, or `trouble` says why nothing is known of it. */
  readonly known: Known | null;
  readonly trouble: FileTrouble | null;
}

export interface CheckResult {
  readonly kind: "check";
  readonly uri: string;
  readonly job: number;
  /** Null where `trouble` says why not, or the file is gone. */
  readonly checked: Checked | null;
  readonly trouble: FileTrouble | null;
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

/** A file of this machine; null where it is there and cannot be read. */
export type ReadOwn = (uri: string) => Uint8Array | "too-long" | "gone" | null;

/** Never throws. */
export function scan(job: Job, readOwn: ReadOwn): Result {
  try {
    return job.kind === "read" ? readJob(job, readOwn) : checkJob(job, readOwn);
  } catch {
    return failed(job, "failed");
  }
}

/** Of a file that is gone there is nothing to be said: that it went is told by another way. */
function failed({ kind, uri, job }: Job, why: FileTrouble | "gone" | null): Result {
  const trouble = why === "gone" ? null : why;
  return kind === "read" ? { kind, uri, job, known: null, trouble } : { kind, uri, job, checked: null, trouble };
}

function textOf({ uri, bytes }: FileJob, readOwn: ReadOwn): { readonly text: string } | FileTrouble | "gone" {
  const read = bytes ?? readOwn(uri);
  if (read === "gone") return read;
  if (read === "too-long" || (read !== null && read.length > maxBytes)) return "too-long";
  const text = read === null ? null : decodeText(read);
  if (text === null) return "unreadable";
  return text.length > maxLength ? "too-long" : { text };
}

function readJob(job: ReadJob, readOwn: ReadOwn): Result {
  const { uri, organs, byContent } = job;
  const wanted = namedAsReport(nameOf(uri));
  const found = textOf(job, readOwn);
  // Of a text that nobody would take for a report nothing has to be said.
  if (typeof found === "string") return failed(job, wanted ? found : null);
  if (!wanted && !(byContent && looksLikeReport(found.text))) return failed(job, null);
  const known = named(knownOf(uri, readReport(found.text)), { organs });
  return { kind: "read", uri, job: job.job, known, trouble: null };
}

function checkJob(job: CheckJob, readOwn: ReadOwn): Result {
  const found = textOf(job, readOwn);
  if (typeof found === "string") return failed(job, found);
  return { kind: "check", uri: job.uri, job: job.job, checked: checkText(job, found.text), trouble: null };
}

function checkText(job: CheckJob, content: string): Checked {
  const { uri, rules, limits, locale, neighbours, baseline, who, form } = job;
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
