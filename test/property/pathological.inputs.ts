// Texts that are no reports, or reports nobody wrote: each by its size, in repetitions of what it is made of.
import { sampleReport } from "../support/sample";

const clean = sampleReport();
const overview = "一、总体情况";
const requests = "三、收到和处理政府信息公开申请情况";
const review = "四、政府信息公开行政复议、行政诉讼情况";
const problems = "五、存在的主要问题及改进情况";
const other = "六、其他需要报告的事项";

/** A clean report with a text below one of its headings. */
function below(heading: string, text: string): string {
  return clean.replace(heading, () => `${heading}\n${text}\n`);
}

function numbered(size: number, line: (index: number) => string): string {
  return Array.from({ length: size }, (_, index) => line(index)).join("");
}

const granted = "（一）予以公开\t1\t";
const rest = "\t1\t1\t1\t1\t1\n";

export const inputs: Readonly<Record<string, (size: number) => string>> = {
  nothing: () => "",
  "one line": (size) => "公开".repeat(size * 100),
  "lines of prose": (size) => "公开信息若干条，及时回应群众关切。\n".repeat(size * 6),
  tabs: (size) => "\t".repeat(size * 10),
  bars: (size) => "|".repeat(size * 10),
  newlines: (size) => "\n".repeat(size * 10),
  "carriage returns": (size) => "\r".repeat(size * 10),
  "binary bytes": (size) => "\0\u0001\ufffd\ud800\u001b".repeat(size * 2),
  brackets: (size) => "（(".repeat(size * 5),
  headings: (size) => `${overview}\n`.repeat(size),
  "headings with text": (size) => `${requests}\n文字\n`.repeat(size),
  "headings in one line": (size) => ` ${overview}`.repeat(size),
  ordinals: (size) => "一、公开\n".repeat(size),
  "row labels": (size) => below(requests, "（一）予以公开\n".repeat(size)),
  "group labels": (size) => below(requests, "\t不予公开\n\n".repeat(size)),
  rows: (size) => below(requests, "（一）予以公开\t1\t0\t0\t0\t0\t0\t1\n".repeat(size)),
  "rows with one cell too few": (size) => below(requests, "（一）予以公开\t\t1\t0\t0\t0\t0\t0\n".repeat(size)),
  "labels like a row's": (size) =>
    below(
      requests,
      numbered(size / 4, (index) => `本机关不掌握相关${String.fromCharCode(0x4e00 + (index % 20_000))}政府信息\t1\n`),
    ),
  "tabs in a table": (size) => below(requests, "\t".repeat(size * 10)),
  "bars in a table": (size) => below(requests, "|".repeat(size * 10)),
  "newlines in a table": (size) => below(requests, "\n".repeat(size * 10)),
  "cells in lines": (size) => below(requests, "\t1\n".repeat(size * 3)),
  "cells in bars": (size) => below(requests, "1 |\n".repeat(size * 2)),
  "plain lines between tabs": (size) => below(requests, `a\tb\n${"公开信息若干条\n".repeat(size * 2)}a\tb\n`),
  "plain numbers": (size) => below(requests, "12\n".repeat(size * 3)),
  "a cell over many lines": (size) => below(requests, `\t公开\n${"予以公开\n".repeat(size)}\t1\n`),
  "cells over two lines": (size) => below(requests, "\t公开\n予以公开\n不予公开\n".repeat(size)),
  "a number of many digits": (size) => below(requests, granted + "9".repeat(size) + rest),
  "a number with many commas": (size) => below(requests, granted + ",1".repeat(size * 5) + rest),
  "a number with many spaces": (size) => below(requests, `${granted}1${" ".repeat(size * 10)}1${rest}`),
  "a note in many brackets": (size) => below(requests, `${granted}1${"（".repeat(size)}${"）".repeat(size)}${rest}`),
  "a label of many characters": (size) => below(requests, `${"予以公开".repeat(size)}\t1${rest}`),
  "numbers without labels in table four": (size) => below(review, "\t1\n".repeat(size * 3)),
  "groups of table four": (size) => below(review, "行政复议\t1\t0\t0\t0\t1\n".repeat(size)),
  "newlines in section five": (size) => below(problems, `问题${"\n".repeat(size * 5)}文`),
  "clauses in section five": (size) => below(problems, "某。 ".repeat(size * 2)),
  subsections: (size) => below(problems, "（一）公开\n".repeat(size)),
  "fees in section six": (size) => below(other, "收取".repeat(size * 5)),
  "a long sheet": (size) => `${clean}${"Sheet1\n1\t2\n".repeat(size)}`,
  reports: (size) => clean.repeat(size / 1000),
};
