// All reports of the workspace, opened or not: which there are, what each is for the others, and what is found in each. It
// owns the catalogue and what is shown of files that are not open; open documents keep what is shown of them themselves.
// A change to one report re-reads that one, and checks it and those that depend on it again, nothing else. It is long because
// the way of a file through all of this is told in one place, where each step has to know the others.
import { entriesAbout, type PlacedEntry, type Who } from "../../config/baseline";
import { named } from "../../config/names";
import { type Placed, partsAmong, type ToldParts } from "../../config/rollUps";
import type { Config } from "../../config/types";
import { type Known, knownOf } from "../../report/known";
import { perObject } from "../../report/memo";
import type { Neighbours } from "../../report/neighbours";
import type { Report } from "../../report/types";
import { isPassedOver, isTextName } from "../../workspace/candidates";
import { createCatalogue } from "../../workspace/catalogue";
import type { DiagnosticForm } from "../convert";
import { nextResultId, type OpenDocument } from "../documents";
import { type Files, isOwn } from "../files";
import { describe, type Log } from "../guard";
import { type Settings, sameRules } from "../settings";
import { inLaterTurn } from "../turn";
import { canonicalUri, isBelow, nameOf, pathBelow, schemeOf } from "../uris";
import type { Lanes } from "./lanes";
import { Listing } from "./listing";
import { type Checked, type FileTrouble, type Job, type Result, troubled } from "./scan";

/** What is shown of a file that is not open. */
export interface ShownFile extends Checked {
  readonly uri: string;
  readonly resultId: string;
}

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

/** How far the files at hand have come: each is read, then checked. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Milliseconds in which what has changed is put together before it is told. */
const together = 60;

const organsOf = perObject(({ organs }: Config) => JSON.stringify(organs));

export class Folder {
  private readonly catalogue = createCatalogue();
  private readonly open = new Map<string, OpenDocument>();
  /** By the file of an open document: the change of its text that the catalogue has. */
  private readonly taken = new Map<string, number>();
  /** By the file of an open document: what it was last checked beside. */
  private readonly beside = new Map<string, Neighbours>();
  /** Files that were listed, with what counts for each. */
  private listed: ReadonlyMap<string, Settings> = new Map();
  private readonly shown = new Map<string, ShownFile>();
  /** Files that were open or listed and are neither now: nothing is to be shown of them any more. */
  private readonly departed = new Set<string>();
  private parts: ReadonlyMap<string, ToldParts> = new Map();
  /** The workspace's folders, those that stand in another one among them. */
  private roots: readonly string[] = [];
  private plainText: ReadonlySet<string> = new Set();
  private readonly toRead = new Set<string>();
  private readonly toCheck = new Set<string>();
  /** What is being read or checked now, by the number of its latest job: what an earlier one finds is out of date. */
  private readonly atHand = new Map<string, number>();
  private jobs = 0;
  private readonly changes = new Set<string>();
  private notice: ReturnType<typeof setTimeout> | undefined;
  private working: Promise<void> | null = null;
  private readonly listing: Listing;
  private finished = 0;
  private readonly watchers = new Set<(progress: Progress) => void>();
  /** Whether files that are not open are looked at. */
  private active = false;

  constructor(private readonly around: Surroundings) {
    const { files, log } = around;
    this.listing = new Listing({
      files,
      log,
      // A folder within another one would be walked twice.
      roots: () => this.roots.filter((root) => !this.roots.some((other) => other !== root && isBelow(root, other))),
      settingsOf: (uri) => around.settingsOf(uri, this.rootOf(uri) ?? uri),
      listed: (found, all) => this.takeList(found, all),
      ended: () => {
        this.tellParts();
        this.work();
        this.tellSoon();
      },
    });
  }

  /** True while nothing is left to be listed, read or checked. */
  get settled(): boolean {
    return this.working === null && this.listing.pending === null;
  }

  /** Whether more is to be known of a file soon. */
  isPending(uri: string): boolean {
    return this.toRead.has(uri) || this.toCheck.has(uri) || this.atHand.has(uri);
  }

