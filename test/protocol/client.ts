// A client for the built server, over its standard input and output: what an editor does, with everything it receives kept.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import {
  type ClientCapabilities,
  type ConfigurationItem,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  type Message,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver/node";
import { root } from "../../scripts/root";
import type {
  InitializationOptions,
  ReadDirectoryParams,
  ReadDirectoryResult,
  ReadFileParams,
  ReadFileResult,
  ReportSummary,
  ReportsParams,
  StatusParams,
} from "../../server/src/lsp/protocol";
import { Recorder } from "./conformance";
import { Waiting } from "./waiting";

export const serverPath = process.env.NIANBAO_SERVER ?? path.join(root, "dist/server.js");

/** As VS Code announces itself, as far as this server looks at it. */
export const editor: ClientCapabilities = {
  general: { positionEncodings: ["utf-16"] },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
    diagnostic: { dynamicRegistration: true, relatedInformation: true, codeDescriptionSupport: true },
    hover: { contentFormat: ["markdown", "plaintext"] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { lineFoldingOnly: true, rangeLimit: 5000 },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["", "quickfix", "source", "source.fixAll"] } },
      isPreferredSupport: true,
    },
  },
};

/** The same without diagnostics of its own asking. */
export const pushed: ClientCapabilities = {
  ...editor,
  textDocument: { ...editor.textDocument, diagnostic: undefined },
};

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: InitializationOptions | unknown;
  readonly locale?: string;
  /** Answers workspace/configuration; what is thrown becomes the request's error. */
  readonly settings?: (scope: string | undefined) => unknown;
  /** Answers nianbao/readFile. */
  readonly files?: (uri: string) => string | null;
  /** Answers nianbao/readDirectory. */
  readonly directories?: (uri: string) => ReadDirectoryResult["entries"];
  /** URIs of the workspace's folders. */
  readonly folders?: readonly string[];
  /** The test says what no client may say: only the server is held to the protocol. */
  readonly nonsense?: boolean;
  /** Another server than the built one. */
  readonly server?: string;
}

/** The server as a process, and the two ends of its pipes. */
export function spawnServer(server = serverPath, stderr: "inherit" | "ignore" = "inherit") {
  if (!existsSync(server)) throw new Error(`${server} is not there: npm run build`);
  const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", stderr] });
  return {
    process: child,
    reader: new StreamMessageReader(child.stdout),
    writer: new StreamMessageWriter(child.stdin),
  };
}

export class Client {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly statuses: StatusParams[] = [];
  readonly logs: string[] = [];
  readonly configurationRequests: ConfigurationItem[][] = [];
  readonly registrations: string[] = [];
  /** What nianbao/reports has told so far, by URI. */
  readonly reports = new Map<string, ReportSummary>();
  complete = false;
  refreshes = 0;
  initialized: InitializeResult = { capabilities: {} };
  private readonly waiting = new Waiting(this.logs);

