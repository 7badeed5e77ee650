// What is derived from the rules: their pages, and the schema and texts of the setting `nianbao.rules`. Pure, so that
// `npm run generate` writes it and test/repo.test.ts compares it.
import type { Locale } from "../server/src/features/types";
import { rules } from "../server/src/rules/index";
import { rulePage } from "../server/src/rules/page";
import { ruleLevels } from "../server/src/rules/types";

/** Prefix of the keys in package.nls*.json that belong to the rules. */
export const ruleTextPrefix = "rule.";

/** File name in docs/rules → its text. */
export function rulePages(): ReadonlyMap<string, string> {
  return new Map(rules.map((rule) => [`${rule.id}.md`, rulePage(rule)]));
}

/** The `properties` of the setting's schema: one per rule, so that the settings editor completes and explains them. */
export function ruleSettings(): Readonly<Record<string, unknown>> {
  const entries = rules.map((rule) => [
    rule.id,
    { type: "string", enum: ruleLevels, default: rule.severity, description: `%${ruleTextPrefix}${rule.id}%` },
  ]);
  return Object.fromEntries(entries);
}

/** Key → text in one language, for package.nls*.json. */
export function ruleTexts(locale: Locale): Readonly<Record<string, string>> {
  return Object.fromEntries(rules.map((rule) => [`${ruleTextPrefix}${rule.id}`, rule.title[locale]]));
}
