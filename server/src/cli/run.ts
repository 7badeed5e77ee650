// What check and extract have in common: every file, the progress bar, and what could not be read. Where reports may have to
// do with each other all are read before the first is judged.
import type { Bilingual } from "../form/types";
import type { CheckOptions, ExtractOptions } from "./command";
import type { Candidate, Problem } from "./files";
import { type Gathered, gather } from "./gather";
import { groundsAlone } from "./grounds";
import type { Io } from "./io";
import { threads } from "./jobs";
import { type Ledger, startLedger } from "./ledger";
import { visitorsInThreads } from "./pool";
import { type Stage, startProgress } from "./progress";
import { createSurvey, type Surveyed } from "./survey";
import { noReports, notAllParts } from "./texts";
import type { Pass, Reported, Setup, Visit } from "./visit";
import { visitorsHere } from "./visitHere";

export interface Outcome {
  readonly problems: readonly Problem[];
  /** Text files of the folders that are no reports. */
  readonly passedOver: readonly string[];
  /** What was not compared, though nothing is wrong with it. */
  readonly notes: readonly { readonly file: string; readonly message: Bilingual }[];
  readonly gathered: Gathered;
  readonly ledger: Ledger;
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
  const { interrupted } = io;
  const gathered = await gather(setup.options, io);
  const { candidates, folders, configOf } = gathered;
  const problems: Problem[] = [];
  const passedOver: string[] = [];
  const fruitful = new Set<string>();
  const ledger = startLedger(gathered);
  // What stands in the memory of this thread is not worth being sent to another.
  const many = gathered.hasInput ? 1 : threads(setup.options.jobs, candidates.length);
  const visitors = many > 1 ? visitorsInThreads(setup, many, interrupted) : visitorsHere(setup, interrupted);

  /** One pass over the files; those that were not passed over go to `each`. */
  const goThrough = async (
    pass: Pass,
    stage: Stage,
    files: readonly Candidate[],
    prepare: (candidate: Candidate) => Candidate,
    each: (visit: Visit) => Promise<void>,
  ): Promise<void> => {
    const progress = startProgress(files.length, io.showsProgress, io.terminal, setup.options.locale, stage);
    try {
      for await (const batch of visitors.visits(pass, files, prepare, progress.done))
        for (const visit of batch) {
          const { candidate, visited } = visit;
          if (visited.kind === "passed-over") {
            passedOver.push(candidate.file);
            continue;
          }
          for (const folder of candidate.folders) fruitful.add(folder);
          if (visited.kind === "refused")
            problems.push({ file: candidate.file, message: visited.message, unreadable: true });
          else if (visited.kind === "reported" && visited.reported.log !== "") {
            progress.stop();
            io.err(visited.reported.log);
          }
          await each(visit);
        }
    } finally {
      progress.stop();
    }
  };

  let surveyed: Surveyed | null = null;
  try {
    if (needsSurvey(setup.options, gathered)) {
      const survey = createSurvey(gathered, io.cwd);
      await goThrough(
        "survey",
        "reading",
        candidates,
        (candidate) => candidate,
        async ({ candidate, visited }) => {
          if (visited.kind === "surveyed") survey.take(candidate, visited.known);
          else survey.refuse(candidate);
        },
      );
      surveyed = await survey.finish();
    }
    const groundsOf =
      surveyed?.groundsOf ?? ((candidate: Candidate) => groundsAlone(candidate.file, configOf(candidate).config));
    await goThrough(
      "report",
      surveyed ? "checking" : "working",
      surveyed?.candidates ?? candidates,
      (candidate) => ({ ...candidate, grounds: groundsOf(candidate) }),
      async ({ candidate, visited }) => {
        if (visited.kind !== "reported") return;
        if (surveyed) ledger.take(candidate, visited.reported, surveyed);
        await take(visited.reported);
      },
    );
  } finally {
    await visitors.end();
  }
  if (!interrupted.aborted) {
    for (const folder of folders) {
      if (!fruitful.has(folder)) problems.push({ file: folder, message: noReports, unreadable: false });
    }
  }
  return {
    problems: [...gathered.problems(), ...problems],
    passedOver,
    notes: (surveyed?.unsummed ?? []).map(({ file }) => ({ file, message: notAllParts })),
    gathered,
    ledger,
  };
}

/** One report alone has to do with no other, but with what its folder says of others. */
function needsSurvey(options: CheckOptions | ExtractOptions, { candidates, configOf, baselineOf }: Gathered): boolean {
  if (options.command === "extract") return false;
  const [only] = candidates;
  if (candidates.length !== 1 || !only) return candidates.length > 1;
  return options.updateBaseline || baselineOf(only) !== null || configOf(only).config.rollUps.length > 0;
}
