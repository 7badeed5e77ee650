// The extension itself, the same on the desktop and in a browser: only how the server is reached differs.
import { commands, type ExtensionContext, env, window, workspace } from "vscode";
import type { CopyCommentArguments, ShowChangesArguments } from "../../../server/src/lsp/protocol";
import type { NianbaoApi } from "../api";
import { changesView } from "../changesText";
import { type Locale, localeOf, texts } from "../texts";
import { checkFolder } from "./checkFolder";
import { type ExportArguments, exportReview } from "./exportReview";
import { watchFolder } from "./folder";
import { ignoreFinding } from "./ignoreFinding";
import { PlainTextMemory, watchLanguages } from "./languages";
import { ReportTree } from "./reportTree";
import { rulePages } from "./rulePages";
import { type Connect, Server } from "./server";
import { showTable } from "./showTable";
import { StatusBar } from "./statusBar";
import type { TreeElement } from "./treeItems";

/** package.json as far as it is looked at. */
interface Manifest {
  readonly contributes: {
    readonly languages: readonly {
      readonly extensions: readonly string[];
      readonly filenamePatterns: readonly string[];
    }[];
  };
}

export interface Running {
  readonly api: NianbaoApi;
  /** Ends the server; resolves when it is gone. */
  readonly stop: () => Promise<void>;
}

/** Registers everything and starts nothing: the server runs from the first report on, be it an open one or one in the folder. */
export function activateExtension(context: ExtensionContext, connect: Connect): Running {
  const locale = (): Locale => localeOf(workspace.getConfiguration("nianbao").get("language"), env.language);
  const server = new Server(connect, locale);
  const status = new StatusBar(server, locale);
  const tree = new ReportTree(server, locale);
  const names = reportNames(context.extension.packageJSON);
  const plainTexts = new PlainTextMemory(context.workspaceState);
  const tellPlainTexts = () => void server.plainText(plainTexts.all());
  context.subscriptions.push(
    status,
    tree,
    plainTexts,
    plainTexts.onDidChange(tellPlainTexts),
    server.onDidChangeState(tellPlainTexts),
    commands.registerCommand("nianbao.restartServer", () => server.restart()),
    commands.registerCommand("nianbao.showLog", () => server.log.show()),
    commands.registerCommand("nianbao.copyComment", async ({ text }: CopyCommentArguments) => {
      await env.clipboard.writeText(text);
      window.setStatusBarMessage(texts.copied[locale()], 3000);
    }),
    commands.registerCommand("nianbao.showChanges", (shown: ShowChangesArguments) => {
      const { message, detail } = changesView(shown, locale());
      const copy = texts.copyChanges[locale()];
      // Not waited for: it stays until the reader closes it. One without a button would be cut to a line.
      void window.showInformationMessage(message, { modal: detail !== undefined, detail }, copy).then((chosen) => {
        if (chosen === copy) void env.clipboard.writeText(shown.changes.join("\n"));
      });
    }),
    commands.registerCommand("nianbao.showTable", showTable),
    commands.registerCommand("nianbao.checkFolder", () => checkFolder(server, locale())),
    // From the title of the view it comes with what is selected there, which may be nothing, and means all reports.
    commands.registerCommand("nianbao.exportReview", (wanted?: ExportArguments | null) =>
      exportReview(server, locale(), wanted ?? {}),
    ),
    commands.registerCommand("nianbao.exportReviewOf", (element: TreeElement, selected?: readonly TreeElement[]) =>
      exportReview(server, locale(), { uris: tree.urisOf(selected ?? [element]) }),
    ),
    commands.registerCommand("nianbao.ignoreFinding", ignoreFinding(server, locale)),
    // The folder's own settings count in full from now on.
    workspace.onDidGrantWorkspaceTrust(() => void server.settingsChanged()),
    workspace.registerTextDocumentContentProvider("nianbao-rule", rulePages(server, locale)),
    watchLanguages(plainTexts, names, () => void server.start(), locale),
    watchFolder(server, names),
  );
  return {
    api: { ready: server.ready, statusText: () => status.text, reportTree: () => tree.entries() },
    stop: () => server.dispose(),
  };
}

/** The patterns of the file names by which VS Code knows a report. */
function reportNames({ contributes }: Manifest): readonly string[] {
  return contributes.languages.flatMap(({ extensions, filenamePatterns }) => [
    ...extensions.map((extension) => `*${extension}`),
    ...filenamePatterns,
  ]);
}
