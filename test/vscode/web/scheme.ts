/**
 * Of the file system in memory that the suite's workspace lies in where there is no other. It is that of github.dev, for
 * every other virtual folder VS Code trusts without asking.
 */
export const scheme = "vscode-vfs";

/** What a line begins with that tells the counts to whoever runs the suite in a browser. */
export const resultMark = "NIANBAO_RESULT ";

/** What a line of trust.ts begins with. */
export const trustMark = "NIANBAO_TRUST ";
