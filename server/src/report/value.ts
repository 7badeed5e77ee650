// What a cell's text says as a value: exact, without floating point, and how it is spelled where that is not plain.
import type { ValueKind } from "../form/types";
import type { CellValue, Spelling } from "./types";

export interface ReadValue {
  readonly value: CellValue;
  /** Offsets within the text of the number's own characters (sign to last digit); the whole text where it is no number. */
  readonly from: number;
  readonly to: number;
}

/** More digits than any count of a report has, and more than JSON numbers keep. */
export const longestCount = 15;

/** Longer text is no number, whatever it begins with; nothing below looks at more than this. */
const longestValue = 120;

const dash = "-−－‐–—";
const marks = /^(?:[-−－‐–—/／\\*＊、]{1,3}|无|無|没有|不适用|不涉及|n\/?a|nil|null)$/i;
/** White space within a line: figures on two lines may be two numbers, and are read as none. */
const white = " \\t\\u00a0\\u3000\\u2000-\\u200a\\u202f\\u205f";
const number = new RegExp(
  `^([${dash}+＋]?)[${white}]*([0-9０-９](?:[0-9０-９]|[,，${white}](?=[0-9０-９]))*)(?:[${white}]*[.．][${white}]*([0-9０-９]+))?`,
);
const unit = /^\s*(?:万元|亿元|件次?|条次?|项|个|份|起|人次?|宗|元|次|篇|部|例)?\s*(?:[（(][^（）()]*[）)])?\s*$/;
const signWord = /^(?:增加?|减少?|加|减)\s*(?=[0-9０-９])/;

const blank: ReadValue = { value: { kind: "blank" }, from: 0, to: 0 };

