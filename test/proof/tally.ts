// Many cases of a kind, counted.
import { readReport } from "../../server/src/report/index";
import { check } from "../../server/src/rules/index";
import { sampleReport } from "../support/sample";
import { consistentReports, kinds, mistakeCase } from "./mistakes";
import { randomOf } from "./random";
import { reportCase } from "./reports";
import type { Family } from "./slip";
import { explanationTime, type Judged, trial } from "./trial";

/** Cases from `from` to before `to` of a kind of mistake, or of consistent reports. */
export interface Task {
  readonly seed: number;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

export interface Failure {
  readonly number: number;
  /** 0 is the worst. */
  readonly rank: number;
  readonly why: string;
}

export interface Tally {
  readonly kind: string;
  readonly title: string;
  readonly family: Family | null;
  readonly cases: number;
  readonly found: number;
  readonly named: number;
  readonly restored: number;
  /** Cases with a preferred or safe fix that leads away from the truth. */
  readonly away: number;
  readonly safeWrong: number;
  readonly bulkWrong: number;
  /** Cases with a finding that accuses a number. */
  readonly accused: number;
  /** Mistakes drawn beside these that leave every relation as it was. */
  readonly undetectable: number;
  /** Milliseconds of the explanation, one a case. */
  readonly times: readonly number[];
  /** Cases in which something went wrong, the worst first. */
  readonly failures: readonly Failure[];
}

/** Failures kept of each kind: to look into, not to count. */
const mostFailures = 5;

export function tallyOf({ seed, kind: id, from, to }: Task): Tally {
  if (id === consistentReports) return consistentTally(seed, from, to);
  const kind = kinds.find((each) => each.id === id);
  if (!kind) throw new Error(`no kind of mistake is called ${id}: ${kinds.map((each) => each.id).join(" ")}`);
  const judged: Judged[] = [];
  const failures: Failure[] = [];
  let undetectable = 0;
  for (let number = from; number < to; number++) {
    const made = mistakeCase(seed, kind, number);
    const result = trial(made);
    judged.push(result);
    undetectable += made.undetectable;
    const failure = failureOf(result, number, kind.family);
    if (failure) failures.push(failure);
  }
  const count = (has: (each: Judged) => boolean): number => judged.filter(has).length;
  return {
    kind: id,
    title: kind.title,
    family: kind.family,
    cases: judged.length,
    found: count(({ found }) => found),
    named: count(({ named }) => named),
    restored: count(({ restored }) => restored),
    away: count(({ away }) => away.length > 0),
    safeWrong: count(({ safeWrong }) => safeWrong.length > 0),
    bulkWrong: count(({ bulkWrong }) => bulkWrong.length > 0),
    accused: count(({ accusations }) => accusations > 0),
    undetectable,
    times: judged.map(({ milliseconds }) => milliseconds),
    failures: worst(failures),
  };
}

function failureOf(judged: Judged, number: number, family: Family): Failure | null {
  const { safeWrong, bulkWrong, away, found, restored } = judged;
  if (safeWrong.length > 0) return { number, rank: 0, why: `safe: ${safeWrong.join("; ")}` };
  if (bulkWrong.length > 0) return { number, rank: 0, why: `in bulk: ${bulkWrong.join("; ")}` };
  if (away.length > 0) return { number, rank: 1, why: `leads away: ${away.join("; ")}` };
  if (family !== "independent" || (found && restored)) return null;
  return { number, rank: 2, why: found ? "not restored" : "not found" };
}

function worst(failures: readonly Failure[]): readonly Failure[] {
  return [...failures].sort((a, b) => a.rank - b.rank || a.number - b.number).slice(0, mostFailures);
}

/** Nothing is said of a consistent report but that one with a single （六）其他处理 lacks the rows of its edition. */
function consistentTally(seed: number, from: number, to: number): Tally {
  const times: number[] = [];
  const failures: Failure[] = [];
  for (let number = from; number < to; number++) {
    const { form, options } = reportCase(randomOf(seed, consistentReports, number));
    const report = readReport(sampleReport(options));
    times.push(explanationTime(report));
    const single = form.edition === 2021 && form.singleOther;
    const said = check(report).filter(({ rule, severity }) => {
      return (severity === "error" || severity === "warning") && !(single && rule === "row-missing");
    });
    if (said.length > 0 || report.mistakes.length > 0)
      failures.push({
        number,
        rank: 1,
        why: `said: ${said.map(({ rule, message }) => `${rule} ${message.zh}`).join("; ")}`,
      });
  }
  const nothing = { named: 0, found: 0, restored: 0, away: 0, safeWrong: 0, bulkWrong: 0, undetectable: 0 };
  return {
    ...nothing,
    kind: consistentReports,
    title: "consistent reports",
    family: null,
    cases: times.length,
    accused: failures.length,
    times,
    failures: worst(failures),
  };
}

/** Two stretches of the same kind. */
export function together(one: Tally, two: Tally): Tally {
  const sum = (of: (tally: Tally) => number): number => of(one) + of(two);
  return {
    ...one,
    cases: sum(({ cases }) => cases),
    found: sum(({ found }) => found),
    named: sum(({ named }) => named),
    restored: sum(({ restored }) => restored),
    away: sum(({ away }) => away),
    safeWrong: sum(({ safeWrong }) => safeWrong),
    bulkWrong: sum(({ bulkWrong }) => bulkWrong),
    accused: sum(({ accused }) => accused),
    undetectable: sum(({ undetectable }) => undetectable),
    times: [...one.times, ...two.times],
    failures: worst([...one.failures, ...two.failures]),
  };
}
