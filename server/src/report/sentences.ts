// The clauses of a passage, one after the other: what each number, 未收到 and 均已办结 speaks of. A sentence goes on with what
// was named before (其中, 办结), so a little is remembered from clause to clause; what is not sure says nothing.
import { type Clause, type ClauseToken, hasWord, isUnknown, kindsIn, wordsIn, yearIn } from "./clauses";
import { isTelling, type Meaning, meaningOf, type Named, namedIn, type Reading } from "./meaning";
import { readAll, readNone } from "./nothing";
import {
  enterSubset,
  followSubset,
  isAttribute,
  isField,
  isOfSubset,
  isPartOfList,
  isReceiving,
  isShared,
  loosenGross,
} from "./parts";
import { isForeignOrgan, isHigherLevel, isOwnOrgan, withCarried } from "./phrases";
import { shareOf } from "./shares";
import { type Amount, type Setting, type State, type Statement, stateAt } from "./spoken";
import type { NumberToken } from "./tokens";

/** The statements of a passage, in its order. */
export function readStatements(clauses: readonly Clause[], setting: Setting): readonly Statement[] {
  const state = stateAt(setting);
  const found: Statement[] = [];
  for (let from = 0; from < clauses.length; ) {
    let to = from + 1;
    while (to < clauses.length && clauses[to - 1]?.ends !== "stop") to++;
    const sentence = clauses.slice(from, to);
    const tells = sentence.some(mayTell);
    const before = found.length;
    for (let at = from; at < to; at++) {
      const clause = clauses[at] as Clause;
      if (tells) readClause(clause, clauses[at + 1] ?? null, state, setting, found);
      else passClause(clause, state, setting);
    }
    const net = sentence.some(({ tokens }) => hasWord(tokens, "net"));
    loosenGross(found, before, net);
    endSentence(state, clauses[to] ?? null);
    // （二）依申请公开。收到 66 件: a heading in the line itself.
    if (from === 0 && clauses.length > to && state.subject !== null && state.subject === setting.subject)
      state.from = "heading";
    from = to;
  }
  return found.sort((one, two) => one.span.start - two.span.start);
}

function endSentence(state: State, next: Clause | null): void {
  if (state.from === "sentence") state.from = "before";
  state.act = null;
  state.reviews = new Set();
  state.introduced = null;
  // 上半年受理 267 件。其中同意公开 81 件.
  const [first] = next?.tokens ?? [];
  if (first?.kind === "word" && first.sense.kind === "list") return;
  if (state.year === "past") state.year = null;
  state.planned = state.foreignOrgan = state.part = state.excepted = state.listed = false;
  state.attributes = state.published = state.field = false;
  state.subset = null;
}

/** A number, or a word for none or all of something. */
function mayTell({ tokens, remarks }: Clause): boolean {
  return (
    tokens.some((token) => token.kind === "number") ||
    hasWord(tokens, "none", "all") ||
    remarks.some((remark) => remark.clauses.some(mayTell))
  );
}

/** Of a sentence that tells nothing stays what it speaks of, and of which year. */
function passClause(clause: Clause, state: State, setting: Setting): void {
  const tokens = withCarried(clause.tokens, setting.year);
  const named = namedIn(tokens);
  rememberYear(tokens, state, setting);
  remember(tokens, named, state, false);
  remember(tokens, named, state, true);
}

function rememberYear(tokens: readonly ClauseToken[], state: State, setting: Setting): void {
  const year = yearIn(tokens);
  if (year !== null) state.year = year === "own" || year === setting.year ? null : year;
}

function readClause(clause: Clause, next: Clause | null, state: State, setting: Setting, found: Statement[]): void {
  const tokens = withCarried(clause.tokens, setting.year);
  rememberYear(tokens, state, setting);
  const kinds = kindsIn(tokens);
  if (kinds.has("plan")) state.planned = true;
  if (kinds.has("except")) state.excepted = true;
  if (kinds.has("list")) state.listed = true;
  if (kinds.has("own")) state.foreignOrgan = isHigherLevel(tokens, setting.organ);
  else if (isForeignOrgan(tokens, setting.organ)) state.foreignOrgan = true;
  state.own = isOwnOrgan(tokens, setting.organ);
  const named = namedIn(tokens);
  const introduced = state.introduced;
  const numbers = tokens.filter((token) => token.kind === "number");
  if (numbers.length === 0 && isField(tokens)) state.foreignOrgan = true;
  if (numbers.length > 0 && isAttribute(tokens, named, state)) state.attributes = true;
  if (numbers.length > 0 && named.acts.has("published")) state.published = true;
  remember(tokens, named, state, false);

  if (state.year === null && !state.planned) {
    if (numbers.length > 0) readNumbers(clause, next, tokens, introduced, state, found);
    else if (kinds.has("none")) readNone(clause, tokens, state, introduced, found);
    if (kinds.has("all")) readAll(clause, tokens, state, found);
  }
  for (const remark of clause.remarks) {
    const inside: State = { ...state, reviews: new Set(state.reviews) };
    for (const each of remark.clauses) readClause(each, null, inside, setting, found);
    if (inside.excepted) state.excepted = true;
  }
  if (clause.ends === "semicolon") {
    state.field = false;
    state.subset = null;
  }
  state.introduced = clause.ends === "colon" && numbers.length === 0 ? clause : null;
  remember(tokens, named, state, true);
}

