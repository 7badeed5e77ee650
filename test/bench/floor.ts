// The floor of the benchmark: a server made of vscode-languageserver alone. It keeps the documents, answers the same
// messages as ours, and finds nothing.
import { createConnection, ProposedFeatures, TextDocumentSyncKind } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

const connection = createConnection(ProposedFeatures.all);
const open = new Map<string, TextDocument>();
let pulls = false;

function publish(document: TextDocument): void {
  if (!pulls) void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: [] });
}

connection.onInitialize((params) => {
  pulls = params.capabilities.textDocument?.diagnostic !== undefined;
  return {
    capabilities: {
      positionEncoding: "utf-16",
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      diagnosticProvider: { identifier: "floor", interFileDependencies: false, workspaceDiagnostics: false },
    },
  };
});
connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
  const document = TextDocument.create(uri, languageId, version, text);
  open.set(uri, document);
  publish(document);
});
connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
  const document = open.get(textDocument.uri);
  if (document === undefined) return;
  TextDocument.update(document, contentChanges, textDocument.version);
  publish(document);
});
connection.onDidCloseTextDocument(({ textDocument }) => {
  open.delete(textDocument.uri);
});
connection.languages.diagnostics.on(({ textDocument }) => ({
  kind: "full",
  resultId: String(open.get(textDocument.uri)?.version),
  items: [],
}));
connection.listen();
