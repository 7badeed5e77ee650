// The language server over one connection: takes the client's messages in, keeps the open documents, answers from them.
import type {
  Connection,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  InitializeParams,
  InitializeResult,
} from "vscode-languageserver";
import { configName } from "../config/types";
import { citedPage } from "../features/cited";
import { readReport } from "../report/index";
import { check, rules } from "../rules/index";
import { rulePage } from "../rules/page";
import type { Finding } from "../rules/types";
import { type Client, capabilitiesFor, readClient } from "./client";
import { codeActions } from "./codeActions";
import { Configuration } from "./configuration";
import { diagnosticOf, noticeOf } from "./convert";
import { OpenDocument, type Workings } from "./documents";
import { serveFeatures } from "./features";
import { type ReadFile, readerOf } from "./files";
import { FolderConfigs } from "./folderConfigs";
import { guardNotice, guardRequest, type Log } from "./guard";
import type { RulePageParams, RulePageRequest, RulePageResult, StatusNotification } from "./protocol";
import { Publisher } from "./publisher";
import { changedStatus, unchecked } from "./status";
import { inLaterTurn } from "./turn";

const statusMethod: StatusNotification = "nianbao/status";
const rulePageMethod: RulePageRequest = "nianbao/rulePage";

/** `own` reads the files of the machine the server runs on; null where it has none. */
export function startServer(connection: Connection, own: ReadFile | null): void {
  const log: Log = {
    error: (message) => connection.console.error(message),
    warn: (message) => connection.console.warn(message),
  };
  const open = new Map<string, OpenDocument>();
  const noticed = <P extends readonly unknown[]>(method: string, handle: (...params: P) => void | Promise<void>) =>
    guardNotice(log, method, handle);

  connection.onInitialize((params): InitializeResult => {
    const client = readClient(params);
    serve(client, params);
    return { capabilities: capabilitiesFor(client), serverInfo: { name: "nianbao" } };
  });
  connection.listen();

  function serve(client: Client, params: InitializeParams): void {
    const configs = new FolderConfigs(readerOf(own, connection, client, log), log);
    const configuration = new Configuration(connection, client, log, configs, params.initializationOptions);

    const workings: Workings = {
      read: readReport,
      check,
      log,
      show({ text, settings, trouble }, findings) {
        const of = new Map<Finding, Diagnostic>();
        for (const finding of findings) of.set(finding, diagnosticOf(text, finding, settings.locale, client));
        const notices = trouble === null ? [] : [noticeOf(text, unchecked(trouble, settings.locale))];
        return { items: [...notices, ...of.values()], of };
      },
    };

    const sendStatus = (document: OpenDocument): void => {
      if (open.get(document.uri) !== document) return;
      const status = changedStatus(document);
      if (status !== null) void connection.sendNotification(statusMethod, status);
    };

    const publisher = new Publisher(
      noticed("textDocument/publishDiagnostics", (document: OpenDocument) => {
        const { items: diagnostics } = document.diagnostics;
        void connection.sendDiagnostics({ uri: document.uri, version: document.text.version, diagnostics });
        sendStatus(document);
      }),
    );

    // A change of the settings may arrive before the first answer about them did.
    const settled = async (document: OpenDocument): Promise<void> => {
      while (document.ready !== null) await document.ready;
    };

    /** A request about one open document: waits for its first settings, and answers `fallback` when it is not open. */
    const about = <P extends { textDocument: { uri: string } }, R>(
      method: string,
      fallback: R,
      answer: (document: OpenDocument, params: P) => R,
    ) =>
      guardRequest<P, R>(log, method, fallback, (params) => {
        const { uri } = params.textDocument;
        const document = open.get(uri);
        if (document === undefined) return fallback;
        if (document.ready === null) return answer(document, params);
        return settled(document).then(() => (open.get(uri) === document ? answer(document, params) : fallback));
      });

    /** For documents whose settings have changed. */
    const showAgain = async (changed: readonly OpenDocument[]): Promise<void> => {
      if (changed.length === 0) return;
      if (!client.pulls) for (const document of changed) publisher.schedule(document);
      // Asked for at once: a client that is slow to answer one of them is not to hold up the others.
      await Promise.all([
        client.pulls && client.refreshesDiagnostics ? connection.languages.diagnostics.refresh() : undefined,
        client.refreshesHints ? connection.languages.inlayHint.refresh() : undefined,
        client.refreshesLenses ? connection.sendRequest("workspace/codeLens/refresh") : undefined,
      ]);
    };

    connection.onInitialized(noticed("initialized", () => configuration.register()));

    connection.onDidOpenTextDocument(
      noticed("textDocument/didOpen", ({ textDocument }) => {
        const { uri } = textDocument;
        const before = open.get(uri);
        if (before !== undefined) publisher.forget(before);
        const document = new OpenDocument(textDocument, configuration.initial, workings);
        open.set(uri, document);
        configuration.opened(document);
        if (client.pulls) return;
        if (document.ready === null) publisher.schedule(document);
        else
          return settled(document).then(() => (open.get(uri) === document ? publisher.schedule(document) : undefined));
      }),
    );

    connection.onDidChangeTextDocument(
      noticed("textDocument/didChange", ({ textDocument, contentChanges }) => {
        const document = open.get(textDocument.uri);
        if (document === undefined) return;
        document.change(contentChanges, textDocument.version);
        if (!client.pulls && document.ready === null) publisher.schedule(document);
      }),
    );

    connection.onDidCloseTextDocument(
      noticed("textDocument/didClose", ({ textDocument: { uri } }) => {
        const document = open.get(uri);
        if (document === undefined) return;
        open.delete(uri);
        publisher.forget(document);
        // A client that pulls forgets a closed document's diagnostics itself.
        if (!client.pulls) void connection.sendDiagnostics({ uri, diagnostics: [] });
      }),
    );

    connection.onDidChangeConfiguration(
      noticed("workspace/didChangeConfiguration", async (params) => {
        await showAgain(await configuration.changed(params, [...open.values()]));
      }),
    );

    connection.onDidChangeWatchedFiles(
      noticed("workspace/didChangeWatchedFiles", async ({ changes }) => {
        if (!changes.some(({ uri }) => uri.endsWith(`/${configName}`))) return;
        await showAgain(await configuration.configsChanged([...open.values()]));
      }),
    );

    connection.languages.diagnostics.on(
      about<DocumentDiagnosticParams, DocumentDiagnosticReport>(
        "textDocument/diagnostic",
        { kind: "full", items: [] },
        (document, { previousResultId }) => {
          const { items, resultId } = document.diagnostics;
          // Behind the answer, which is what the user waits for.
          inLaterTurn(noticed(statusMethod, () => sendStatus(document)));
          return previousResultId === resultId ? { kind: "unchanged", resultId } : { kind: "full", resultId, items };
        },
      ),
    );

    serveFeatures(connection, {
      client,
      open,
      about,
      guarded: (method, fallback, answer) => guardRequest(log, method, fallback, answer),
    });

    connection.onCodeAction(
      about("textDocument/codeAction", [], (document, params) => codeActions(document, params, client)),
    );

    connection.onRequest(
      rulePageMethod,
      guardRequest<RulePageParams, RulePageResult>(log, rulePageMethod, null, ({ rule: id }) => {
        const rule = rules.find((candidate) => candidate.id === id);
        const markdown = rule === undefined ? citedPage(id) : rulePage(rule);
        return markdown === null ? null : { markdown };
      }),
    );
  }
}
