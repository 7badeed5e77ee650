// `--fix`: other spellings of the same number, until there are none left.
import { TextDocument } from "vscode-languageserver-textdocument";
import { fixAll } from "../features/actions";
import { readReport } from "../report/index";
import type { Report } from "../report/types";
import { check } from "../rules/index";
import type { Finding, TextEdit } from "../rules/types";

export interface Change {
  /** From 0, in the text as it stood before. */
  readonly line: number;
  readonly character: number;
  readonly before: string;
  readonly after: string;
}

export interface Checked {
  readonly report: Report;
  readonly findings: readonly Finding[];
  /** Empty unless fixing was asked for and something was to be fixed. */
  readonly changes: readonly Change[];
}

/** One round is enough for every fix known; more only so that a fix which uncovers another needs no second run. */
const maxRounds = 10;

/** What there is to say on a text, after its spelling fixes where they are wanted: `report.text` is the text as it is then. */
export function checkText(text: string, fix: boolean): Checked {
  const changes: Change[] = [];
  let report = readReport(text);
  let findings = check(report);
  for (let round = 0; fix && round < maxRounds; round += 1) {
    const edits = fixAll(findings).filter((edit) => edit.newText !== at(report.text, edit));
    if (edits.length === 0) break;
    const document = TextDocument.create("", "", 0, report.text);
    for (const edit of edits) {
      changes.push({ ...document.positionAt(edit.span.start), before: at(report.text, edit), after: edit.newText });
    }
    report = readReport(applyEdits(report.text, edits));
    findings = check(report);
  }
  return { report, findings, changes };
}

/** `edits` in the order of the text and not overlapping. */
function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let end = 0;
  let result = "";
  for (const edit of edits) {
    result += text.slice(end, edit.span.start) + edit.newText;
    end = edit.span.end;
  }
  return result + text.slice(end);
}

function at(text: string, edit: TextEdit): string {
  return text.slice(edit.span.start, edit.span.end);
}
