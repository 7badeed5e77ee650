// What the reports of a run have to do with each other. Each is read a first time for what its neighbours have to know of it;
// when all have been, each can be judged by itself, in whatever thread.
import path from "node:path";
import { type Checked, type Comparable, noBaseline, rulesHeard, type Who } from "../config/baseline";
import { limitsOf } from "../config/limits";
import { named } from "../config/names";
import { type Placed, partsAmong } from "../config/rollUps";
import type { Known } from "../report/known";
import { createCatalogue } from "../workspace/catalogue";
import { identityOf } from "../workspace/identity";
import { withSlashes } from "./config";
import { createCoverage } from "./coverage";
import type { Candidate } from "./files";
import type { Gathered } from "./gather";
import type { Grounds } from "./grounds";

export interface Survey {
  readonly take: (candidate: Candidate, known: Known) => void;
  /** One that is there and cannot be read: no sum is compared without it. */
  readonly refuse: (candidate: Candidate) => void;
  readonly finish: () => Promise<Surveyed>;
}

export interface Surveyed {
  /** Those that were taken. */
  readonly candidates: readonly Candidate[];
  readonly groundsOf: (candidate: Candidate) => Grounds;
  /** As its folder names the organ. */
  readonly whoseIs: (candidate: Candidate) => Who;
  /** Whether the silence of a rule means something: some need reports that may be no part of the run. */
  readonly heard: (candidate: Candidate) => Checked["heard"];
  /** Reports whose configuration says that they sum others up, some of which are no part of the run. */
  readonly unsummed: readonly Candidate[];
}

export function createSurvey(gathered: Gathered, cwd: string): Survey {
  const { placeOf, configOf, baselineOf } = gathered;
  const catalogue = createCatalogue();
  const candidates: Candidate[] = [];
  const placed: Placed[] = [];
  const byFile = new Map<string, Candidate>();
  const place = (candidate: Candidate, year: number | null): void => {
    const { file } = candidate;
    const { config, folder } = configOf(candidate);
    const below = withSlashes(path.relative(folder ?? cwd, placeOf(candidate)));
    placed.push({ file, path: below, config, folder: folder ?? "", year });
    byFile.set(file, candidate);
  };
  const whoseIs = ({ file }: Candidate): Who => {
    const { organ, year } = catalogue.get(file) ?? { organ: null, year: null };
    return { organ, year, file };
  };
  return {
    take(candidate, known) {
      // The name of its folder may tell the year, which the path that was given need not hold.
      const told = named({ ...known, file: placeOf(candidate) }, configOf(candidate).config);
      const now = { ...told, file: candidate.file };
      // What comes in by the standard input is newer than the file of its name.
      catalogue.put(now, candidate.bytes === undefined ? "disk" : "open");
      candidates.push(candidate);
      place(candidate, now.year);
    },
    refuse(candidate) {
      place(candidate, identityOf(placeOf(candidate), { organ: null, year: null }).year);
    },
    async finish() {
      const coverage = createCoverage(gathered, cwd);
      const unsummed: Candidate[] = [];
      const summed = new Set<string>();
      for (const [file, told] of partsAmong(placed)) {
        const candidate = byFile.get(file);
        if (!candidate) continue;
        const { folder } = configOf(candidate);
        const scope = told.sure && folder !== null ? folder : path.dirname(placeOf(candidate));
        // Of some of the parts there is no sum to compare with.
        if (await coverage.holds(scope)) {
          catalogue.tellParts(file, told);
          summed.add(file);
        } else if (told.sure) unsummed.push(candidate);
      }
      const whole = new Set<string | null>();
      for (const { folder } of new Set(candidates.flatMap((each) => baselineOf(each) ?? [])))
        if (folder !== null && (await coverage.holds(folder))) whole.add(folder);
      return {
        candidates,
        unsummed,
        whoseIs,
        groundsOf(candidate) {
          const { config } = configOf(candidate);
          const who = whoseIs(candidate);
          return {
            rules: config.rules,
            limits: limitsOf(config),
            neighbours: { ...catalogue.neighbours(candidate.file), own: catalogue.get(candidate.file) },
            who,
            baseline: baselineOf(candidate)?.about(who) ?? noBaseline,
          };
        },
        heard(candidate) {
          const { file } = candidate;
          const has = (what: Comparable): boolean => {
            if (what === "folder") return whole.has(baselineOf(candidate)?.folder ?? null);
            return what === "parts" ? summed.has(file) : catalogue.lastYear(file) !== null;
          };
          return rulesHeard(configOf(candidate).config.rules, has);
        },
      };
    },
  };
}
