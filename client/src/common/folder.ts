// A folder that holds reports by their names starts the server, though none of them is open. An empty one does not.
import { Disposable, workspace } from "vscode";
import type { Server } from "./server";

/** Its folder is one of reports. */
const configName = "nianbao.config.json";

/** Whether a server that is started looks at the files of the workspace that are not open. */
export function looksAtFolder(): boolean {
  const { workspaceFolders = [] } = workspace;
  return workspaceFolders.length > 0 && workspace.getConfiguration("nianbao").get<boolean>("checkFolder", true);
}

/** `names` are the patterns of the file names that make a report. */
export function watchFolder(server: Server, names: readonly string[]): Disposable {
  const pattern = `**/{${[configName, ...names].join(",")}}`;
  const isWanted = () => server.state === "idle" && looksAtFolder();
  const start = () => {
    if (isWanted()) void server.start();
  };
  const look = async () => {
    if (!isWanted()) return;
    // Null: what the folder's own settings hide from searches is looked at by the server too.
    const [found] = await workspace.findFiles(pattern, null, 1);
    if (found !== undefined) start();
  };
  const created = workspace.createFileSystemWatcher(pattern, false, true, true);
  void look();
  return Disposable.from(
    created,
    created.onDidCreate(start),
    workspace.onDidChangeWorkspaceFolders(() => void look()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("nianbao.checkFolder")) void look();
    }),
  );
}
