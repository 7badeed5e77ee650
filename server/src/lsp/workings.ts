// How an open document is read, judged and shown: the core beside what the folder knows, in the client's words.
import type { Diagnostic } from "vscode-languageserver";
import { sift } from "../config/baseline";
import type { Judged as BulkGrounds } from "../features/bulk";
import { withCarriedIn } from "../report/carry";
import { readReport } from "../report/index";
import { check } from "../rules/index";
import type { Finding } from "../rules/types";
import type { Client } from "./client";
import { diagnosticOf, noticeOf } from "./convert";
import type { Workings } from "./documents";
import type { Folder } from "./folder/folder";
import type { Log } from "./guard";
import { unchecked } from "./status";

export function workingsOf(folder: Folder, client: Client, log: Log): Workings {
  return {
    read: readReport,
    explain: ({ file }, report) => withCarriedIn(report, folder.carriedIn(file)),
    judge({ file, settings: { rules, limits, grounds } }, report) {
      const neighbours = folder.neighbours(file);
      const all = check(report, rules, neighbours, limits);
      const who = folder.who(file, report, grounds.config);
      const { findings, known, used } = sift(report, all, who, grounds.baseline);
      const listed: BulkGrounds["listed"] = (changed, found) => sift(changed, found, who, grounds.baseline).findings;
      return { all, who, findings, known: known.length, used, grounds: { neighbours, limits, listed } };
    },
    show({ text, settings, trouble }, findings) {
      const of = new Map<Finding, Diagnostic>();
      for (const finding of findings) of.set(finding, diagnosticOf(text, finding, settings.locale, client));
      const notices = trouble === null ? [] : [noticeOf(text, unchecked(trouble, settings.locale))];
      return { items: [...notices, ...of.values()], of };
    },
    log,
  };
}
