// What the words beside a number may mean: which cells of the form it would have to be the sum of. Every reading that usage
// allows is given: 收到 counts the new ones to some organs, and with those carried in to others.
import type { TableId } from "../form/types";
import type { ClauseToken } from "./clauses";
import { wordsIn } from "./clauses";
import type { Act, Sense, Subject } from "./vocabulary";

/** Σ of the cells where these rows and columns meet. A row may be a group of rows: denied. */
export interface Reading {
  readonly table: TableId;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

export interface Meaning {
  readonly subject: Exclude<Subject, "application" | "foreign" | "processingFee">;
  readonly readings: readonly Reading[];
  /** most: the number is no larger than the sum, of which it counts a part. */
  readonly bound: "exact" | "most";
  /** It may as well count something else (published penalties, one office's requests): compared, but never reported. */
  readonly loose: boolean;
  /** Of requests: what was done, for the parts that follow (其中自然人…). */
  readonly act: Act | null;
}

/** What was spoken of before. */
export interface Context {
  readonly subject: Subject | null;
  /** In this sentence. */
  readonly act: Act | null;
  /** 行政复议 and 行政诉讼 named in this sentence. */
  readonly reviews: ReadonlySet<"review" | "suit">;
}

export function requests(rows: readonly string[], columns: readonly string[] = ["total"]): Reading {
  return { table: "requests", rows, columns };
}

const reviewRows = { review: ["review"], suit: ["directSuit", "suitAfterReview"] } as const;

/** The rows of table four for what a sentence speaks of. */
export function rowsOfReview(subjects: Iterable<"review" | "suit">): readonly string[] {
  return [...new Set(subjects)].flatMap((subject) => reviewRows[subject]);
}

/** The words among these tokens, by what they are. */
export interface Named {
  readonly subjects: readonly Subject[];
  readonly acts: ReadonlySet<Act>;
  readonly outcomes: readonly string[];
  readonly columns: readonly string[];
}

export function namedIn(tokens: readonly ClauseToken[]): Named {
  const subjects: Subject[] = [];
  const acts = new Set<Act>();
  const outcomes: string[] = [];
  const columns: string[] = [];
  for (const { sense } of wordsIn(tokens)) {
    if (sense.kind === "subject") subjects.push(sense.of);
    else if (sense.kind === "act") acts.add(sense.of);
    else if (sense.kind === "outcome") outcomes.push(sense.of);
    else if (sense.kind === "applicant") columns.push(...sense.of);
  }
  return { subjects, acts, outcomes, columns };
}

/** True for a word that says what a number is of. */
export function isTelling(sense: Sense): boolean {
  return sense.kind === "subject" || sense.kind === "act" || sense.kind === "outcome" || sense.kind === "applicant";
}

/** Null where the words leave open what is counted. */
export function meaningOf(named: Named, context: Context): Meaning | null {
  const subject = subjectOf(named, context);
  switch (subject) {
    case "requests":
      return ofRequests(named, context);
    case "review":
    case "suit":
      return ofReview(named, context, subject);
    case "licences":
    case "penalties":
    case "coercion":
    case "rules":
    case "normative":
    case "fees":
      return ofDisclosure(named, context, subject);
    default:
      return null;
  }
}

function subjectOf({ subjects, acts, outcomes, columns }: Named, context: Context): Subject | null {
  // 信访 is a service of its own, and a reason for which requests are not processed.
  const own = outcomes.length > 0 ? subjects.filter((each) => each !== "foreign") : subjects;
  if (own.includes("foreign")) return "foreign";
  const last = own.findLast((each) => each !== "application");
  if (last) return last;
  const results: readonly Act[] = ["upheld", "corrected", "otherResult", "direct", "afterReview"];
  if (results.some((act) => acts.has(act)))
    return context.reviews.has("suit") ? "suit" : context.reviews.has("review") ? "review" : null;
  if (own.length + outcomes.length + columns.length === 0 && acts.size === 0) return null;
  return context.subject === "application" ? null : context.subject;
}

const received = [requests(["new"]), requests(["new", "carriedIn"])];
const answered = [requests(["total"])];

function ofRequests({ acts, outcomes, columns, subjects }: Named, context: Context): Meaning | null {
  const made = (readings: readonly Reading[], act: Act | null, more: Partial<Meaning> = {}): Meaning => {
    return { subject: "requests", readings, bound: "exact", loose: false, act, ...more };
  };
  if (outcomes.length > 0) return made(ofOutcomes(outcomes, columns), context.act);
  if (columns.length > 0) {
    const act = [...acts].find((each) => readingsOf(each) !== null) ?? context.act;
    const readings = (act && readingsOf(act)) ?? [...received, ...answered];
    return made(
      readings.map(({ rows }) => requests(rows, columns)),
      act,
    );
  }
  if (acts.has("carriedOut")) {
    const clear = !acts.has("closed") && !acts.has("answered");
    return made([requests(["carriedOut"])], null, { loose: !clear && !acts.has("pending") });
  }
  if (acts.has("carriedIn")) {
    if (acts.has("closed") || acts.has("answered")) return made([requests(["carriedIn"])], null, { bound: "most" });
    if (acts.has("newly")) return made([requests(["new", "carriedIn"])], "received");
    return made([requests(["carriedIn"]), ...(acts.has("received") ? [requests(["new", "carriedIn"])] : [])], null);
  }
  if (acts.has("carried")) return made([requests(["carriedIn"]), requests(["carriedOut"])], null);
  if (acts.has("pending")) return made([requests(["carriedOut"])], null);
  const told = [...acts].flatMap((act) => {
    const readings = readingsOf(act);
    return readings ? [{ act, readings }] : [];
  });
  const [first] = told;
  if (first) {
    const readings = distinct(told.flatMap((each) => each.readings));
    // 收到并办结 leaves out what was carried in, and what was carried on.
    const both = told.length > 1 && (acts.has("answered") || acts.has("closed"));
    return made(readings, told.length === 1 ? first.act : "handled", { loose: both || acts.has("published") });
  }
  // 依申请公开 12 件 may be what was received as well as what was given out.
  return subjects.includes("requests")
    ? made([...received, ...answered, requests(["granted"]), requests(["granted", "partial"])], "handled", {
        loose: true,
      })
    : null;
}

function readingsOf(act: Act): readonly Reading[] | null {
  switch (act) {
    case "newly":
      return [requests(["new"])];
    case "received":
      return received;
    case "handled":
      return [...received, ...answered];
    case "answered":
    case "closed":
      return answered;
    default:
      return null;
  }
}

/** The group alone, what is named of it alone, all of it together; 予以公开 takes in 部分公开 to some. */
function ofOutcomes(outcomes: readonly string[], named: readonly string[]): readonly Reading[] {
  const columns = named.length > 0 ? named : ["total"];
  const rows = [...new Set(outcomes)];
  const groups = rows.filter((row) => !row.includes("."));
  const items = rows.filter((row) => row.includes("."));
  const sums: (readonly string[])[] = [];
  if (groups.length > 0) sums.push(groups);
  // 因不掌握等原因无法提供 is the group, or only what is named of it.
  if (items.length > 0) sums.push(items, ...(groups.length > 0 ? items.map((item) => [item]) : []));
  if (groups.length === 1 && groups[0] === "granted") sums.push(["granted", "partial"]);
  return distinct(sums.map((each) => requests(each, columns)));
}

function ofReview({ acts, subjects }: Named, context: Context, subject: "review" | "suit"): Meaning | null {
  const made = (rows: readonly (readonly string[])[], columns: readonly (readonly string[])[]): Meaning => {
    const readings = rows.flatMap((each) =>
      columns.map((of): Reading => ({ table: "review", rows: each, columns: of })),
    );
    return { subject, readings, bound: "exact", loose: acts.has("published"), act: null };
  };
  const own = new Set(subjects.filter((each) => each === "review" || each === "suit"));
  const rows = acts.has("direct")
    ? [["directSuit"]]
    : acts.has("afterReview")
      ? [["suitAfterReview"]]
      : own.size > 0
        ? [rowsOfReview(own)]
        : // 其中维持 3 件 behind both may be of either, or of both together.
          [...[...context.reviews].map((each) => rowsOfReview([each])), rowsOfReview(context.reviews)];
  for (const column of ["upheld", "corrected", "otherResult", "pending"] as const)
    if (acts.has(column)) return made(rows, [[column]]);
  const decided = ["upheld", "corrected", "otherResult"];
  if (acts.has("closed")) return made(rows, [decided, ["total"]]);
  return own.size > 0 || acts.has("direct") || acts.has("afterReview") ? made(rows, [["total"]]) : null;
}

type DisclosureRow = "licences" | "penalties" | "coercion" | "rules" | "normative" | "fees";

function ofDisclosure({ acts, subjects }: Named, context: Context, subject: DisclosureRow): Meaning | null {
  const made = (columns: readonly string[], loose: boolean): Meaning => {
    const readings = columns.map((column): Reading => ({ table: "disclosure", rows: [subject], columns: [column] }));
    return { subject, readings, bound: "exact", loose, act: null };
  };
  if (!subjects.includes(subject) && acts.size === 0) return null;
  const published = acts.has("published") || context.act === "published";
  if (subject === "fees") return made(["amount"], published);
  if (subject !== "rules" && subject !== "normative") {
    return made(["decisions"], published || !acts.has("decided"));
  }
  if (acts.has("inForce")) return made(["inForce"], false);
  if (acts.has("repealed")) return made(["repealed"], acts.has("issued"));
  // In the trial form the column is 本年新制作数量; a form has only one of the two.
  return acts.has("issued") ? made(["issued", "made"], published) : null;
}

function distinct(readings: readonly Reading[]): readonly Reading[] {
  const seen = new Map(readings.map((reading) => [keyOf(reading), reading]));
  return [...seen.values()];
}

function keyOf({ table, rows, columns }: Reading): string {
  return `${table}/${rows.join()}/${columns.join()}`;
}
