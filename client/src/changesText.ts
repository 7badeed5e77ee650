// What the reader is told once totals were changed: every one of them, before and after.
import type { ShowChangesArguments } from "../../server/src/lsp/protocol";
import type { Locale } from "./texts";

export interface ChangesView {
  readonly message: string;
  /** The changes by line, where a notification is too small to hold them: to be shown in a dialog. */
  readonly detail?: string;
}

/** VS Code cuts the text of a notification off at 1000 characters and its line breaks count as spaces. */
const longestMessage = 900;

export function changesView({ title, changes }: ShowChangesArguments, locale: Locale): ChangesView {
  const message = locale === "zh" ? `${title}：${changes.join("；")}` : `${title}: ${changes.join("; ")}`;
  return message.length <= longestMessage ? { message } : { message: title, detail: changes.join("\n") };
}
