// The page of a rule: Chinese first, English below. The examples are shown with what the rule says about them.
import { readReport } from "../report/index";
import { exampleNeighbours, plainExample } from "./example";
import { type Rule, standardLimits } from "./types";
import { severityNames } from "./wording";

const headings = {
  level: { zh: "级别", en: "Severity" },
  what: { zh: "检查什么", en: "What is reported" },
  why: { zh: "为什么", en: "Why" },
  remedy: { zh: "怎么改", en: "What to do" },
  wrong: { zh: "会报告的例子", en: "Reported" },
  right: { zh: "不报告的例子", en: "Not reported" },
  lastYear: { zh: "例子中的上年度报告", en: "Last year's report of both examples" },
  part: { zh: "例子中被汇总的报告", en: "A report that both examples sum up" },
  setting: { zh: "可在设置中调整级别或关闭", en: "Change the level or switch it off in the settings" },
} as const;

/** Markdown, ends with a line break. */
export function rulePage(rule: Rule): string {
  return `${part(rule, "zh")}\n---\n\n${part(rule, "en")}`;
}

function part(rule: Rule, locale: "zh" | "en"): string {
  const h = (key: keyof typeof headings) => headings[key][locale];
  const colon = locale === "zh" ? "：" : ": ";
  const says = messagesFor(rule, locale).map((message) => `> ${message}`);
  const beside = [
    ...(rule.lastYear === undefined ? [] : [`## ${h("lastYear")}`, code(plainExample(rule.lastYear).text)]),
    ...(rule.parts ?? []).flatMap((example) => [`## ${h("part")}`, code(plainExample(example).text)]),
  ];
  return [
    `# ${rule.title[locale]} (\`${rule.id}\`)`,
    `${h("level")}${colon}${severityNames[rule.severity][locale]}`,
    `## ${h("what")}`,
    rule.page.what[locale],
    `## ${h("why")}`,
    rule.page.why[locale],
    `## ${h("remedy")}`,
    rule.page.remedy[locale],
    `## ${h("wrong")}`,
    code(plainExample(rule.wrong).text),
    ...says,
    `## ${h("right")}`,
    code(plainExample(rule.right).text),
    ...beside,
    `${h("setting")}${colon}\`"nianbao.rules": { "${rule.id}": "off" }\``,
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/u, "\n");
}

function messagesFor(rule: Rule, locale: "zh" | "en"): readonly string[] {
  const report = readReport(plainExample(rule.wrong).text);
  return [...rule.check(report, exampleNeighbours(rule), standardLimits)].map((draft) => draft.message[locale]);
}

function code(text: string): string {
  return `\`\`\`text\n${text.replace(/\t/gu, " ⇥ ").trimEnd()}\n\`\`\``;
}
