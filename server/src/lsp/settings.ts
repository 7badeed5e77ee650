// The settings of one document: read from whatever the client sends, every value checked, since users write them by hand.
import type { Locale } from "../features/types";
import { isRuleLevel, type RuleLevel, type RuleSettings, ruleIds, ruleLevels } from "../rules/types";

export interface Settings {
  readonly rules: RuleSettings;
  readonly locale: Locale;
}

const known: ReadonlySet<string> = new Set(ruleIds);

/**
 * The section `nianbao` as settings. `clientLocale` is what "auto" stands for. What is not understood counts as not set
 * and goes to `complain`.
 */
export function readSettings(input: unknown, clientLocale: string, complain: (line: string) => void): Settings {
  const section = typeof input === "object" && input !== null ? input : {};
  const rules: Record<string, RuleLevel> = {};
  const given: unknown = "rules" in section ? section.rules : undefined;
  if (typeof given === "object" && given !== null && !Array.isArray(given)) {
    for (const [id, level] of Object.entries(given)) {
      if (!known.has(id)) complain(`nianbao.rules: no rule "${id}"`);
      else if (isRuleLevel(level)) rules[id] = level;
      else complain(`nianbao.rules: ${id}: ${JSON.stringify(level)} is none of ${ruleLevels.join(", ")}`);
    }
  } else if (given !== undefined && given !== null) {
    complain(`nianbao.rules: ${JSON.stringify(given)} is no object`);
  }
  const language: unknown = "language" in section ? section.language : undefined;
  let locale: Locale = "zh";
  if (language === "en") locale = "en";
  else if (language === "auto") locale = /^zh\b/i.test(clientLocale) ? "zh" : "en";
  else if (language !== "zh" && language !== undefined && language !== null) {
    complain(`nianbao.language: ${JSON.stringify(language)} is none of zh, en, auto`);
  }
  return { rules, locale };
}

export function sameRules(a: RuleSettings, b: RuleSettings): boolean {
  return ruleIds.every((id) => a[id] === b[id]);
}
