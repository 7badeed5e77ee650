// All reports of the workspace, opened or not: which there are, what each is for the others, and what is found in each. It
// owns the catalogue; open documents keep what is shown of them themselves. A change to one report re-reads that one, and
// checks it and those that depend on it again, nothing else. It is long because the way of a report through list, catalogue,
// queue and what is shown is told in one place, where each step has to know the others.
import { entriesAbout, type Who } from "../../config/baseline";
import { named } from "../../config/names";
import { type Placed, partsAmong, type ToldParts } from "../../config/rollUps";
import type { Config } from "../../config/types";
import { type Known, knownOf } from "../../report/known";
import { type Neighbours, sameNeighbours } from "../../report/neighbours";
import type { Report } from "../../report/types";
import { createCatalogue } from "../../workspace/catalogue";
import type { DiagnosticForm } from "../convert";
import type { OpenDocument } from "../documents";
import { type Files, isOwn } from "../files";
import type { Log } from "../guard";
import type { Settings } from "../settings";
import { canonicalUri, pathBelow, schemeOf } from "../uris";
import { dueFiles, dueFor, type FileChange } from "./due";
import type { Lanes } from "./lanes";
import { Listing } from "./listing";
import { Roots } from "./roots";
import { type Checked, type FileTrouble, type Job, type Result, troubled } from "./scan";
import { Shown, type ShownFile } from "./shown";
import { type Progress, Work } from "./work";

/** What the folder needs of the server. */
export interface Surroundings {
  readonly files: Files;
  /** Those of the machine the server runs on; null where it has none. */
  readonly own: Files | null;
  readonly lanes: Lanes;
  readonly form: DiagnosticForm;
  readonly log: Log;
  /** Of a file that is not open, in one of the workspace's folders, as it counts now. */
  settingsOf(uri: string, root: string): Promise<Settings>;
  /** Something else is shown of these files, or they are gone; of open documents what is said of them in the folder. */
  changed(uris: ReadonlySet<string>): void;
  /** Open documents that have to be shown again, since other reports have changed. */
  showAgain(documents: readonly OpenDocument[]): void;
}

/** Milliseconds in which what has changed is put together before it is told. */
const together = 60;

export class Folder {
  private readonly catalogue = createCatalogue();
  private readonly open = new Map<string, OpenDocument>();
  /** By the file of an open document: the change of its text that the catalogue has. */
  private readonly taken = new Map<string, number>();
  /** By the file of an open document: what it was last checked beside. */
  private readonly beside = new Map<string, Neighbours>();
  /** Files that were listed, with what counts for each. */
  private listed: ReadonlyMap<string, Settings> = new Map();
  private readonly shown = new Shown();
  private parts: ReadonlyMap<string, ToldParts> = new Map();
  private readonly roots = new Roots();
  private plainText: ReadonlySet<string> = new Set();
  private readonly changes = new Set<string>();
  private notice: ReturnType<typeof setTimeout> | undefined;
  private readonly listing: Listing;
  private readonly work: Work;
  /** Whether files that are not open are looked at. */
  private active = false;

  constructor(private readonly around: Surroundings) {
    const { files, log, lanes } = around;
    this.listing = new Listing({
      files,
      log,
      roots: () => this.roots.all(),
      settingsOf: (uri) => around.settingsOf(uri, this.rootOf(uri) ?? uri),
      listed: (found, all) => this.takeList(found, all),
      ended: () => {
        this.tellParts();
        this.work.go();
        this.tellSoon();
      },
    });
    this.work = new Work({
      lanes,
      log,
      isDue: (uri, kind) => this.listed.has(uri) && (kind === "read" || this.isReport(uri)),
      jobFor: (uri, kind, job) => (kind === "read" ? this.readJob(uri, job) : this.checkJob(uri, job)),
      checking: (uris) => {
        const concerned = [...this.open.values()].filter(({ file }) => uris.has(file));
        this.showAgain(concerned.flatMap((document) => this.compare(document)));
      },
      take: (result) => {
        if (result.kind === "read") this.takeKnown(result.uri, result.known, result.trouble);
        else if (result.checked !== null && this.isReport(result.uri)) this.show(result.uri, result.checked);
        else this.showTrouble(result.uri, result.trouble);
      },
      allRead: () => this.tellParts(),
      ended: () => this.tellSoon(),
    });
  }

