// The pages behind the codes in the problems list: read-only documents of the scheme nianbao-rule, written by the server.
import type { TextDocumentContentProvider } from "vscode";
import { type Locale, texts } from "../texts";
import type { Server } from "./server";

export function rulePages(server: Server, locale: () => Locale): TextDocumentContentProvider {
  return {
    async provideTextDocumentContent(uri) {
      const rule = uri.path.replace(/^\//, "").replace(/\.md$/, "");
      const page = await server.rulePage(rule);
      if (page === undefined) return texts.noServer[locale()];
      return page?.markdown ?? texts.noPage[locale()];
    },
  };
}
