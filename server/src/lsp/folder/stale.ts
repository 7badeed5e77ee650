// Entries of baselines that no longer apply: of a report in which no such finding is left, or that is not there any more.
import type { Diagnostic } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  absentWords,
  type Baseline,
  type Checked,
  entriesAbout,
  staleEntries,
  staleWords,
} from "../../config/baseline";
import type { Locale } from "../../features/types";
import { rangeOf } from "../convert";
import type { Found } from "../nearest";

/** A hint at each. `checked`: all reports there are; `whole`: whether the folder was looked at, so that others are absent. */
export function staleIn(
  { uri, text, value }: Found<Baseline>,
  checked: readonly Checked[],
  whole: boolean,
  locale: Locale,
): Diagnostic[] {
  if (uri === null || text === null || value.entries.length === 0) return [];
  const stale = new Set(staleEntries(value, checked));
  const spoken = new Set(checked.flatMap(({ who }) => entriesAbout(value, who)));
  const document = TextDocument.create(uri, "json", 0, text);
  return value.entries.flatMap((placed): Diagnostic[] => {
    const { entry, span } = placed;
    if (stale.has(placed)) return [hintAt(staleWords(entry)[locale])];
    return whole && !spoken.has(placed) ? [hintAt(absentWords(entry)[locale])] : [];

    function hintAt(message: string): Diagnostic {
      return { range: rangeOf(document, span), severity: 4, source: "nianbao", message };
    }
  });
}
