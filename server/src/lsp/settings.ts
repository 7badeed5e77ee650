// The settings of one document: read from whatever the client sends, every value checked, since users write them by hand.
import { type HintMode, hintModes } from "../features/hints";
import type { Locale } from "../features/types";
import { rules as allRules } from "../rules/index";
import {
  isRuleLevel,
  type Limits,
  type RuleLevel,
  type RuleSettings,
  ruleIds,
  ruleLevels,
  standardLimits,
} from "../rules/types";
import { type Grounds, noGrounds, sameGrounds } from "./grounds";

export interface Settings {
  readonly rules: RuleSettings;
  readonly limits: Limits;
  readonly locale: Locale;
  readonly hints: HintMode;
  /** Whether the reports of the workspace that are not open are looked at too. */
  readonly checkFolder: boolean;
  /** Whether texts are known as reports by what they hold, not by their names alone. */
  readonly detectByContent: boolean;
  readonly trusted: boolean;
  /** What the folder lays down beside the levels of rules; nothing of one that is not trusted. */
  readonly grounds: Grounds;
}

const known: ReadonlySet<string> = new Set(ruleIds);

/**
 * The section `nianbao` as settings. `clientLocale` is what "auto" stands for. What is not understood counts as not set
 * and goes to `complain`. `grounds` has the folder's own configuration, over whose levels the settings win; where the
 * section says that the folder is not trusted they can only raise what holds without them, and nothing else of it counts.
 */
export function readSettings(
  input: unknown,
  clientLocale: string,
  complain: (line: string) => void,
  grounds: Grounds = noGrounds,
): Settings {
  const section = typeof input === "object" && input !== null ? input : {};
  const own = readRules("rules" in section ? section.rules : undefined, complain);
  const { config } = grounds;
  const trusted = !("untrustedRules" in section);
  const rules =
    "untrustedRules" in section
      ? raised(raised(own, config.rules), readRules(section.untrustedRules, complain))
      : { ...config.rules, ...own };
  const language: unknown = "language" in section ? section.language : undefined;
  let locale: Locale = "zh";
  if (language === "en") locale = "en";
  else if (language === "auto") locale = /^zh\b/i.test(clientLocale) ? "zh" : "en";
  else if (language !== "zh" && language !== undefined && language !== null) {
    complain(`nianbao.language: ${JSON.stringify(language)} is none of zh, en, auto`);
  }
  const wanted: unknown = "inlayHints" in section ? section.inlayHints : undefined;
  const hints = hintModes.find((mode) => mode === wanted);
  if (hints === undefined && wanted !== undefined && wanted !== null) {
    complain(`nianbao.inlayHints: ${JSON.stringify(wanted)} is none of ${hintModes.join(", ")}`);
  }
  return {
    rules,
    limits: trusted ? { ...standardLimits, ...config.limits } : standardLimits,
    locale,
    hints: hints ?? "broken",
    checkFolder: !("checkFolder" in section && section.checkFolder === false),
    detectByContent: !("detectByContent" in section && section.detectByContent === false),
    trusted,
    grounds: trusted ? grounds : noGrounds,
  };
}

/**
 * A section that counts where the client could not be asked: nothing tells whether the folder is trusted, so that it is not.
 */
export function untrusted(section: unknown): unknown {
  return { untrustedRules: {}, ...(typeof section === "object" ? section : {}) };
}

/** Levels by rule, as far as they can be understood. */
function readRules(given: unknown, complain: (line: string) => void): Record<string, RuleLevel> {
  const levels: Record<string, RuleLevel> = {};
  if (typeof given === "object" && given !== null && !Array.isArray(given)) {
    for (const [id, level] of Object.entries(given)) {
      if (!known.has(id)) complain(`nianbao.rules: no rule "${id}"`);
      else if (isRuleLevel(level)) levels[id] = level;
      else complain(`nianbao.rules: ${id}: ${JSON.stringify(level)} is none of ${ruleLevels.join(", ")}`);
    }
  } else if (given !== undefined && given !== null) {
    complain(`nianbao.rules: ${JSON.stringify(given)} is no object`);
  }
  return levels;
}

/**
 * The user's levels, and those of an untrusted folder where they are higher. A rule the user does not name has its own
 * severity; single findings of it may be more severe, which no level below error may take from them.
 */
function raised(own: RuleSettings, untrusted: RuleSettings): RuleSettings {
  const higher = allRules.flatMap(({ id, severity }) => {
    const level = untrusted[id];
    return level !== undefined && rank(level) > rank(own[id] ?? severity) ? [[id, level] as const] : [];
  });
  return { ...own, ...Object.fromEntries(higher) };
}

/** From 0 for off upwards. */
function rank(level: RuleLevel): number {
  return ruleLevels.length - 1 - ruleLevels.indexOf(level);
}

/** Whether the same is found with both. */
export function sameRules(a: Settings, b: Settings): boolean {
  const same = <T extends object>(one: T, two: T): boolean => JSON.stringify(one) === JSON.stringify(two);
  return ruleIds.every((id) => a.rules[id] === b.rules[id]) && same(a.limits, b.limits);
}

/** Whether the same is found with both, what is known of it left out. */
export function sameJudgement(a: Settings, b: Settings): boolean {
  return sameRules(a, b) && sameGrounds(a.grounds, b.grounds);
}