  files(): Iterable<ShownFile> {
    return this.shown.values();
  }

  /** Files of which something was shown and nothing is any more. */
  departures(): Iterable<string> {
    return this.departed;
  }

  isDeparted(uri: string): boolean {
    return this.departed.has(uri);
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
    return this.open.has(uri) ? null : (this.shown.get(uri) ?? null);
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
    return new Set([...this.shown.keys(), ...[...this.catalogue.entries()].map(({ file }) => file)]);
  }

  neighbours(uri: string): Neighbours {
    return this.catalogue.neighbours(uri);
  }

  carriedIn(uri: string): ReadonlyMap<string, bigint> {
    return this.catalogue.carriedIn(uri);
  }

  /** The workspace's folder a file stands in, the innermost of several; null where it stands in none. */
  rootOf(uri: string): string | null {
    let found: string | null = null;
    for (const root of this.roots) if (isBelow(uri, root) && root.length > (found?.length ?? 0)) found = root;
    return found;
  }

  setRoots(uris: readonly string[]): void {
    this.roots = uris.map((uri) => canonicalUri(uri).replace(/\/$/, ""));
    if (this.active) void this.listing.again();
  }

  /** Files the reader wants to be no reports. */
  setPlainText(uris: readonly string[]): void {
    const before = this.plainText;
    this.plainText = new Set(uris.map(canonicalUri));
    for (const uri of new Set([...before, ...this.plainText]))
      if (before.has(uri) !== this.plainText.has(uri) && this.listed.has(uri)) this.toRead.add(uri);
    this.work();
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
    this.watchers.add(watch);
    let running = true;
    const stop = cancelled.then(() => {
      if (!running) return;
      if (!before) this.deactivate();
      // What is owed for other reasons stays owed.
      for (const uri of [...this.toRead]) if (this.shown.has(uri)) this.toRead.delete(uri);
    });
    try {
      await Promise.race([this.listing.again(true).then(() => this.done()), stop]);
    } finally {
      running = false;
      this.watchers.delete(watch);
    }
  }

  /** Resolves when nothing is left to be done. */
  async done(): Promise<void> {
    while (!this.settled) await (this.listing.pending ?? this.working);
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
    this.shown.delete(file);
    this.departed.delete(file);
    this.tell(file);
  }

