// What a run is about: the files, with what the folders around them lay down.
import path from "node:path";
import { maxBytes } from "../features/limits";
import { type Baselines, createBaselines, type FolderBaseline } from "./baselines";
import type { CheckOptions, ExtractOptions } from "./command";
import { type Configured, createConfigs } from "./config";
import { type Candidate, collect, errorCode, type Problem, realOf, standardInput } from "./files";
import type { Io } from "./io";
import { readInput } from "./stdin";
import { cannotRead } from "./texts";

export interface Gathered {
  readonly candidates: readonly Candidate[];
  /** Folders that were given. */
  readonly folders: readonly string[];
  /** Whether the standard input is one of them. */
  readonly hasInput: boolean;
  /** Absolute path; of the standard input that of the file whose name it was given. */
  readonly placeOf: (candidate: Candidate) => string;
  /** Whether a file found in a folder is to be looked at, by its absolute path. */
  readonly wants: (absolute: string) => boolean;
  readonly configOf: (candidate: Candidate) => Configured;
  readonly baselineOf: (candidate: Candidate) => FolderBaseline | null;
  /** What was not found, and what is wrong in the files of the folders read so far. */
  readonly problems: () => readonly Problem[];
}

export async function gather(options: CheckOptions | ExtractOptions, io: Io): Promise<Gathered> {
  const { paths, stdinFilename, config } = options;
  const { candidates: files, folders, problems: missing } = await collect(paths, io.cwd);
  const configs = createConfigs(config, io.cwd);
  const baselines: Baselines = createBaselines(options.command === "check" && options.baseline, io.cwd);
  const wants = (absolute: string): boolean => configs.of(absolute).wants(absolute);
  const candidates = files.filter(({ absolute, named }) => named || wants(absolute));
  const problems: Problem[] = [...missing];
  const input = candidates.findIndex(({ absolute }) => absolute === standardInput);
  const named = path.resolve(io.cwd, stdinFilename);
  const placeOf = ({ absolute }: Candidate): string => (absolute === standardInput ? named : absolute);
  if (input >= 0) {
    try {
      const bytes = await readInput(io.stdin, maxBytes, io.interrupted);
      const place = { file: stdinFilename, absolute: standardInput, real: await realOf(named) };
      candidates[input] = { ...place, named: true, folders: [], bytes };
    } catch (error) {
      candidates.splice(input, 1);
      problems.push({ file: stdinFilename, message: cannotRead(errorCode(error)), unreadable: true });
    }
  }
  return {
    candidates,
    folders,
    hasInput: candidates.some(({ absolute }) => absolute === standardInput),
    placeOf,
    wants,
    configOf: (candidate) => configs.of(placeOf(candidate)),
    baselineOf: (candidate) => baselines.of(placeOf(candidate)),
    problems: () => [...configs.problems, ...baselines.problems, ...problems],
  };
}
