// By what a finding is known again: what it is about, never where it stands, so that other lines may come and go. A number
// that changes makes another finding of it.
import { fold } from "../report/fold";
import { printOf } from "../report/prints";
import { oneLine } from "../report/quote";
import type { Report } from "../report/types";
import { placesOf } from "../rules/places";
import type { Finding } from "../rules/types";
import { baseName, organKey } from "../workspace/identity";
import type { KnownFinding } from "./types";

/** Whose report it is, as the workspace knows it: by its text, its file's name and the configuration. */
export interface Who {
  readonly organ: string | null;
  readonly year: number | null;
  /** A path or a URI. */
  readonly file: string;
}

/** Enough of a text to tell it from others. */
const longest = 200;
/** Enough of it to be recognised by whoever reads the baseline. */
const shown = 40;

/** One a finding, each different within the report, in the order of `findings`: these have to be all of the report's. */
export function fingerprintsOf(report: Report, findings: readonly Finding[], who: Who): readonly string[] {
  const placeOf = placesOf(report);
  const whose = [who.organ === null ? baseName(who.file) : organKey(who.organ), who.year];
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const place = placeOf(finding);
    const message = finding.message.zh.normalize("NFKC");
    const about = JSON.stringify([
      ...whose,
      place ?? fold(enclosed(report, finding, longest)).key,
      // Where it stands at more than one cell, only the words say which row is missing, or which of the cells is blank.
      isCell(place) ? "" : message.replace(/\P{L}+/gu, ""),
      // Which number may be wrong stands in an order that other reports, such as last year's, can change.
      (message.match(/-?\d+(?:\.\d+)?/gu) ?? []).sort(),
    ]);
    const key = `${finding.rule} ${about}`;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return printOf(finding.rule, `${about}${nth}`).toString(36);
  });
}

/** What a baseline says of each finding, in the order of `findings`: these have to be all of the report's. */
export function knownFindings(report: Report, findings: readonly Finding[], who: Who): readonly KnownFinding[] {
  const placeOf = placesOf(report);
  const prints = fingerprintsOf(report, findings, who);
  return findings.map((finding, at) => {
    const cell = placeOf(finding);
    const text = cell === null ? oneLine(enclosed(report, finding, longest), shown) : "";
    return {
      rule: finding.rule,
      organ: who.organ ?? baseName(who.file),
      year: who.year,
      ...(cell !== null && { cell }),
      ...(text !== "" && { text }),
      fingerprint: prints[at] ?? "",
    };
  });
}

function enclosed({ text }: Report, { span }: Finding, most: number): string {
  return text.slice(span.start, Math.min(span.end, span.start + most));
}

/** A row has a part less. */
function isCell(place: string | null): boolean {
  return place?.split("/").length === 3;
}
