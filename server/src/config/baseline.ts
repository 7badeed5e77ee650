// The findings of a folder that its reviewers know and need not see again: the text of .nianbao-baseline.json → `Baseline`,
// and which findings it names. What is not understood is told with its place and names nothing.
import type { Node } from "jsonc-parser";
import type { Bilingual } from "../form/types";
import { perObject } from "../report/memo";
import { oneLine } from "../report/quote";
import type { Report } from "../report/types";
import { type Finding, type RuleId, type RuleSettings, ruleIds } from "../rules/types";
import type { Span } from "../syntax/span";
import { baseName, organKey } from "../workspace/identity";
import { fingerprintsOf, type Who } from "./fingerprints";
import { elementsIn, entriesIn, missingKey, noRule, parseJson, stringIn, type Tell, unknownKey } from "./json";
import { type BaselineEntry, baselineName, type ConfigProblem } from "./types";

export type { Who };

export interface Baseline {
  readonly entries: readonly PlacedEntry[];
}

export interface PlacedEntry {
  readonly entry: BaselineEntry;
  /** In the baseline's text. */
  readonly span: Span;
}

export interface ReadBaseline {
  readonly baseline: Baseline;
  readonly problems: readonly ConfigProblem[];
}

export const noBaseline: Baseline = { entries: [] };

/** How the file is written. */
export const baselineVersion = 1;

const rules: ReadonlySet<string> = new Set(ruleIds);

/** Never throws. */
export function readBaseline(text: string): ReadBaseline {
  const { root, problems, tell } = parseJson(text);
  if (root === null) return { baseline: noBaseline, problems };
  let version: Node | null = null;
  const known: Node[] = [];
  for (const [key, value, name] of entriesIn(root, tell)) {
    if (key === "version") version = value;
    else if (key === "known") known.push(value);
    else if (key !== "$schema") tell(name, unknownKey(key));
  }
  if (root.type !== "object") return { baseline: noBaseline, problems };
  if (version?.value !== baselineVersion) {
    if (version) tell(version, { zh: `应为 ${baselineVersion}`, en: `should be ${baselineVersion}` });
    else tell(root, missingKey("version"));
    return { baseline: noBaseline, problems };
  }
  const entries = known.flatMap((each) => elementsIn(each, tell)).flatMap((each) => placed(each, tell) ?? []);
  return { baseline: { entries }, problems };
}

function placed(node: Node, tell: Tell): PlacedEntry | null {
  const entry = entryIn(node, tell);
  return entry && { entry, span: { start: node.offset, end: node.offset + node.length } };
}

/** Null where it does not say what it is about. */
function entryIn(node: Node, tell: Tell): BaselineEntry | null {
  const words: Partial<Record<string, string>> = {};
  let year: number | null | undefined;
  let whole = node.type === "object";
  const telling: Tell = (at, message) => {
    whole = false;
    tell(at, message);
  };
  for (const [key, value, name] of entriesIn(node, tell)) {
    if (key === "year") year = yearIn(value, telling);
    else if (key === "reason" || key === "text") words[key] = anyText(value, telling) ?? undefined;
    else if (key === "rule" || key === "organ" || key === "cell" || key === "fingerprint")
      words[key] = stringIn(value, telling) ?? undefined;
    else tell(name, unknownKey(key));
    if (key === "rule" && words.rule !== undefined && !rules.has(words.rule)) telling(value, noRule(words.rule));
  }
  if (!whole) return null;
  const { rule, organ, cell, text, fingerprint, reason = "" } = words;
  if (rule === undefined) tell(node, missingKey("rule"));
  else if (organ === undefined) tell(node, missingKey("organ"));
  else if (year === undefined) tell(node, missingKey("year"));
  else if (fingerprint === undefined) tell(node, missingKey("fingerprint"));
  else {
    const place = { ...(cell !== undefined && { cell }), ...(text !== undefined && { text }) };
    return { rule, organ, year, ...place, fingerprint, reason };
  }
  return null;
}

function yearIn(node: Node, tell: Tell): number | null {
  const year: unknown = node.value;
  if (node.type === "null") return null;
  if (typeof year === "number" && Number.isSafeInteger(year)) return year;
  tell(node, { zh: "应为年度（如 2024）或 null", en: "should be a year, such as 2024, or null" });
  return null;
}

function anyText(node: Node, tell: Tell): string | null {
  const value: unknown = node.value;
  if (typeof value === "string") return value;
  tell(node, { zh: "应为字符串", en: "should be a string" });
  return null;
}

/** The entries that speak of this report. */
export function entriesAbout(baseline: Baseline, who: Who): readonly PlacedEntry[] {
  return (
    byReport(baseline).get(who.organ === null ? fileKey(baseName(who.file), who.year) : keyOf(who.organ, who.year)) ??
    []
  );
}

