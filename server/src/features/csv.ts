// Tables that Excel opens by itself: UTF-8 with its mark, lines ended as RFC 4180 has it, and nothing in them that a
// spreadsheet would run or take for another value.

/** Stands in front of the first line. */
export const csvMark = "\uFEFF";

export function csvLine(fields: readonly string[]): string {
  return `${fields.map(quoted).join(",")}\r\n`;
}

function quoted(text: string): string {
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front, which makes it a text there. A single sign,
 * and a negative number, are none.
 */
export function guarded(text: string): string {
  return /^[=+\-@＝＋－＠\t\r\n]/.test(text) && !/^(?:[-+－＋]|-\d{1,12}(?:\.\d{1,3})?)$/.test(text)
    ? `'${text}`
    : text;
}

/**
 * What is no number here and a spreadsheet makes one of, or a date: 1/2, 3-4, (5), 1E3, and all digits behind the fifteenth
 * would be gone. Decimals stand as they are.
 */
export function looksLikeAnotherValue(text: string): boolean {
  return (
    /^[(（.￥¥$]?\d[\d\s/.:,()（）%eE+\-年月日时分秒]*$/.test(text) && !/^(?:\d{1,15}|\d{1,12}\.\d{1,3})$/.test(text)
  );
}
