// Percentages told beside numbers: of a statement (予以公开 25 件，占 37.3%), and of any part behind 其中 (网络申请 41 件，占 62.1%).
import { move } from "../syntax/span";
import { type Clause, hasWord, wordsIn } from "./clauses";
import { madeOf } from "./kept";
import { clausesIn, moveNumber, passagesOf } from "./passages";
import type { Share } from "./spoken";
import type { NumberToken } from "./tokens";
import type { Report, Section } from "./types";

export interface ListedShare {
  readonly section: Section | null;
  readonly part: NumberToken;
  readonly share: Share;
  /** Numbers of the same unit told before it that are not smaller, the nearest last: what it may be a share of. */
  readonly wholes: readonly bigint[];
}

/** A total and a part. */
const fewestNumbers = 2;
/** So many numbers before a part are looked at: a list goes on for some ten. */
const mostWholes = 20;

/** In the order of the text. */
export function* sharesOf(report: Report): Iterable<ListedShare> {
  for (const { numbers, section, start, words } of passagesOf(report)) {
    if (numbers < fewestNumbers) continue;
    const all = madeOf(words, "shares", () => (/[%％]/u.test(words.text) ? [...inPassage(clausesIn(words))] : []));
    for (const { part, share, wholes } of all)
      yield { part: moveNumber(part, start), share: { ...share, ...move(share, start) }, wholes, section };
  }
}

function* inPassage(clauses: readonly Clause[]): Iterable<Omit<ListedShare, "section">> {
  let told: NumberToken[] = [];
  let listed = false;
  /** The part before has no share of its own: the next may be of both together. */
  let open = false;
  let fresh = true;
  for (const [at, clause] of clauses.entries()) {
    const { tokens } = clause;
    const lists = hasWord(tokens, "list");
    // 其中 goes on with the sentence before.
    if (fresh && !lists) told = [];
    if (lists) open = false;
    listed ||= lists;
    const places = tokens.flatMap(({ kind }, place) => (kind === "number" ? [place] : []));
    const part = tokens[places[0] ?? -1];
    if (part?.kind === "number" && part.unit?.kind === "count") {
      const share = places.length === 1 ? listedShareOf(clause, places[0] ?? 0, clauses[at + 1] ?? null) : null;
      const clear = part.exact && !hasWord(tokens, "compare", "except", "rate", "past", "all");
      if (listed && share && clear && !open) {
        const wholes = told.filter(
          ({ unit, exact, digits }) => exact && unit?.unit === part.unit?.unit && digits >= part.digits,
        );
        if (wholes.length > 0) yield { part, share, wholes: wholes.map(({ digits }) => digits) };
      }
      open = listed && share === null;
    }
    for (const token of tokens) if (token.kind === "number" && token.decimals === 0) told.push(token);
    told = told.slice(-mostWholes);
    fresh = clause.ends === "stop";
    if (fresh) listed = open = false;
  }
}

/** The percentage in a remark behind a number, or in a clause behind it that says nothing else. */
export function shareOf(clause: Clause, place: number, next: Clause | null): Share | null {
  const remark = clause.remarks.find(({ after }) => after === place + 1)?.clauses[0];
  if (remark) return shareIn(remark, true);
  // 占 stands before it, or it is a rate of something else.
  return place === clause.tokens.length - 1 && (clause.ends === "comma" || clause.ends === "pause") && next
    ? shareIn(next, false)
    : null;
}

/** The same of any part of a list, where 占 says that it is a share. */
export function listedShareOf(clause: Clause, place: number, next: Clause | null): Share | null {
  const remark = clause.remarks.find(({ after }) => after === place + 1)?.clauses[0];
  if (remark) return shareIn(remark, false);
  return place === clause.tokens.length - 1 && clause.ends !== "stop" && next ? shareIn(next, false) : null;
}

function shareIn({ tokens }: Clause, bare: boolean): Share | null {
  const [number, more] = tokens.filter((token) => token.kind === "number");
  if (number?.kind !== "number" || more || number.unit?.kind !== "percent" || !number.exact) return null;
  const words = wordsIn(tokens);
  const share = words.some(({ word }) => word.startsWith("占"));
  const clear = tokens.every(
    (token) =>
      token.kind === "number" ||
      (token.kind === "word" && (token.sense.kind === "filler" || token.word.startsWith("占"))),
  );
  if (!clear || (!share && !(bare && tokens.length === 1))) return null;
  return { start: number.start, end: number.end, percent: { digits: number.digits, decimals: number.decimals } };
}
