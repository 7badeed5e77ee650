// The text of nianbao.config.json → Config. Written by hand, so every value is looked at: what is not understood is told with
// its place and counts as not written, and what can be understood beside it holds.
import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Bilingual } from "../form/types";
import { isRuleLevel, type RuleLevel, ruleIds, ruleLevels } from "../rules/types";
import { type Config, type ConfigProblem, noConfig } from "./types";

export interface ReadConfig {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

type Tell = (node: Node, message: Bilingual) => void;

const known: ReadonlySet<string> = new Set(ruleIds);

/** Comments and a comma behind the last entry may stand in it, as in VS Code's own settings. Never throws. */
export function readConfig(text: string): ReadConfig {
  const problems: ConfigProblem[] = [];
  const tell: Tell = ({ offset, length }, message) => {
    problems.push({ span: { start: offset, end: offset + length }, message });
  };
  const errors: ParseError[] = [];
  // A byte order mark is no part of JSON, and offsets stay with it read as a space.
  const root = parseTree(text.replace(/^\ufeff/, " "), errors, { allowTrailingComma: true });
  for (const { error, offset, length } of errors) {
    const name = printParseErrorCode(error);
    problems.push({
      span: { start: offset, end: offset + length },
      message: { zh: `不是有效的 JSON（${name}）`, en: `not valid JSON (${name})` },
    });
  }
  if (root === undefined) return { config: noConfig, problems };
  let config = noConfig;
  for (const [key, value, name] of entries(root, tell)) {
    if (key === "include") config = { ...config, include: included(value, tell) };
    else if (key === "exclude") config = { ...config, exclude: patterns(value, tell) };
    else if (key === "rules") config = { ...config, rules: levels(value, tell) };
    else if (key !== "$schema") tell(name, unknown(key));
  }
  return { config, problems };
}

function unknown(key: string): Bilingual {
  return { zh: `没有“${key}”这一项`, en: `there is no entry "${key}"` };
}

/** Key, value and the key's own place. */
function* entries(node: Node, tell: Tell): Iterable<[string, Node, Node]> {
  if (node.type !== "object") {
    tell(node, { zh: "应为对象 {…}", en: "should be an object {…}" });
    return;
  }
  for (const { children } of node.children ?? []) {
    const [name, value] = children ?? [];
    if (name && value && typeof name.value === "string") yield [name.value, value, name];
  }
}

function elements(node: Node, tell: Tell): readonly Node[] {
  if (node.type === "array") return node.children ?? [];
  tell(node, { zh: "应为数组 […]", en: "should be an array […]" });
  return [];
}

/** Null where nothing of it can be understood: no report is to be left out by a mistake. */
function included(node: Node, tell: Tell): readonly string[] | null {
  if (node.type === "array" && node.children?.length === 0) {
    tell(node, {
      zh: "应至少有一项；不写 include 即查看全部",
      en: "should have an entry; without include all is looked at",
    });
  }
  const found = patterns(node, tell);
  return found.length > 0 ? found : null;
}

function patterns(node: Node, tell: Tell): readonly string[] {
  return elements(node, tell).flatMap((each) => pattern(each, tell) ?? []);
}

function pattern(node: Node, tell: Tell): string | null {
  const words = string(node, tell);
  if (words === null) return null;
  if (!words.includes("\\") && !words.startsWith("/") && !/^[a-z]:/i.test(words) && !words.split("/").includes("..")) {
    return words.replace(/^\.\//, "");
  }
  tell(node, {
    zh: "应为相对于本文件所在文件夹的路径，用“/”分隔，不含“..”",
    en: 'should be a path below the folder of this file, with "/" and without ".."',
  });
  return null;
}

function string(node: Node, tell: Tell): string | null {
  const value: unknown = node.type === "string" ? node.value : null;
  if (typeof value === "string" && value.trim() !== "") return value;
  tell(node, { zh: "应为不空的字符串", en: "should be a string that is not empty" });
  return null;
}

function levels(node: Node, tell: Tell): Readonly<Record<string, RuleLevel>> {
  const found: Record<string, RuleLevel> = {};
  for (const [id, value, name] of entries(node, tell)) {
    const level: unknown = value.value;
    if (!known.has(id)) tell(name, { zh: `没有规则“${id}”`, en: `there is no rule "${id}"` });
    else if (isRuleLevel(level)) found[id] = level;
    else tell(value, { zh: `应为 ${ruleLevels.join("、")} 之一`, en: `should be one of ${ruleLevels.join(", ")}` });
  }
  return found;
}
