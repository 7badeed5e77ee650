// Totals with their parts in one sentence: 共 58 条，其中网站 38 条、公众号 15 条. Behind 其中 parts may be left out, behind a colon
// or 分别 none is.
import { type Clause, hasWord, wordsIn } from "./clauses";
import { madeOf } from "./kept";
import { namedIn } from "./meaning";
import { clausesIn, moveNumber, passagesOf } from "./passages";
import type { NumberToken } from "./tokens";
import type { Report, Section } from "./types";

export interface Breakdown {
  readonly section: Section | null;
  readonly total: NumberToken;
  /** Two or more, of the total's unit. */
  readonly parts: readonly NumberToken[];
  /** Nothing is left out: the parts have to come to the total, not only to no more than it. */
  readonly exhaustive: boolean;
  /** What the parts come to. */
  readonly sum: { readonly digits: bigint; readonly decimals: number };
}

/** A sentence has no more clauses than these; what is longer lost its marks, and is not read. */
const mostClauses = 60;

/** A total and two parts. */
const fewestNumbers = 3;

/** Those whose parts cannot come to the total, in the order of the text. */
export function* wrongBreakdownsOf(report: Report): Iterable<Breakdown> {
  for (const { numbers, section, start, words } of passagesOf(report)) {
    if (numbers < fewestNumbers) continue;
    for (const found of madeOf(words, "breakdowns", () => wrongIn(clausesIn(words)))) {
      const total = moveNumber(found.total, start);
      yield { ...found, total, parts: found.parts.map((part) => moveNumber(part, start)), section };
    }
  }
}

function wrongIn(clauses: readonly Clause[]): readonly Omit<Breakdown, "section">[] {
  return [...inPassage(clauses)].flatMap((found) => {
    const sum = excess(found);
    return sum === null ? [] : [{ ...found, sum }];
  });
}

type Found = Omit<Breakdown, "section" | "sum">;

function* inPassage(clauses: readonly Clause[]): Iterable<Found> {
  let earlier: readonly Clause[] = [];
  let sentence: Clause[] = [];
  for (const clause of clauses) {
    sentence.push(clause);
    if (clause.ends !== "stop" && clause.ends !== "end") continue;
    // 办结 67 件。其中，…: the total stands in the sentence before.
    const goesOn = sentence[0]?.tokens[0];
    const whole = goesOn?.kind === "word" && goesOn.sense.kind === "list" ? [...earlier, ...sentence] : sentence;
    if (whole.length <= mostClauses) yield* inSentence(whole);
    earlier = sentence;
    sentence = [];
  }
}

function* inSentence(clauses: readonly Clause[]): Iterable<Found> {
  for (const [at, clause] of clauses.entries()) {
    yield* inRemarks(clause);
    const list = clause.tokens.findIndex(
      (token) => token.kind === "word" && (token.sense.kind === "list" || token.sense.kind === "exhaustive"),
    );
    const before = clauses[at - 1];
    const behindColon = before?.ends === "colon" && !hasWord(before.tokens, "list");
    if (list < 0 && !behindColon) continue;
    // 其中 may take up any number of the sentence: the parts are held against the largest.
    const known = clauses.slice(0, at).flatMap(exactNumbers);
    const own = list < 0 ? [] : exactNumbers({ ...clause, tokens: clause.tokens.slice(0, list) });
    const rest: Clause = list < 0 ? clause : { ...clause, tokens: clause.tokens.slice(list + 1) };
    const word = clause.tokens[list];
    const exhaustive = list < 0 || (word?.kind === "word" && word.sense.kind === "exhaustive");
    const near = own.at(-1) ?? exactNumbers(before ?? rest).at(-1);
    if (!near || (behindColon && exactNumbers(before).length !== 1)) continue;
    const { parts, whole } = partsIn([rest, ...clauses.slice(at + 1)], near, clause.ends === "colon");
    const last = parts.at(-1);
    if (parts.length < 2 || !last) continue;
    const same = [...known, ...own].filter((each) => unitOf(each) === unitOf(near));
    const total = exhaustive ? near : same.reduce((most, each) => (valueOver(each, most) ? each : most), near);
    yield { total, parts, exhaustive: exhaustive && whole };
  }
}

/** 66 件（县政府办 9 件、县住建局 57 件）: a remark may leave parts out. */
function* inRemarks({ tokens, remarks }: Clause): Iterable<Found> {
  for (const { after, clauses } of remarks) {
    const total = tokens[after - 1];
    const [first, ...others] = clauses;
    if (total?.kind !== "number" || !total.exact || unitOf(total) === null || !first) continue;
    const [head, ...rest] = first.tokens;
    const listed = head?.kind === "word" && head.sense.kind === "list";
    const { parts } = partsIn([listed ? { ...first, tokens: rest } : first, ...others], total, first.ends === "colon");
    const last = parts.at(-1);
    if (parts.length < 2 || !last) continue;
    yield { total, parts, exhaustive: false };
  }
}

