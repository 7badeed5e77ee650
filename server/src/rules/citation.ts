import { type CitedDocument, documents, form2021Notice, numberOf, regulation, replacements } from "../form/documents";
import { paragraphsOf } from "../report/paragraphs";
import type { Report } from "../report/types";
import type { Draft, Fix, Rule, TextEdit } from "./types";
import { both, noNumbers, quoted } from "./wording";

const digits = "[0-9０-９]";
const blanks = "[ \\u00a0\\u3000]{0,2}";
/** A number as of a 国办 document, whole or torn: issuer, bracket, year (or all digits), bracket, number, 号. */
const letter = new RegExp(
  `(国办(?:公开办函|公开办发|公开办|公开函|公开|函|发))${blanks}([〔﹝［[（(【]?)${blanks}(${digits}{4,8})${blanks}([〕﹞］\\]）)】]?)(?:${blanks}第)?${blanks}(${digits}{0,4})(${blanks}号)?`,
  "gu",
);
const order = new RegExp(`(?:国务院令|国令)${blanks}第${blanks}(${digits}{2,4})${blanks}号`, "gu");
/** How all of them begin. */
const issued = /国办|国令|国务院令/u;
const brackets: ReadonlySet<string> = new Set(["〔〕", "﹝﹞", "[]", "()", "【】"]);
/** The title a number stands behind in brackets, without another title inside. */
const titleBefore =
  /(?:《[^《》]{0,60})?《([^《》]{2,60})》(?:[^《》。；，、（(]{0,6}》)?[^《》。；，、（(]{0,6}[（(]\s{0,2}$/u;
/** A clause that tells which text came before which. */
const history = /废止|修订前|修改前|原[《国]|此前|旧版|代替|取代|失效/u;

export const citation: Rule = {
  id: "citation",
  severity: "warning",
  title: { zh: "引用文件的文号有误", en: "A cited document's number is wrong" },
  page: {
    what: {
      zh: "引用《政府信息公开条例》、年度报告格式、信息处理费管理办法的文号：所引已不适用于报告年度（2019 年度起的国令第492号，2021 年度起的国办公开办函〔2019〕60号）；紧跟文件名称的文号与该文件不符；机关代字有误。括号缺失、“号”字缺失多为转换所致，按信息报告。半角或其他括号、空格不报告；说明修订、废止经过的句子不报告；其他文件的文号不核对。",
      en: "Numbers of the Regulation, the form and the fee rules: one that no longer holds for the report's year (国令第492号 since 2019, 国办公开办函〔2019〕60号 since 2021), one behind the name of a document that has another, or a wrong abbreviation of the issuer. A lost bracket or 号, as by conversion, is information. Other brackets and blanks are not reported, nor are sentences that tell of a revision or repeal; numbers of other documents are not checked.",
    },
    why: {
      zh: "条例于2019年修订后以国令第711号公布；2021年度起的报告适用国办公开办函〔2021〕30号；信息处理费依据国办函〔2020〕109号。",
      en: "The Regulation was revised in 2019 as 国令第711号; since report year 2021 国办公开办函〔2021〕30号 holds; fees follow 国办函〔2020〕109号.",
    },
    remedy: {
      zh: "核对所引文件。快速修复写上正确的文号；所引为旧格式的，连同文件名称一并改。",
      en: "Check what is cited. The quick fix writes the right number, and the right name where the old form was named.",
    },
  },
  wrong:
    "青禾县水务局2024年政府信息公开工作年度报告\n根据《中华人民共和国政府信息公开条例》（«国令第492号»）和«国办公开办函〔2019〕60号»要求编制本报告。\n一、总体情况\n公开信息 12 条。\n",
  right:
    "青禾县水务局2024年政府信息公开工作年度报告\n根据《中华人民共和国政府信息公开条例》（国令第711号）和国办公开办函〔2021〕30号要求编制本报告。\n一、总体情况\n公开信息 12 条。\n",
  *check(report) {
    for (const { start, end } of paragraphsOf(report)) {
      const line = report.text.slice(start, end);
      if (!issued.test(line)) continue;
      for (const match of line.matchAll(letter)) yield* letterCited(report, line, start, match);
      for (const match of line.matchAll(order)) yield* orderCited(report, line, start, match);
    }
  },
};

function* letterCited(report: Report, line: string, from: number, match: RegExpExecArray): Iterable<Draft> {
  const [written, issuer = "", open = "", one = "", close = "", two = "", mark = ""] = match;
  const said = `${one}${two}`.normalize("NFKC");
  const isWhole = brackets.has(`${open}${close}`.normalize("NFKC")) && one.length === 4 && two !== "" && mark !== "";
  // A line that ends here may go on below.
  if (!isWhole && match.index + written.length === line.length) return;
  const named = titled(report, line, match.index);
  const known = documents.find(
    ({ number }) =>
      said === `${number.year}${number.number}` &&
      (issuer === number.issuer || (number.issuer === "国办公开办函" && issuer.startsWith("国办公开"))),
  );
  const meant = named ?? known;
  if (!meant || meant === regulation) return;
  const place: Place = { line, from, at: match.index, written };
  const successor = known && !holds(known, report) ? replacements.get(known) : undefined;
  if (successor && known) {
    if (!history.test(around(place)) && !around(place).includes(numberOf(successor)))
      yield superseded(place, known, successor);
  } else if (issuer !== meant.number.issuer || said !== `${meant.number.year}${meant.number.number}`)
    yield wrong(place, meant);
  else if (!isWhole)
    yield {
      ...wrong(place, meant),
      severity: "information",
      message: {
        zh: `文号${quoted(written)}不完整，应为“${numberOf(meant)}”`,
        en: `The number ${quoted(written)} is not whole; it is “${numberOf(meant)}”`,
      },
    };
}

function* orderCited(report: Report, line: string, from: number, match: RegExpExecArray): Iterable<Draft> {
  const number = Number((match[1] ?? "").normalize("NFKC"));
  if (number === regulation.number.number || !holds(regulation, report)) return;
  const place: Place = { line, from, at: match.index, written: match[0] };
  if (history.test(around(place)) || around(place).includes(String(regulation.number.number))) return;
  if (regulation.number.formerly.includes(number) || titled(report, line, match.index) === regulation)
    yield wrong(place, regulation, match[0].replace(match[1] ?? "", String(regulation.number.number)));
}

interface Place {
  readonly line: string;
  /** Offset of the line in the report, and of the number in the line. */
  readonly from: number;
  readonly at: number;
  readonly written: string;
}

/** So much of a line is looked at on either side of a number. */
const mostAround = 160;

function before({ line, at }: Pick<Place, "line" | "at">): string {
  return line.slice(Math.max(0, at - mostAround), at);
}

/** The sentence around it, as far as it is looked at. */
function around(place: Place): string {
  const behind = place.line.slice(place.at, place.at + mostAround);
  return `${before(place).split("。").at(-1) ?? ""}${behind.split("。", 1)[0] ?? ""}`;
}

/** The document of the report's year whose title stands right before its number. */
function titled(report: Report, line: string, at: number): CitedDocument | null {
  const title = titleBefore.exec(before({ line, at }))?.[1];
  if (title === undefined) return null;
  const found = documents.find(
    (each) => holds(each, report) && each.titles.some((words) => title.includes(words)) && !replaces(each, title),
  );
  return found ?? null;
}

/** 年度报告格式（试行） is not 年度报告格式. */
function replaces(document: CitedDocument, title: string): boolean {
  return document === form2021Notice && /试行|有关事项|转发/u.test(title);
}

/** For the report's year; where none is known, for the edition of its tables. */
function holds({ years }: CitedDocument, { year, edition }: Report): boolean {
  const reported = year ?? (edition === 2019 ? 2020 : 2021);
  return reported >= years.from && (years.to === null || reported <= years.to);
}

function wrong({ from, at, written }: Place, meant: CitedDocument, newText = numberOf(meant)): Draft {
  const span = { start: from + at, end: from + at + written.length };
  return {
    span,
    message: {
      zh: `${meant.name.zh.replace(/（.*$/u, "")}的文号应为“${numberOf(meant)}”，写的是${quoted(written)}`,
      en: `${quoted(written)}: the number of ${meant.name.zh.replace(/（.*$/u, "")} is “${numberOf(meant)}”`,
    },
    advice: { zh: "请核对文号", en: "Check the number" },
    fixes: [changing([{ span, newText }], `“${written}” → “${newText}”`)],
  };
}

function superseded(place: Place, old: CitedDocument, now: CitedDocument): Draft {
  const span = { start: place.from + place.at, end: place.from + place.at + place.written.length };
  const own = /《[^《》]{2,60}》[（(]\s{0,2}$/u.exec(before(place));
  const isNested = titleBefore.test(before(place)) && !own;
  const edits: TextEdit[] = [{ span, newText: numberOf(now) }];
  const name = now.name.zh.replace(/（.*$/u, "");
  if (own) {
    const start = span.start - own[0].length;
    edits.unshift({ span: { start, end: start + own[0].indexOf("》") + 1 }, newText: name });
  }
  const stands = own ? `${own[0]}${place.written}` : place.written;
  const put = own ? `${name}${own[0].slice(own[0].indexOf("》") + 1)}${numberOf(now)}` : numberOf(now);
  return {
    span,
    message: {
      zh: `${numberOf(old)}用于 ${old.years.from}—${old.years.to ?? ""} 年度，${now.years.from} 年度起为${numberOf(now)}`,
      en: `${numberOf(old)} was for report years ${old.years.from} to ${old.years.to ?? ""}; since ${now.years.from} it is ${numberOf(now)}`,
    },
    advice: { zh: "请核对编制依据", en: "Check what the report is based on" },
    fixes: isNested ? [] : [changing(edits, `“${stands}” → “${put}”`)],
  };
}

function changing(edits: readonly TextEdit[], change: string): Fix {
  return { kind: "prose", grade: "candidate", title: both(change), edits, sets: noNumbers };
}
