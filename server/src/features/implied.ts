// What the relations make of a number, worded as what it is: something to check against the records, never a correction.
// Every cell of a mistake tells the same story as the finding.
import type { Cell, Mistake, Relation, Report } from "../report/types";
import { accusersOf, doubtWords, impliedWords, relationsWords } from "../rules/story";
import { cellPlace } from "../rules/wording";
import { pick } from "./text";
import type { Locale } from "./types";

/** Of a blank cell what it can only be; of the cells of a mistake what is explained, or what it may be. One line each. */
export function implied(report: Report, relations: readonly Relation[], cell: Cell, locale: Locale): readonly string[] {
  const told = report.mistakes.flatMap((mistake) => story(report, mistake, relations, cell, locale));
  return [blank(relations, cell, locale), ...told];
}

function story(
  report: Report,
  mistake: Mistake,
  own: readonly Relation[],
  cell: Cell,
  locale: Locale,
): readonly string[] {
  if (!mistake.preferred) {
    const concerned = mistake.explanations.flat().some((change) => change.cell === cell);
    return concerned || own.some((relation) => mistake.relations.includes(relation))
      ? [capital(pick(doubtWords(mistake), locale))]
      : [];
  }
  return (mistake.explanations[0] ?? []).flatMap((change) => {
    const words = pick(impliedWords(mistake, change), locale);
    if (change.cell === cell) return [capital(words)];
    if (!accusersOf(mistake, change).some((relation) => own.includes(relation))) return [];
    return [`${pick(cellPlace(report, change.cell), locale)}${locale === "zh" ? "：" : ": "}${words}`];
  });
}

function blank(relations: readonly Relation[], cell: Cell, locale: Locale): string {
  const telling = relations.flatMap((relation) => {
    const value = relation.determined.find((each) => each.cell === cell)?.value;
    return value === undefined ? [] : [{ kind: relation.form.kind, value }];
  });
  const value = telling[0]?.value;
  if (value === undefined || telling.some((each) => each.value !== value)) return "";
  const by = relationsWords(telling.map(({ kind }) => kind));
  return locale === "zh"
    ? `按${by.zh}推算为 ${value}（现为空白），请核对台账`
    : `By ${by.en} it comes to ${value} (now blank); check it against the records`;
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