/** Before a clause is read what it names is the subject of it; afterwards what it did is what 其中 goes on with. */
function remember(tokens: readonly ClauseToken[], named: Named, state: State, after: boolean): void {
  if (!after) {
    const own = named.outcomes.length > 0 ? named.subjects.filter((each) => each !== "foreign") : named.subjects;
    const last = own.findLast((each) => each !== "application");
    if (own.includes("foreign")) state.subject = "foreign";
    else if (last) state.subject = last;
    if (own.length > 0 && state.subject !== null) state.from = "sentence";
    for (const each of named.subjects) if (each === "review" || each === "suit") state.reviews.add(each);
    return;
  }
  const unknown = tokens.reduce((sum, token) => sum + (token.kind === "text" ? token.text.length : 0), 0);
  const silent = named.subjects.length + named.outcomes.length + named.columns.length + named.acts.size === 0;
  if (silent && unknown > 4 && state.from === "sentence") state.from = "before";
}

function readNumbers(
  clause: Clause,
  next: Clause | null,
  own: readonly ClauseToken[],
  introduced: Clause | null,
  state: State,
  found: Statement[],
): void {
  // 收到申请：66 件.
  const named = introduced !== null && own[0]?.kind === "number" && !isTellingPart(own) ? introduced : null;
  const tokens = named ? [...named.tokens, ...own] : own;
  const places = tokens.flatMap(({ kind }, at) => (kind === "number" ? [at] : []));
  // 3件予以公开: what is counted stands behind where nothing stands before the first.
  const behind = !isTellingPart(tokens.slice(0, places[0]));
  let compared = false;
  places.forEach((place, at) => {
    const number = tokens[place] as NumberToken;
    const before = tokens.slice(at === 0 ? 0 : (places[at - 1] as number) + 1, place);
    const after = tokens.slice(place + 1, places[at + 1]);
    compared ||= hasWord(before, "compare");
    compared ||= isFrom(before.at(-1), number);
    const said = spoken(before, after, behind, at === places.length - 1, state);
    if (said === null) {
      // 解答问题 300 个: what follows may go on with that.
      const other = number.unit?.kind === "count" && before.some(isUnknown);
      if (other && !state.listed && state.from === "sentence") state.from = "before";
      if (other && !state.listed && state.from === "heading") state.foreignOrgan = true;
      if (other && state.listed) state.field = true;
      const part = hasWord(before, "part");
      if (other || (part && number.unit?.kind === "count")) enterSubset(state, number.digits);
      if (part || (behind && hasWord(after, "part"))) state.part = true;
      // 网上受理 41 件，办结 40 件; 收到同一人申请 9 件，予以公开 2 件: those of that kind.
      if ((part || other) && isReceiving(before)) state.foreignOrgan = true;
      return;
    }
    if (compared || !number.exact) return;
    const { meaning, sure } = said;
    // What one office or one field received is not of the whole; nor is what the sentence goes on with.
    if (!sure && meaning.act) state.foreignOrgan = true;
    const told = amountOf(number, meaning.subject);
    const prior = state.act;
    if (meaning.act) {
      state.act = meaning.act;
      state.part = false;
    } else if (said.explicit) state.part = false;
    if (meaning.readings.some(({ rows }) => rows[0] === "carriedOut") && told !== null && told.digits > 0n)
      state.excepted = true;
    if (told === null || (state.part && meaning.act === null)) return;
    const readings = clause.remarks.length > 0 ? withRemarks(clause, place, meaning) : meaning.readings;
    found.push({
      span: { start: number.start, end: number.end },
      until: number.until,
      clause: { start: (named ?? clause).start, end: clause.end },
      kind: "number",
      told,
      subject: meaning.subject,
      readings,
      bound: meaning.bound,
      share: shareOf(clause, place, at === places.length - 1 ? next : null),
      loose:
        isLoose(meaning, told) ||
        !sure ||
        state.foreignOrgan ||
        isPartOfList(meaning, before, prior, state) ||
        isOfSubset(meaning, told.digits, prior, state),
    });
    followSubset(meaning, told.digits, state);
  });
}

