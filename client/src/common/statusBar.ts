// The status bar item: there while a report is in the active editor, and never silent about what was not checked.
import { type Disposable, StatusBarAlignment, type StatusBarItem, type TextDocument, window, workspace } from "vscode";
import type { StatusParams } from "../../../server/src/lsp/protocol";
import { type StatusView, statusView } from "../statusText";
import { type Locale, texts } from "../texts";
import type { Server } from "./server";

export class StatusBar implements Disposable {
  readonly #server: Server;
  readonly #locale: () => Locale;
  readonly #disposables: Disposable[];
  /** By the document's URI, as the server was told it. */
  readonly #known = new Map<string, StatusParams>();
  #item: StatusBarItem | undefined;
  #shown = false;

  constructor(server: Server, locale: () => Locale) {
    this.#server = server;
    this.#locale = locale;
    const update = () => this.#update();
    this.#disposables = [
      server.onStatus((status) => {
        this.#known.set(status.uri, status);
        update();
      }),
      server.onDidChangeState((state) => {
        // What a server said that is gone may no longer be true.
        if (state !== "running") this.#known.clear();
        update();
      }),
      window.onDidChangeActiveTextEditor(update),
      workspace.onDidOpenTextDocument(update),
      workspace.onDidCloseTextDocument((document) => {
        this.#known.delete(document.uri.toString());
        update();
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("nianbao.language")) update();
      }),
    ];
  }

  get text(): string | undefined {
    return this.#shown ? this.#item?.text : undefined;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
    this.#item?.dispose();
  }

  #update(): void {
    const document = window.activeTextEditor?.document;
    const view = document?.languageId === "nianbao" ? this.#view(document) : undefined;
    this.#shown = view !== undefined;
    if (view === undefined) {
      this.#item?.hide();
      return;
    }
    this.#item ??= window.createStatusBarItem("nianbao.status", StatusBarAlignment.Right, 100);
    this.#item.name = texts.product[this.#locale()];
    this.#item.text = view.text;
    this.#item.tooltip = view.tooltip;
    this.#item.command = this.#server.state === "failed" ? "nianbao.restartServer" : "workbench.actions.view.problems";
    this.#item.show();
  }

  #view(document: TextDocument): StatusView | undefined {
    const locale = this.#locale();
    const status = this.#known.get(document.uri.toString());
    if (status !== undefined) return statusView(status, locale);
    if (this.#server.state === "failed") return { text: texts.stopped[locale], tooltip: texts.stoppedHint[locale] };
    if (this.#server.state !== "starting") return undefined;
    return { text: "$(loading~spin)", tooltip: texts.starting[locale] };
  }
}
