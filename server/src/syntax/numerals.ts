// Chinese ordinals as headings and lists carry them, from 一 to 九十九.

const numerals = "一二三四五六七八九";

/** 1 to 99 → 一 to 九十九. */
export function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : (numerals[tens - 1] ?? "")}十`;
  return ten + (ones === 0 ? "" : (numerals[ones - 1] ?? ""));
}

/** 一 to 九十九 → 1 to 99; 0 for anything else. */
export function numberOf(text: string): number {
  const found = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/u.exec(text);
  if (!found || text === "") return 0;
  const [, first = "", ten = "", last = ""] = found;
  if (!ten) return first && last ? 0 : numerals.indexOf(first) + 1;
  return (first ? numerals.indexOf(first) + 1 : 1) * 10 + numerals.indexOf(last || " ") + 1;
}