/** An organ that is not known has the name of a file, and nothing in an entry tells which of the two it is. */
const byReport = perObject(({ entries }: Baseline): ReadonlyMap<string, readonly PlacedEntry[]> => {
  const found = new Map<string, PlacedEntry[]>();
  for (const placed of entries) {
    const { organ, year } = placed.entry;
    for (const key of [keyOf(organ, year), fileKey(organ, year)]) {
      const about = found.get(key);
      if (about) about.push(placed);
      else found.set(key, [placed]);
    }
  }
  return found;
});

function keyOf(organ: string, year: number | null): string {
  return `organ/${organKey(organ)}/${year}`;
}

function fileKey(name: string, year: number | null): string {
  return `file/${name}/${year}`;
}

export interface Sifted {
  /** Those that are to be shown. */
  readonly findings: readonly Finding[];
  readonly known: readonly Finding[];
  /** Fingerprints of the entries that name one. */
  readonly used: ReadonlySet<string>;
}

/** Takes the findings apart by whether the baseline names them. `findings` have to be all of the report's. */
export function sift(report: Report, findings: readonly Finding[], who: Who, baseline: Baseline): Sifted {
  const about = entriesAbout(baseline, who);
  if (about.length === 0 || findings.length === 0) return { findings, known: [], used: new Set() };
  const named = new Set(about.map(({ entry }) => `${entry.rule} ${entry.fingerprint}`));
  const prints = fingerprintsOf(report, findings, who);
  const isKnown = (at: number) => named.has(`${findings[at]?.rule} ${prints[at]}`);
  return {
    findings: findings.filter((_, at) => !isKnown(at)),
    known: findings.filter((_, at) => isKnown(at)),
    used: new Set(prints.filter((_, at) => isKnown(at))),
  };
}

/** A report that was checked, and what of the baseline named something in it. */
export interface Checked {
  readonly who: Who;
  readonly used: ReadonlySet<string>;
  /** Whether a rule had its say, so that its silence means something (`rulesHeard`). */
  readonly heard: (rule: string) => boolean;
}

/** What there may be to compare a report with: last year's, those it sums up, all others of the folder. */
export type Comparable = "lastYear" | "parts" | "folder";

/** Rules that compare reports find nothing, whatever stands in one, where these are not there. */
const comparing: ReadonlyMap<string, readonly Comparable[]> = new Map<RuleId, readonly Comparable[]>([
  ["carry-over", ["lastYear"]],
  ["in-force", ["lastYear"]],
  ["swing", ["lastYear"]],
  // Whose text a report was alike to an entry does not say.
  ["similar", ["lastYear", "folder"]],
  ["roll-up", ["parts"]],
]);

/** `has`: whether that is there, and was looked at. */
export function rulesHeard(settings: RuleSettings, has: (what: Comparable) => boolean): (rule: string) => boolean {
  return (rule) => settings[rule] !== "off" && (comparing.get(rule) ?? []).every(has);
}

/** The entries about these reports that name nothing in them any more. Several files may be one organ's report on a year. */
export function staleEntries(baseline: Baseline, checked: Iterable<Checked>): readonly PlacedEntry[] {
  const stale = new Set<PlacedEntry>();
  const used = new Set<string>();
  for (const { who, used: own, heard } of checked) {
    for (const print of own) used.add(print);
    for (const placed of entriesAbout(baseline, who)) if (heard(placed.entry.rule)) stale.add(placed);
  }
  return [...stale].filter(({ entry }) => !used.has(entry.fingerprint));
}

/** Of an entry that names nothing in its report any more. */
export function staleWords(entry: BaselineEntry): Bilingual {
  const { zh, en } = reportName(entry);
  const place = placeName(entry);
  return {
    zh: `这一条已不适用：${zh}中已没有这处 ${entry.rule}${place && `（${place}）`}。请从 ${baselineName} 中删去这一条`,
    en: `this entry no longer applies: ${en} has no such ${entry.rule} any more${place && ` (${place})`}. Take it out of ${baselineName}`,
  };
}

/** Of an entry about a report that is not in the folder. */
export function absentWords(entry: BaselineEntry): Bilingual {
  const { zh, en } = reportName(entry);
  return {
    zh: `这一条无从核对：文件夹中没有${zh}。报告移走了的，请从 ${baselineName} 中删去这一条`,
    en: `nothing tells whether this entry still applies: ${en} is not in the folder. If it was moved away, take the entry out of ${baselineName}`,
  };
}

function reportName({ organ, year }: BaselineEntry): Bilingual {
  const name = oneLine(organ);
  return year === null
    ? { zh: `“${name}”的报告`, en: `the report of ${name}` }
    : { zh: `“${name}” ${year} 年度报告`, en: `the report on ${year} of ${name}` };
}

function placeName({ cell, text = "" }: BaselineEntry): string {
  return oneLine(cell ?? text, 40);
}
