// Code actions out of the same findings the diagnostics were made of. The memo belongs to the present text, so an edit can
// never carry offsets of an older one.
import type { CodeAction, CodeActionParams, Command, WorkspaceEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { entryEdit } from "../config/baselineText";
import { baselineName, type KnownFinding } from "../config/types";
import { actions } from "../features/actions";
import { type BulkKind, bulk, bulkKinds, bulkTitle, changeWords, doneTitle } from "../features/bulk";
import type { Action, BulkChange } from "../features/types";
import type { Finding, TextEdit } from "../rules/types";
import {
  type Client,
  copyCommand,
  fixAllKind,
  ignoreCommand,
  quickFixKind,
  showChangesCommand,
  totalsKind,
} from "./client";
import { editsOf, spanOf } from "./convert";
import type { OpenDocument } from "./documents";
import type { CopyCommentArguments, IgnoreArguments, ShowChangesArguments } from "./protocol";
import { childUri, parentUri } from "./uris";

const bulkActionKinds: Readonly<Record<BulkKind, string>> = { spelling: fixAllKind, totals: totalsKind };

export function codeActions(
  document: OpenDocument,
  params: CodeActionParams,
  client: Client,
  root: string | null,
): (CodeAction | Command)[] {
  const { report } = document;
  if (report === null) return [];
  const { locale } = document.settings;
  const { only } = params.context;
  // "source" asks for "source.fixAll.nianbao" too; without `only` everything is wanted.
  const wants = (kind: string): boolean =>
    only === undefined || only.some((asked) => asked === "" || kind === asked || kind.startsWith(`${asked}.`));
  const answer: (CodeAction | Command)[] = [];
  const last: CodeAction[] = [];
  if (wants(quickFixKind)) {
    const span = spanOf(document.text, params.range);
    for (const action of actions(report, document.findings, span, locale)) {
      if (action.kind === "ignore") {
        const made = ignoreAction(action, document, client, root);
        if (made !== null) last.push(made);
        continue;
      }
      const made =
        action.kind === "copy-comment" ? copyAction(action, document, client) : quickFix(action, document, client);
      if (made !== null) answer.push(made);
    }
  }
  for (const kind of bulkKinds) {
    const made = wants(bulkActionKinds[kind]) ? bulkAction(kind, document, client) : null;
    if (made !== null) answer.push(made);
  }
  return [...answer, ...last];
}

/** Puts a finding into the baseline; the report itself stays as it is. */
function ignoreAction(action: Action, document: OpenDocument, client: Client, root: string | null): CodeAction | null {
  const { settings } = document;
  const [finding] = action.findings;
  const baseline = settings.trusted ? baselineFor(document, root) : null;
  const entry = finding ? document.knownFinding(finding) : null;
  if (finding === undefined || baseline === null || entry === null || !client.actionLiterals) return null;
  const made = { title: action.title, kind: quickFixKind, ...linked(action, document) };
  if (client.ignoresFindings) {
    const argument: IgnoreArguments = { baseline, entry, message: finding.message[settings.locale] };
    return { ...made, command: { title: action.title, command: ignoreCommand, arguments: [argument] } };
  }
  const edit = baselineEdit(baseline, settings.grounds.baselineFile?.text ?? null, entry, client);
  return edit && { ...made, edit };
}

/** The baseline there is, else one to be made beside the configuration, in the workspace's folder, or beside the report. */
function baselineFor({ settings, file }: OpenDocument, root: string | null): string | null {
  const { baselineFile, folder } = settings.grounds;
  if (baselineFile !== null) return baselineFile.uri;
  const place = folder ?? root ?? parentUri(file);
  return place === null ? null : childUri(place, baselineName);
}

/**
 * Puts in one entry and touches nothing else: the editor may hold another text than the one that was read. Null where no
 * baseline is there that could be read: an edit that makes one might write over one that could not.
 */
function baselineEdit(uri: string, before: string | null, entry: KnownFinding, client: Client): WorkspaceEdit | null {
  const edit = before === null ? null : entryEdit(before, { ...entry, reason: "" });
  if (before === null || edit === null) return null;
  const edits = editsOf(TextDocument.create(uri, "json", 0, before), [edit]);
  return client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version: null }, edits }] }
    : { changes: { [uri]: edits } };
}

function bulkAction(kind: BulkKind, document: OpenDocument, client: Client): CodeAction | null {
  if (!client.actionLiterals) return null;
  const changes = bulkChanges(kind, document);
  if (changes.length === 0) return null;
  const { locale } = document.settings;
  const title = bulkTitle(kind, changes, locale);
  const action = { title, kind: bulkActionKinds[kind], edit: workspaceEdit(document, changes, client) };
  // A spelling is the same number; where values change, the reviewer is shown every one of them.
  if (kind === "spelling" || !client.showsChanges) return action;
  const shown: ShowChangesArguments = {
    title: doneTitle(changes.length, locale),
    changes: changes.map((change) => changeWords(change, locale)),
  };
  return { ...action, command: { title, command: showChangesCommand, arguments: [shown] } };
}

/** By the findings, which are others for every version of a text: editors ask again with each move of the cursor. */
const bulkMemo = new WeakMap<readonly Finding[], Partial<Record<BulkKind, readonly BulkChange[]>>>();

function bulkChanges(kind: BulkKind, { report, findings, grounds, settings }: OpenDocument): readonly BulkChange[] {
  if (report === null) return [];
  const known = bulkMemo.get(findings) ?? {};
  bulkMemo.set(findings, known);
  known[kind] ??= bulk(report, findings, settings.rules, [kind], grounds).changes;
  return known[kind];
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
  const { of } = document.diagnostics;
  return { diagnostics: action.findings.flatMap((finding) => of.get(finding) ?? []) };
}

function workspaceEdit(document: OpenDocument, edits: readonly TextEdit[], client: Client): WorkspaceEdit {
  const { uri, text } = document;
  const converted = editsOf(text, edits);
  return client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version: text.version }, edits: converted }] }
    : { changes: { [uri]: converted } };
}
