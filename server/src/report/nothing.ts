// Clauses that tell without a number: 未收到, of which there is nothing, and 均已办结, which leaves nothing over.
import { type Clause, type ClauseToken, hasWord, isUnknown } from "./clauses";
import { type Named, namedIn, type Reading, requests, rowsOfReview } from "./meaning";
import type { Amount, State, Statement } from "./spoken";
import type { Act, Subject } from "./vocabulary";

const nought: Amount = { digits: 0n, decimals: 0 };

/** 未收到政府信息公开申请, 未发生行政复议、行政诉讼: nothing of what is named behind it. */
export function readNone(
  clause: Clause,
  tokens: readonly ClauseToken[],
  state: State,
  introduced: Clause | null,
  found: Statement[],
): void {
  const at = tokens.findIndex((token) => token.kind === "word" && token.sense.kind === "none");
  const word = tokens[at];
  if (word?.kind !== "word") return;
  const before = tokens.slice(0, at);
  const after = tokens.slice(at + 1);
  if (hasWord(before, "part", "except", "compare") || after.some(({ kind }) => kind === "text" || kind === "year"))
    return;
  if (hasWord(after, "part", "compare", "plan", "duly", "none", "all", "except")) return;
  const { acts, outcomes, columns } = namedIn(after);
  if (outcomes.length > 0 || [...acts].some((act) => !ofNothing.includes(act))) return;
  const subjects = new Set<Subject>();
  if (after.length === 0) {
    const said = namedIn(introduced?.tokens ?? []);
    const last = said.subjects.findLast((each) => each !== "application");
    if (last === "requests" && said.acts.size === 0) subjects.add(last);
  }
  const carried = acts.has("carriedIn") || acts.has("carriedOut");
  if (carried && state.subject === "requests" && state.from !== "before") subjects.add("requests");
  for (const item of itemsOf(after)) {
    const own = namedIn(item).subjects;
    if (own.includes("foreign")) continue;
    const last = own.findLast((each) => each !== "application") ?? (own.length > 0 ? state.subject : null);
    if (last) subjects.add(last);
    if (last === "suit" && own.includes("review")) subjects.add("review");
  }
  const unsure = before.some((token) => token.kind === "text" && token.text.length > 1);
  for (const subject of subjects) {
    const readings = columns.length > 0 ? [] : nothingOf(subject, acts, word.word);
    if (subject === "foreign" || subject === "application" || subject === "processingFee" || readings.length === 0)
      continue;
    found.push({
      span: { start: word.start, end: word.end },
      until: word.end,
      clause: { start: clause.start, end: clause.end },
      kind: "none",
      told: nought,
      subject,
      readings,
      bound: "exact",
      share: null,
      // 山水村没有收到 is not of the whole organ; a name of the organ itself is no doubt.
      loose: state.foreignOrgan || (unsure && hasWord(before, "list")),
    });
  }
}

/** What a word for nothing may go with. */
const ofNothing: readonly Act[] = ["received", "concerned", "newly", "handled", "carriedIn", "carriedOut"];

/** The cells that are nothing then; none where the words may mean something else. */
function nothingOf(subject: Subject, acts: ReadonlySet<Act>, word: string): readonly Reading[] {
  const issuing = /[制出印]/u.test(word);
  switch (subject) {
    case "requests":
      if (issuing || (acts.has("carriedIn") && acts.has("carriedOut"))) return [];
      if (acts.has("carriedIn")) return [requests(["carriedIn"])];
      if (acts.has("carriedOut")) return [requests(["carriedOut"])];
      return [requests(["new"]), requests(["new", "carriedIn"])];
    case "review":
    case "suit":
      if (issuing || acts.has("carriedIn") || acts.has("carriedOut")) return [];
      return [{ table: "review", rows: rowsOfReview([subject]), columns: ["total"] }];
    case "rules":
    case "normative":
      if (!issuing) return [];
      return ["issued", "made"].map((column) => ({ table: "disclosure", rows: [subject], columns: [column] }));
    default:
      return [];
  }
}

function itemsOf(tokens: readonly ClauseToken[]): readonly (readonly ClauseToken[])[] {
  const items: ClauseToken[][] = [[]];
  for (const token of tokens)
    if (token.kind === "word" && token.sense.kind === "and") items.push([]);
    else items.at(-1)?.push(token);
  return items;
}

/** 均已办结, 均获维持: what would be left over is nothing. */
export function readAll(clause: Clause, tokens: readonly ClauseToken[], state: State, found: Statement[]): void {
  const at = tokens.findIndex((token) => token.kind === "word" && token.sense.kind === "all");
  const word = tokens[at];
  if (!word || state.excepted || hasWord(tokens, "part", "compare", "list", "none")) return;
  const before = tokens.slice(0, at);
  const after = tokens.slice(at + 1);
  if (after.some((token) => token.kind === "number" || isUnknown(token))) return;
  const { acts, outcomes } = namedIn(after);
  if (outcomes.length > 0) return;
  // 12件均已办结 says nothing of the rest, unless 收到 stands before it.
  if (before.some(({ kind }) => kind === "number") && namedIn(before).acts.size === 0) return;
  const readings = leftOver(namedIn(tokens), acts, state, hasWord(tokens, "duly"));
  if (!readings) return;
  found.push({
    span: { start: word.start, end: word.end },
    until: word.end,
    clause: { start: clause.start, end: clause.end },
    kind: "all",
    told: nought,
    subject: readings.table === "requests" ? "requests" : "review",
    readings: [readings],
    bound: "exact",
    share: null,
    loose: state.foreignOrgan || state.part || before.some(({ kind }) => kind === "text"),
  });
}

function leftOver(named: Named, acts: ReadonlySet<Act>, state: State, duly: boolean): Reading | null {
  if (state.from === "before") return null;
  const about = named.subjects.findLast((each) => each !== "application") ?? state.subject;
  if (about === "review" || about === "suit") {
    const rows = rowsOfReview(state.reviews);
    if (rows.length === 0) return null;
    if (acts.has("upheld")) return { table: "review", rows, columns: ["corrected", "otherResult", "pending"] };
    return acts.has("closed") ? { table: "review", rows, columns: ["pending"] } : null;
  }
  if (about !== "requests" || named.acts.has("carriedIn")) return null;
  // What was answered was answered in time: that says nothing of what was not.
  const earlier = state.act === null || state.act === "received" || state.act === "newly" || state.act === "handled";
  if (!earlier || (state.act === null && named.subjects.length === 0)) return null;
  return acts.has("closed") || (acts.has("answered") && !duly) ? requests(["carriedOut"]) : null;
}
