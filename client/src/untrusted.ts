// What the server is told of the settings of a folder that the user does not trust.
import type { SettingsInput } from "../../server/src/lsp/protocol";

type Levels = Readonly<Record<string, string>>;

/** A setting by where it is set, as `WorkspaceConfiguration.inspect` gives it. */
export interface Inspected {
  readonly defaultValue?: Levels;
  readonly globalValue?: Levels;
  readonly workspaceValue?: Levels;
  readonly workspaceFolderValue?: Levels;
}

/**
 * The section `nianbao` with the levels of the rules told apart: the user's own, and those of the folder, which the server
 * lets raise the others and nothing else. What a value really is the server looks at; here it may be anything.
 */
export function untrustedSection(section: unknown, inspected: Inspected | undefined): SettingsInput {
  return {
    ...(typeof section === "object" ? section : {}),
    rules: { ...inspected?.defaultValue, ...inspected?.globalValue },
    untrustedRules: { ...inspected?.workspaceValue, ...inspected?.workspaceFolderValue },
  };
}