  /** True while nothing is left to be listed, read or checked. */
  get settled(): boolean {
    return this.work.pending === null && this.listing.pending === null;
  }

  /** Whether more is to be known of a file soon. */
  isPending(uri: string): boolean {
    return this.work.isPending(uri);
  }

  files(): Iterable<ShownFile> {
    return this.shown.all();
  }

  /** Files of which something was shown and nothing is any more. */
  departures(): Iterable<string> {
    return this.shown.departures();
  }

  isDeparted(uri: string): boolean {
    return this.shown.isDeparted(uri);
  }

  get looksAtFiles(): boolean {
    return this.active;
  }

  /** What counts for a file; null where it is none of the workspace's. */
  settingsAt(uri: string): Settings | null {
    return this.open.get(uri)?.settings ?? this.listed.get(uri) ?? null;
  }

  /** What is shown of a file that is not open; null where nothing is. */
  fileAt(uri: string): ShownFile | null {
    return this.open.has(uri) ? null : this.shown.at(uri);
  }

  documentAt(uri: string): OpenDocument | null {
    return this.open.get(uri) ?? null;
  }

  /** Whose report an open document is, whether or not it is among those that are known yet. */
  who(file: string, { organ, year }: Report, config: Config): Who {
    return named({ file, organ, year }, config);
  }

  /** Organ and year as text, file name and configuration tell them. */
  identity(uri: string): Pick<Known, "organ" | "year"> {
    const known = this.catalogue.get(uri);
    return { organ: known?.organ ?? null, year: known?.year ?? null };
  }

  identities(): Iterable<Known> {
    return this.catalogue.entries();
  }

  isReport(uri: string): boolean {
    return this.catalogue.get(uri) !== null;
  }

  /** All reports that are known, and files that ought to be some and could not be read. */
  reports(): ReadonlySet<string> {
    const shown = [...this.shown.all()].map(({ uri }) => uri);
    return new Set([...shown, ...[...this.catalogue.entries()].map(({ file }) => file)]);
  }

  neighbours(uri: string): Neighbours {
    return this.catalogue.neighbours(uri);
  }

  carriedIn(uri: string): ReadonlyMap<string, bigint> {
    return this.catalogue.carriedIn(uri);
  }

  /** The workspace's folder a file stands in, the innermost of several; null where it stands in none. */
  rootOf(uri: string): string | null {
    return this.roots.of(uri);
  }

  setRoots(uris: readonly string[]): void {
    this.roots.set(uris);
    if (this.active) void this.listing.again();
  }

  /** Files the reader wants to be no reports. */
  setPlainText(uris: readonly string[]): void {
    const before = this.plainText;
    this.plainText = new Set(uris.map(canonicalUri));
    for (const uri of new Set([...before, ...this.plainText]))
      if (before.has(uri) !== this.plainText.has(uri) && this.listed.has(uri)) this.work.read(uri);
    this.work.go();
  }

  /** From now on all files are looked at, and followed. */
  async activate(): Promise<void> {
    if (this.active) return;
    this.active = true;
    await this.listing.again();
  }

  /** Looks at no file any more but those that are open. */
  deactivate(): void {
    if (!this.active) return;
    this.active = false;
    this.listing.stop();
    this.takeList(new Map(), false);
  }

  /** Everything anew; resolves when all is done, or when `cancelled` does: then what is known already is left as it is. */
  async again(watch: (progress: Progress) => void, cancelled: Promise<unknown>): Promise<void> {
    const before = this.active;
    this.active = true;
    const watching = this.work.watch(watch);
    let running = true;
    const stop = cancelled.then(() => {
      if (!running) return;
      if (!before) this.deactivate();
      this.work.leaveUnchanged();
    });
    try {
      await Promise.race([this.listing.again(true).then(() => this.done()), stop]);
    } finally {
      running = false;
      watching.dispose();
    }
  }

