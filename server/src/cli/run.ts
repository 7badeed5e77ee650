// What check and extract have in common: every file once, the progress bar, and what could not be read.
import path from "node:path";
import { createConfigs } from "./config";
import { type Candidate, collect, errorCode, type Problem, standardInput } from "./files";
import { maxBytes } from "./input";
import type { Io } from "./io";
import { threads } from "./jobs";
import { visitInThreads } from "./pool";
import { startProgress } from "./progress";
import { readInput } from "./stdin";
import { cannotRead, noReports } from "./texts";
import type { Reported, Setup, Visit } from "./visit";
import { visitHere } from "./visitHere";

export interface Outcome {
  readonly problems: readonly Problem[];
  /** Text files of the folders that are no reports. */
  readonly passedOver: readonly string[];
}

/**
 * Hands what is said of every report that can be read to `take`, in the order of the files, however many threads read
 * them. Ends early, with what there is, when it is interrupted.
 */
export async function visitReports(
  setup: Setup,
  io: Io,
  take: (reported: Reported) => Promise<void>,
): Promise<Outcome> {
  const { paths, locale, stdinFilename, jobs, config } = setup.options;
  const { candidates: files, folders, problems: missing } = await collect(paths, io.cwd);
  const configs = createConfigs(config, io.cwd);
  const candidates = files.flatMap((candidate): readonly Candidate[] => {
    if (candidate.absolute === standardInput) return [candidate];
    const { config, wants } = configs.of(candidate.absolute);
    return candidate.named || wants(candidate.absolute) ? [{ ...candidate, rules: config.rules }] : [];
  });
  const input = candidates.findIndex(({ absolute }) => absolute === standardInput);
  const problems: Problem[] = [...missing];
  if (input >= 0) {
    try {
      const bytes = await readInput(io.stdin, maxBytes, io.interrupted);
      const { rules } = configs.of(path.resolve(io.cwd, stdinFilename)).config;
      candidates[input] = { file: stdinFilename, absolute: standardInput, named: true, folders: [], rules, bytes };
    } catch (error) {
      candidates.splice(input, 1);
      problems.push({ file: stdinFilename, message: cannotRead(errorCode(error)), unreadable: true });
    }
  }
  const passedOver: string[] = [];
  const fruitful = new Set<string>();
  const progress = startProgress(candidates.length, io.showsProgress, io.terminal, locale);
  // What stands in the memory of this thread is not worth being sent to another.
  const many = input >= 0 ? 1 : threads(jobs, candidates.length);
  const visits =
    many > 1
      ? visitInThreads(candidates, setup, many, io.interrupted, progress.done)
      : visitHere(candidates, setup, io.interrupted, progress.done);
  const settle = async ({ candidate, visited }: Visit): Promise<void> => {
    if (visited.kind === "passed-over") return void passedOver.push(candidate.file);
    for (const folder of candidate.folders) fruitful.add(folder);
    if (visited.kind === "refused") {
      problems.push({ file: candidate.file, message: visited.message, unreadable: true });
      return;
    }
    if (visited.reported.log !== "") {
      progress.stop();
      io.err(visited.reported.log);
    }
    await take(visited.reported);
  };
  try {
    for await (const batch of visits) for (const visit of batch) await settle(visit);
  } finally {
    progress.stop();
  }
  if (!io.interrupted.aborted) {
    for (const folder of folders) {
      if (!fruitful.has(folder)) problems.push({ file: folder, message: noReports, unreadable: false });
    }
  }
  return { problems: [...configs.problems, ...problems], passedOver };
}
