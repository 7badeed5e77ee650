// `npm run generate`: writes what is derived from the rules. The results are committed; test/repo.test.ts fails when
// they are stale.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { baselineSchema, configSchema } from "./configSchema";
import { rulePages, ruleSettings, ruleTextPrefix, ruleTexts } from "./generated";
import { root } from "./root";

function writePages(): void {
  const folder = path.join(root, "docs", "rules");
  mkdirSync(folder, { recursive: true });
  const pages = rulePages();
  for (const name of readdirSync(folder)) {
    if (!pages.has(name)) rmSync(path.join(folder, name));
  }
  for (const [name, text] of pages) writeFileSync(path.join(folder, name), text);
}

function editJson(name: string, edit: (value: Record<string, unknown>) => Record<string, unknown>): void {
  writeJson(name, edit(JSON.parse(readFileSync(path.join(root, name), "utf8"))));
}

function writeJson(name: string, value: Readonly<Record<string, unknown>>): void {
  writeFileSync(path.join(root, name), `${JSON.stringify(value, null, 2)}\n`);
}

function writeSettings(): void {
  editJson("package.json", (manifest) => {
    const found = findSetting(manifest);
    if (found === undefined) throw new Error("package.json does not declare the setting nianbao.rules");
    found.properties = ruleSettings();
    return manifest;
  });
}

/** The setting's schema, wherever in `contributes.configuration` it stands. */
function findSetting(value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = key === "nianbao.rules" ? inner : findSetting(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

function writeTexts(): void {
  const own = ([key]: [string, unknown]) => !key.startsWith(ruleTextPrefix);
  for (const [name, locale] of [
    ["package.nls.json", "en"],
    ["package.nls.zh-cn.json", "zh"],
  ] as const) {
    editJson(name, (texts) => ({ ...Object.fromEntries(Object.entries(texts).filter(own)), ...ruleTexts(locale) }));
  }
}

writePages();
writeJson("assets/nianbao.config.schema.json", configSchema());
writeJson("assets/nianbao.baseline.schema.json", baselineSchema());
writeSettings();
writeTexts();
