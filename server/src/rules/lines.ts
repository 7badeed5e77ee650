// Rules that look at one paragraph after the other, each by itself.
import { keep } from "../report/kept";
import { type Paragraph, paragraphsOf } from "../report/paragraphs";
import type { Report } from "../report/types";
import type { Draft } from "./types";

/**
 * What `look` says of each paragraph. Where it had nothing to say of the same words the last time, nothing is looked at: so it
 * must depend on nothing but the words, their section and what `key` tells.
 */
export function* inParagraphs(
  report: Report,
  key: string,
  look: (paragraph: Paragraph) => Iterable<Draft>,
): Iterable<Draft> {
  for (const paragraph of paragraphsOf(report)) {
    const { words, section } = paragraph;
    const silent = `nothing/${key}/${section?.id}`;
    if (words.made.has(silent)) continue;
    let said = false;
    for (const draft of look(paragraph)) {
      said = true;
      yield draft;
    }
    if (!said) keep(words, silent, true);
  }
}
