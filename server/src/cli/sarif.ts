// SARIF 2.1.0 (OASIS Standard), the format of code scanning. The results of a report are written when it was checked; what
// comes before and behind them is the same for all.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { version } from "../../../package.json";
import { pick } from "../features/text";
import type { Locale } from "../features/types";
import type { Report } from "../report/types";
import { rules } from "../rules/index";
import { rulePage } from "../rules/page";
import { placesOf } from "../rules/places";
import type { Finding, Fix, Rule, RuleId, Severity } from "../rules/types";
import { type Lines, type Range, rangeAt, readLines } from "../syntax/lines";
import type { Span } from "../syntax/span";
import type { Problem } from "./files";
import { fingerprints, inFile } from "./fingerprint";
import { type JsonObject, toJson } from "./json";

const workingFolder = "%SRCROOT%";
const schema = "https://json.schemastore.org/sarif-2.1.0.json";

const levels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

const ruleIndexes = new Map<RuleId, number>(rules.map(({ id }, at) => [id, at]));

/** Up to where the results begin. */
export function sarifHead(locale: Locale): string {
  const driver: JsonObject = {
    name: "nianbao",
    fullName: "年报审校 Nianbao",
    version,
    semanticVersion: version,
    rules: rules.map((rule) => ruleMetadata(rule, locale)),
  };
  const run = {
    tool: { driver },
    language: locale === "zh" ? "zh-CN" : "en-US",
    // As editors count, and as TextDocument splits lines.
    columnKind: "utf16CodeUnits",
    newlineSequences: ["\r\n", "\n", "\r"],
    // Without an address: where the working folder is is nobody else's business, and the same name is GitHub's for the repository.
    originalUriBaseIds: { [workingFolder]: { description: { text: "The folder the command was run in" } } },
  };
  return `{"$schema":${toJson(schema)},"version":"2.1.0","runs":[${toJson(run).slice(0, -1)},"results":[`;
}

/** From where the results end: what could not be read or written, and how many findings are known, for no result tells of it. */
export function sarifTail(problems: readonly Problem[], exitCode: number, known: number, locale: Locale): string {
  const invocation: JsonObject = {
    executionSuccessful: problems.length === 0,
    exitCode,
    toolExecutionNotifications: problems.map(({ file, message }) => ({
      level: "error",
      message: { text: pick(message, locale) },
      locations: [{ physicalLocation: { artifactLocation: artifactOf(file) } }],
    })),
  };
  return `],"invocations":[${toJson(invocation)}],"properties":${toJson({ known })}}]}\n`;
}

/** A line each, empty where nothing was found. */
export function sarifResults(file: string, report: Report, findings: readonly Finding[], locale: Locale): string {
  const lines = readLines(report.text);
  const placeOf = placesOf(report);
  const prints = fingerprints(file, report, findings, placeOf);
  const artifactLocation = artifactOf(file);
  const location = (span: Span): JsonObject => ({ artifactLocation, region: regionOf(lines, span) });
  const results = findings.map((finding, at): JsonObject => {
    const { rule, severity, message, span, related, fixes } = finding;
    const place = placeOf(finding);
    const print = prints[at] ?? "";
    return {
      ruleId: rule,
      ruleIndex: ruleIndexes.get(rule) ?? -1,
      level: levels[severity],
      message: { text: pick(message, locale) },
      locations: [
        { physicalLocation: location(span), ...(place && { logicalLocations: [{ fullyQualifiedName: place }] }) },
      ],
      ...(related.length > 0 && {
        relatedLocations: related.map((cell, id) => ({
          id,
          physicalLocation: cell.within
            ? { artifactLocation: artifactOf(cell.within.file), region: regionAt(cell.within.range) }
            : location(cell.span),
          message: { text: pick(cell.message, locale) },
        })),
      }),
      // The first is ours and survives a new name of the file. GitHub goes by the second alone, and would else make one of the
      // line, which moves; two copies of a report are two files there, so it holds the file as well.
      partialFingerprints: { "nianbao/v1": print, primaryLocationLineHash: inFile(print, artifactLocation.uri) },
      ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(fix, lines, artifactLocation, locale)) }),
      properties: { organ: report.organ, year: report.year },
    };
  });
  return results.map(toJson).join(",\n");
}

/** What would be deleted stands in the region's snippet, so that both before and after are told. */
function fixOf({ title, grade, edits }: Fix, lines: Lines, artifactLocation: JsonObject, locale: Locale): JsonObject {
  return {
    description: { text: pick(title, locale) },
    artifactChanges: [
      {
        artifactLocation,
        replacements: edits.map(({ span, newText }) => ({
          deletedRegion: { ...regionOf(lines, span), snippet: { text: lines.text.slice(span.start, span.end) } },
          insertedContent: { text: newText },
        })),
      },
    ],
    properties: { grade },
  };
}

function ruleMetadata(rule: Rule, locale: Locale): JsonObject {
  const { what, why, remedy } = rule.page;
  return {
    id: rule.id,
    shortDescription: { text: pick(rule.title, locale) },
    fullDescription: { text: pick(what, locale) },
    help: {
      text: [what, why, remedy].map((part) => pick(part, locale)).join("\n\n"),
      markdown: rulePage(rule),
    },
    defaultConfiguration: { level: levels[rule.severity] },
  };
}

function regionOf(lines: Lines, span: Span): JsonObject {
  return regionAt(rangeAt(lines, span));
}

/** Lines and columns count from 1, columns in UTF-16 units; the end column is the one behind the last character. */
function regionAt({ start, end }: Range): JsonObject {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** Relative to the working folder, which in a pipeline is the repository; what is not below it as file:. */
export function artifactOf(file: string): { readonly uri: string; readonly uriBaseId?: string } {
  const normal = path.normalize(file);
  if (path.isAbsolute(normal) || normal.split(path.sep)[0] === "..") return { uri: pathToFileURL(normal).href };
  const uri = normal
    .split(path.sep)
    .map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, "\uFFFD")))
    .join("/");
  return { uri, uriBaseId: workingFolder };
}
