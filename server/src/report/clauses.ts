// Tokens → clauses: what stands between two marks. A remark in brackets is clauses of its own inside the clause it explains.
import type { Span } from "../syntax/span";
import type { Mark, Token, WordToken } from "./tokens";
import type { Sense } from "./vocabulary";

export type ClauseToken = Exclude<Token, { kind: "mark" }>;

export interface Clause extends Span {
  readonly tokens: readonly ClauseToken[];
  /** In the order of the text. */
  readonly remarks: readonly Remark[];
  /** The mark behind it; end where the passage ends without one. */
  readonly ends: Mark | "end";
}

export interface Remark extends Span {
  /** Number of the clause's tokens that stand before it. */
  readonly after: number;
  readonly clauses: readonly Clause[];
}

/** Clauses as they grow. */
interface Builder {
  readonly clauses: Clause[];
  tokens: ClauseToken[];
  remarks: Remark[];
}

function builder(): Builder {
  return { clauses: [], tokens: [], remarks: [] };
}

function endClause(into: Builder, ends: Clause["ends"]): void {
  const { tokens, remarks } = into;
  const first = tokens[0] ?? remarks[0];
  if (!first) return;
  const last = tokens.at(-1);
  const until = last?.kind === "number" ? last.until : (last?.end ?? first.end);
  const start = Math.min(first.start, remarks[0]?.start ?? first.start);
  into.clauses.push({ tokens, remarks, ends, start, end: Math.max(until, remarks.at(-1)?.end ?? 0) });
  into.tokens = [];
  into.remarks = [];
}

/** Brackets inside brackets are read as if they were commas. A sentence's end closes a bracket that was left open. */
export function clausesOf(tokens: readonly Token[]): readonly Clause[] {
  const outer = builder();
  let inner: { readonly into: Builder; readonly start: number } | null = null;
  for (const token of tokens) {
    const into: Builder = inner?.into ?? outer;
    if (token.kind !== "mark") into.tokens.push(token);
    else if (token.mark === "open" && !inner) inner = { into: builder(), start: token.start };
    else if (inner && (token.mark === "close" || token.mark === "stop")) {
      addRemark(outer, inner, token.end);
      inner = null;
      if (token.mark === "stop") endClause(outer, "stop");
    } else if (token.mark === "pause" && !into.tokens.some(({ kind }) => kind === "number"))
      into.tokens.push(pause(token));
    else endClause(into, token.mark === "open" || token.mark === "close" ? "comma" : token.mark);
  }
  if (inner) addRemark(outer, inner, tokens.at(-1)?.end ?? inner.start);
  endClause(outer, "end");
  return outer.clauses;
}

function addRemark(outer: Builder, inner: { readonly into: Builder; readonly start: number }, end: number): void {
  endClause(inner.into, "end");
  outer.remarks.push({ after: outer.tokens.length, clauses: inner.into.clauses, start: inner.start, end });
}

/** Between words 、 says what 和 says; behind a number it parts clauses. */
function pause({ start, end }: Span): WordToken {
  return { kind: "word", word: "、", sense: { kind: "and", of: null }, start, end };
}

export function wordsIn(tokens: readonly ClauseToken[]): readonly WordToken[] {
  return tokens.filter((token) => token.kind === "word");
}

export function kindsIn(tokens: readonly ClauseToken[]): ReadonlySet<Sense["kind"]> {
  const kinds = new Set<Sense["kind"]>();
  for (const token of tokens) if (token.kind === "word") kinds.add(token.sense.kind);
  return kinds;
}

export function hasWord(tokens: readonly ClauseToken[], ...kinds: readonly Sense["kind"][]): boolean {
  return tokens.some((token) => token.kind === "word" && kinds.includes(token.sense.kind));
}

/** The year a clause speaks of: a number, "past" for 去年 and for several, "own" for 本年, null where it says none. */
export function yearIn(tokens: readonly ClauseToken[]): number | "past" | "own" | null {
  let year: number | "past" | "own" | null = null;
  for (const token of tokens) {
    if (token.kind === "year") year = typeof year === "number" && year !== token.year ? "past" : token.year;
    else if (token.kind !== "word") continue;
    else if (token.sense.kind === "past") year = "past";
    else if (token.sense.kind === "present" && typeof year !== "number") year = "own";
  }
  return year;
}

/** Text no word stands for, or a thing of its own. */
export function isUnknown(token: ClauseToken): boolean {
  return token.kind === "text" || (token.kind === "word" && token.sense.kind === "matter");
}
