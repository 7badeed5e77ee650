// One file from the disk to a text that can be checked, or the reason why not.
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { maxBytes, maxLength } from "../features/limits";
import type { Bilingual } from "../form/types";
import { isReport, looksLikeReport, readReport } from "../report/index";
import type { Report } from "../report/types";
import { namedAsReport } from "../workspace/candidates";
import { type Decoded, decode, guesses } from "./encoding";
import { type Candidate, errorCode } from "./files";
import { cannotRead, tooLong, undecodable } from "./texts";

export interface Loaded {
  readonly kind: "loaded";
  /** As it is shown. */
  readonly file: string;
  readonly absolute: string;
  readonly bytes: Buffer;
  readonly decoded: Decoded;
  readonly report: Report;
}

export type Input =
  | Loaded
  | { readonly kind: "refused"; readonly message: Bilingual }
  /** Came in with a folder and is no report. */
  | { readonly kind: "passed-over" };

/** Never throws. A file that came in with its folder is passed over unless its name or its text says that it is a report. */
export function load(candidate: Candidate): Input {
  const { file, absolute } = candidate;
  const wanted = candidate.named || namedAsReport(path.basename(file));
  if (candidate.bytes === null) return refused(tooLong());
  let bytes: Buffer;
  try {
    if (candidate.bytes) bytes = candidate.bytes;
    else {
      const stats = statSync(absolute);
      if (!stats.isFile()) return refused(cannotRead("SPECIAL"));
      if (stats.size > maxBytes) return wanted ? refused(tooLong()) : { kind: "passed-over" };
      // Waited for: nothing else could be done meanwhile, and the round through the threads takes longer than the reading.
      bytes = readFileSync(absolute);
    }
  } catch (error) {
    // Whether it is a report cannot be told, so it is not passed over in silence.
    return refused(cannotRead(errorCode(error)));
  }
  const { decoded, why } = decode(bytes);
  if (decoded === null) {
    return wanted || guesses(bytes).some(looksLikeReport) ? refused(undecodable(why)) : { kind: "passed-over" };
  }
  const { text } = decoded;
  if (text.length > maxLength) return wanted || looksLikeReport(text) ? refused(tooLong()) : { kind: "passed-over" };
  // Most are reports, and looking at their headings first would read those twice.
  const report = readReport(text);
  if (!wanted && !isReport(report) && !looksLikeReport(text)) return { kind: "passed-over" };
  return { kind: "loaded", file, absolute, bytes, decoded, report };
}

function refused(message: Bilingual): Input {
  return { kind: "refused", message };
}
