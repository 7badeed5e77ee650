// The schemas of nianbao.config.json and .nianbao-baseline.json, which VS Code completes and checks them by. The rules come
// from the rules, the limits from where they are read.
import { baselineVersion } from "../server/src/config/baseline";
import { limitRanges } from "../server/src/config/limits";
import { rules } from "../server/src/rules/index";
import { type Limits, ruleIds, ruleLevels, standardLimits } from "../server/src/rules/types";

const said = (zh: string, en: string) => ({ description: `${zh}\n${en}` });
const path = { type: "string", minLength: 1, pattern: "^(?!/|[A-Za-z]:|(?:.*/)?\\.\\.(?:/|$))[^\\\\]+$" };
const paths = { type: "array", items: path, minItems: 1, uniqueItems: true };

const name = { type: "string", pattern: "\\S" };
const draft = "http://json-schema.org/draft-07/schema#";

const limitTexts: Readonly<Record<keyof Limits, ReturnType<typeof said>>> = {
  similar: said(
    "相同文字占到百分之几即报告雷同（与其他机关比，不低于 50）",
    "From so many percent of the same words on `similar` reports (between organs from 50 or more)",
  ),
  length: said("第一部分超过多少字即报告", "`length` reports more characters than these in section one"),
  swing: said(
    "与上年度相差多少倍以上即报告",
    "`swing` reports so many times last year's number, or the other way round",
  ),
};

function limitSchema(key: keyof Limits): Readonly<Record<string, unknown>> {
  const { least, most } = limitRanges[key];
  const range = most === null ? { minimum: least } : { minimum: least, maximum: most };
  return { type: "integer", ...range, default: standardLimits[key], ...limitTexts[key] };
}

export function configSchema(): Readonly<Record<string, unknown>> {
  return {
    $schema: draft,
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
      organs: {
        ...said(
          "机关名称：同一机关的其他名称（旧称、文件名中的简称）",
          "An organ's name: other names of the same organ, such as former ones and those files are named by",
        ),
        type: "object",
        propertyNames: { pattern: "\\S" },
        additionalProperties: { type: "array", items: name, uniqueItems: true },
      },
      rollUps: {
        ...said("哪份报告由哪些报告汇总而成", "Which reports sum up which"),
        type: "array",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["report", "parts"],
          properties: {
            report: {
              ...path,
              ...said("汇总报告（可以是多个年度的）", "The report that sums up; it may be one a year"),
            },
            parts: {
              ...paths,
              ...said("列入汇总的报告；同年度的计入", "The reports summed up; those of its year count"),
            },
          },
        },
      },
      limits: {
        ...said("从多少起报告", "Where rules begin to report"),
        type: "object",
        additionalProperties: false,
        properties: { similar: limitSchema("similar"), length: limitSchema("length"), swing: limitSchema("swing") },
      },
    },
  };
}

export function baselineSchema(): Readonly<Record<string, unknown>> {
  return {
    $schema: draft,
    title: "年报审校 Nianbao",
    type: "object",
    additionalProperties: false,
    allowTrailingCommas: true,
    required: ["version", "known"],
    properties: {
      $schema: { type: "string" },
      version: { const: baselineVersion, ...said("本文件的格式", "The format of this file") },
      known: {
        ...said("已知问题，不再列出", "Findings that are known and not shown"),
        type: "array",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["rule", "organ", "year", "fingerprint"],
          properties: {
            rule: { type: "string", enum: ruleIds, ...said("规则", "The rule") },
            organ: {
              ...name,
              ...said("机关；报告没有写明的为文件名", "The organ; the file's name where nothing tells it"),
            },
            year: { type: ["integer", "null"], ...said("年度", "The year") },
            cell: { ...name, ...said("单元格或行", "The cell or row") },
            text: { type: "string", ...said("所在文字", "The text it stands at") },
            fingerprint: {
              ...name,
              ...said(
                "由规则、机关、年度、位置和数字得出；数字一变即重新报告",
                "Of rule, organ, year, place and numbers: a number that changes makes the finding come back",
              ),
            },
            reason: { type: "string", ...said("为什么不必再报告", "Why it need not be shown") },
          },
        },
      },
    },
  };
}
