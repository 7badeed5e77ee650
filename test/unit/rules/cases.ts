// Reads the case files: texts with what is expected of them written into them, so that a new case costs no code.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readReport } from "../../../server/src/report/index";
import { type Known, knownOf } from "../../../server/src/report/known";
import { type Neighbours, noNeighbours } from "../../../server/src/report/neighbours";
import type { RuleId } from "../../../server/src/rules/types";

export interface Expected {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

export interface Case {
  readonly file: string;
  readonly name: string;
  readonly text: string;
  /** The reports it is held against. */
  readonly neighbours: Neighbours;
  /** In the order of the text. */
  readonly expected: readonly Expected[];
  /** The rules a case is about: its file's own and those its marks name. */
  readonly rules: ReadonlySet<string>;
}

const folder = path.join(__dirname, "cases");
const escapes: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r" };

/**
 * A file holds the cases of the rule it is named after, each below a line `=== what it is about`. «row-total:65» marks 65
 * as a finding of row-total; marks may stand inside each other. \t, \n, \r and \u00a0 stand for what cannot be seen. Below a
 * line `--- last year`, `--- other organ` or `--- part` stands a report it is held against.
 */
export function readCases(): readonly Case[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .flatMap((file) => {
      const rule = path.basename(file, ".txt") as RuleId;
      const [, ...parts] = `\n${readFileSync(path.join(folder, file), "utf8")}`.split("\n=== ");
      return parts.map((part) => {
        const end = part.indexOf("\n");
        const [own = "", ...beside] = unescaped(part.slice(end + 1)).split(/^--- /mu);
        const { text, expected } = unmarked(own);
        const rules = new Set([rule, ...expected.map((each) => each.rule)]);
        return { file, name: part.slice(0, end), text, neighbours: neighboursIn(beside), expected, rules };
      });
    });
}

function neighboursIn(beside: readonly string[]): Neighbours {
  const known = (kind: string): readonly Known[] =>
    beside
      .filter((each) => each.startsWith(`${kind}\n`))
      .map((each, at) => knownOf(`${kind} ${at + 1}`, readReport(each.slice(kind.length + 1))));
  const parts = known("part");
  return {
    ...noNeighbours,
    lastYear: known("last year")[0] ?? null,
    others: known("other organ"),
    parts: parts.length > 0 ? { reports: parts, missing: [], sure: true } : null,
  };
}

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|([tnr]))/g, (_, code: string | undefined, letter: string) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : (escapes[letter] as string),
  );
}

export function unmarked(marked: string): { readonly text: string; readonly expected: readonly Expected[] } {
  const expected: Expected[] = [];
  const open: { rule: string; start: number }[] = [];
  let text = "";
  for (const part of marked.split(/(«[a-z-]+:|»)/)) {
    if (part.startsWith("«")) open.push({ rule: part.slice(1, -1), start: text.length });
    else if (part === "»") {
      const mark = open.pop();
      if (!mark) throw new Error("a mark is closed that was not opened");
      expected.push({ ...mark, end: text.length });
    } else text += part;
  }
  if (open.length > 0) throw new Error("a mark is not closed");
  return { text, expected: expected.sort((one, two) => one.start - two.start || one.end - two.end) };
}

/** The text with marks around the findings, as a case file writes them. */
export function marked(text: string, findings: readonly Expected[]): string {
  const edges = findings.flatMap(({ rule, start, end }) => [
    { at: start, mark: `«${rule}:`, rank: 1 },
    { at: end, mark: "»", rank: start === end ? 2 : 0 },
  ]);
  edges.sort((one, two) => two.at - one.at || two.rank - one.rank);
  let result = text;
  for (const { at, mark } of edges) result = result.slice(0, at) + mark + result.slice(at);
  return result;
}
