// The view of all reports: organs, their reports by year, the findings of each. What is shown is worked out when VS Code asks
// for it, and only what may have changed is asked for again: thousands of reports cost no more than those on the screen.
import {
  commands,
  type Disposable,
  EventEmitter,
  languages,
  type TreeDataProvider,
  TreeItem,
  type TreeView,
  Uri,
  window,
  workspace,
} from "vscode";
import type { ReportSummary, ReportsParams } from "../../../server/src/lsp/protocol";
import type { TreeEntry } from "../api";
import { type Locale, texts } from "../texts";
import { type Grouping, grouped, isSamePlace, type OrganGroup, sumOf } from "../treeModel";
import { badgeTooltip } from "../treeText";
import { looksAtFolder } from "./folder";
import type { Server } from "./server";
import { findingItem, findingsOf, organId, organItem, reportId, reportItem, type TreeElement } from "./treeItems";

const viewId = "nianbao.reports";
/** The context key that `package.json` asks for. */
const brokenOnlyKey = "nianbao.brokenOnly";
/** Milliseconds in which changes are gathered: findings change with every key that is pressed. */
const pause = 100;

export class ReportTree implements TreeDataProvider<TreeElement>, Disposable {
  readonly #changed = new EventEmitter<TreeElement[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #server: Server;
  readonly #locale: () => Locale;
  readonly #view: TreeView<TreeElement>;
  readonly #disposables: readonly Disposable[];
  /** By the report's URI as VS Code writes it, which may not be how the server does. */
  readonly #reports = new Map<string, ReportSummary>();
  readonly #elements = new Map<string, TreeElement>();
  #grouping: Grouping | undefined;
  #groups: ReadonlyMap<string, OrganGroup> = new Map();
  #complete = true;
  #brokenOnly = false;
  /** What is to be asked for again; undefined means everything. */
  #stale: Set<TreeElement> | undefined = new Set();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(server: Server, locale: () => Locale) {
    this.#server = server;
    this.#locale = locale;
    this.#view = window.createTreeView(viewId, { treeDataProvider: this, showCollapseAll: true, canSelectMany: true });
    this.#disposables = [
      this.#view,
      this.#changed,
      server.onReports((reports) => this.#take(reports)),
      server.onDidChangeState((state) => {
        // What a server said that is gone may no longer be true.
        if (state !== "running") this.#forget();
        // Its first word on the folder comes when all files were listed, and none where it does not look at the folder.
        if (state === "starting") this.#complete = !looksAtFolder();
        this.#refresh(undefined);
      }),
      languages.onDidChangeDiagnostics(({ uris }) => {
        const keys = uris.map((uri) => uri.toString()).filter((key) => this.#reports.has(key));
        if (keys.length > 0) this.#refresh(keys.map((key) => this.#report(key)));
      }),
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible) void server.start();
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("nianbao.language")) this.#refresh(undefined);
      }),
      commands.registerCommand("nianbao.showBrokenOnly", () => this.#filter(true)),
      commands.registerCommand("nianbao.showAllReports", () => this.#filter(false)),
    ];
    if (this.#view.visible) void server.start();
  }

  getChildren(element?: TreeElement): TreeElement[] {
    switch (element?.kind) {
      case undefined: {
        const { organs, unknown } = this.#grouped();
        return [...organs.map(({ organ }) => this.#organ(organ)), ...unknown.map((key) => this.#report(key))];
      }
      case "organ":
        return this.#keysOf(element).map((key) => this.#report(key));
      case "report":
        return findingsOf(element.key).map((finding, at) => ({ kind: "finding", key: element.key, at, finding }));
      case "finding":
        return [];
    }
  }

  getTreeItem(element: TreeElement): TreeItem {
    switch (element.kind) {
      case "organ":
        return this.#organItem(element.organ);
      case "report":
        return this.#reportItem(element.key);
      case "finding":
        return findingItem(element, this.#locale());
    }
  }

  /** The reports behind elements of the tree, as the server names them. */
  urisOf(elements: readonly TreeElement[]): readonly string[] {
    const keys = new Set(elements.flatMap((element) => this.#keysOf(element)));
    return [...keys].flatMap((key) => this.#reports.get(key)?.uri ?? []);
  }

  entries(element?: TreeElement): readonly TreeEntry[] {
    return this.getChildren(element).map((child) => {
      const { label, description } = this.getTreeItem(child);
      return {
        label: typeof label === "string" ? label : (label?.label ?? ""),
        description: typeof description === "string" ? description : "",
        children: this.entries(child),
      };
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #take({ changed, removed, complete }: ReportsParams): void {
    let moved = false;
    const touched: TreeElement[] = [];
    // What is gone first: one file may be told of by another URI than before.
    for (const uri of removed) {
      const key = Uri.parse(uri).toString();
      if (this.#reports.delete(key)) moved = true;
      this.#elements.delete(reportId(key));
    }
    for (const report of changed) {
      const uri = Uri.parse(report.uri);
      // The committed text beside a diff is no report of the folder.
      if (uri.scheme === "git") continue;
      const key = uri.toString();
      const before = this.#reports.get(key);
      this.#reports.set(key, report);
      if (before === undefined || !isSamePlace(before, report, this.#brokenOnly)) moved = true;
      // An organ is asked for again together with its reports.
      else touched.push(report.organ === null ? this.#report(key) : this.#organ(report.organ));
    }
    this.#complete = complete;
    if (moved) this.#grouping = undefined;
    this.#refresh(moved ? undefined : touched);
  }

  #forget(): void {
    this.#reports.clear();
    this.#elements.clear();
    this.#grouping = undefined;
    this.#complete = true;
  }

  #filter(brokenOnly: boolean): Thenable<void> {
    this.#brokenOnly = brokenOnly;
    this.#grouping = undefined;
    this.#refresh(undefined);
    return commands.executeCommand("setContext", brokenOnlyKey, brokenOnly);
  }

  /** Asks for these elements again, or for everything, a moment later. */
  #refresh(elements: readonly TreeElement[] | undefined): void {
    if (elements === undefined) this.#stale = undefined;
    for (const element of elements ?? []) this.#stale?.add(element);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const stale = this.#stale;
      this.#stale = new Set();
      this.#tell();
      if (stale === undefined) this.#changed.fire(undefined);
      else if (stale.size > 0) this.#changed.fire([...stale]);
    }, pause);
  }

  /** What the view says beside its elements. */
  #tell(): void {
    const locale = this.#locale();
    const { errors } = sumOf(this.#reports.values()).counts;
    this.#view.badge = errors > 0 ? { value: errors, tooltip: badgeTooltip(errors, locale) } : undefined;
    this.#view.message = this.#message(locale);
  }

  #message(locale: Locale): string | undefined {
    if (this.#server.state === "failed") return texts.stopped[locale];
    if (this.#server.state === "starting") return texts.starting[locale];
    if (!this.#complete) return texts.checking[locale];
    const { organs, unknown } = this.#grouped();
    return this.#reports.size > 0 && organs.length + unknown.length === 0 ? texts.noneBroken[locale] : undefined;
  }

  #grouped(): Grouping {
    if (this.#grouping === undefined) {
      this.#grouping = grouped(this.#reports, this.#brokenOnly);
      this.#groups = new Map(this.#grouping.organs.map((group) => [group.organ, group]));
      for (const [id, element] of this.#elements)
        if (element.kind === "organ" && !this.#groups.has(element.organ)) this.#elements.delete(id);
    }
    return this.#grouping;
  }

  #keysOf(element: TreeElement): readonly string[] {
    if (element.kind !== "organ") return [element.key];
    this.#grouped();
    return this.#groups.get(element.organ)?.reports ?? [];
  }

  #organ(organ: string): TreeElement {
    return this.#element(organId(organ), { kind: "organ", organ });
  }

  #report(key: string): TreeElement {
    return this.#element(reportId(key), { kind: "report", key });
  }

  #element(id: string, made: TreeElement): TreeElement {
    const known = this.#elements.get(id);
    if (known === undefined) this.#elements.set(id, made);
    return known ?? made;
  }

  #organItem(organ: string): TreeItem {
    const reports = this.#keysOf(this.#organ(organ)).flatMap((key) => this.#reports.get(key) ?? []);
    return organItem(organ, sumOf(reports), this.#locale());
  }

  #reportItem(key: string): TreeItem {
    const report = this.#reports.get(key);
    // One that went away a moment ago; the tree is about to be asked for again.
    if (report === undefined) return new TreeItem("");
    return reportItem(key, report, this.#hasNamesake(key, report), this.#locale());
  }

  #hasNamesake(key: string, { organ, year }: ReportSummary): boolean {
    if (organ === null || year === null) return false;
    const others = this.#groups.get(organ)?.reports ?? [];
    return others.some((other) => other !== key && this.#reports.get(other)?.year === year);
  }
}
