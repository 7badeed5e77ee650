// The suite in a worker of the browser: mocha's build for browsers, every test file in this one bundle.
import "mocha/mocha";
import * as vscode from "vscode";
import { resultMark } from "./scheme";

interface Test {
  fullTitle(): string;
  readonly duration?: number;
}

interface Runner {
  on(event: "pass" | "pending", listener: (test: Test) => void): void;
  on(event: "fail", listener: (test: Test, error: unknown) => void): void;
}

/** Mocha's global in browsers, which its types know nothing of. */
declare const mocha: {
  setup(options: object): void;
  run(done: (failures: number) => void): void;
};

/** VS Code starts before the extension that has the workspace, and opens it when that is there. */
async function workspaceIsThere(): Promise<void> {
  const associations = () => vscode.workspace.getConfiguration("files").inspect<object>("associations")?.workspaceValue;
  while ((vscode.workspace.workspaceFolders ?? []).length < 2 || associations() === undefined) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  // File associations of a workspace that came late count from their next change on.
  const wanted = associations();
  for (const value of [undefined, wanted]) {
    await vscode.workspace
      .getConfiguration("files")
      .update("associations", value, vscode.ConfigurationTarget.Workspace);
  }
}

/** Runs the tests that the modules define. VS Code counts a rejection as a failed run. */
export async function runSuite(modules: readonly (() => Promise<unknown>)[]): Promise<void> {
  let passed = 0;
  // Mocha's own reporter for browsers writes into a page, and there is none here.
  function Reporter(runner: Runner): void {
    runner.on("pass", (test) => {
      passed++;
      console.log(`  ✔ ${test.fullTitle()} (${test.duration} ms)`);
    });
    runner.on("fail", (test, error) =>
      console.log(`  ✘ ${test.fullTitle()}\n${error instanceof Error ? error.stack : String(error)}`),
    );
  }
  mocha.setup({ ui: "bdd", reporter: Reporter, timeout: 30_000, forbidOnly: true, forbidPending: true });
  await workspaceIsThere();
  for (const load of modules) await load();
  const failed = await new Promise<number>((resolve) => mocha.run(resolve));
  console.log(`${resultMark}${JSON.stringify({ passed, failed })}`);
  if (failed > 0) throw new Error(`${failed} failed`);
}
