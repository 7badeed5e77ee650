// One file from its name to its output: what a thread does, the first one as well as the workers.

import { type KnownFinding, noConfig } from "../config/types";
import type { BulkKind } from "../features/bulk";
import type { Bilingual } from "../form/types";
import { type Known, knownOf } from "../report/known";
import type { Severity } from "../rules/types";
import { checkFile } from "./checkFile";
import type { CheckOptions, ExtractOptions } from "./command";
import { extractFile } from "./extractFile";
import { type Candidate, errorCode, type Problem } from "./files";
import { groundsAlone } from "./grounds";
import { load } from "./input";
import { internal } from "./texts";

/** What is to be done with each file; like all of this file, plain data that can go to another thread. */
export interface Setup {
  readonly options: CheckOptions | ExtractOptions;
  readonly colour: boolean;
}

/** survey: what its neighbours have to know of it. report: what is said of it. */
export type Pass = "survey" | "report";

/** What is left of a report once its text is forgotten. */
export interface Reported {
  readonly output: string;
  /** What was changed, for whoever watches a run whose output goes to a program. */
  readonly log: string;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Findings that the baseline names, which are not in the output. */
  readonly known: number;
  /** The fingerprints of these. */
  readonly used: readonly string[];
  /** The other findings, where the baseline is to be brought up to date. */
  readonly unknown: readonly KnownFinding[];
  /** Places that were changed. */
  readonly changed: number;
  /** Places that `--fix` would change. */
  readonly fixable: Readonly<Record<BulkKind, number>>;
  /** Why the corrected text was not written, or not all of the numbers. */
  readonly problem: Problem | null;
}

export type Visited =
  | { readonly kind: "reported"; readonly reported: Reported }
  | { readonly kind: "surveyed"; readonly known: Known }
  | { readonly kind: "refused"; readonly message: Bilingual }
  /** Came in with a folder and is no report. */
  | { readonly kind: "passed-over" };

/** With the file it is about, since an interruption leaves gaps. */
export interface Visit {
  readonly candidate: Candidate;
  readonly visited: Visited;
}

/** One pass over many files, in this thread or in several. */
export interface Visitors {
  /**
   * In the order of `candidates`, each made ready by `prepare` only when its turn has come. After an interruption what was
   * visited so far still comes. One pass at a time.
   */
  readonly visits: (
    pass: Pass,
    candidates: readonly Candidate[],
    prepare: (candidate: Candidate) => Candidate,
    done: (files: number) => void,
  ) => AsyncGenerator<readonly Visit[]>;
  readonly end: () => Promise<void>;
}

/** Never rejects: the problems of one file never keep the others from being visited. */
export async function visit(candidate: Candidate, pass: Pass, { options, colour }: Setup): Promise<Visited> {
  try {
    const input = load(candidate);
    if (input.kind !== "loaded") return input;
    if (pass === "survey") return { kind: "surveyed", known: knownOf(candidate.file, input.report) };
    const reported =
      options.command === "check"
        ? await checkFile(input, candidate.grounds ?? groundsAlone(candidate.file, noConfig), options, colour)
        : extractFile(input, options);
    return { kind: "reported", reported };
  } catch (error) {
    return { kind: "refused", message: internal(errorCode(error)) };
  }
}
