// Bytes ↔ text. A wrong guess here would rewrite a whole report in rubbish, so every doubt is a refusal, and a text is
// only ever written back when its untouched form gives the very bytes it came from.
import { isUtf8, transcode } from "node:buffer";
import iconv from "iconv-lite";

export type Encoding = "utf8" | "gb18030" | "utf16le" | "utf16be";

export interface Decoded {
  /** Without the byte order mark, as editors hold it. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
  /** Encoding the text again gives the same bytes; without that a file is read but never written. */
  readonly lossless: boolean;
}

export type Undecodable = "utf-16" | "utf-32" | "binary" | "damaged" | "unknown";

export type Decoding =
  | { readonly decoded: Decoded; readonly why: null }
  | { readonly decoded: null; readonly why: Undecodable };

const mark = "\uFEFF";

/** UTF-16 by its mark, UTF-8 with or without one, else GB18030 (which holds GBK and GB2312), else the reason why none. */
export function decode(bytes: Buffer): Decoding {
  // The mark of UTF-32 little endian begins like that of UTF-16, so it is looked for first.
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) return refuse("utf-32");
  if (startsWith(bytes, [0xff, 0xfe])) return acceptUtf16(bytes, "utf16le");
  if (startsWith(bytes, [0xfe, 0xff])) return acceptUtf16(bytes, "utf16be");
  // No other encoding writes NUL in a text: what holds one is a picture, an archive, or UTF-16 without its mark.
  if (bytes.includes(0)) return refuse("binary");
  // Of well-formed bytes the same as toString("utf8"), in a tenth of the time.
  if (isUtf8(bytes)) return accept(bytes, transcode(bytes, "utf8", "utf16le").toString("utf16le"), "utf8");
  if (startsWith(bytes, [0xef, 0xbb, 0xbf]) || mostlyUtf8(bytes)) return refuse("damaged");
  if (!isGb18030(bytes)) return refuse("unknown");
  return accept(bytes, iconv.decode(bytes, "gb18030", { stripBOM: false }), "gb18030");
}

/** The bytes of a text in the encoding it was read in. */
export function encode(text: string, encoding: Encoding, bom: boolean): Buffer {
  return iconv.encode(bom ? mark + text : text, encoding, { addBOM: false });
}

/** What the bytes might say, wrong characters and all: only to tell whether a file that is refused looks like a report. */
export function guesses(bytes: Buffer): readonly string[] {
  return ["utf8", "gb18030", "utf16le", "utf16be"].map((encoding) => iconv.decode(bytes, encoding));
}

function accept(bytes: Buffer, whole: string, encoding: Encoding): Decoding {
  const bom = whole.startsWith(mark);
  const text = bom ? whole.slice(1) : whole;
  // Well-formed UTF-8 and its text are each other's only form; of the other encoding nothing but a look can tell.
  const lossless = encoding === "utf8" || encode(text, encoding, bom).equals(bytes);
  return { decoded: { text, encoding, bom, lossless }, why: null };
}

/** What Windows Notepad calls Unicode. Half a character at the end, or NUL: the mark was no mark. */
function acceptUtf16(bytes: Buffer, encoding: "utf16le" | "utf16be"): Decoding {
  if (bytes.length % 2 !== 0) return refuse("utf-16");
  const whole = iconv.decode(bytes, encoding, { stripBOM: false });
  return whole.includes("\0") ? refuse("binary") : accept(bytes, whole, encoding);
}

function refuse(why: Undecodable): Decoding {
  return { decoded: null, why };
}

function startsWith(bytes: Buffer, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

// The decoder of the platform is the strict one: the table of iconv-lite also takes four-byte sequences outside of Unicode.
function isGb18030(bytes: Buffer): boolean {
  try {
    new TextDecoder("gb18030", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * A UTF-8 text with a few spoilt bytes is often valid GB18030 too, where it reads as other Chinese characters all through.
 * Text that really is GB18030 hardly ever holds a well-formed three-byte sequence of UTF-8.
 */
function mostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.toString("utf8");
  const spoilt = text.match(/\uFFFD/g)?.length ?? 0;
  const chinese = text.match(/[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]/g)?.length ?? 0;
  return chinese > spoilt;
}
