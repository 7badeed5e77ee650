// Opens one text after another as the server does; lives in a thread so that a text that hangs it can be given up.
import { parentPort } from "node:worker_threads";
import { foldings } from "../../server/src/features/folding";
import { hover } from "../../server/src/features/hover";
import { outline } from "../../server/src/features/outline";
import { readClient } from "../../server/src/lsp/client";
import { diagnosticOf, symbolsOf } from "../../server/src/lsp/convert";
import { OpenDocument } from "../../server/src/lsp/documents";
import { readSettings } from "../../server/src/lsp/settings";
import { statusParams } from "../../server/src/lsp/status";
import { readReport } from "../../server/src/report/index";
import { check } from "../../server/src/rules/index";
import { odd } from "./odd.inputs";

export interface Opened {
  readonly milliseconds: number;
  readonly length: number;
  readonly held: number;
  readonly readable: boolean;
  readonly note: string | null;
  readonly rules: readonly string[];
  readonly findings: number;
  readonly sections: number;
  readonly messages: readonly string[];
  readonly logged: readonly string[];
}

const client = readClient({ processId: null, rootUri: null, capabilities: {} });

parentPort?.on("message", (name: string) => {
  try {
    const logged: string[] = [];
    const log = { error: (line: string) => logged.push(line), warn: (line: string) => logged.push(line) };
    const text = odd[name]?.text() ?? "";
    const settings = readSettings({}, "", () => undefined);
    const begin = performance.now();
    const document = new OpenDocument({ uri: "file:///a", languageId: "nianbao", version: 1, text }, settings, {
      read: readReport,
      explain: (_, report) => report,
      judge: ({ file }, report) => {
        const all = check(report);
        const who = { organ: report.organ, year: report.year, file };
        return { all, who, findings: all, grounds: {}, known: 0, used: new Set() };
      },
      log,
      show: ({ text: document }, findings) => {
        const of = new Map(findings.map((finding) => [finding, diagnosticOf(document, finding, "zh", client)]));
        return { items: [...of.values()], of };
      },
    });
    const { items } = document.diagnostics;
    const status = statusParams(document);
    const symbols = document.outlined === null ? [] : symbolsOf(document.text, outline(document.outlined, "zh"));
    if (document.report !== null) {
      foldings(document.report);
      hover(document.report, text.length >> 1, "zh");
    }
    const opened: Opened = {
      milliseconds: performance.now() - begin,
      length: text.length,
      held: status.counts.held,
      readable: status.readable,
      note: status.note,
      rules: [...new Set(items.map(({ code }) => String(code)))],
      findings: items.length,
      sections: symbols.length,
      messages: items.slice(0, 3).map(({ message }) => String(message)),
      logged,
    };
    parentPort?.postMessage(opened);
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? `${error.stack}` : String(error) });
  }
});