  /** Resolves when nothing is left to be done. */
  async done(): Promise<void> {
    while (!this.settled) await (this.listing.pending ?? this.work.pending);
  }

  /** Settings, configurations or baselines are others than before. */
  async settingsChanged(): Promise<void> {
    this.taken.clear();
    if (this.active) await this.listing.again();
    for (const document of this.open.values()) this.take(document);
  }

  opened(document: OpenDocument): void {
    const { file } = document;
    this.open.set(file, document);
    this.taken.delete(file);
    this.beside.delete(file);
    // What is shown of the file itself will be found anew, for it may be another when the document is closed.
    this.shown.hide(file);
    this.shown.arrive(file);
    this.tell(file);
  }

  closed(document: OpenDocument): void {
    const { file } = document;
    if (this.open.get(file) !== document) return;
    this.open.delete(file);
    this.taken.delete(file);
    this.beside.delete(file);
    this.shown.hide(file);
    this.work.check(this.catalogue.remove(file, "open"));
    // What was not saved is gone with the document.
    if (this.listed.has(file)) this.work.read(file);
    else this.shown.depart(file);
    this.tell(file);
    this.work.go();
  }

  /** Takes an open document's present text into account for all others; once for each text. */
  take(document: OpenDocument): void {
    const { file, changes, report } = document;
    if (this.open.get(file) !== document || !this.counts(file)) return;
    if (this.taken.get(file) !== changes) {
      this.taken.set(file, changes);
      const affected =
        report === null
          ? this.catalogue.remove(file, "open")
          : this.catalogue.put(named(knownOf(file, report), document.settings.grounds.config), "open");
      this.work.check(affected);
      this.tellParts();
      this.showAgain(this.compare(document));
      this.tell(file);
    }
    this.work.go();
  }

  /** Files that were created, changed or deleted. */
  async filesChanged(changes: readonly FileChange[]): Promise<void> {
    if (!this.active) return;
    const { gone, changed, others } = dueFiles(changes, this.listed, this.roots);
    for (const uri of changed) this.work.read(uri);
    if (gone.size > 0) this.takeList(new Map([...this.listed].filter(([uri]) => !gone.has(uri))), false);
    // A folder that came or went, or a new file: what there is now tells the list. What is listed at the moment may have been
    // seen before it changed.
    if (others || this.listing.pending !== null) await this.listing.again();
    else this.work.go();
  }

  /** Whether a document is one of the workspace's reports: the other side of a comparison is none. */
  private counts(file: string): boolean {
    return this.rootOf(file) !== null || /^(?:file|untitled)$/.test(schemeOf(file));
  }

  /** The files there are now; those that were not there before are read, `all`: the others too. */
  private takeList(found: ReadonlyMap<string, Settings>, all: boolean): void {
    const before = this.listed;
    this.listed = found;
    for (const uri of before.keys()) if (!found.has(uri)) this.forget(uri);
    for (const [uri, settings] of found) {
      this.shown.arrive(uri);
      const old = before.get(uri);
      const due = old === undefined ? "read" : dueFor(old, settings, { ...this.identity(uri), file: uri });
      if (due === "read") this.work.read(uri);
      else if (due === "check") this.work.check([uri]);
      if (all && due !== "read") this.work.read(uri, true);
    }
    this.tellParts();
    this.work.go();
  }

  private forget(uri: string): void {
    this.work.forget(uri);
    this.work.check(this.catalogue.remove(uri, "disk"));
    if (this.open.has(uri)) this.shown.hide(uri);
    else this.shown.depart(uri);
    this.tell(uri);
  }

  /** Of a file that is listed. */
  private async readJob(uri: string, job: number): Promise<Job | Result> {
    const { grounds, detectByContent } = this.listed.get(uri) as Settings;
    if (this.plainText.has(uri)) return { kind: "read", uri, job, known: null, trouble: null };
    const bytes = await this.bytesOf(uri);
    if (bytes === "gone") return { kind: "read", uri, job, known: null, trouble: "unreadable" };
    return { kind: "read", uri, job, bytes, organs: grounds.config.organs, byContent: detectByContent };
  }

