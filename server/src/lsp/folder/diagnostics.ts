// workspace/diagnostic: what is found in files that are not open. An answer is given when something is to be told that the
// client does not know, and the question held until then, since clients ask again as soon as they are answered.
import type {
  CancellationToken,
  Diagnostic,
  ResultProgressReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { cancelled } from "../guard";
import { canonicalUri } from "../uris";

/** One file that something may be shown of. */
export interface ShownItem {
  readonly uri: string;
  readonly resultId: string;
  readonly diagnostics: Diagnostic[];
}

export interface Source {
  /** Whether all that was to be looked at has been. */
  readonly settled: boolean;
  /** Everything that is shown now of files that are not open. */
  items(): Iterable<ShownItem>;
  /** Null where nothing is shown of this file. */
  itemAt(uri: string): ShownItem | null;
  /** Whether something of this file is to be known soon, or is known by another way. */
  isElsewhere(uri: string): boolean;
}

/** What a file is answered with of which nothing is shown any more. */
export const gone = "gone";
/** Items a message: a list of thousands would keep the client from everything else. */
const most = 200;

interface Held {
  /** The result the client has of each file. */
  readonly told: Map<string, string>;
  readonly progress: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined;
  readonly answer: (report: WorkspaceDiagnosticReport) => void;
  /** What is not told yet. */
  readonly waiting: WorkspaceDocumentDiagnosticReport[];
  /** Whether there was something to tell. */
  any: boolean;
}

export class WorkspaceDiagnostics {
  private readonly held = new Set<Held>();

  constructor(private readonly source: Source) {}

  ask(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    progress: Held["progress"],
  ): Promise<WorkspaceDiagnosticReport> {
    return new Promise((resolve, reject) => {
      const told = new Map(
        (Array.isArray(previousResultIds) ? previousResultIds : []).map(({ uri, value }) => [canonicalUri(uri), value]),
      );
      const held: Held = { told, progress, answer: resolve, waiting: [], any: false };
      this.held.add(held);
      token.onCancellationRequested(() => {
        if (this.held.delete(held)) reject(cancelled());
      });
      this.tell(held, [...this.source.items()], told.keys());
    });
  }

  /** Something else is shown of these files, or there is no more to come for now. */
  changed(uris: Iterable<string>): void {
    const all = [...uris];
    const items = all.flatMap((uri) => this.source.itemAt(uri) ?? []);
    for (const held of [...this.held]) this.tell(held, items, all);
  }

  /** Answers all, for nothing more will come. */
  end(): void {
    for (const { answer } of this.held) answer({ items: [] });
    this.held.clear();
  }

  /** `uris`: those of which something may be gone. */
  private tell(held: Held, shown: readonly ShownItem[], uris: Iterable<string>): void {
    const { progress, waiting, answer } = held;
    waiting.push(...this.newTo(held.told, shown, uris));
    if (progress !== undefined) {
      while (waiting.length > 0) {
        progress.report({ items: waiting.splice(0, most) });
        held.any = true;
      }
    } else if (waiting.length > 0) held.any = true;
    // Without parts there is one answer, which waits for all there is to say.
    if (!held.any || !this.source.settled) return;
    this.held.delete(held);
    answer({ items: waiting });
  }

  /** What the client does not know yet; from now on it does. */
  private newTo(
    told: Map<string, string>,
    shown: readonly ShownItem[],
    uris: Iterable<string>,
  ): WorkspaceDocumentDiagnosticReport[] {
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const { uri, resultId, diagnostics } of shown) {
      if (told.get(uri) === resultId) continue;
      told.set(uri, resultId);
      items.push({ kind: "full", uri, version: null, resultId, items: diagnostics });
    }
    for (const uri of [...uris]) {
      const resultId = told.get(uri);
      if (resultId === undefined || resultId === gone || this.source.itemAt(uri) || this.source.isElsewhere(uri))
        continue;
      told.set(uri, gone);
      items.push({ kind: "full", uri, version: null, resultId: gone, items: [] });
    }
    return items;
  }
}
