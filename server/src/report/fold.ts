// Labels and titles are compared folded: typography (brackets, spaces, line breaks, quotes, enumerators, full width,
// traditional characters, radicals out of PDFs) falls away, wording stays. Ranges and edits never use folded text.

import { perText } from "./memo";

export type Mark = "none" | "bracket" | "digit" | "ordinal";

export interface Folded {
  /** How the label is enumerated: （三） bracket, 3. digit, 三、 ordinal. */
  readonly mark: Mark;
  /** The enumerator's own figure: 三 or 3; "" without a mark. */
  readonly number: string;
  /** What is left to compare. */
  readonly key: string;
  /** `key` without a remark in brackets at its end; equal to `key` where there is none. */
  readonly bare: string;
}

// Only characters that occur in the form; the two strings are aligned.
const traditional =
  "條項請數據關係為於總計結轉續辦開區處這種屬國穩護權類內務過執詢無機沒現製補後確訪舉報訴複當認獲費繳納許罰強業單萬議訟維糾審經組織構會問題進況對採購減決廢發體與動標準範規樣實應復額繼爲說";
const simplified =
  "条项请数据关系为于总计结转续办开区处这种属国稳护权类内务过执询无机没现制补后确访举报诉复当认获费缴纳许罚强业单万议讼维纠审经组织构会问题进况对采购减决废发体与动标准范规样实应复额继为说";

const simple: ReadonlyMap<string, string> = new Map(
  [...traditional].map((char, at) => [char, [...simplified][at] as string]),
);
const traditionalChar = new RegExp(`[${traditional}]`, "g");

/** 文件 reads 檔案 in texts converted word by word. */
function toSimplified(text: string): string {
  return text.replaceAll("檔案", "文件").replace(traditionalChar, (char) => simple.get(char) ?? char);
}

const enumerator = /^(?:\(([一二三四五六七八九十]{1,3})\)|([一二三四五六七八九十]{1,3})[、.,:]|(\d{1,2})[、.)])/;
const remark = /\([^()]*\)$/;
const noise = /[^\p{L}\p{N}]/gu;

export const fold: (text: string) => Folded = perText(compute);

function compute(text: string): Folded {
  const plain = toSimplified(text.normalize("NFKC"))
    // A backslash is what Markdown puts before the point of 1\.
    .replace(/[\s\u200b-\u200f\u202a-\u202c\u2060\u2066-\u2069\\]+/g, "")
    .replace(/^[#*]+/, "");
  const found = enumerator.exec(plain);
  const rest = found ? plain.slice(found[0].length) : plain;
  const key = rest.replace(noise, "");
  const bare = rest.replace(remark, "").replace(noise, "");
  const mark: Mark = !found ? "none" : found[1] ? "bracket" : found[2] ? "ordinal" : "digit";
  return { mark, number: found?.[1] ?? found?.[2] ?? found?.[3] ?? "", key, bare };
}

/** Share of common neighbouring pairs of characters (Dice), 0 to 1: how alike two keys are. */
export function likeness(one: string, two: string): number {
  if (one.length < 2 || two.length < 2) return one === two ? 1 : 0;
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < one.length; at++) {
    const pair = one.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let at = 0; at + 1 < two.length; at++) {
    const pair = two.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      common++;
      pairs.set(pair, left - 1);
    }
  }
  return (2 * common) / (one.length + two.length - 2);
}
