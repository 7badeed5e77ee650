// What may be Chinese in an English text: the form's own words, and what the form cites.
import { form2019, form2021, frameLabels, outcomeHead } from "../../server/src/form/index";

/** Labels, titles and numbers of documents, as they are printed. */
const formWords: readonly string[] = [
  ...[form2021, form2019].flatMap(({ tables, sections }) => [
    ...sections.flatMap(({ ordinal, title }) => [`${ordinal}、${title}`, title]),
    ...tables.flatMap(({ rows }) =>
      rows.flatMap(({ label, group, columns, basis }) => [
        label,
        group?.label ?? "",
        basis?.en ?? "",
        ...columns.map((column) => column.label),
      ]),
    ),
  ]),
  ...Object.values(frameLabels).flat(),
  // The five aspects of section one, the title's last words, and the ordinals of a series.
  ...["主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障", "政府信息公开工作年度报告"],
  ...["一是", "二是", "三是", "四是", "五是", "六是"],
  ...[outcomeHead, "国办公开办函〔2021〕30号", "国办公开办函〔2019〕60号", "国办函〔2020〕109号", "国令第711号"],
];

/** Runs of Chinese in an English text that are neither words of the form nor stand in `others`, white space apart. */
export function strayChinese(english: string, ...others: readonly string[]): readonly string[] {
  const known = [...formWords, ...others].join("\n").replace(/[^\S\n]+/gu, "");
  const runs = [...english.matchAll(/[\p{Script=Han}，。；！？、]+/gu)].map(([run]) => run);
  // Marks of Chinese beside English words belong to no quoted text.
  const marks = [...english.matchAll(/[a-z] ?[，。；：！？、]|[，。；：！？、] ?[a-z]/giu)].map(([mark]) => mark);
  return [...runs.filter((run) => !known.includes(run)), ...marks];
}
