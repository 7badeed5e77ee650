// What is read by hand of a file in JSON: every value is looked at, and what is not understood is told with its place.
import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Bilingual } from "../form/types";
import type { ConfigProblem } from "./types";

export type Tell = (node: Node, message: Bilingual) => void;

export interface Parsed {
  readonly root: Node | null;
  /** What is told goes there, behind what is no JSON. */
  readonly problems: readonly ConfigProblem[];
  readonly tell: Tell;
}

/** Comments and a comma behind the last entry may stand in it, as in VS Code's own settings. Never throws. */
export function parseJson(text: string): Parsed {
  const problems: ConfigProblem[] = [];
  const tell: Tell = ({ offset, length }, message) => {
    problems.push({ span: { start: offset, end: offset + length }, message });
  };
  const errors: ParseError[] = [];
  // A byte order mark is no part of JSON, and offsets stay with it read as a space.
  const root = parseTree(text.replace(/^\ufeff/, " "), errors, { allowTrailingComma: true }) ?? null;
  for (const { error, offset, length } of errors) {
    const name = printParseErrorCode(error);
    problems.push({
      span: { start: offset, end: offset + length },
      message: { zh: `不是有效的 JSON（${name}）`, en: `not valid JSON (${name})` },
    });
  }
  return { root, problems, tell };
}

/** Key, value and the key's own place. */
export function* entriesIn(node: Node, tell: Tell): Iterable<[string, Node, Node]> {
  if (node.type !== "object") {
    tell(node, { zh: "应为对象 {…}", en: "should be an object {…}" });
    return;
  }
  for (const { children } of node.children ?? []) {
    const [name, value] = children ?? [];
    if (name && value && typeof name.value === "string") yield [name.value, value, name];
  }
}

export function elementsIn(node: Node, tell: Tell): readonly Node[] {
  if (node.type === "array") return node.children ?? [];
  tell(node, { zh: "应为数组 […]", en: "should be an array […]" });
  return [];
}

/** Null where it is none, or says nothing. */
export function stringIn(node: Node, tell: Tell): string | null {
  const value: unknown = node.type === "string" ? node.value : null;
  if (typeof value === "string" && value.trim() !== "") return value;
  tell(node, { zh: "应为不空的字符串", en: "should be a string that is not empty" });
  return null;
}

export function unknownKey(key: string): Bilingual {
  return { zh: `没有“${key}”这一项`, en: `there is no entry "${key}"` };
}

export function missingKey(key: string): Bilingual {
  return { zh: `缺少“${key}”`, en: `"${key}" is missing` };
}

export function noRule(id: string): Bilingual {
  return { zh: `没有规则“${id}”`, en: `there is no rule "${id}"` };
}
