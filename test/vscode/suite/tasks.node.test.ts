// Only where processes can be started.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { broken, closeAll, language, remove, report, ruleOf, said, until, uriOf } from "./support";

/** So many that not all of them would be listed if VS Code had to look each one up (client/src/common/tasks.ts). */
const reports = 120;

function inReports({ scope }: vscode.Task): boolean {
  return typeof scope === "object" && scope.uri.path.endsWith("/reports");
}

/** Runs a task to its end and gives its exit code. */
async function run(task: vscode.Task): Promise<number | undefined> {
  const ended = new Promise<number | undefined>((resolve) => {
    const listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name !== task.name) return;
      listener.dispose();
      resolve(exitCode);
    });
  });
  await vscode.tasks.executeTask(task);
  return ended;
}

/** The documents of a folder that have a finding in the problem list. */
function listed(folder: vscode.Uri): readonly string[] {
  return vscode.languages
    .getDiagnostics()
    .filter(
      ([uri, found]) => uri.path.startsWith(`${folder.path}/`) && found.some((each) => ruleOf(each) === "row-total"),
    )
    .map(([uri]) => uri.path);
}

describe("tasks of the type nianbao", () => {
  const folder = () => uriOf("reports", "未打开");
  const configured = () => uriOf("reports", ".vscode");
  const checkFolder = (value: boolean | undefined) =>
    vscode.workspace.getConfiguration("nianbao").update("checkFolder", value, vscode.ConfigurationTarget.Workspace);
  // Where the folder is checked anyway, the list has all this without the task.
  before(() => checkFolder(false));
  after(async () => {
    await remove(folder(), configured());
    await checkFolder(undefined);
  });

  it("are one a folder, and run the bundled command line with the program that runs the extension", async () => {
    const tasks = await vscode.tasks.fetchTasks({ type: "nianbao" });
    assert.equal(tasks.length, vscode.workspace.workspaceFolders?.length);
    for (const { execution, name, source } of tasks) {
      assert.ok(execution instanceof vscode.ProcessExecution);
      assert.equal(execution.process, process.execPath);
      assert.match(execution.args[0] ?? "", /dist[\\/]cli\.js$/);
      assert.deepEqual(execution.args.slice(1), ["check", "--locale", language().said, "."]);
      assert.equal(execution.options?.env?.ELECTRON_RUN_AS_NODE, "1");
      assert.deepEqual([source, name], said(["年报审校", "审校文件夹"], ["Nianbao", "check the folder"]));
    }
  });

  it("put every finding of files that are not open into the problem list", async () => {
    const text = new TextEncoder().encode(report(broken));
    const files = Array.from({ length: reports }, (_, at) => vscode.Uri.joinPath(folder(), `${at}.nianbao`));
    for (const uri of files) await vscode.workspace.fs.writeFile(uri, text);
    const unreadable = vscode.Uri.joinPath(folder(), "读不了.nianbao");
    await vscode.workspace.fs.writeFile(unreadable, Uint8Array.of(0xff, 0xfe, 0, 0, 1));
    const [task] = (await vscode.tasks.fetchTasks({ type: "nianbao" })).filter(inReports);
    assert.ok(task);
    assert.equal(await run(task), 2);
    await until(`the findings of ${reports} files`, () => listed(folder()).length === reports);
    const [found] = vscode.languages.getDiagnostics(files[0] as vscode.Uri);
    assert.equal(found?.severity, vscode.DiagnosticSeverity.Error);
    assert.match(found.message, said(/^表四 /, /^Table 4 /));
    const [refused] = await until("the file that could not be read", () => {
      const all = vscode.languages.getDiagnostics(unreadable);
      return all.length > 0 && all;
    });
    assert.match(refused?.message ?? "", /UTF-32/);
    await vscode.workspace.fs.delete(unreadable);
  });

  it("leave a file's findings to the editor when it is opened", async () => {
    const uri = vscode.Uri.joinPath(folder(), "0.nianbao");
    assert.equal(vscode.languages.getDiagnostics(uri).length, 1);
    // As readers open files: see `open`.
    await vscode.commands.executeCommand("vscode.open", uri, { preview: false });
    // Those of the editor have the other cells beside them.
    await until("the editor's finding alone", () => {
      const [found, ...others] = vscode.languages.getDiagnostics(uri);
      return others.length === 0 && found?.relatedInformation !== undefined && found.relatedInformation.length > 0;
    });
    await closeAll();
  });

  it("leave the problem list alone where the folder is checked anyway", async () => {
    await checkFolder(true);
    try {
      const uri = vscode.Uri.joinPath(folder(), "1.nianbao");
      const isOfServer = () =>
        vscode.languages.getDiagnostics(uri).some(({ relatedInformation = [] }) => relatedInformation.length > 0);
      await until("the server's finding", isOfServer);
      const [task] = (await vscode.tasks.fetchTasks({ type: "nianbao" })).filter(inReports);
      assert.ok(task);
      assert.equal(await run(task), 1);
      // Longer than VS Code takes to list what a task has found.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      assert.ok(isOfServer());
      assert.equal(vscode.languages.getDiagnostics(uri).length, 1);
    } finally {
      await checkFolder(false);
    }
    await until("only what the task finds", () => listed(folder()).length === 0);
  });

  it("can be written into tasks.json, with absolute paths", async () => {
    const last = `${reports - 1}.nianbao`;
    const task = { type: "nianbao", label: "one", paths: [`\${workspaceFolder}/未打开/${last}`] };
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(configured(), "tasks.json"),
      new TextEncoder().encode(JSON.stringify({ version: "2.0.0", tasks: [task] })),
    );
    const found = await until("the task", async () => {
      const tasks = await vscode.tasks.fetchTasks({ type: "nianbao" });
      return tasks.find(({ name }) => name === "one");
    });
    assert.equal(await run(found), 1);
    // What the run before found elsewhere is gone.
    await until("its finding alone", () => listed(folder()).join() === `${folder().path}/${last}`);
  });
});
