// A passage of prose → words, numbers with their units, marks, and unknown text between them. Linear: white space and width
// fall away first, then each place is read once, by the longest word that stands there.
import { isDigit, isSpace } from "../syntax/characters";
import type { Span } from "../syntax/span";
import { readChinese } from "./value";
import { type Sense, type Unit, unitAt, wordAt } from "./vocabulary";

export type Mark = "stop" | "semicolon" | "comma" | "pause" | "colon" | "open" | "close";

export interface NumberToken extends Span {
  readonly kind: "number";
  /** Without marks between thousands and without the decimal point: 12.3 is 123 with one decimal. */
  readonly digits: bigint;
  readonly decimals: number;
  readonly unit: Unit | null;
  /** False for 近百件, 3000余件. */
  readonly exact: boolean;
  /** Where the unit and what belongs to it ends. */
  readonly until: number;
}

export type WordToken = Span & { readonly kind: "word"; readonly word: string } & { readonly sense: Sense };

export type Token =
  | NumberToken
  | WordToken
  | (Span & { readonly kind: "mark"; readonly mark: Mark })
  | (Span & { readonly kind: "year"; readonly year: number })
  /** Text no word stands for. */
  | (Span & { readonly kind: "text"; readonly text: string });

/** Text without white space in half width, and where each of its characters stood. */
interface Plain {
  readonly text: string;
  readonly offsets: readonly number[];
}

const marks: ReadonlyMap<string, Mark> = new Map([
  ["。", "stop"],
  ["!", "stop"],
  ["?", "stop"],
  [";", "semicolon"],
  [",", "comma"],
  ["、", "pause"],
  [":", "colon"],
  ["(", "open"],
  [")", "close"],
]);

/** Tokens of `text` between two offsets, in its order, with offsets into it. */
export function tokensOf(text: string, start: number, end: number): readonly Token[] {
  const plain = plainOf(text, start, end);
  const tokens: Token[] = [];
  let unknown = -1;
  const flush = (at: number): void => {
    if (unknown < 0) return;
    tokens.push({ kind: "text", text: plain.text.slice(unknown, at), ...spanOf(plain, unknown, at) });
    unknown = -1;
  };
  for (let at = 0; at < plain.text.length; ) {
    const read = readAt(plain, at, tokens.at(-1));
    if (!read) {
      if (unknown < 0) unknown = at;
      at++;
      continue;
    }
    flush(at);
    if (read.token) tokens.push(read.token);
    at = read.next;
  }
  flush(plain.text.length);
  return tokens;
}

interface Read {
  /** Null for what is passed over: quotes, titles in 《》. */
  readonly token: Token | null;
  readonly next: number;
}

function readAt(plain: Plain, at: number, before: Token | undefined): Read | null {
  const { text } = plain;
  const character = text[at] ?? "";
  // A point ends a sentence where no number stands before it: 1. is an enumerator.
  const point = character === "." && before?.kind !== "number" && !isDigit(text.charCodeAt(at - 1));
  const mark = point ? "stop" : marks.get(character);
  if (mark) return { token: { kind: "mark", mark, ...spanOf(plain, at, at + 1) }, next: at + 1 };
  if (character === "《" || character === "〔") return behindBracket(text, at);
  if ("“”\"'‘’ *#·".includes(character)) return { token: null, next: at + 1 };
  if (isDigit(text.charCodeAt(at))) return numberAt(plain, at, before);
  const word = wordAt(text, at);
  const counted = chineseAt(plain, at, before);
  if (counted && (word?.word.length ?? 0) < counted.length) return counted.read;
  if (!word) return null;
  const next = at + word.word.length;
  return { token: { kind: "word", word: word.word, sense: word.sense, ...spanOf(plain, at, next) }, next };
}

/** No title or year of a document is longer. */
const longestCited = 120;

function behindBracket(text: string, at: number): Read {
  const close = text.slice(at, at + longestCited).indexOf(text[at] === "《" ? "》" : "〕");
  return { token: null, next: close < 0 ? at + 1 : at + close + 1 };
}