  /** Of a report that is listed. */
  private async checkJob(uri: string, job: number): Promise<Job | Result> {
    const { rules, limits, locale, grounds } = this.listed.get(uri) as Settings;
    const bytes = await this.bytesOf(uri);
    if (bytes === "gone") return { kind: "check", uri, job, checked: null, trouble: "unreadable" };
    const who = this.identity(uri);
    const baseline = { entries: entriesAbout(grounds.baseline, { ...who, file: uri }) };
    const neighbours = { ...this.neighbours(uri), own: this.catalogue.get(uri) };
    const carriedIn = this.carriedIn(uri);
    const { form } = this.around;
    return { kind: "check", uri, job, bytes, rules, limits, locale, neighbours, carriedIn, baseline, who, form };
  }

  /** Null where the thread reads the file itself. */
  private async bytesOf(uri: string): Promise<Uint8Array | null | "gone"> {
    if (isOwn(uri, this.around.own)) return null;
    return (await this.around.files.read(uri)) ?? "gone";
  }

  private takeKnown(uri: string, known: Known | null, trouble: FileTrouble | null): void {
    const before = this.identity(uri);
    if (known === null) {
      this.work.check(this.catalogue.remove(uri, "disk"));
      this.showTrouble(uri, trouble);
      return;
    }
    this.work.check([...this.catalogue.put(known, "disk"), uri]);
    const { organ, year } = this.identity(uri);
    // Also of an open document: that it is a report of the folder is new.
    if (before.organ !== organ || before.year !== year || this.open.has(uri)) this.tell(uri);
  }

  /** Nothing is known of a file: that is shown where it ought to be a report. */
  private showTrouble(uri: string, trouble: FileTrouble | null): void {
    const settings = this.listed.get(uri);
    if (trouble !== null && settings !== undefined) this.show(uri, troubled(uri, trouble, settings.locale));
    else {
      this.shown.hide(uri);
      this.tell(uri);
    }
  }

  private show(uri: string, checked: Checked): void {
    // What is shown of an open document is the document's own.
    if (!this.open.has(uri) && this.shown.show(uri, checked)) this.tell(uri);
  }

  /** What sums up what: by the configurations and the names of files. */
  private tellParts(): void {
    // A part of the reports has another sum.
    if (this.active && (this.work.readsMore || this.listing.pending !== null)) return;
    const placed: Placed[] = [];
    for (const { file, year } of this.active ? this.catalogue.entries() : []) {
      const settings = this.settingsAt(file);
      const folder = settings?.grounds.folder ?? this.rootOf(file);
      if (settings === null || folder === null) continue;
      placed.push({ file, year, config: settings.grounds.config, folder, path: pathBelow(file, folder) });
    }
    const now = partsAmong(placed);
    for (const file of new Set([...this.parts.keys(), ...now.keys()])) {
      const told = now.get(file) ?? null;
      if (JSON.stringify(told) !== JSON.stringify(this.parts.get(file) ?? null))
        this.work.check(this.catalogue.tellParts(file, told));
    }
    this.parts = now;
  }

  private showAgain(documents: readonly OpenDocument[]): void {
    if (documents.length > 0) this.around.showAgain(documents);
  }

  /** The open document, where its neighbours are others than it was checked beside and something else is found with them. */
  private compare(document: OpenDocument): readonly OpenDocument[] {
    const { file } = document;
    const neighbours = this.neighbours(file);
    const before = this.beside.get(file);
    this.beside.set(file, neighbours);
    this.work.isChecked(file);
    if (before !== undefined && sameNeighbours(before, neighbours)) return [];
    const shown = JSON.stringify(document.diagnostics.items);
    document.neighboursChanged();
    if (JSON.stringify(document.diagnostics.items) === shown) return [];
    this.tell(file);
    return [document];
  }

  /** Something else is to be said of a file. */
  private tell(uri: string): void {
    this.changes.add(uri);
    this.tellSoon();
  }

  private tellSoon(): void {
    this.notice ??= setTimeout(() => {
      this.notice = undefined;
      const uris = new Set(this.changes);
      this.changes.clear();
      this.around.changed(uris);
    }, together);
  }
}
