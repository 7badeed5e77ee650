// The text of nianbao.config.json → Config. Written by hand, so every value is looked at: what is not understood is told with
// its place and counts as not written, and what can be understood beside it holds.
import type { Node } from "jsonc-parser";
import type { Bilingual } from "../form/types";
import { isRuleLevel, type Limits, type RuleLevel, ruleIds, ruleLevels } from "../rules/types";
import { organKey } from "../workspace/identity";
import { elementsIn, entriesIn, missingKey, noRule, parseJson, stringIn, type Tell, unknownKey } from "./json";
import { isLimit, limitRanges } from "./limits";
import { type Config, type ConfigProblem, noConfig, type RollUp } from "./types";

export interface ReadConfig {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

const known: ReadonlySet<string> = new Set(ruleIds);

/** Never throws. */
export function readConfig(text: string): ReadConfig {
  const { root, problems, tell } = parseJson(text);
  if (root === null) return { config: noConfig, problems };
  let config = noConfig;
  for (const [key, value, name] of entriesIn(root, tell)) {
    if (key === "include") config = { ...config, include: included(value, tell) };
    else if (key === "exclude") config = { ...config, exclude: patterns(value, tell) };
    else if (key === "rules") config = { ...config, rules: levels(value, tell) };
    else if (key === "organs") config = { ...config, organs: organs(value, tell) };
    else if (key === "rollUps") config = { ...config, rollUps: rollUps(value, tell) };
    else if (key === "limits") config = { ...config, limits: limits(value, tell) };
    else if (key !== "$schema") tell(name, unknownKey(key));
  }
  return { config, problems };
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
  return elementsIn(node, tell).flatMap((each) => pattern(each, tell) ?? []);
}

/** What matches the patterns takes no longer ones, and no system has longer paths. */
const longestPattern = 4096;

function pattern(node: Node, tell: Tell): string | null {
  const words = stringIn(node, tell);
  if (words === null) return null;
  if (words.length > longestPattern) {
    tell(node, {
      zh: `不应超过 ${longestPattern} 个字符`,
      en: `should be no longer than ${longestPattern} characters`,
    });
    return null;
  }
  if (!words.includes("\\") && !words.startsWith("/") && !/^[a-z]:/i.test(words) && !words.split("/").includes("..")) {
    const below = words.replace(/^\.\//, "");
    // The folder itself is all that is in it.
    return below === "" || below === "." ? "**" : below;
  }
  tell(node, {
    zh: "应为相对于本文件所在文件夹的路径，用“/”分隔，不含“..”",
    en: 'should be a path below the folder of this file, with "/" and without ".."',
  });
  return null;
}

function levels(node: Node, tell: Tell): Readonly<Record<string, RuleLevel>> {
  const found: Record<string, RuleLevel> = {};
  for (const [id, value, name] of entriesIn(node, tell)) {
    const level: unknown = value.value;
    if (!known.has(id)) tell(name, noRule(id));
    else if (isRuleLevel(level)) found[id] = level;
    else tell(value, { zh: `应为 ${ruleLevels.join("、")} 之一`, en: `should be one of ${ruleLevels.join(", ")}` });
  }
  return found;
}

/** A name belongs to one organ, however it is written; where it stands again for another it is told and left out. */
function organs(node: Node, tell: Tell): Config["organs"] {
  const owners = new Map<string, string>();
  const found: [string, Node][] = [];
  for (const [name, others, at] of entriesIn(node, tell)) {
    if (stringIn(at, tell) === null) continue;
    const owner = owners.get(organKey(name));
    if (owner === undefined) {
      owners.set(organKey(name), name);
      found.push([name, others]);
    } else tell(at, nameOf(owner, name));
  }
  return Object.fromEntries(found.map(([name, others]) => [name, otherNames(name, others, owners, tell)]));
}

function otherNames(name: string, node: Node, owners: Map<string, string>, tell: Tell): readonly string[] {
  return elementsIn(node, tell).flatMap((each) => {
    const other = stringIn(each, tell);
    if (other === null) return [];
    const owner = owners.get(organKey(other)) ?? name;
    owners.set(organKey(other), owner);
    if (owner === name) return other;
    tell(each, nameOf(owner, other));
    return [];
  });
}

function nameOf(owner: string, name: string): Bilingual {
  return { zh: `“${name}”已是“${owner}”的名称`, en: `"${name}" is a name of "${owner}" already` };
}

function rollUps(node: Node, tell: Tell): readonly RollUp[] {
  return elementsIn(node, tell).flatMap((each) => rollUp(each, tell) ?? []);
}

/** Null where any of it cannot be understood: a sum with a part left out would be called wrong. */
function rollUp(node: Node, tell: Tell): RollUp | null {
  let whole = node.type === "object";
  const telling: Tell = (at, message) => {
    whole = false;
    tell(at, message);
  };
  let report: string | null = null;
  let parts: readonly string[] | null = null;
  for (const [key, value, name] of entriesIn(node, telling)) {
    if (key === "report") report = pattern(value, telling);
    else if (key === "parts") parts = some(value, telling);
    else tell(name, unknownKey(key));
  }
  if (!whole) return null;
  if (report === null) telling(node, missingKey("report"));
  if (parts === null) telling(node, missingKey("parts"));
  return report !== null && parts !== null ? { report, parts } : null;
}

function some(node: Node, tell: Tell): readonly string[] {
  if (node.type === "array" && node.children?.length === 0)
    tell(node, { zh: "应至少有一项", en: "should have an entry" });
  return patterns(node, tell);
}

function limits(node: Node, tell: Tell): Partial<Limits> {
  const found: Partial<Record<keyof Limits, number>> = {};
  for (const [key, value, name] of entriesIn(node, tell)) {
    if (!isLimit(key)) {
      tell(name, unknownKey(key));
      continue;
    }
    const { least, most } = limitRanges[key];
    const limit: unknown = value.value;
    if (isWhole(limit) && limit >= least && (most === null || limit <= most)) found[key] = limit;
    else
      tell(value, {
        zh: most === null ? `应为不小于 ${least} 的整数` : `应为 ${least} 到 ${most} 的整数`,
        en:
          most === null
            ? `should be a whole number, ${least} or more`
            : `should be a whole number from ${least} to ${most}`,
      });
  }
  return found;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
