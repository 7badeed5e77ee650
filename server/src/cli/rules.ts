// `nianbao check --list-rules`: what can be found, and how severe it is where no setting says otherwise.
import { pick } from "../features/text";
import { rules } from "../rules/index";
import { severityNames } from "../rules/wording";
import type { RulesOptions } from "./command";
import { type JsonObject, toJson } from "./json";
import { jsonFrame } from "./output";

export function listRules({ format, locale }: RulesOptions): string {
  if (format === "text") {
    const width = Math.max(...rules.map(({ id }) => id.length));
    return rules
      .map(({ id, severity, title }) => {
        const level = pick(severityNames[severity], locale);
        return `${id.padEnd(width)}  ${level.padEnd(locale === "zh" ? 2 : 11)}  ${pick(title, locale)}\n`;
      })
      .join("");
  }
  const objects = rules.map(
    ({ id, severity, title, page }): JsonObject => ({
      id,
      severity,
      title: pick(title, locale),
      what: pick(page.what, locale),
      why: pick(page.why, locale),
      remedy: pick(page.remedy, locale),
    }),
  );
  if (format === "ndjson") return objects.map((rule) => `${toJson(rule)}\n`).join("");
  const { head, before, between, after } = jsonFrame('{"rules":[');
  return `${head}${objects.map((rule) => before + toJson(rule)).join(between)}${after}]}\n`;
}
