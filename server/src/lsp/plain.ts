// Hover text for clients that show no Markdown.

/** Takes the marks of the Markdown this server writes off it: emphasis, headings, lists, tables, code, links and escapes. */
export function markdownToPlain(markdown: string): string {
  return markdown
    .split("\n")
    .filter((line) => !/^\s*\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)*\|?\s*$/.test(line))
    .map(plainLine)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

// An escaped character stands for itself, so escapes are taken in the same pass as the marks they protect from. Markdown
// lets every ASCII punctuation mark be escaped.
const mark = /\\([!-/:-@[-`{-~])|\[([^\]]*)\]\([^)]*\)|(\*\*|__|`|\*)/g;

function plainLine(line: string): string {
  return line
    .replace(/^\s*(#{1,6}|>)\s+/, "")
    .replace(/^\s*\|\s?|\s?\|\s*$/g, "")
    .replace(/\s{2}$/, "")
    .replace(mark, (_, escaped: string | undefined, label: string | undefined) => escaped ?? label ?? "")
    .replace(/&nbsp;/g, " ");
}
