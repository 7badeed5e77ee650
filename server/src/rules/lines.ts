// Rules that look at one paragraph after the other, each by itself.
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
    const { made } = paragraph.words;
    const silent = `nothing/${key}/${paragraph.section?.id}`;
    if (made.has(silent)) continue;
    let said = false;
    for (const draft of look(paragraph)) {
      said = true;
      yield draft;
    }
    if (!said) made.set(silent, true);
  }
}
