// What client and server say to each other about the whole workspace: its reports and what is found in them, a table of that,
// and findings that are known. What there is to say the folder knows.
import type { Connection, ResultProgressReporter, WorkspaceDiagnosticReportPartialResult } from "vscode-languageserver";
import { type Comparable, rulesHeard } from "../../config/baseline";
import { withEntries } from "../../config/baselineText";
import { type ReviewedReport, reviewRows, reviewTable } from "../../features/review";
import type { Locale } from "../../features/types";
import type { Client } from "../client";
import { nextResultId, type OpenDocument } from "../documents";
import type { Files } from "../files";
import type { FolderGrounds } from "../grounds";
import { describe, guardRequest, type Log } from "../guard";
import type {
  CheckFolderParams,
  CheckFolderRequest,
  CheckFolderResult,
  IgnoreParams,
  IgnoreRequest,
  IgnoreResult,
  PlainTextNotification,
  PlainTextParams,
  ReportSummary,
  ReportsNotification,
  ReportsParams,
  ReviewParams,
  ReviewRequest,
  ReviewResult,
} from "../protocol";
import { statusParams } from "../status";
import { canonicalUri, nameOf, pathBelow } from "../uris";
import { gone, type ShownItem, WorkspaceDiagnostics } from "./diagnostics";
import type { Folder } from "./folder";
import { countsOf } from "./scan";
import { staleIn } from "./stale";
import type { Progress } from "./work";

const reportsMethod: ReportsNotification = "nianbao/reports";
const plainTextMethod: PlainTextNotification = "nianbao/plainText";
const checkFolderMethod: CheckFolderRequest = "nianbao/checkFolder";
const reviewMethod: ReviewRequest = "nianbao/review";
const ignoreMethod: IgnoreRequest = "nianbao/ignore";

/** Milliseconds between two reports of progress. */
const pace = 100;

interface Around {
  readonly connection: Connection;
  readonly client: Client;
  readonly log: Log;
  readonly files: Files;
  readonly grounds: FolderGrounds;
  /** The language of what is said of the workspace as a whole. */
  locale(): Locale;
}

export interface WorkspaceService {
  /** Something else is shown of these files. */
  readonly changed: (uris: ReadonlySet<string>) => void;
}