/**
 * The numbers of the total's unit up to where something else is told; `whole` where the sentence ends with the last. Behind a
 * colon semicolons may stand between them.
 */
function partsIn(
  clauses: readonly Clause[],
  total: NumberToken,
  colon: boolean,
): { readonly parts: readonly NumberToken[]; readonly whole: boolean } {
  const parts: NumberToken[] = [];
  let kind: string | null = null;
  let way: string | null = null;
  let mark: Clause["ends"] | null = null;
  for (const clause of clauses) {
    const { tokens } = clause;
    // 其中， stands alone.
    if (tokens.length === 0 && parts.length === 0) continue;
    const numbers = tokens.filter((token) => token.kind === "number" && unitOf(token) === unitOf(total));
    const [number] = numbers;
    const other = hasWord(
      tokens,
      "compare",
      "list",
      "exhaustive",
      "including",
      "except",
      "all",
      "rate",
      "none",
      "past",
    );
    const summed = tokens.some(
      (token) => token.kind === "word" && /^(?:共|共计|合计|总计|一共|总共)$/u.test(token.word),
    );
    const dated = tokens.some((token) => token.kind === "year");
    if (number?.kind !== "number" || numbers.length !== 1 || !number.exact || other || summed || dated)
      return { parts, whole: false };
    // Who takes part in one thing may take part in all of them.
    if (tokens.some((token) => token.kind === "text" && /出席|参加|参与|主持/u.test(token.text)))
      return { parts: [], whole: false };
    const own = kindOf(clause);
    const ownWay = wayOf(clause);
    if ((kind !== null && own !== kind) || (way !== null && ownWay !== null && ownWay !== way))
      return { parts, whole: false };
    way ??= ownWay;
    // Between parts stands the same mark: 网站 38 条、公众号 15 条，回应关切 3 条.
    if (
      mark !== null &&
      clause.ends !== mark &&
      clause.ends !== "stop" &&
      clause.ends !== "end" &&
      clause.ends !== "semicolon"
    )
      return { parts: [...parts, number], whole: false };
    kind = own;
    mark ??= clause.ends;
    parts.push(number);
    const behind = tokens.at(-1);
    if (behind?.kind === "word" && behind.word === "等") return { parts, whole: false };
    if (colon && clause.ends === "semicolon" && mark === "semicolon") continue;
    if (clause.ends === "stop" || clause.ends === "end" || clause.ends === "semicolon") return { parts, whole: true };
  }
  return { parts, whole: true };
}

/** Parts are of one kind: applicants and outcomes of the same requests add up each for themselves. */
function kindOf({ tokens }: Clause): string {
  const { columns, outcomes, acts } = namedIn(tokens);
  if (columns.length > 0) return "applicant";
  if (outcomes.length > 0) return "outcome";
  return [...acts]
    .filter((act) => act !== "published" && act !== "received" && act !== "concerned")
    .sort()
    .join();
}

/** What was done with a part where it was given out: what is 发布 here may be 推送 there as well. */
function wayOf({ tokens }: Clause): string | null {
  const way = wordsIn(tokens).find(({ sense }) => sense.kind === "act" && sense.of === "published");
  return way?.word ?? null;
}

function exactNumbers({ tokens }: Clause): readonly NumberToken[] {
  return tokens.filter((token) => token.kind === "number").filter((token) => token.exact && unitOf(token) !== null);
}

/** 件, 条 and 份 are units of their own; null for what is not counted. */
function unitOf({ unit }: NumberToken): string | null {
  return unit && unit.kind !== "percent" ? unit.unit : null;
}

function valueOver(one: NumberToken, other: NumberToken): boolean {
  const decimals = Math.max(one.decimals, other.decimals);
  return scaled(one, decimals) > scaled(other, decimals);
}

function scaled({ digits, decimals }: { readonly digits: bigint; readonly decimals: number }, to: number): bigint {
  return digits * 10n ** BigInt(to - decimals);
}

/** Parts that overlap come to much more than their total, mistyped ones to a little more. */
const overlap = 5n;

/** What the parts come to where that cannot be right; null where it can. */
function excess({ total, parts, exhaustive }: Found): Breakdown["sum"] | null {
  const decimals = Math.max(total.decimals, ...parts.map((part) => part.decimals));
  const whole = scaled(total, decimals);
  const values = parts.map((part) => scaled(part, decimals));
  const digits = values.reduce((sum, value) => sum + value, 0n);
  const over = digits - whole;
  if (over === 0n || (over < 0n && !exhaustive)) return null;
  // One part that is all of it: what else is listed is of another kind.
  if (values.some((value) => value >= whole)) return null;
  const off = over < 0n ? -over : over;
  return off * overlap <= whole ? { digits, decimals } : null;
}
