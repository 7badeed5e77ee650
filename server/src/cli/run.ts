// What check and extract have in common: every file once, the progress bar, and what could not be read.
import type { Locale } from "../features/types";
import type { Bilingual } from "../form/types";
import { collect, errorCode, type Problem } from "./files";
import { type Loaded, load } from "./input";
import type { Io } from "./io";
import { startProgress } from "./progress";
import { internal, noReports } from "./texts";

export interface Outcome<Result> {
  /** In the order of the files. */
  readonly results: readonly Result[];
  readonly problems: readonly Problem[];
  /** Text files of the folders that are no reports. */
  readonly passedOver: readonly string[];
}

/** Hands every file that can be read to `visit`; the problems of one never keep the others from being visited. */
export async function visitReports<Result>(
  paths: readonly string[],
  io: Io,
  locale: Locale,
  visit: (input: Loaded) => Promise<Result>,
): Promise<Outcome<Result>> {
  const { candidates, folders, problems: missing } = await collect(paths, io.cwd);
  const problems: Problem[] = [...missing];
  const results: Result[] = [];
  const passedOver: string[] = [];
  const fruitful = new Set<string>();
  const progress = startProgress(candidates.length, io.stderrIsTerminal, io.terminal, locale);
  for (const candidate of candidates) {
    const fail = (message: Bilingual): void => {
      problems.push({ file: candidate.file, message, unreadable: true });
    };
    const input = await load(candidate);
    if (input.kind === "passed-over") passedOver.push(candidate.file);
    else for (const folder of candidate.folders) fruitful.add(folder);
    if (input.kind === "refused") fail(input.message);
    if (input.kind === "loaded") {
      try {
        results.push(await visit(input));
      } catch (error) {
        fail(internal(errorCode(error)));
      }
    }
    progress.done();
  }
  progress.stop();
  for (const folder of folders) {
    if (!fruitful.has(folder)) problems.push({ file: folder, message: noReports, unreadable: false });
  }
  return { results, problems, passedOver };
}