/** Reads a cell's text, already without surrounding white space, as a value of the kind its column asks for. */
export function readValue(text: string, kind: ValueKind): ReadValue {
  if (text === "") return blank;
  const plain = plainCount(text);
  if (plain) return plain;
  const whole = (value: CellValue): ReadValue => ({ value, from: 0, to: text.length });
  if (text.length > longestValue) {
    const digits = text.slice(0, longestValue);
    return whole(/\D/.test(digits) ? { kind: "text", mark: false } : { kind: "invalid", why: "too-long", digits });
  }
  if (marks.test(text)) return whole({ kind: "text", mark: true });

  const word = kind === "signed" ? (signWord.exec(text)?.[0] ?? "") : "";
  const found = number.exec(text.slice(word.length));
  if (!found) return readWritten(text, whole);
  const [all, sign = "", integer = "", fraction] = found;
  const rest = text.slice(word.length + all.length);
  if (!unit.test(rest)) return readWritten(text, whole);

  const spelling: Spelling[] = [];
  if (/[０-９．＋]/.test(all)) spelling.push("full-width");
  if (/[,，]/.test(integer)) {
    if (!/^[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+$/.test(integer.replace(/\s/g, "")))
      return whole({ kind: "text", mark: false });
    spelling.push("separator");
  }
  if (/\s/.test(all.trim())) spelling.push("inner-space");
  if (/^[+＋]/.test(sign) || /[−－‐–—]/.test(sign)) spelling.push("sign");
  const digits = integer.normalize("NFKC").replace(/[^0-9]/g, "");
  if (digits.length > 1 && digits.startsWith("0")) spelling.push("leading-zero");
  const whole0 = digits.replace(/^0+(?=\d)/, "");
  const decimals = fraction === undefined ? "" : `.${fraction.normalize("NFKC")}`;
  const minus = sign !== "" && dash.includes(sign);
  const negative = (minus || word.startsWith("减")) && !/^[0.]*$/.test(whole0 + decimals);
  if (minus && !negative && !spelling.includes("sign")) spelling.push("sign");
  const canonical = `${negative ? "-" : ""}${whole0}${decimals}`;
  const note = word.trim() + rest.trim();
  // 减 says what a minus says: who writes the number anew replaces both.
  const from = 0;
  const to = word.length + all.length;

  if (whole0.length + (fraction?.length ?? 0) > longestCount)
    return { value: { kind: "invalid", why: "too-long", digits: canonical }, from, to };
  if (decimals !== "" && kind !== "amount")
    return { value: { kind: "invalid", why: "decimal", digits: canonical }, from, to };
  if (negative && kind !== "signed")
    return { value: { kind: "invalid", why: "negative", digits: canonical }, from, to };
  return { value: { kind: "number", digits: canonical, spelling, note: note === "" ? null : note }, from, to };
}

/** Nearly every cell is a few ASCII digits; they need no pattern, and the short ones come back with every reading. */
function plainCount(text: string): ReadValue | null {
  const known = shortCounts.get(text);
  if (known) return known;
  if (!isPlainCount(text, 0, text.length) || (text.length > 1 && text.charCodeAt(0) === 0x30)) return null;
  const read: ReadValue = {
    value: { kind: "number", digits: text, spelling: [], note: null },
    from: 0,
    to: text.length,
  };
  if (text.length <= 3) shortCounts.set(text, read);
  return read;
}

/** At most a thousand of them. */
const shortCounts = new Map<string, ReadValue>();

/** Numbers written with letters for digits (O, l) or in Chinese; anything else is no number. */
function readWritten(text: string, whole: (value: CellValue) => ReadValue): ReadValue {
  if (/^[0-9０-９oOｏＯ○〇lIｌＩ]{1,15}$/.test(text) && /[0-9０-９oOｏＯ○〇]/.test(text)) {
    const digits = text
      .normalize("NFKC")
      .replace(/[oO○〇]/g, "0")
      .replace(/[lI]/g, "1")
      .replace(/^0+(?=\d)/, "");
    return whole({ kind: "number", digits, spelling: ["letter"], note: null });
  }
  const chinese = readChinese(text);
  if (chinese !== null) return whole({ kind: "number", digits: String(chinese), spelling: ["chinese"], note: null });
  return whole({ kind: "text", mark: false });
}

const numerals = "零一二三四五六七八九";

/** 十二, 一百零五, 三千, 零; null for anything else. One character alone may be a stroke or a torn label and is not read. */
export function readChinese(text: string): number | null {
  if (text === "零") return 0;
  if (text.length === 1 || !/^[零一二两三四五六七八九十百千]{1,8}$/.test(text)) return null;
  const plain = text.replaceAll("两", "二").replace(/^十/, "一十");
  let total = 0;
  let digit = 0;
  for (const char of plain) {
    const place = char === "十" ? 10 : char === "百" ? 100 : char === "千" ? 1000 : 0;
    total += digit * place;
    digit = place > 0 ? 0 : numerals.indexOf(char);
  }
  total += digit;
  // 三百五 is 350 to some and 305 to others: only what is written as the number is said counts.
  return writeChinese(total) === plain ? total : null;
}

function writeChinese(count: number): string {
  const digits = String(count);
  const written = [...digits].map((digit, at) =>
    digit === "0" ? "零" : `${numerals[Number(digit)]}${["", "十", "百", "千"][digits.length - 1 - at] ?? "?"}`,
  );
  return written.join("").replace(/零+/g, "零").replace(/零$/, "");
}

/** The counts most cells have, so that they are not made anew for every cell of every reading. */
const smallCounts = Array.from({ length: 100 }, (_, count) => BigInt(count));

/** The value as an exact integer; null where it is no readable whole number. */
export function countOf(value: CellValue): bigint | null {
  if (value.kind !== "number") return null;
  const { digits } = value;
  if (digits.length <= 2) {
    const small = smallCounts[Number(digits)];
    if (small !== undefined) return small;
  }
  return digits.includes(".") ? null : BigInt(digits);
}

/** True for a stretch of text that is a plain whole number, which nearly every cell is. */
export function isPlainCount(text: string, start: number, end: number): boolean {
  if (end - start > longestCount || end === start) return false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}

/** True where the text could be a cell's value: a figure, a stroke, 无, or a figure with its unit. */
export function looksLikeValue(text: string): boolean {
  if (text.length > 40) return false;
  if (marks.test(text)) return true;
  const read = readValue(text, "amount").value;
  return (
    read.kind === "number" ||
    read.kind === "invalid" ||
    (read.kind === "text" && /^[+＋−－-]?[0-9０-９]+(?:[.．][0-9０-９]+)?\s*\S{0,2}$/.test(text))
  );
}
