// How organs, reports and findings look in the tree.
import {
  type Diagnostic,
  DiagnosticSeverity,
  languages,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
} from "vscode";
import type { ReportSummary } from "../../../server/src/lsp/protocol";
import { type Locale, texts } from "../texts";
import { type Grade, gradeOf, type Sum } from "../treeModel";
import { lineText, organDescription, reportDescription, reportLabel, reportTooltip } from "../treeText";

/** VS Code knows an element by its identity, so there is one object for each organ and report. */
export type TreeElement =
  | { readonly kind: "organ"; readonly organ: string }
  | { readonly kind: "report"; readonly key: string }
  | { readonly kind: "finding"; readonly key: string; readonly at: number; readonly finding: Diagnostic };

const icons: Readonly<Record<Grade, ThemeIcon>> = {
  error: new ThemeIcon("error", new ThemeColor("problemsErrorIcon.foreground")),
  trouble: new ThemeIcon("question", new ThemeColor("problemsWarningIcon.foreground")),
  warning: new ThemeIcon("warning", new ThemeColor("problemsWarningIcon.foreground")),
  information: new ThemeIcon("info", new ThemeColor("problemsInfoIcon.foreground")),
  open: new ThemeIcon("circle-outline"),
  pass: new ThemeIcon("pass", new ThemeColor("testing.iconPassed")),
};

const grades: Readonly<Record<DiagnosticSeverity, Grade>> = {
  [DiagnosticSeverity.Error]: "error",
  [DiagnosticSeverity.Warning]: "warning",
  [DiagnosticSeverity.Information]: "information",
  [DiagnosticSeverity.Hint]: "information",
};

export function organId(organ: string): string {
  return `organ ${organ}`;
}

export function reportId(key: string): string {
  return `report ${key}`;
}

export function organItem(organ: string, sum: Sum, locale: Locale): TreeItem {
  const item = new TreeItem(organ, TreeItemCollapsibleState.Collapsed);
  item.id = organId(organ);
  item.description = organDescription(sum, locale);
  item.iconPath = icons[sum.grade];
  item.contextValue = "organ";
  return item;
}

/** `namesake`: another report of the same organ and year stands beside it. */
export function reportItem(key: string, report: ReportSummary, namesake: boolean, locale: Locale): TreeItem {
  const { errors, warnings, information } = report.counts;
  const item = new TreeItem(
    reportLabel(report, locale),
    errors + warnings + information > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  item.id = reportId(key);
  item.description = reportDescription(report, namesake, locale);
  item.tooltip = reportTooltip(report, locale);
  item.iconPath = icons[gradeOf(report)];
  item.contextValue = "report";
  item.command = { command: "vscode.open", title: texts.openFile[locale], arguments: [Uri.parse(key)] };
  return item;
}

/** Those of the server, in the order of the text. The task's, which are listed for the same files, name their rule by a word alone. */
export function findingsOf(key: string): readonly Diagnostic[] {
  return languages
    .getDiagnostics(Uri.parse(key))
    .filter(({ source, code }) => source === "nianbao" && typeof code !== "string")
    .sort((one, two) => one.range.start.compareTo(two.range.start));
}

export function findingItem(
  { key, at, finding }: TreeElement & { readonly kind: "finding" },
  locale: Locale,
): TreeItem {
  const { message, range, severity } = finding;
  const item = new TreeItem(message, TreeItemCollapsibleState.None);
  item.id = `finding ${at} ${key}`;
  item.description = lineText(range.start.line, locale);
  item.tooltip = message;
  item.iconPath = icons[grades[severity]];
  item.contextValue = "finding";
  const place = [Uri.parse(key), { selection: range }];
  item.command = { command: "vscode.open", title: texts.openFile[locale], arguments: place };
  return item;
}