export function serveWorkspace(folder: Folder, around: Around): WorkspaceService {
  const { connection, client, log, files, grounds, locale } = around;
  /** Hints at baselines, by file. */
  const hints = new Map<string, ShownItem>();

  const diagnostics = new WorkspaceDiagnostics({
    get settled() {
      return folder.settled;
    },
    *items() {
      yield* folder.files();
      yield* hints.values();
      for (const uri of folder.departures()) yield departed(uri);
    },
    itemAt: (uri) => folder.fileAt(uri) ?? hints.get(uri) ?? (folder.isDeparted(uri) ? departed(uri) : null),
    isElsewhere: (uri) => folder.documentAt(uri) !== null || folder.isPending(uri),
  });

  function departed(uri: string): ShownItem {
    return { uri, resultId: gone, diagnostics: [] };
  }

  async function updateHints(): Promise<ReadonlySet<string>> {
    const changed = new Set<string>();
    if (!folder.settled) return changed;
    const found = await grounds.baselinesFound();
    // Nearly always: then no report has to be looked at for it. Or something has changed meanwhile, which will be told.
    if ((found.length === 0 && hints.size === 0) || !folder.settled) return changed;
    // A baseline that counts for no report, as in a folder that is not trusted, is nobody's to judge.
    const counting = new Set<string>();
    const checked = [...folder.identities()].flatMap(({ file, organ, year }) => {
      const used = folder.documentAt(file)?.used ?? folder.fileAt(file)?.used;
      if (used === undefined) return [];
      const settings = folder.settingsAt(file);
      const baseline = settings?.grounds.baselineFile?.uri;
      if (baseline !== undefined) counting.add(baseline);
      const has = (what: Comparable): boolean =>
        folder.looksAtFiles && (what === "folder" || folder.neighbours(file)[what] !== null);
      const heard = rulesHeard(settings?.rules ?? {}, has);
      return [{ who: { organ, year, file }, used: new Set(used), heard }];
    });
    /** Baselines that may speak of a report that could not be read, so that nothing tells whose it is. */
    const doubtful = new Set(
      [...folder.files()].flatMap(({ uri, trouble }) =>
        trouble === null ? [] : (folder.settingsAt(uri)?.grounds.baselineFile?.uri ?? []),
      ),
    );
    const now = new Map(
      found.flatMap((each) => {
        if (each.uri === null || !counting.has(each.uri)) return [];
        // Of reports outside of the workspace nothing is known.
        const whole = folder.looksAtFiles && folder.rootOf(each.uri) !== null && !doubtful.has(each.uri);
        return [[each.uri, staleIn(each, checked, whole, locale())] as const];
      }),
    );
    for (const uri of new Set([...hints.keys(), ...now.keys()])) {
      const items = now.get(uri) ?? [];
      const before = hints.get(uri);
      if (JSON.stringify(before?.diagnostics ?? []) === JSON.stringify(items)) continue;
      // An empty list is told as well: what was shown is to go.
      hints.set(uri, { uri, resultId: nextResultId(), diagnostics: items });
      changed.add(uri);
    }
    return changed;
  }

  function publish(uris: Iterable<string>): void {
    for (const uri of uris) {
      if (folder.documentAt(uri) !== null) continue;
      const shown = folder.fileAt(uri) ?? hints.get(uri);
      // What is shown is told even so: if it comes to the same again nothing more will be.
      if (shown === undefined && folder.isPending(uri)) continue;
      void connection.sendDiagnostics({ uri, diagnostics: shown?.diagnostics ?? [] });
    }
  }

  /** Null for what is no report. */
  function summaryOf(uri: string): ReportSummary | null {
    const shown = folder.fileAt(uri);
    if (shown !== null) {
      const { counts, known, relations, trouble } = shown;
      return { uri, ...folder.identity(uri), counts, known, relations, trouble };
    }
    const document = folder.documentAt(uri);
    if (document === null || !folder.isReport(uri)) return null;
    const { counts: relations, note } = statusParams(document);
    const counts = countsOf(document.findings);
    // A text in which nothing was recognised was checked all the same, as it is where the document is not open.
    const trouble = document.trouble === null ? null : note;
    return { uri: document.uri, ...folder.identity(uri), counts, known: document.known, relations, trouble };
  }

  /** What was told, by file: the URI it was told by, which is the client's own for an open document. */
  const told = new Map<string, { readonly uri: string; readonly content: string }>();
  let toldComplete: boolean | null = null;

  function tellReports(uris: Iterable<string>): void {
    if (!client.takesReports) return;
    const changed: ReportSummary[] = [];
    const removed: string[] = [];
    for (const file of uris) {
      const summary = summaryOf(file);
      const before = told.get(file);
      if (summary === null) {
        if (before === undefined || folder.isPending(file)) continue;
        told.delete(file);
        removed.push(before.uri);
        continue;
      }
      const content = JSON.stringify(summary);
      if (content === before?.content) continue;
      if (before !== undefined && before.uri !== summary.uri) removed.push(before.uri);
      told.set(file, { uri: summary.uri, content });
      changed.push(summary);
    }
    const complete = folder.settled;
    if (changed.length === 0 && removed.length === 0 && complete === toldComplete) return;
    toldComplete = complete;
    const params: ReportsParams = { changed, removed, complete };
    void connection.sendNotification(reportsMethod, params);
  }

  async function changed(uris: ReadonlySet<string>): Promise<void> {
    const all = new Set([...uris, ...(await updateHints())]);
    if (client.pulls) diagnostics.changed(all);
    else publish(all);
    tellReports(all);
  }

  function totals(): CheckFolderResult {
    const sum = { reports: 0, errors: 0, warnings: 0, information: 0, known: 0, unreadable: 0 };
    for (const uri of folder.reports()) {
      const summary = summaryOf(uri);
      if (summary === null) continue;
      if (summary.trouble === null) sum.reports++;
      else sum.unreadable++;
      sum.errors += summary.counts.errors;
      sum.warnings += summary.counts.warnings;
      sum.information += summary.counts.information;
      sum.known += summary.known;
    }
    return sum;
  }

  /** A report as it goes into the table; null where nothing is known of it. */
  function reviewed(uri: string): ReviewedReport | null {
    const summary = summaryOf(uri);
    if (summary === null) return null;
    const { organ, year, relations, known, trouble } = summary;
    const root = folder.rootOf(uri);
    const file = root === null ? nameOf(uri) : pathBelow(uri, root);
    return { file, organ, year, relations, known, trouble, rows: rowsOf(uri) };
  }

  function rowsOf(uri: string): ReviewedReport["rows"] {
    const document: OpenDocument | null = folder.documentAt(uri);
    if (document === null) return folder.fileAt(uri)?.rows ?? [];
    return document.report === null ? [] : reviewRows(document.report, document.findings, locale());
  }

  connection.languages.diagnostics.onWorkspace((params, token, _, progress) =>
    // Of another type than it is: what is reported of a whole answer is one of its parts.
    diagnostics.ask(
      params,
      token,
      progress as ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
    ),
  );

  connection.onNotification(plainTextMethod, ({ uris }: PlainTextParams) => {
    folder.setPlainText(Array.isArray(uris) ? uris : []);
  });

  connection.onRequest(checkFolderMethod, async (params: CheckFolderParams | undefined, token) => {
    const workDoneToken = params?.workDoneToken;
    const cancelled = new Promise((resolve) => token.onCancellationRequested(resolve));
    const progress = workDoneToken === undefined ? null : connection.window.attachWorkDoneProgress(workDoneToken);
    const title = locale() === "zh" ? "检查整个文件夹" : "Checking the whole folder";
    progress?.begin(title, 0, "", true);
    let last = Number.NEGATIVE_INFINITY;
    const watch = ({ done, total }: Progress): void => {
      const now = performance.now();
      if (now - last < pace) return;
      last = now;
      progress?.report(Math.floor((100 * done) / Math.max(1, total)), `${done} / ${total}`);
    };
    try {
      await folder.again(watch, cancelled);
    } catch (error) {
      log.error(`${checkFolderMethod}: ${describe(error)}`);
    } finally {
      progress?.done();
    }
    return totals();
  });

  connection.onRequest(
    reviewMethod,
    guardRequest<ReviewParams, ReviewResult | null>(log, reviewMethod, null, async ({ format, uris }) => {
      await folder.done();
      const asked = uris?.map(canonicalUri) ?? [...folder.reports()];
      const reports = asked.flatMap((uri) => reviewed(uri) ?? []);
      const date = new Date();
      const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
        .map((part) => String(part).padStart(2, "0"))
        .join("-");
      const extension = { markdown: "md", csv: "csv", html: "html" }[format] ?? "md";
      const name = locale() === "zh" ? `审核意见单 ${day}.${extension}` : `review ${day}.${extension}`;
      const content = reviewTable(reports, format, locale(), day);
      const findings = reports.reduce((sum, { rows }) => sum + rows.length, 0);
      return { name, content, reports: reports.length, findings };
    }),
  );

  connection.onRequest(
    ignoreMethod,
    guardRequest<IgnoreParams, IgnoreResult>(log, ignoreMethod, null, async ({ baseline, entry, reason }) => {
      const bytes = await files.read(canonicalUri(baseline));
      const text = bytes === null ? null : strictly(bytes);
      // What cannot be read, or would not be written back as it was, must not be written over.
      if (bytes !== null && text === null) return null;
      const content = withEntries(text, { add: [{ ...entry, reason }] });
      return content === null ? null : { content, isNew: bytes === null };
    }),
  );

  connection.onShutdown(() => diagnostics.end());

  return { changed: (uris) => void changed(uris).catch((error: unknown) => log.error(describe(error))) };
}

/** UTF-8 with its byte order mark, where it has one; null for what is none. */
function strictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
