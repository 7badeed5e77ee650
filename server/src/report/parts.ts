// Numbers that are told of a part, or of more than the form counts, without a word beside them that says so.
import { type ClauseToken, hasWord, wordsIn } from "./clauses";
import { type Meaning, type Named, namedIn, type Reading } from "./meaning";
import type { State, Statement } from "./spoken";
import type { Act } from "./vocabulary";

/**
 * 收到 71 件，剔除重复的，实际受理 66 件; 收到 66 件，受理 63 件: the form may count those before or what is left of them. Of the
 * statements of a sentence, from `from` on; `net` where a word says so.
 */
export function loosenGross(found: Statement[], from: number, net: boolean): void {
  let most = -1n;
  let left = net;
  const receipts: number[] = [];
  for (let at = from; at < found.length; at++) {
    const { kind, told, readings, loose } = found[at] as Statement;
    const receipt = readings.every(({ rows, columns }) => rows[0] === "new" && columns[0] === "total");
    if (kind !== "number" || loose || !receipt) continue;
    receipts.push(at);
    left ||= told.digits < most;
    if (told.digits > most) most = told.digits;
  }
  if (left) for (const at of receipts) found[at] = { ...(found[at] as Statement), loose: true };
}

/** 制发公文 40 件，其中主动公开 25 件，依申请公开 5 件，不予公开 10 件: how documents may be given out, no requests. */
export function isAttribute(tokens: readonly ClauseToken[], { acts }: Named, state: State): boolean {
  const requests = wordsIn(tokens).filter(({ sense }) => sense.kind === "subject" && sense.of === "requests");
  if (requests.length === 0 || acts.size > 0 || requests.some(({ word }) => word !== "依申请公开")) return false;
  return state.published || (state.listed && !(state.subject === "requests" && state.from === "sentence"));
}

/** Behind 其中 each organ tells what it received; 其中新制定 2 件 leaves out what was changed. */
export function isPartOfList(
  { act, subject, readings }: Meaning,
  before: readonly ClauseToken[],
  prior: Act | null,
  { listed, attributes, field }: State,
): boolean {
  const receipt = act === "received" || act === "newly";
  if (attributes && subject === "requests") return true;
  if (!listed) return false;
  // 其中按期答复 60 件; 办结 68 件，其中办公室答复 20 件; 其中征地类 30 件，自然人 28 件.
  if (act === "answered" && hasWord(before, "duly")) return true;
  if (isDone(prior) && readings.every(({ rows, columns }) => rows[0] === "total" && columns[0] === "total"))
    return true;
  if (field && readings.every(({ columns }) => columns[0] !== "total")) return true;
  if (subject === "normative" || subject === "rules")
    return readings.every(({ columns }) => columns[0] === "issued" || columns[0] === "made");
  // 办理申请 66 件，其中涉复议 8 件: of those requests, whenever the review was.
  if (subject === "review" || subject === "suit") return prior !== null;
  return receipt && readings.every(({ rows, columns }) => rows[0] === "new" && columns[0] === "total");
}

function isDone(act: Act | null): boolean {
  return act === "answered" || act === "closed";
}

/** 上年结转的 4 件中，予以公开 2 件: an outcome that may be of the part just told. */
export function isOfSubset({ act, readings }: Meaning, told: bigint, prior: Act | null, { subset }: State): boolean {
  if (typeof subset !== "bigint" || told > subset) return false;
  // 上年结转 4 件，答复 4 件.
  return isOutcome(readings) || (isDone(act) && prior === null);
}

/** A part is told; of parts told one behind the other outcomes are of all. */
export function enterSubset(state: State, count: bigint): void {
  state.subset = state.subset === null ? count : "several";
}

/** What a statement leaves for those behind it. */
export function followSubset({ act, readings }: Meaning, told: bigint, state: State): void {
  if (isOutcome(readings)) {
    if (state.subset === "several") state.subset = null;
  } else if (readings.every(({ rows }) => rows[0] === "carriedIn")) state.subset = told;
  else if (readings.some(({ table, columns }) => table === "requests" && columns[0] !== "total"))
    enterSubset(state, told);
  else if (act !== null && !(isDone(act) && typeof state.subset === "bigint" && told <= state.subset))
    state.subset = null;
}

function isOutcome(readings: readonly Reading[]): boolean {
  const wholes = ["new", "carriedIn", "total", "carriedOut"];
  return readings.every(({ table, rows }) => table === "requests" && !rows.some((row) => wholes.includes(row)));
}

/** Whether these words tell that something came in. */
export function isReceiving(tokens: readonly ClauseToken[]): boolean {
  const { acts } = namedIn(tokens);
  return acts.has("received") || acts.has("newly");
}

/** 对征地类申请, 当年收到的申请中: what the sentence goes on with is of those. Of a clause without a number. */
export function isField(tokens: readonly ClauseToken[]): boolean {
  const last = tokens.at(-1);
  if (last?.kind === "word" && last.word === "中") return isReceiving(tokens);
  return tokens.some((token, at) => {
    const [before, next] = [tokens[at - 1], tokens[at + 1]];
    if (token.kind !== "word" || token.word !== "类" || before?.kind !== "text") return false;
    return next?.kind === "word" && next.sense.kind === "subject" && next.sense.of === "application";
  });
}

/** 行政复议、行政诉讼分别为 2 件和 1 件: none of the numbers is of all that is named. */
export function isShared(before: readonly ClauseToken[]): boolean {
  const at = before.findIndex((token) => token.kind === "word" && token.word.startsWith("分别"));
  return at > 0 && hasWord(before.slice(0, at), "and");
}
