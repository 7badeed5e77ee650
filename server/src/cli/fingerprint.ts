// By what a finding is known again in a later version of its report: what it is about, never where it stands.
import { createHash } from "node:crypto";
import path from "node:path";
import { fold } from "../report/fold";
import type { Report } from "../report/types";
import type { PlaceOf } from "../rules/places";
import type { Finding } from "../rules/types";

/** Enough of a text to tell it from others. */
const longest = 200;

/**
 * One a finding, each different. Rule, organ, year, and the cell or row; of a finding about something else the text it
 * encloses and what it says, both without typography and the message without its numbers. A report that names no organ goes
 * by its file's name.
 */
export function fingerprints(
  file: string,
  report: Report,
  findings: readonly Finding[],
  placeOf: PlaceOf,
): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, span, message } = finding;
    const about = placeOf(finding) ?? [
      fold(report.text.slice(span.start, Math.min(span.end, span.start + longest))).key,
      fold(message.zh).key.replace(/\p{N}+/gu, ""),
    ];
    const identity = [rule, report.organ ?? path.basename(file), report.year, about];
    const hash = hashOf(identity);
    const nth = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, nth);
    return `${hash}:${nth}`;
  });
}

/** The same print in another file is another; `uri` is the file's. */
export function inFile(print: string, uri: string): string {
  return `${hashOf([uri, print])}:1`;
}

function hashOf(identity: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(identity)).digest("hex").slice(0, 32);
}