  private constructor(
    readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
    /** All that was said, each message held against the protocol's meta model. */
    readonly recorder: Recorder,
    private readonly options: ClientOptions,
  ) {
    connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) =>
      this.received(() => this.published.push(params)),
    );
    connection.onNotification("nianbao/status", (params: StatusParams) =>
      this.received(() => this.statuses.push(params)),
    );
    connection.onNotification("nianbao/reports", ({ changed, removed, complete }: ReportsParams) =>
      this.received(() => {
        for (const uri of removed) this.reports.delete(uri);
        for (const report of changed) this.reports.set(report.uri, report);
        this.complete = complete;
      }),
    );
    connection.onNotification("window/logMessage", ({ message }: { message: string }) =>
      this.received(() => this.logs.push(message)),
    );
    connection.onRequest("workspace/configuration", ({ items }: { items: ConfigurationItem[] }) => {
      this.received(() => this.configurationRequests.push(items));
      return items.map((item) => this.options.settings?.(item.scopeUri) ?? null);
    });
    connection.onRequest("nianbao/readFile", ({ uri }: ReadFileParams): ReadFileResult => {
      const text = this.options.files?.(uri) ?? null;
      return { content: text === null ? null : Buffer.from(text).toString("base64") };
    });
    connection.onRequest("nianbao/readDirectory", ({ uri }: ReadDirectoryParams): ReadDirectoryResult => {
      return { entries: this.options.directories?.(uri) ?? null };
    });
    connection.onRequest("workspace/diagnostic/refresh", () => {
      this.received(() => this.refreshes++);
      return null;
    });
    connection.onRequest("client/registerCapability", ({ registrations }: { registrations: { method: string }[] }) => {
      this.received(() => this.registrations.push(...registrations.map(({ method }) => method)));
      return null;
    });
    // What still waits for a server that is gone fails at once instead of running out of patience.
    process.once("exit", () => connection.dispose());
    connection.listen();
  }

  /** A server that was not initialized yet. */
  static spawn(options: ClientOptions = {}): Client {
    const { process: child, reader, writer } = spawnServer(options.server);
    const recorder = new Recorder(options.nonsense === true);
    const connection = createProtocolConnection(
      {
        onError: reader.onError,
        onClose: reader.onClose,
        onPartialMessage: reader.onPartialMessage,
        dispose: () => reader.dispose(),
        listen: (take) =>
          reader.listen((message) => {
            recorder.record("server", message);
            take(message);
          }),
      },
      {
        onError: writer.onError,
        onClose: writer.onClose,
        dispose: () => writer.dispose(),
        end: () => writer.end(),
        write(message: Message) {
          recorder.record("client", message);
          return writer.write(message);
        },
      },
    );
    return new Client(child, connection, recorder, options);
  }

  static async start(options: ClientOptions = {}): Promise<Client> {
    const client = Client.spawn(options);
    await client.initialize();
    return client;
  }

  async initialize(): Promise<void> {
    const { options } = this;
    const params: InitializeParams = {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
      capabilities: options.capabilities ?? editor,
      initializationOptions: options.initializationOptions,
      locale: options.locale,
    };
    this.initialized = await this.request("initialize", params);
    await this.notify("initialized", {});
  }

  request<R>(method: string, params: unknown): Promise<R> {
    // Named parameters that are undefined would go out as the list of one null.
    return params === undefined ? this.connection.sendRequest(method) : this.connection.sendRequest(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return params === undefined
      ? this.connection.sendNotification(method)
      : this.connection.sendNotification(method, params);
  }

  open(uri: string, text: string, version = 1): Promise<void> {
    return this.notify("textDocument/didOpen", { textDocument: { uri, languageId: "nianbao", version, text } });
  }

  change(uri: string, version: number, contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    return this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): Promise<void> {
    return this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request("textDocument/diagnostic", { textDocument: { uri }, previousResultId });
  }

  async pullItems(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== "full") throw new Error("an unchanged report, though none was named");
    return report.items;
  }

  /** The first thing sent for a document that fits, now or later. */
  publishedFor(uri: string, fits: (params: PublishDiagnosticsParams) => boolean = () => true) {
    return this.first(this.published, (params) => params.uri === uri && fits(params), `diagnostics for ${uri}`);
  }

  statusFor(uri: string, fits: (params: StatusParams) => boolean = () => true): Promise<StatusParams> {
    return this.first(this.statuses, (params) => params.uri === uri && fits(params), `a status for ${uri}`);
  }

  logged(pattern: RegExp): Promise<string> {
    return this.first(this.logs, (line) => pattern.test(line), `a log line like ${pattern}`);
  }

  /** When the reports of the workspace are as they should be. */
  async reportsAre(fits: (reports: ReadonlyMap<string, ReportSummary>) => boolean, what: string): Promise<void> {
    await this.waiting.until(() => this.complete && fits(this.reports), what);
  }

  async refreshed(times: number): Promise<void> {
    await this.waiting.until(() => this.refreshes >= times, `${times} refreshes`);
  }

  /** Everything the server had to say about what was sent so far has arrived after this. */
  async quiet(): Promise<void> {
    // Two rounds, for what a message sets off may itself wait for the turn after the next.
    for (let round = 0; round < 4; round++) await this.request("nianbao/rulePage", { rule: "" });
  }

  /** Ends the server as an editor does; the code it ended with. Throws where anything that was said breaks the protocol. */
  async stop(): Promise<number | null> {
    if (this.process.exitCode !== null) return this.process.exitCode;
    const ended = once(this.process, "exit");
    await this.request("shutdown", undefined);
    await this.notify("exit", undefined);
    const [code] = await ended;
    this.conforms();
    return code as number | null;
  }

  /** Throws where anything that was said so far breaks the protocol, or a request of ours has no answer. */
  conforms(): void {
    const unanswered = this.recorder.unanswered.filter((key) => key.startsWith("client "));
    const wrong = [...this.recorder.violations, ...unanswered.map((key) => `unanswered: ${key}`)];
    if (wrong.length > 0) throw new Error(`against the protocol:\n${wrong.slice(0, 20).join("\n")}`);
  }

  private received(take: () => void): void {
    take();
    this.waiting.heard();
  }

  private async first<T>(list: readonly T[], fits: (item: T) => boolean, what: string): Promise<T> {
    await this.waiting.until(() => list.some(fits), what);
    return list.find(fits) as T;
  }
}
