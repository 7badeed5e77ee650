// What the prose of a report says of the numbers of its form.

import { move } from "../syntax/span";
import { clausesOf } from "./clauses";
import { madeOf } from "./kept";
import { namedIn } from "./meaning";
import { perObject } from "./memo";
import { clausesIn, type Passage, passagesOf } from "./passages";
import { readStatements } from "./sentences";
import type { Statement as Read, Setting } from "./spoken";
import { tokensOf } from "./tokens";
import type { Report, Section } from "./types";
import type { Subject } from "./vocabulary";

export { readStatements } from "./sentences";
export type { Amount, Share } from "./spoken";

export interface Statement extends Read {
  readonly section: Section | null;
}

/** Every statement, in the order of the text; worked out when first asked for. Section six tells fees, and none of the form's numbers. */
export const statementsOf: (report: Report) => readonly Statement[] = perObject((report) => [...statementsIn(report)]);

/** What every word for none or all of something has in it; white space may stand between. */
const tellsNoneOrAll = /[未没无⽆均都皆悉]|全[\s\p{Cf}]*[部都数]|所[\s\p{Cf}]*有/u;

function* statementsIn(report: Report): Iterable<Statement> {
  let section: Section | null = null;
  let subject: Subject | null = null;
  for (const passage of passagesOf(report)) {
    if (passage.section !== section) {
      section = passage.section;
      subject = section?.id === "requests" ? "requests" : null;
    }
    if (section?.id === "other") continue;
    const heading = madeOf(passage.words, "heading", () => headingOf(passage));
    if (heading) {
      subject = heading.subject ?? (section?.id === "requests" ? "requests" : null);
      if (heading.alone) continue;
    }
    for (const statement of statementsWith(passage, { year: report.year, organ: report.organ, subject }))
      yield { ...placed(statement, passage.start), section };
  }
}

function statementsWith({ words, numbers }: Passage, setting: Setting): readonly Read[] {
  const { year, organ, subject } = setting;
  return madeOf(words, `statements/${year}/${organ}/${subject}`, () =>
    numbers > 0 || tellsNoneOrAll.test(words.text) ? readStatements(clausesIn(words), setting) : [],
  );
}

function placed(statement: Read, by: number): Read {
  const { span, until, clause, share } = statement;
  return {
    ...statement,
    span: move(span, by),
    until: until + by,
    clause: move(clause, by),
    share: share && { ...share, ...move(share, by) },
  };
}

const longestHeading = 40;
const enumerated =
  /^[#*\s]*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．]|[一二三四五六七八九十]{1,2}[、是])/u;

/** （二）依申请公开情况 says what is spoken of below it. Null where a passage begins with no heading. */
function headingOf({ words: { text } }: Passage): { readonly subject: Subject | null; readonly alone: boolean } | null {
  const line = text.slice(0, longestHeading);
  if (!enumerated.test(line)) return null;
  const stop = /[。：:；;，,]/u.exec(line)?.index;
  const alone = stop === undefined && text.length <= longestHeading;
  if (stop === undefined && !alone) return { subject: null, alone: false };
  const [clause] = clausesOf(tokensOf(line.slice(0, stop)));
  const named = clause ? namedIn([...clause.tokens]) : null;
  const subject = named?.subjects.findLast((each) => each !== "application") ?? null;
  return { subject: subject === "requests" ? subject : null, alone };
}
