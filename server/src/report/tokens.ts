// A passage of prose → words, numbers with their units, marks, and unknown text between them. Linear: white space and width
// fall away first, then each place is read once, by the longest word that stands there.
import { isDigit, isSpace } from "../syntax/characters";
import type { Span } from "../syntax/span";
import { isMonth, partOfYear } from "./months";
import { readChinese } from "./value";
import { type Sense, type Unit, unitAt, unitBeginnings } from "./vocabulary";
import { wordAt } from "./words";

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

type Sign =
  | { readonly kind: "mark"; readonly mark: Mark }
  /** It opens a title or the year of a document, which are passed over up to what closes them. */
  | { readonly kind: "cited"; readonly close: string }
  | { readonly kind: "passed" };

const passed: Sign = { kind: "passed" };
/** By code, since every character of the prose is looked up. */
const signs: ReadonlyMap<number, Sign> = new Map(
  Object.entries<Sign>({
    "。": { kind: "mark", mark: "stop" },
    "!": { kind: "mark", mark: "stop" },
    "?": { kind: "mark", mark: "stop" },
    ";": { kind: "mark", mark: "semicolon" },
    ",": { kind: "mark", mark: "comma" },
    "、": { kind: "mark", mark: "pause" },
    ":": { kind: "mark", mark: "colon" },
    "(": { kind: "mark", mark: "open" },
    ")": { kind: "mark", mark: "close" },
    "《": { kind: "cited", close: "》" },
    "〔": { kind: "cited", close: "〕" },
    ...Object.fromEntries([..."“”\"'‘’ *#·"].map((quote) => [quote, passed])),
  }).map(([character, sign]) => [character.charCodeAt(0), sign]),
);
const point = 0x2e;

const chinese = "零一二三四五六七八九十百千两";
const numerals: ReadonlySet<number> = new Set([...chinese].map((numeral) => numeral.charCodeAt(0)));
const mostNumerals = 8;

/**
 * A pattern for what every number with a unit has in the text, percentages aside (⼀ and the like stand for numerals in texts out
 * of PDFs): passages without it tell no numbers, and need not be read.
 */
export const numberWithUnit = `[\\d０-９${chinese}⼀⼆⼋⼗][万余多来几\\s\\p{Cf}]*[${unitBeginnings}]`;

/** Tokens of `text`, in its order, with offsets into it. */
export function tokensOf(text: string): readonly Token[] {
  const plain = plainOf(text);
  const tokens: Token[] = [];
  let unknown = -1;
  const flush = (at: number): void => {
    if (unknown < 0) return;
    const { start, end } = spanOf(plain, unknown, at);
    tokens.push({ kind: "text", text: plain.text.slice(unknown, at), start, end });
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
  const code = text.charCodeAt(at);
  if (isDigit(code)) return numberAt(plain, at, before);
  const sign = signs.get(code);
  if (sign?.kind === "mark") return markAt(plain, at, sign.mark);
  if (sign?.kind === "cited") return behindBracket(text, at, sign.close);
  if (sign) return { token: null, next: at + 1 };
  // A point ends a sentence where no number stands before it: 1. is an enumerator.
  if (code === point && before?.kind !== "number" && !isDigit(text.charCodeAt(at - 1)))
    return markAt(plain, at, "stop");
  const found = wordAt(text, at);
  const counted = chineseAt(plain, at, before);
  if (counted && (found?.word.length ?? 0) < counted.length) return counted.read;
  if (!found) return null;
  const { word, sense } = found;
  const { start, end } = spanOf(plain, at, at + word.length);
  return { token: { kind: "word", word, sense, start, end }, next: at + word.length };
}

function markAt(plain: Plain, at: number, mark: Mark): Read {
  const { start, end } = spanOf(plain, at, at + 1);
  return { token: { kind: "mark", mark, start, end }, next: at + 1 };
}

/** No title or year of a document is longer. */
const longestCited = 120;

function behindBracket(text: string, at: number, sign: string): Read {
  const close = text.slice(at, at + longestCited).indexOf(sign);
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
  const { start, end } = spanOf(plain, at, to);
  if (whole === digits.length && /^(?:19|20)\d\d$/u.test(digits) && text[to] === "年")
    return { token: { kind: "year", year: Number(digits), start, end }, next: to + (text[to + 1] === "度" ? 2 : 1) };
  const behind = text.slice(to, to + 4);
  if (isMonth(text, at, to))
    return { token: { kind: "word", word: "月", sense: partOfYear, start, end }, next: to + 1 };
  const ordinal = before?.kind === "word" && before.sense.kind === "ordinal" && before.end === start;
  // A longer number is a telephone's or a code's.
  const torn = isDigit(text.charCodeAt(at - 1));
  const none = ordinal || torn || digits.length > 15 || noCount.test(behind);
  if (digits === "12345" && (behind.startsWith("热线") || behind.startsWith("政") || behind.startsWith("市")))
    return {
      token: { kind: "word", word: digits, sense: { kind: "subject", of: "foreign" }, start, end },
      next: to,
    };
  if (none) return { token: { kind: "text", text: digits, start, end }, next: to };
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

/** 一百二十件: a numeral with its unit; 一起 and 一个 are words of another kind. */
function chineseAt(plain: Plain, at: number, before: Token | undefined) {
  const { text } = plain;
  let to = at;
  while (to - at < mostNumerals && numerals.has(text.charCodeAt(to))) to++;
  if (to === at || (before?.kind === "word" && before.sense.kind === "ordinal")) return null;
  const found = text.slice(at, to);
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

function plainOf(text: string): Plain {
  let kept = "";
  const offsets: number[] = [];
  // What stands between white space and characters of another width is taken over in one piece.
  let from = 0;
  let last = 0;
  let white = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      if (!white) kept += text.slice(from, at);
      white = true;
      continue;
    }
    if (white) {
      // Two numbers that only white space keeps apart stay two.
      if (isDigit(code) && isDigit(last)) {
        kept += " ";
        offsets.push(at - 1);
      }
      from = at;
      white = false;
    }
    last = code;
    offsets.push(at);
    if (!isFolded(code)) continue;
    kept += text.slice(from, at) + folded(code);
    from = at + 1;
  }
  return { text: white ? kept : kept + text.slice(from), offsets };
}

/** In full width, or a radical (⼀, out of a PDF) in place of the character it looks like. */
function isFolded(code: number): boolean {
  return isWide(code) || (code >= 0x2e80 && code <= 0x2fdf);
}

function isWide(code: number): boolean {
  return code >= 0xff01 && code <= 0xff5e;
}

/** One character for one. */
function folded(code: number): string {
  return isWide(code) ? String.fromCharCode(code - 0xfee0) : String.fromCharCode(code).normalize("NFKC");
}
