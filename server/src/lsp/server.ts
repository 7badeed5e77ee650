// The language server over one connection: takes the client's messages in, keeps the open documents, answers from them.
import type {
  Connection,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  InitializeParams,
  InitializeResult,
} from "vscode-languageserver";
import { citedPage } from "../features/cited";
import { rules } from "../rules/index";
import { rulePage } from "../rules/page";
import { type Client, capabilitiesFor, readClient } from "./client";
import { codeActions } from "./codeActions";
import { Configuration } from "./configuration";
import { OpenDocument } from "./documents";
import { serveFeatures } from "./features";
import { type Files, filesOf } from "./files";
import { Folder } from "./folder/folder";
import { Lanes, type Machine } from "./folder/lanes";
import { serveWorkspace } from "./folder/serve";
import { FolderGrounds } from "./grounds";
import { guardNotice, guardRequest, type Log } from "./guard";
import type { RulePageParams, RulePageRequest, RulePageResult, StatusNotification } from "./protocol";
import { Publisher } from "./publisher";
import { changedStatus } from "./status";
import { inLaterTurn } from "./turn";
import { canonicalUri } from "./uris";
import { workingsOf } from "./workings";

const statusMethod: StatusNotification = "nianbao/status";
const rulePageMethod: RulePageRequest = "nianbao/rulePage";

/** What the machine that the server runs on has to offer; null for each that it has not, as in a browser. */
export interface Host {
  readonly files: Files | null;
  readonly machine: Machine | null;
}

/** FileChangeType of the protocol. */
const deleted = 3;

/** Milliseconds without a change of a document until it counts for other reports. */
const pause = 120;

