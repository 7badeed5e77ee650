// Words that mean something only together: 2022年结转的, 结转至2025年, and whose numbers are told.
import type { ClauseToken } from "./clauses";
import { isTelling } from "./meaning";
import type { Act } from "./vocabulary";

/** Tokens with 2023年结转 and 结转至2025年 read against the report's year as what was carried in and out. */
export function withCarried(tokens: readonly ClauseToken[], own: number | null): readonly ClauseToken[] {
  const at = tokens.findIndex(
    (token) => token.kind === "word" && token.sense.kind === "act" && token.sense.of === "carried",
  );
  const word = tokens[at];
  if (own === null || word?.kind !== "word") return tokens;
  const before = tokens[at - 1];
  const from = before && isFiller(before) ? at - 2 : at - 1;
  const past = tokens[from];
  const next = tokens[at + 1];
  const to = next && isFiller(next) ? at + 2 : at + 1;
  const coming = tokens[to];
  const joined = (act: Act, first: number, last: number): readonly ClauseToken[] => {
    const [head, tail] = [tokens[first] ?? word, tokens[last] ?? word];
    const token: ClauseToken = { ...word, sense: { kind: "act", of: act }, start: head.start, end: tail.end };
    return [...tokens.slice(0, first), token, ...tokens.slice(last + 1)];
  };
  if (past?.kind === "year" && past.year === own - 1) return joined("carriedIn", from, at);
  // 上半年结转 and 6月结转 are within the year.
  if (past?.kind === "word" && past.sense.kind === "past" && !/[月季半]/u.test(past.word))
    return joined("carriedIn", from, at);
  if (coming?.kind === "year" && coming.year === own + 1) return joined("carriedOut", at, to);
  return tokens;
}

function isFiller(token: ClauseToken): boolean {
  return token.kind === "word" && token.sense.kind === "filler";
}

/** Names of organs end so; a longer text may hold one before its last words. */
const organ =
  /([\p{Script=Han}]{0,12}?(?:局|镇|乡|街道|街道办|街道办事处|委|办|办公室|办公厅|中心|院|厅|政府|部门|单位|支队|大队|公司|学校|村|社区))(?:代表[\p{Script=Han}]{0,8})?$/u;

/** The organ a sentence begins with, whatever it did before it counted: 县财政局认真落实条例. */
const first = /^[\p{Script=Han}]{1,12}?(?:局|镇|乡|街道|街道办|办公室|办公厅|政府办|委员会|中心|支队)/u;

/** Every such name has one of these; what most clauses begin with has none. */
const mayName = /[局镇乡道委办处室厅心院府门位队司校村区]/u;

/** Whether a clause begins with an organ that is not the report's own. Of a county's government the numbers of its offices are parts. */
export function isForeignOrgan(tokens: readonly ClauseToken[], own: string | null): boolean {
  const beginning = beginningOf(tokens);
  if (!mayName.test(beginning)) return false;
  const name = organ.exec(beginning.slice(-24))?.[1] ?? first.exec(beginning)?.[0];
  if (name === undefined) return false;
  if (own === null) return true;
  const [mine, theirs] = [bare(own), bare(name)];
  const whole = /[县市区州省旗]政府$/u.test(mine);
  if (whole && /政府(?:办公室|办公厅|办)?$/u.test(theirs)) return true;
  return !(mine.includes(theirs) || theirs.endsWith(mine) || sameKind(mine, theirs));
}

/** Whether a clause begins with the report's own organ, named in full or in part: 县财政局 of 青禾县财政局. */
export function isOwnOrgan(tokens: readonly ClauseToken[], own: string | null): boolean {
  const beginning = beginningOf(tokens);
  if (own === null || beginning.length < 2 || !organ.test(beginning.slice(-24))) return false;
  return bare(own).includes(bare(beginning)) && !isForeignOrgan(tokens, own);
}

/** 全市 in a county's or a township's report, 全省 in all but a province's: numbers of others, told to compare with. */
export function isHigherLevel(tokens: readonly ClauseToken[], organ: string | null): boolean {
  if (organ === null) return false;
  const own = tokens.findLast((token) => token.kind === "word" && token.sense.kind === "own");
  if (own?.kind !== "word") return false;
  // 贵州省, 新乡市: what a name has before that is no level.
  const within = (level: string) => organ.slice(organ.indexOf(level) + 1);
  if (own.word === "全省") return !organ.includes("省") || /[市州县区旗镇乡]/u.test(within("省"));
  if (own.word === "全市" || own.word === "全州") return /[县区旗镇乡]|街道/u.test(within(own.word.slice(1)));
  return false;
}

/** What stands before the first word that tells something; empty where no unknown word is among it. */
function beginningOf(tokens: readonly ClauseToken[]): string {
  const parts: string[] = [];
  let unknown = false;
  for (const token of tokens) {
    if (token.kind === "number" || (token.kind === "word" && isTelling(token.sense))) break;
    if (token.kind === "text") unknown = true;
    if (token.kind === "text") parts.push(token.text);
    else if (token.kind === "word" && !isPassing(token.sense.kind)) parts.push(token.word);
  }
  return unknown ? parts.join("") : "";
}

function isPassing(kind: string): boolean {
  return kind === "present" || kind === "filler" || kind === "past" || kind === "topic" || kind === "list";
}

function bare(name: string): string {
  return name.replaceAll("人民政府", "政府").replace(/^[\d年度]+/u, "");
}

/** 示范镇 is 青禾县示范镇政府, 县财政局 is 青禾县财政局. */
function sameKind(own: string, name: string): boolean {
  const stem = name.replace(/政府$/u, "");
  return stem.length >= 2 && (own.includes(stem) || (own.includes(stem.slice(1)) && stem.length >= 4));
}
