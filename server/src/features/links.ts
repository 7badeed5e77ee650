// Links on what a report cites: the Regulation, with or without an article, and the notices behind the form. Each leads to a
// page of the extension; nothing is fetched.
import { type CitedDocument, feeRules, form2019Notice, form2021Notice, regulation } from "../form/documents";
import type { Bilingual } from "../form/types";
import type { Report } from "../report/types";
import type { Span } from "../syntax/span";

export interface Link {
  readonly span: Span;
  readonly cited: CitedDocument;
  readonly tooltip: Bilingual;
}

const space = "[ \\u00a0\\u3000]{0,2}";
const open = `${space}[〔﹝\\[（(【]${space}`;
const close = `${space}[〕﹞\\]）)】]${space}`;
const article =
  "(?:第[一二三四五六七八九十百]{1,5}条(?:第[一二三四五六七八九十]{1,3}款)?(?:第?[（(][一二三四五六七八九十]{1,3}[）)]项?)?)";

/** 国办函〔2020〕109号, with blanks where people put them: 国办函〔2020〕109 号. */
const numbered = ({ number: { issuer, year, number } }: CitedDocument) =>
  year === null
    ? `(?:国务院令|${issuer})(?:${open}2019${close})?${space}第${space}${number}${space}号`
    : `${issuer}${open}${year}${close}${number}${space}号`;

/** 《条例》 by itself may be any regulation; with an article behind it, in these reports, it is this one unless they say otherwise. */
const patterns: readonly (readonly [CitedDocument, string])[] = [
  [regulation, `《(?:中华人民共和国)?政府信息公开条例》${article}?|《条例》${article}|${numbered(regulation)}`],
  [form2021Notice, numbered(form2021Notice)],
  [form2019Notice, numbered(form2019Notice)],
  [feeRules, `${numbered(feeRules)}|《政府信息公开信息处理费管理办法》`],
];

/** One pass over the text; which alternative matched tells what is cited. */
const pattern = new RegExp(patterns.map(([, source]) => `(${source})`).join("|"), "gu");

/** 《信访条例》（以下简称《条例》）: from here on 《条例》 is another one. No other title stands between the two. */
const abbreviation = /《([^《》\r\n]{1,60})》[^《》\r\n。]{0,60}?(?:简称|下称|以下称)为?[“"「『]?《条例》/gu;

/** More links than these are no help; a text of nothing but citations may have a hundred thousand. */
const mostLinks = 1000;

/** In the order of the text, apart from each other. */
export function links(report: Report): readonly Link[] {
  const found: Link[] = [];
  const isOther = otherRegulation(report.text);
  for (const match of report.text.matchAll(pattern)) {
    if (found.length >= mostLinks) break;
    const cited = patterns.find((_, at) => match[at + 1] !== undefined)?.[0];
    if (cited === undefined || (match[0].startsWith("《条例》") && isOther(match.index))) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    found.push({ span, cited, tooltip: tooltipOf(cited) });
  }
  return found;
}

/** Whether 《条例》 at an offset stands for another regulation: what it was last said to abbreviate. Asked in the order of the text. */
function otherRegulation(text: string): (offset: number) => boolean {
  const said = text.matchAll(abbreviation);
  let next = said.next();
  let other = false;
  return (offset) => {
    for (; !next.done && next.value.index < offset; next = said.next())
      other = !/^(?:中华人民共和国)?政府信息公开条例/u.test(next.value[1] ?? "");
    return other;
  };
}

function tooltipOf({ name }: CitedDocument): Bilingual {
  return { zh: `${name.zh}：说明`, en: `${name.en}: what it is` };
}
