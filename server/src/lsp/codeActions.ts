// Code actions out of the same findings the diagnostics were made of. The memo belongs to the present text, so an edit can
// never carry offsets of an older one.
import type { CodeAction, CodeActionParams, Command, WorkspaceEdit } from "vscode-languageserver";
import { actions, fixAll } from "../features/actions";
import type { Action } from "../features/types";
import type { TextEdit } from "../rules/types";
import { type Client, copyCommand, fixAllKind, quickFixKind } from "./client";
import { editsOf, spanOf } from "./convert";
import type { OpenDocument } from "./documents";
import type { CopyCommentArguments } from "./protocol";

export function codeActions(
  document: OpenDocument,
  params: CodeActionParams,
  client: Client,
): (CodeAction | Command)[] {
  const { report } = document;
  if (report === null) return [];
  const { locale } = document.settings;
  const { only } = params.context;
  // "source" asks for "source.fixAll.nianbao" too; without `only` everything is wanted.
  const wants = (kind: string): boolean =>
    only === undefined || only.some((asked) => asked === "" || kind === asked || kind.startsWith(`${asked}.`));
  const answer: (CodeAction | Command)[] = [];
  if (wants(quickFixKind)) {
    const span = spanOf(document.text, params.range);
    for (const action of actions(report, document.findings, span, locale)) {
      const made =
        action.kind === "copy-comment" ? copyAction(action, document, client) : quickFix(action, document, client);
      if (made !== null) answer.push(made);
    }
  }
  if (wants(fixAllKind) && client.actionLiterals) {
    const edits = fixAll(document.findings);
    if (edits.length > 0) {
      const title =
        locale === "zh"
          ? `规范全部数字写法（${edits.length} 处）`
          : `Normalise the spelling of ${edits.length} number(s)`;
      answer.push({ title, kind: fixAllKind, edit: workspaceEdit(document, edits, client) });
    }
  }
  return answer;
}

function quickFix(action: Action, document: OpenDocument, client: Client): CodeAction | null {
  // Without literals a client can only run commands, and this server has none that edit.
  if (!client.actionLiterals) return null;
  return {
    title: action.title,
    kind: quickFixKind,
    ...linked(action, document),
    ...(action.preferred ? { isPreferred: true } : {}),
    edit: workspaceEdit(document, action.edits, client),
  };
}

function copyAction(action: Action, document: OpenDocument, client: Client): CodeAction | Command | null {
  if (!client.copiesComments || action.comment === null) return null;
  const copied: CopyCommentArguments = { text: action.comment };
  const command: Command = { title: action.title, command: copyCommand, arguments: [copied] };
  if (!client.actionLiterals) return command;
  return { title: action.title, kind: quickFixKind, ...linked(action, document), command };
}

function linked(action: Action, document: OpenDocument): Pick<CodeAction, "diagnostics"> {
  const diagnostic = document.diagnostics.of.get(action.finding);
  return diagnostic === undefined ? {} : { diagnostics: [diagnostic] };
}

function workspaceEdit(document: OpenDocument, edits: readonly TextEdit[], client: Client): WorkspaceEdit {
  const { uri, text } = document;
  const converted = editsOf(text, edits);
  return client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version: text.version }, edits: converted }] }
    : { changes: { [uri]: converted } };
}