/** What makes of a number a date, an hour, an age or a document's number. */
const noCount = /^(?:月|日|号|时|点|天|周|届|级|楼|岁|分钟|小时|工作日|年|个月|个工作日|热线|类|大|#)/u;

function numberAt(plain: Plain, at: number, before: Token | undefined): Read {
  const { text } = plain;
  let to = digitsEnd(text, at);
  let digits = text.slice(at, to);
  // 3,119: one to three digits, then groups of three.
  while (digits.length <= 15 && text[to] === "," && digitsEnd(text, to + 1) === to + 4) {
    if (digits.length > 3 && !grouped(text, at, to)) break;
    digits += text.slice(to + 1, to + 4);
    to += 4;
  }
  const whole = digits.length;
  if (text[to] === "." && isDigit(text.charCodeAt(to + 1))) {
    const end = digitsEnd(text, to + 1);
    digits += text.slice(to + 1, end);
    to = end;
  }
  const span = spanOf(plain, at, to);
  if (whole === digits.length && /^(?:19|20)\d\d$/u.test(digits) && text[to] === "年")
    return { token: { kind: "year", year: Number(digits), ...span }, next: to + (text[to + 1] === "度" ? 2 : 1) };
  const behind = text.slice(to, to + 4);
  const ordinal = before?.kind === "word" && before.sense.kind === "ordinal" && before.end === span.start;
  // A longer number is a telephone's or a code's.
  const torn = isDigit(text.charCodeAt(at - 1));
  const none = ordinal || torn || digits.length > 15 || noCount.test(behind);
  if (digits === "12345" && (behind.startsWith("热线") || behind.startsWith("政") || behind.startsWith("市")))
    return { token: { kind: "word", word: digits, sense: { kind: "subject", subject: "foreign" }, ...span }, next: to };
  if (none) return { token: { kind: "text", text: digits, ...span }, next: to };
  return counted(plain, { start: at, end: to }, BigInt(digits), digits.length - whole, before);
}

function grouped(text: string, at: number, to: number): boolean {
  const comma = text.indexOf(",", at);
  return comma >= at && comma < to && comma - at <= 3;
}

/** Longer runs of digits are passed over in pieces: they are no numbers. */
const longestDigits = 40;

function digitsEnd(text: string, at: number): number {
  let to = at;
  while (to - at < longestDigits && isDigit(text.charCodeAt(to))) to++;
  return to;
}

/** A number between two places of the plain text, with what stands behind it. */
function counted(
  plain: Plain,
  { start, end }: Span,
  digits: bigint,
  decimals: number,
  before: Token | undefined,
): Read {
  const { text } = plain;
  let at = end;
  let exact = !(before?.kind === "word" && before.sense.kind === "about");
  const skip = (words: RegExp): void => {
    const found = words.exec(text.slice(at, at + 2))?.[0];
    if (!found) return;
    exact = false;
    at += found.length;
  };
  // 1.2万件 is rounded; of 万元 the ten thousand belongs to the unit.
  if (text[at] === "万" && text[at + 1] !== "元") skip(/^万/u);
  skip(/^[余多来几]/u);
  if (text[at] === "万" && text[at + 1] !== "元") skip(/^万/u);
  const unit = unitAt(text, at);
  if (unit) at += unit.unit.length;
  if (unit) skip(/^(?:左右|以上|以下|上下|[余多])/u);
  const token: NumberToken = {
    kind: "number",
    digits,
    decimals,
    unit,
    exact,
    ...spanOf(plain, start, end),
    until: (plain.offsets[at - 1] ?? 0) + 1,
  };
  return { token, next: at };
}

const firstNumerals: ReadonlySet<string> = new Set("零一二三四五六七八九十百千两");
const numerals = /^[零一二三四五六七八九十百千两]{1,8}/u;

/** 一百二十件: a numeral with its unit; 一起 and 一个 are words of another kind. */
function chineseAt(plain: Plain, at: number, before: Token | undefined) {
  const { text } = plain;
  if (!firstNumerals.has(text[at] ?? "")) return null;
  const found = numerals.exec(text.slice(at, at + 8))?.[0];
  if (!found || (before?.kind === "word" && before.sense.kind === "ordinal")) return null;
  const to = at + found.length;
  const unit = unitAt(text, to);
  if (unit?.kind !== "count" || text[to + unit.unit.length] === "事") return null;
  if (found.length === 1 && unit.unit !== "件" && unit.unit !== "宗" && unit.unit !== "件次") return null;
  const value = found.length === 1 ? single(found) : readChinese(found);
  if (value === null) return null;
  return { length: found.length, read: counted(plain, { start: at, end: to }, BigInt(value), 0, before) };
}

function single(numeral: string): number | null {
  const value = "零一二三四五六七八九十".indexOf(numeral);
  return numeral === "两" ? 2 : value < 0 ? null : value;
}

function spanOf({ offsets }: Plain, from: number, to: number): Span {
  const start = offsets[from] ?? 0;
  return { start, end: Math.max(start, (offsets[to - 1] ?? start) + 1) };
}

function plainOf(text: string, start: number, end: number): Plain {
  const characters: string[] = [];
  const offsets: number[] = [];
  let white = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      white = true;
      continue;
    }
    // Two numbers that only white space keeps apart stay two.
    const last = characters.at(-1);
    if (white && last !== undefined && isDigit(code) && isDigit(last.charCodeAt(0))) {
      characters.push(" ");
      offsets.push(at - 1);
    }
    white = false;
    characters.push(folded(text[at] ?? "", code));
    offsets.push(at);
  }
  return { text: characters.join(""), offsets };
}

/** Half width, and for a radical (⼀, out of a PDF) the character it looks like; one character for one. */
function folded(character: string, code: number): string {
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return code >= 0x2e80 && code <= 0x2fdf ? character.normalize("NFKC") : character;
}
