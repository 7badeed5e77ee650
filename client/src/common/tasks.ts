// The task type `nianbao`: the bundled command line on a whole folder, its findings in the problem list by the matchers of
// package.json. Only where processes can be started, so not in a browser.
import {
  type Disposable,
  env,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  TaskScope,
  tasks,
  type WorkspaceFolder,
  workspace,
} from "vscode";
import { type Locale, localeOf, texts } from "../texts";

const type = "nianbao";

/**
 * One for each severity: the words are the locale's, and VS Code knows none but its own; and for files that cannot be read,
 * which would else look like clean reports. And one of each for each kind of path, told
 * apart by how they begin: VS Code can also find out by itself (`autoDetect`), but then asks the file system about every
 * finding, one after the other, and drops those it has not asked about a tenth of a second after the program has ended.
 */
const matchers = ["error", "warning", "information", "unreadable"].flatMap((name) => [
  `$${type}-${name}`,
  `$${type}-${name}-absolute`,
]);

/**
 * None where the server checks the folder as well. It lists the same findings under the same name, `nianbao`, and VS Code would
 * take what the task finds for all there is under it.
 */
function matchersNow(): string[] {
  return workspace.getConfiguration("nianbao").get("checkFolder", true) ? [] : matchers;
}

/** `node` runs `cli`, the path of the command line. It may be VS Code's own program, which then has to be told to be Node. */
export function checkTasks(node: string, cli: string): Disposable {
  const locale = (): Locale => localeOf(workspace.getConfiguration("nianbao").get("language"), env.language);
  const taskOf = (definition: TaskDefinition, scope: WorkspaceFolder | TaskScope): Task => {
    const { paths, args } = definition;
    const task = new Task(
      definition,
      scope,
      texts.checkFolder[locale()],
      texts.product[locale()],
      new ProcessExecution(node, [cli, "check", "--locale", locale(), ...listOf(args, []), ...listOf(paths, ["."])], {
        env: { ELECTRON_RUN_AS_NODE: "1" },
      }),
      matchersNow(),
    );
    task.group = TaskGroup.Test;
    return task;
  };
  return tasks.registerTaskProvider(type, {
    provideTasks: () => (workspace.workspaceFolders ?? []).map((folder) => taskOf({ type }, folder)),
    resolveTask: ({ definition, scope }) =>
      definition.type === type ? taskOf(definition, scope ?? TaskScope.Workspace) : undefined,
  });
}

/** package.json describes lists of words, but what a tasks.json holds may be anything. */
function listOf(value: unknown, otherwise: readonly string[]): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : otherwise;
}