/** 依申请公开 0 件 leaves no doubt about what there is none of. */
function isLoose({ loose, subject }: Meaning, told: Amount): boolean {
  return loose && !(subject === "requests" && told.digits === 0n);
}

/** 由 5 件降为 2 件. */
function isFrom(before: ClauseToken | undefined, { unit }: NumberToken): boolean {
  return unit?.kind === "count" && before?.kind === "word" && (before.word === "由" || before.word === "从");
}

interface Said {
  readonly meaning: Meaning;
  /** No unknown words stand before what is named. */
  readonly sure: boolean;
  /** The clause names the subject itself. */
  readonly explicit: boolean;
}

function spoken(
  before: readonly ClauseToken[],
  after: readonly ClauseToken[],
  behind: boolean,
  last: boolean,
  state: State,
): Said | null {
  if (isShared(before)) return null;
  const named = namedIn(before);
  const onlyActs = named.subjects.length + named.outcomes.length + named.columns.length === 0;
  // 收到 3 件政府信息公开申请, 另有 72 件申请结转下年度.
  const more = behind || (onlyActs && last && namedIn(after).subjects.length > 0);
  const head = more ? [...before, ...after] : before;
  if (hasWord(head, "compare", "plan", "part", "except", "rate") || hasWord(before, "none")) return null;
  // 66件申请全部办结 tells how many were received as well as how many were answered.
  if (more && hasWord(after, "all")) return null;
  // 收到申请 3 件的单位, 89 件以外的: the number belongs to what follows.
  const [next] = after;
  if (!more && next?.kind === "word" && (next.word === "的" || hasWord([next], "part", "except"))) return null;
  const used = more ? upToLastTelling(head) : head;
  const first = used.findIndex((token) => isTellingPart([token]));
  if (first < 0) return null;
  if (used.slice(first).some(isUnknown)) return null;
  const all = namedIn(used);
  const explicit = all.subjects.some((subject) => subject !== "application");
  const sure = state.own || !used.slice(0, first).some((token) => token.kind === "text" && token.text.length > 1);
  if (!explicit && state.from === "before") {
    // Some sentences later only what nothing else is called by goes on.
    const own =
      all.outcomes.length > 0 ||
      (state.listed && all.columns.length > 0) ||
      all.acts.has("carriedIn") ||
      all.acts.has("carriedOut");
    if (!own || !sure || state.subject !== "requests") return null;
  }
  const meaning = meaningOf(all, state);
  return meaning && { meaning, sure, explicit };
}

function isTellingPart(tokens: readonly ClauseToken[]): boolean {
  return wordsIn(tokens).some(({ sense }) => isTelling(sense));
}

function upToLastTelling(tokens: readonly ClauseToken[]): readonly ClauseToken[] {
  return tokens.slice(0, tokens.findLastIndex((token) => isTellingPart([token])) + 1);
}

/** 收到 75 件（含上年结转 1 件） is new and carried in. */
function withRemarks(clause: Clause, place: number, meaning: Meaning): readonly Reading[] {
  const remark = clause.remarks.find(({ after }) => after === place || after === place + 1);
  const inside = remark?.clauses.flatMap(({ tokens }) => [...tokens]) ?? [];
  if (!hasWord(inside, "including") || meaning.subject !== "requests") return meaning.readings;
  const { acts } = namedIn(inside);
  const taken = meaning.readings.filter(({ rows }) => rows.includes("new") && rows.includes("carriedIn"));
  return acts.has("carriedIn") && taken.length > 0 && meaning.act === "received" ? taken : meaning.readings;
}

function amountOf({ digits, decimals, unit }: NumberToken, subject: Meaning["subject"]): Amount | null {
  if (subject !== "fees") return unit?.kind === "count" && decimals === 0 ? { digits, decimals } : null;
  if (unit?.kind !== "money") return null;
  if (unit.unit === "万元") return { digits, decimals };
  return unit.unit === "元" ? { digits, decimals: decimals + 4 } : { digits: digits * 10_000n, decimals };
}
