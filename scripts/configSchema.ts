// The schema of nianbao.config.json, which VS Code completes and checks it by. The rules come from the rules.
import { rules } from "../server/src/rules/index";
import { ruleLevels } from "../server/src/rules/types";

const said = (zh: string, en: string) => ({ description: `${zh}\n${en}` });
const path = { type: "string", minLength: 1, pattern: "^(?!/|[A-Za-z]:|(?:.*/)?\\.\\.(?:/|$))[^\\\\]+$" };
const paths = { type: "array", items: path, minItems: 1, uniqueItems: true };

export function configSchema(): Readonly<Record<string, unknown>> {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "年报审校 Nianbao",
    type: "object",
    additionalProperties: false,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: "string" },
      include: {
        ...paths,
        ...said("只查看这些文件或文件夹（相对于本文件的通配符）", "Only these files or folders are looked at (globs)"),
      },
      exclude: { ...paths, minItems: 0, ...said("不查看这些文件或文件夹", "These files or folders are not looked at") },
      rules: {
        ...said("各条规则的级别；编辑器的设置 nianbao.rules 优先", "Levels of rules; the setting nianbao.rules wins"),
        type: "object",
        additionalProperties: false,
        properties: Object.fromEntries(
          rules.map(({ id, severity, title }) => [
            id,
            { type: "string", enum: ruleLevels, default: severity, ...said(title.zh, title.en) },
          ]),
        ),
      },
    },
  };
}