export function startServer(connection: Connection, { files: own, machine }: Host): void {
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
    const files = filesOf(own, connection, client, log);
    const grounds = new FolderGrounds(files, log);
    const configuration = new Configuration(connection, client, log, grounds, params.initializationOptions);
    const lanes = new Lanes(machine);
    const folder: Folder = new Folder({
      files,
      own,
      lanes,
      form: client,
      log,
      settingsOf: (uri, root) => configuration.ofFile(uri, root),
      changed: (uris) => workspace.changed(uris),
      showAgain: (documents) => showAgain(documents),
    });
    const locale = () => configuration.initial.locale;
    const workspace = serveWorkspace(folder, { connection, client, log, files, grounds, locale });

    const workings = workingsOf(folder, client, log);

    const sendStatus = (document: OpenDocument): void => {
      if (open.get(document.uri) !== document) return;
      const status = changedStatus(document);
      if (status !== null) void connection.sendNotification(statusMethod, status);
    };

    /** Other reports follow when nothing is typed for a moment. */
    const pending = new Map<OpenDocument, ReturnType<typeof setTimeout>>();
    const takeSoon = (document: OpenDocument): void => {
      clearTimeout(pending.get(document));
      pending.set(
        document,
        setTimeout(
          noticed("taking in", () => {
            pending.delete(document);
            folder.take(document);
          }),
          pause,
        ),
      );
    };

    const publisher = new Publisher(
      noticed("textDocument/publishDiagnostics", (document: OpenDocument) => {
        const { items: diagnostics } = document.diagnostics;
        void connection.sendDiagnostics({ uri: document.uri, version: document.text.version, diagnostics });
        sendStatus(document);
        takeSoon(document);
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
        lanes.userAsked();
        const { uri } = params.textDocument;
        const document = open.get(uri);
        if (document === undefined) return fallback;
        if (document.ready === null) return answer(document, params);
        return settled(document).then(() => (open.get(uri) === document ? answer(document, params) : fallback));
      });

    /** For documents of which something shown may be other now. Not waited for: a client answers when it likes. */
    const showAgain = noticed("showing again", async (changed: readonly OpenDocument[]): Promise<void> => {
      // Some may have been closed while their settings were asked for.
      const shown = changed.filter((document) => open.get(document.uri) === document);
      if (shown.length === 0) return;
      if (!client.pulls) for (const document of shown) publisher.schedule(document);
      // Asked for at once: a client that is slow to answer one of them is not to hold up the others.
      await Promise.all([
        client.pulls && client.refreshesDiagnostics ? connection.languages.diagnostics.refresh() : undefined,
        client.refreshesHints ? connection.languages.inlayHint.refresh() : undefined,
        client.refreshesLenses ? connection.sendRequest("workspace/codeLens/refresh") : undefined,
      ]);
    });

    let folders = client.folders;
    let looks: boolean | null = null;
    /** A folder that was checked by command stays so while the setting is what it was. */
    const lookAtFolder = async (): Promise<void> => {
      if (folders.length === 0) return;
      const { checkFolder } = await configuration.ofFolder();
      if (checkFolder === looks) return;
      looks = checkFolder;
      if (checkFolder) await folder.activate();
      else folder.deactivate();
    };

    connection.onInitialized(
      noticed("initialized", () => {
        configuration.register();
        folder.setRoots(folders);
        if (client.followsFolders)
          connection.workspace.onDidChangeWorkspaceFolders(
            noticed("workspace/didChangeWorkspaceFolders", ({ added, removed }) => {
              const gone = new Set(removed.map(({ uri }) => uri));
              folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
              folder.setRoots(folders);
              return lookAtFolder();
            }),
          );
        return lookAtFolder();
      }),
    );

    connection.onDidOpenTextDocument(
      noticed("textDocument/didOpen", ({ textDocument }) => {
        const { uri } = textDocument;
        const before = open.get(uri);
        if (before !== undefined) publisher.forget(before);
        const document = new OpenDocument(textDocument, configuration.initial, workings);
        open.set(uri, document);
        folder.opened(document);
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
        clearTimeout(pending.get(document));
        pending.delete(document);
        folder.closed(document);
        // A client that pulls forgets a closed document's diagnostics itself.
        if (!client.pulls) void connection.sendDiagnostics({ uri, diagnostics: [] });
      }),
    );

    connection.onDidChangeConfiguration(
      noticed("workspace/didChangeConfiguration", async (params) => {
        showAgain(await configuration.changed(params, [...open.values()]));
        await lookAtFolder();
        await folder.settingsChanged();
      }),
    );

    connection.onDidChangeWatchedFiles(
      noticed("workspace/didChangeWatchedFiles", async ({ changes }) => {
        const files = changes.map(({ uri, type }) => ({ uri: canonicalUri(uri), gone: type === deleted }));
        // Each has to be told, or only the first would be forgotten.
        const around = files.filter(({ uri }) => grounds.changed(uri));
        // Taken before anything is waited for: what the next message says of a file is later than this.
        const taken = folder.filesChanged(files);
        if (around.length > 0) {
          showAgain(await configuration.again([...open.values()]));
          await folder.settingsChanged();
        }
        await taken;
      }),
    );

    const pulled = about<DocumentDiagnosticParams, DocumentDiagnosticReport>(
      "textDocument/diagnostic",
      { kind: "full", items: [] },
      (document, { previousResultId }) => {
        const { items, resultId } = document.diagnostics;
        // Behind the answer, which is what the user waits for.
        inLaterTurn(
          noticed(statusMethod, () => {
            sendStatus(document);
            takeSoon(document);
          }),
        );
        return previousResultId === resultId ? { kind: "unchanged", resultId } : { kind: "full", resultId, items };
      },
    );

    connection.languages.diagnostics.on(
      guardRequest<DocumentDiagnosticParams, DocumentDiagnosticReport>(
        log,
        "textDocument/diagnostic",
        { kind: "full", items: [] },
        (asked, token) => {
          const { uri } = asked.textDocument;
          if (open.has(uri)) return pulled(asked, token);
          // Clients ask once more when they have closed it.
          const shown = folder.fileAt(canonicalUri(uri));
          return { kind: "full", items: shown?.diagnostics ?? [], ...(shown && { resultId: shown.resultId }) };
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
      about("textDocument/codeAction", [], (document, params) =>
        codeActions(document, params, client, folder.rootOf(document.file)),
      ),
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