  closed(document: OpenDocument): void {
    const { file } = document;
    if (this.open.get(file) !== document) return;
    this.open.delete(file);
    this.taken.delete(file);
    this.beside.delete(file);
    this.shown.delete(file);
    this.checkAgain(this.catalogue.remove(file, "open"));
    // What was not saved is gone with the document.
    if (this.listed.has(file)) this.toRead.add(file);
    else this.departed.add(file);
    this.tell(file);
    this.work();
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
      this.checkAgain(affected);
      this.tellParts();
      this.showAgain(this.compare(document));
      this.tell(file);
    }
    this.work();
  }

  /** Files that were created, changed or deleted, by their canonical URIs. */
  async filesChanged(changes: readonly { readonly uri: string; readonly gone: boolean }[]): Promise<void> {
    if (!this.active) return;
    // Several changes of one file may come together, as of one that is deleted and written anew: the last says what is.
    const last = new Map(changes.map(({ uri, gone }) => [uri, gone]));
    // What is listed at the moment may have been seen before it changed.
    let others = this.listing.pending !== null;
    const left = new Map(this.listed);
    for (const [uri, gone] of last) {
      const root = this.rootOf(uri);
      if (root === null || pathBelow(uri, root).split("/").some(isPassedOver)) continue;
      if (!this.listed.has(uri))
        others ||=
          isTextName(nameOf(uri)) || mayBeFolder(uri) || (gone && [...left.keys()].some((each) => isBelow(each, uri)));
      else if (gone) left.delete(uri);
      else this.toRead.add(uri);
    }
    if (left.size < this.listed.size) this.takeList(left, false);
    // A folder that came or went, or a new file: what there is now tells the list.
    if (others) await this.listing.again();
    else this.work();
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
      this.departed.delete(uri);
      const old = before.get(uri);
      const due = all || old === undefined ? "read" : dueFor(old, settings, { ...this.identity(uri), file: uri });
      if (due === "read") this.toRead.add(uri);
      else if (due === "check") this.toCheck.add(uri);
    }
    this.tellParts();
    this.work();
  }

  private forget(uri: string): void {
    this.toRead.delete(uri);
    this.toCheck.delete(uri);
    this.atHand.delete(uri);
    this.checkAgain(this.catalogue.remove(uri, "disk"));
    this.shown.delete(uri);
    if (!this.open.has(uri)) this.departed.add(uri);
    this.tell(uri);
  }

  /** Reads and checks what there is to read and check, if that is not being done already. */
  private work(): void {
    if (this.working !== null || (this.toRead.size === 0 && this.toCheck.size === 0)) return;
    this.finished = 0;
    this.working = this.workOff()
      .catch((error: unknown) => this.around.log.error(`checking the workspace: ${describe(error)}`))
      .finally(() => {
        this.working = null;
        this.tellSoon();
        // What came in at the very last; in another turn, for where something keeps failing nothing else would have one.
        inLaterTurn(() => this.work());
      });
  }

  private async workOff(): Promise<void> {
    while (this.toRead.size > 0 || this.toCheck.size > 0) {
      if (this.toRead.size > 0) {
        await this.around.lanes.run(this.toRead.size, () => this.nextToRead(), this.taking);
        this.tellParts();
      } else {
        await this.around.lanes.run(this.toCheck.size, () => this.nextToCheck(), this.taking);
      }
    }
  }

  /** A job that is begun; what an earlier one about the file finds does not count any more. */
  private begin(uri: string): number {
    this.atHand.set(uri, ++this.jobs);
    return this.jobs;
  }

  private async nextToRead(): Promise<Job | null> {
    for (const uri of this.toRead) {
      this.toRead.delete(uri);
      const settings = this.listed.get(uri);
      if (settings === undefined) continue;
      const job = this.begin(uri);
      const plain = this.plainText.has(uri);
      const bytes = plain ? "gone" : await this.bytesOf(uri);
      if (bytes !== "gone") {
        const { grounds, detectByContent } = settings;
        return { kind: "read", uri, job, bytes, organs: grounds.config.organs, byContent: detectByContent };
      }
      this.taking({ kind: "read", uri, job, known: null, trouble: plain ? null : "unreadable" });
    }
    return null;
  }

  private async nextToCheck(): Promise<Job | null> {
    const concerned = [...this.open.values()].filter(({ file }) => this.toCheck.has(file));
    this.showAgain(concerned.flatMap((document) => this.compare(document)));
    for (const uri of this.toCheck) {
      this.toCheck.delete(uri);
      const settings = this.listed.get(uri);
      if (settings === undefined || !this.catalogue.get(uri)) continue;
      const job = this.begin(uri);
      const bytes = await this.bytesOf(uri);
      if (bytes === "gone") {
        this.taking({ kind: "check", uri, job, checked: null, trouble: "unreadable" });
        continue;
      }
      const { rules, limits, locale, grounds } = settings;
      const who = this.identity(uri);
      const baseline = { entries: entriesAbout(grounds.baseline, { ...who, file: uri }) };
      const neighbours = { ...this.neighbours(uri), own: this.catalogue.get(uri) };
      const carriedIn = this.carriedIn(uri);
      const { form } = this.around;
      return { kind: "check", uri, job, bytes, rules, limits, locale, neighbours, carriedIn, baseline, who, form };
    }
    return null;
  }

  /** Null where the thread reads the file itself. */
  private async bytesOf(uri: string): Promise<Uint8Array | null | "gone"> {
    if (isOwn(uri, this.around.own)) return null;
    return (await this.around.files.read(uri)) ?? "gone";
  }

  private readonly taking = (result: Result): void => {
    const { uri, job } = result;
    this.finished++;
    const progress = { done: this.finished, total: this.finished + 2 * this.toRead.size + this.toCheck.size };
    for (const watch of this.watchers) watch(progress);
    if (this.atHand.get(uri) !== job) return;
    this.atHand.delete(uri);
    if (result.kind === "read") this.takeKnown(uri, result.known, result.trouble);
    else if (result.checked !== null && this.catalogue.get(uri)) this.show(uri, result.checked);
    else this.showTrouble(uri, result.trouble);
  };

  private takeKnown(uri: string, known: Known | null, trouble: FileTrouble | null): void {
    const before = this.identity(uri);
    if (known === null) {
      this.checkAgain(this.catalogue.remove(uri, "disk"));
      this.showTrouble(uri, trouble);
      return;
    }
    this.checkAgain(this.catalogue.put(known, "disk"));
    this.toCheck.add(uri);
    const { organ, year } = this.identity(uri);
    // Also of an open document: that it is a report of the folder is new.
    if (before.organ !== organ || before.year !== year || this.open.has(uri)) this.tell(uri);
  }

  /** Nothing is known of a file: that is shown where it ought to be a report. */
  private showTrouble(uri: string, trouble: FileTrouble | null): void {
    const settings = this.listed.get(uri);
    if (trouble !== null && settings !== undefined) this.show(uri, troubled(uri, trouble, settings.locale));
    else {
      this.shown.delete(uri);
      this.tell(uri);
    }
  }

  /** What is the same as before keeps its id: nothing has to be told of it. */
  private show(uri: string, checked: Checked): void {
    // What is shown of an open document is the document's own.
    if (this.open.has(uri)) return;
    const before = this.shown.get(uri);
    const resultId = before?.resultId ?? nextResultId();
    const shown = { ...checked, uri, resultId };
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(shown)) return;
    this.shown.set(uri, { ...shown, resultId: before === undefined ? resultId : nextResultId() });
    this.tell(uri);
  }

  private checkAgain(uris: Iterable<string>): void {
    for (const uri of uris) this.toCheck.add(uri);
  }

  /** What sums up what: by the configurations and the names of files. */
  private tellParts(): void {
    // A part of the reports has another sum.
    if (this.active && (this.toRead.size > 0 || this.listing.pending !== null)) return;
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
        this.checkAgain(this.catalogue.tellParts(file, told));
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
    this.toCheck.delete(file);
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

/** Names of files that are none of ours have an extension, those of folders seldom. */
function mayBeFolder(uri: string): boolean {
  return !/\.[a-z][a-z0-9]{0,7}$/i.test(nameOf(uri));
}

/** What has to be done with a file that other settings count for now. */
function dueFor(before: Settings, after: Settings, who: Who): "read" | "check" | "nothing" {
  const [{ config: one, baseline: old }, { config: two, baseline }] = [before.grounds, after.grounds];
  if (before.detectByContent !== after.detectByContent) return "read";
  if (one !== two && organsOf(one) !== organsOf(two)) return "read";
  if (before.locale !== after.locale || !sameRules(before, after)) return "check";
  if (old === baseline) return "nothing";
  const fingerprints = (entries: readonly PlacedEntry[]) => entries.map(({ entry }) => entry.fingerprint).join(" ");
  return fingerprints(entriesAbout(old, who)) === fingerprints(entriesAbout(baseline, who)) ? "nothing" : "check";
}

/** The same objects: what is known of a report is made anew when it changes. */
function sameNeighbours(one: Neighbours, two: Neighbours): boolean {
  return (
    one.lastYear === two.lastYear &&
    one.others.length === two.others.length &&
    one.others.every((other, at) => other === two.others[at]) &&
    one.common.size === two.common.size &&
    [...one.common].every((print) => two.common.has(print)) &&
    one.parts?.sure === two.parts?.sure &&
    one.parts?.reports.length === two.parts?.reports.length &&
    (one.parts?.reports ?? []).every((part, at) => part === two.parts?.reports[at]) &&
    one.parts?.missing.join("\n") === two.parts?.missing.join("\n")
  );
}
