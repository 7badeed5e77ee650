// One file from the disk to a text that can be checked, or the reason why not.
import { readFile, stat } from "node:fs/promises";
import { maxLength } from "../features/limits";
import type { Bilingual } from "../form/types";
import { looksLikeReport } from "../report/index";
import { type Decoded, decode, guesses } from "./encoding";
import { type Candidate, errorCode, namedAsReport } from "./files";
import { cannotRead, tooLong, undecodable } from "./texts";

export interface Loaded {
  readonly kind: "loaded";
  /** As it is shown. */
  readonly file: string;
  readonly absolute: string;
  readonly bytes: Buffer;
  readonly decoded: Decoded;
}

export type Input =
  | Loaded
  | { readonly kind: "refused"; readonly message: Bilingual }
  /** Came in with a folder and is no report. */
  | { readonly kind: "passed-over" };

/** Never rejects. A file that came in with its folder is passed over unless its name or its text says that it is a report. */
export async function load(candidate: Candidate): Promise<Input> {
  const { file, absolute } = candidate;
  const wanted = candidate.named || namedAsReport(file);
  let bytes: Buffer;
  try {
    const stats = await stat(absolute);
    if (!stats.isFile()) return refused(cannotRead("SPECIAL"));
    // No encoding takes more than four bytes a code unit, so this is too long whatever it holds.
    if (stats.size > 4 * maxLength + 4) return wanted ? refused(tooLong()) : { kind: "passed-over" };
    bytes = await readFile(absolute);
  } catch (error) {
    // Whether it is a report cannot be told, so it is not passed over in silence.
    return refused(cannotRead(errorCode(error)));
  }
  const { decoded, why } = decode(bytes);
  if (decoded === null) {
    return wanted || guesses(bytes).some(looksLikeReport) ? refused(undecodable(why)) : { kind: "passed-over" };
  }
  if (!wanted && !looksLikeReport(decoded.text)) return { kind: "passed-over" };
  if (decoded.text.length > maxLength) return refused(tooLong());
  return { kind: "loaded", file, absolute, bytes, decoded };
}

function refused(message: Bilingual): Input {
  return { kind: "refused", message };
}
