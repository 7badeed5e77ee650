// The language server as the extension sees it: started once, restarted when it dies, given up when it keeps dying.
import { type CancellationToken, commands, type Disposable, EventEmitter, type LogOutputChannel, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type {
  CheckFolderParams,
  CheckFolderRequest,
  CheckFolderResult,
  IgnoreParams,
  IgnoreRequest,
  IgnoreResult,
  PlainTextNotification,
  PlainTextParams,
  ReportsNotification,
  ReportsParams,
  ReviewParams,
  ReviewRequest,
  ReviewResult,
  RulePageParams,
  RulePageRequest,
  RulePageResult,
  StatusNotification,
  StatusParams,
} from "../../../server/src/lsp/protocol";
import { type Locale, texts } from "../texts";
import { serveFiles } from "./files";

/** Makes a client that is not started yet. `closed` must be called when its connection is lost. */
export type Connect = (closed: () => void, log: LogOutputChannel) => Promise<BaseLanguageClient>;

export type ServerState = "idle" | "starting" | "running" | "failed";

const statusMethod: StatusNotification = "nianbao/status";
const rulePageMethod: RulePageRequest = "nianbao/rulePage";
const reportsMethod: ReportsNotification = "nianbao/reports";
const plainTextMethod: PlainTextNotification = "nianbao/plainText";
const checkFolderMethod: CheckFolderRequest = "nianbao/checkFolder";
const reviewMethod: ReviewRequest = "nianbao/review";
const ignoreMethod: IgnoreRequest = "nianbao/ignore";

/** More deaths than this within the window, and the reader is asked instead of trying again. */
const maxRestarts = 4;
const deathWindow = 3 * 60 * 1000;
/** Milliseconds: lets the old client clear its registrations and findings before the new one makes its own. */
const restartDelay = 200;

/** Owns the client and its process. Every start makes a new client, since one whose start failed cannot be used again. */
export class Server implements Disposable {
  readonly ready: Promise<void>;
  readonly #status = new EventEmitter<StatusParams>();
  readonly onStatus = this.#status.event;
  readonly #reports = new EventEmitter<ReportsParams>();
  readonly onReports = this.#reports.event;
  readonly #changed = new EventEmitter<ServerState>();
  readonly onDidChangeState = this.#changed.event;
  readonly #connect: Connect;
  readonly #locale: () => Locale;
  #state: ServerState = "idle";
  #client: BaseLanguageClient | undefined;
  #log: LogOutputChannel | undefined;
  /** Settles when the current start has come to an end, one way or the other. */
  #launching: Promise<void> = Promise.resolve();
  /** Counts the starts; what belongs to an earlier one is ignored. */
  #generation = 0;
  /** Counts the checks of the folder, so that the progress of each has its own name. */
  #checks = 0;
  #deaths: number[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #resolveReady: () => void = () => {};

  constructor(connect: Connect, locale: () => Locale) {
    this.#connect = connect;
    this.#locale = locale;
    this.ready = new Promise((resolve) => {
      this.#resolveReady = resolve;
    });
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Made when first needed: the extension wakes for every text and must leave no trace there. */
  get log(): LogOutputChannel {
    this.#log ??= window.createOutputChannel(texts.product[this.#locale()], { log: true });
    return this.#log;
  }

  /** Starts the server unless it was started before. One that was given up stays down until `restart`. */
  start(): Promise<void> {
    if (this.#state === "idle") this.#launching = this.#launch();
    return this.#launching;
  }

  /** Ends the server, whatever its state, and starts a new one. */
  async restart(): Promise<void> {
    this.#deaths = [];
    await this.#stop();
    this.#launching = this.#launch();
    await this.#launching;
  }

  /** The page of a rule in Markdown; undefined where the server does not run, null where it knows no such rule. */
  async rulePage(rule: string): Promise<RulePageResult | undefined> {
    await this.start();
    const params: RulePageParams = { rule };
    return this.#state === "running" ? this.#client?.sendRequest<RulePageResult>(rulePageMethod, params) : undefined;
  }

  /**
   * Reads and checks every file of the workspace anew; `advanced` is told how far it is, in per cent. Undefined where it came
   * to no end.
   */
  async checkFolder(
    advanced: (percentage: number) => void,
    cancelled: CancellationToken,
  ): Promise<CheckFolderResult | undefined> {
    await this.start();
    const client = this.#client;
    if (client === undefined) return undefined;
    // Only here, so that a text that is no report never loads the language client.
    const { followProgress } = await import("./progress");
    const workDoneToken = `${checkFolderMethod}/${++this.#checks}`;
    const params: CheckFolderParams = { workDoneToken };
    const following = followProgress(client, workDoneToken, advanced);
    try {
      return await this.#ask<CheckFolderResult>(checkFolderMethod, params, cancelled);
    } finally {
      following.dispose();
    }
  }

  /** The findings as a table; undefined where the server gave no answer. */
  async review(params: ReviewParams): Promise<ReviewResult | undefined> {
    // Null is its answer where it failed.
    return (await this.#ask<ReviewResult | null>(reviewMethod, params)) ?? undefined;
  }

  /** A baseline with one more entry; undefined where the server gave no answer, null where the one that is there cannot be read. */
  ignore(params: IgnoreParams): Promise<IgnoreResult | undefined> {
    return this.#ask<IgnoreResult>(ignoreMethod, params);
  }

  /** Tells a server that runs which files the reader wants to be no reports. */
  async plainText(uris: readonly string[]): Promise<void> {
    const params: PlainTextParams = { uris: [...uris] };
    await this.#client?.sendNotification(plainTextMethod, params).catch((error) => this.log.error(error));
  }

  /** Starts the server where need be. What goes wrong stands in the log, and the answer is undefined. */
  async #ask<T>(method: string, params: object, cancelled?: CancellationToken): Promise<T | undefined> {
    await this.start();
    try {
      return await this.#client?.sendRequest<T>(method, params, cancelled);
    } catch (error) {
      if (!cancelled?.isCancellationRequested) this.log.error(error instanceof Error ? error : String(error));
      return undefined;
    }
  }

  /** Lets the server ask for all settings again, where VS Code itself sees none changed. */
  async settingsChanged(): Promise<void> {
    await this.#client?.sendNotification("workspace/didChangeConfiguration", { settings: null });
  }

  async dispose(): Promise<void> {
    await this.#stop();
    this.#status.dispose();
    this.#reports.dispose();
    this.#changed.dispose();
    this.#log?.dispose();
  }

  async #stop(): Promise<void> {
    this.#generation++;
    clearTimeout(this.#timer);
    const client = this.#client;
    this.#client = undefined;
    this.#setState("idle");
    // A client that is still starting ends itself in #launch; one that died has nothing left to stop.
    await client?.stop().catch((error) => this.log.error(error));
  }

  async #launch(): Promise<void> {
    const generation = ++this.#generation;
    this.#setState("starting");
    try {
      const client = await this.#connect(() => this.#died(generation), this.log);
      serveFiles(client);
      client.onNotification(statusMethod, (status: StatusParams) => this.#status.fire(status));
      client.onNotification(reportsMethod, (reports: ReportsParams) => {
        if (generation === this.#generation) this.#reports.fire(reports);
      });
      await client.start();
      if (generation !== this.#generation) return await client.stop();
      this.#client = client;
      this.#setState("running");
      this.#resolveReady();
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      this.#died(generation);
    }
  }

  #died(generation: number): void {
    if (generation !== this.#generation) return;
    this.#generation++;
    this.#client = undefined;
    const now = Date.now();
    this.#deaths = [...this.#deaths.filter((death) => now - death < deathWindow), now];
    if (this.#deaths.length > maxRestarts) {
      this.#setState("failed");
      void this.#giveUp();
      return;
    }
    this.#setState("starting");
    this.#timer = setTimeout(() => {
      this.#launching = this.#launch();
    }, restartDelay);
  }

  async #giveUp(): Promise<void> {
    const locale = this.#locale();
    const restart = texts.restart[locale];
    const showLog = texts.showLog[locale];
    const chosen = await window.showErrorMessage(texts.dying[locale], restart, showLog);
    if (chosen === restart) await commands.executeCommand("nianbao.restartServer");
    if (chosen === showLog) await commands.executeCommand("nianbao.showLog");
  }

  #setState(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#changed.fire(state);
  }
}
