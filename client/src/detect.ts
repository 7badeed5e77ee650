// Whether a text is an annual report, and whether it is one that was read in the wrong encoding. The extension wakes for
// every text, so this part reads line by line, stops as soon as it knows, and imports nothing.

/** Lines of a document; lineAt takes 0 … lineCount − 1 and leaves out the line break. */
export interface Lines {
  readonly lineCount: number;
  lineAt(line: number): string;
}

/** A report has its third heading well before this many characters; a log file is given up here. */
const maxCharacters = 200_000;
/** Also counts empty lines, of which a file may have millions. */
const maxLines = 50_000;
/** A heading is shorter, also with its letters spaced out; longer lines are prose and are not looked at. */
const maxHeading = 80;
/** Three of the six sections make a report: fewer also stand in letters and notices about reports. */
const enough = 3;

/**
 * One pattern per section, on a line without white space and marks. Both the form's words and those in use for the same
 * section; traditional characters beside the simplified ones. The row labels of table three (一、本年新收…) match none.
 */
const headings: readonly RegExp[] = [
  /^(?:政府信息公开|政府信息公開)?(?:总体|總體)(?:工作)?(?:情况|情況)|^概述$/,
  /^(?:行政机关|行政機關)?主(?:动|動)公(?:开|開)(?:政府信息)?的?(?:情况|情況)|^政府信息主(?:动|動)公(?:开|開)(?:情况|情況)/,
  /^(?:行政机关|行政機關)?收到和(?:处|處)理政府信息公(?:开|開)申(?:请|請)的?(?:情况|情況)|^政府信息公(?:开|開)申(?:请|請)收到和(?:处|處)理(?:情况|情況)/,
  /^(?:因)?政府信息公(?:开|開)(?:工作|申请|申請)?(?:被申请|被申請|申请|申請)?行政(?:复议|復議|複議).{0,8}行政(?:诉讼|訴訟)的?(?:情况|情況)/,
  /^(?:政府信息公开工作|政府信息公開工作)?(?:存在的?)?(?:主要)?(?:问题|問題)[及和与與]改(?:进|進)(?:情况|情況|措施)/,
  /^其他需要(?:报告|報告|说明|說明)的(?:事项|事項|情况|情況)|^需要(?:报告|報告)的其他(?:事项|事項)|^其他(?:事项|事項)$/,
];

/** Marks of a Markdown heading, then the ordinal with what stands behind it. A title may also come without an ordinal. */
const lead = /^[#*>]*[(（]?(?:[一二三四五六]|[1-6](?![0-9]))?[)）]?[、.．,，:：是]?/;

/** Tags in front of a heading, with what a page writes for spaces, end before this many characters. */
const maxTags = 2_000;
const tags = /^(?:\s|<[^<>]*>|&#?\w{1,8};)+/;
const ordinals = "一二三四五六";

/** The section a line heads (0 … 5), or −1. */
export function headingOf(line: string): number {
  const start = line.slice(0, maxTags);
  const front = tags.exec(start)?.[0] ?? "";
  if (!/[<&]/.test(front)) return plainHeadingOf(line);
  // Behind tags the server looks for nothing but an ordinal with its own title.
  const title = /^[^<&\s]*/.exec(start.slice(front.length))?.[0] ?? "";
  const section = title[1] === "、" ? plainHeadingOf(title) : -1;
  return section >= 0 && ordinals[section] === title[0] ? section : -1;
}

function plainHeadingOf(line: string): number {
  if (line.length < 2 || line.length > maxHeading) return -1;
  // NFKC turns the Kangxi radicals of PDF text (⼀) and full-width forms into plain characters.
  const bare = line.normalize("NFKC").replace(/\s+/g, "");
  const title = bare.slice(lead.exec(bare)?.[0].length ?? 0);
  const section = headings.findIndex((heading) => heading.test(title));
  // Without an ordinal only a line that says nothing else is a heading: "总体情况较好，……" is prose.
  return section >= 0 && (title.length < bare.length || title.length <= 24) && !/[。；;|]/.test(title) ? section : -1;
}

/** True once three of the six section headings were found at the start of a line. */
export function isReport(lines: Lines): boolean {
  const found = new Set<number>();
  let characters = 0;
  for (let line = 0; line < lines.lineCount && line < maxLines && characters < maxCharacters; line++) {
    const text = lines.lineAt(line);
    characters += text.length;
    const section = headingOf(text);
    if (section >= 0 && found.add(section).size >= enough) return true;
  }
  return false;
}

/** The same for a text that is no document yet. */
export function isReportText(text: string): boolean {
  const lines = text.slice(0, maxCharacters).split(/\r\n|\r|\n/);
  return isReport({ lineCount: lines.length, lineAt: (line) => lines[line] ?? "" });
}

/**
 * True when a text looks like Chinese that was not read as Chinese: GBK bytes taken for UTF-8 are mostly U+FFFD, taken
 * for Windows-1252 mostly letters with accents, and in both next to no Chinese character is left. A suspicion only: the
 * bytes decide.
 */
export function looksMisread(lines: Lines): boolean {
  let characters = 0;
  let foreign = 0;
  let chinese = 0;
  let broken = 0;
  for (let line = 0; line < lines.lineCount && line < 2_000 && characters < 20_000; line++) {
    const text = lines.lineAt(line).slice(0, 20_000 - characters);
    characters += text.length;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < 0x80) continue;
      foreign++;
      if (code >= 0x3400 && code <= 0x9fff) chinese++;
      else if (code === 0xfffd || code <= 0xff) broken++;
    }
  }
  // The last condition leaves out European text, where letters with accents are few.
  return foreign >= 40 && chinese * 10 < foreign && broken * 3 > foreign && broken * 5 > characters;
}

/** Names that may hold a report: only for these are a file's bytes read again. */
export function mayHoldReport(path: string): boolean {
  return /\.(?:txt|nianbao)$/i.test(path);
}

/** Names that stay what they are: Markdown is never changed by content, even where the user shows it as plain text. */
export function isMarkdownName(path: string): boolean {
  return /\.(?:md|markdown|mdx)$/i.test(path);
}

/** The pattern of a `files.associations` key as `languages.match` wants it: a key without a slash means the name alone. */
export function associationPattern(key: string): string {
  const lower = key.toLowerCase();
  return lower.includes("/") ? lower : `**/${lower}`;
}
