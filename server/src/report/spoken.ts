// What reading a sentence gives, and what is remembered from clause to clause while it is read.
import type { Span } from "../syntax/span";
import type { Clause } from "./clauses";
import type { Meaning, Reading } from "./meaning";
import type { Act, Subject } from "./vocabulary";

/** What the text around a passage tells of it. */
export interface Setting {
  /** Year reported on; without it no number with a year is read. */
  readonly year: number | null;
  readonly organ: string | null;
  /** What the heading above it is about. */
  readonly subject: Subject | null;
}

/** An exact decimal: digits / 10^decimals. */
export interface Amount {
  readonly digits: bigint;
  readonly decimals: number;
}

export interface Statement {
  /** The number, or the word: 未收到, 均. */
  readonly span: Span;
  /** Behind its unit. */
  readonly until: number;
  /** The clause it stands in, with its remarks in brackets. */
  readonly clause: Span;
  /** number: told in figures. none: 未收到, told as 0. all: 均已办结, which leaves 0 in other cells. */
  readonly kind: "number" | "none" | "all";
  /** Of money in 万元. */
  readonly told: Amount;
  readonly subject: Meaning["subject"];
  /** It agrees where it agrees with one of them. */
  readonly readings: readonly Reading[];
  readonly bound: Meaning["bound"];
  readonly loose: boolean;
  /** The percentage told beside it, as its share of the whole: 25 件（37.3%）, 25 件，占37.3%. */
  readonly share: Share | null;
}

export interface Share extends Span {
  readonly percent: Amount;
}

/** What is remembered from clause to clause. */
export interface State {
  subject: Subject | null;
  /** heading: said above. sentence: in this one. before: in an earlier one, or something else was spoken of since. */
  from: "heading" | "sentence" | "before";
  act: Act | null;
  reviews: Set<"review" | "suit">;
  /** Null for the report's own. */
  year: number | "past" | null;
  planned: boolean;
  /** Another organ's numbers, until the sentence ends. */
  foreignOrgan: boolean;
  /** The clause begins with the report's own organ. */
  own: boolean;
  /** A restricted number was told (通过网络收到), whose parts follow. */
  part: boolean;
  /** 除 and 其余, or something not yet dealt with: 均已办结 is of the rest. */
  excepted: boolean;
  /** 主动公开、依申请公开、不予公开 of documents. */
  attributes: boolean;
  /** Something published was counted in this sentence. */
  published: boolean;
  /** A part of the list was told that the form does not ask: what follows may be of that part. */
  field: boolean;
  /** How many there are of a part that was told (上年结转 4 件), of which outcomes may follow; several: of parts that go together. */
  subset: bigint | "several" | null;
  /** 其中: what was received is told by parts. */
  listed: boolean;
  /** The clause before, where it only named something: 依申请公开：无. */
  introduced: Clause | null;
}

/** Where a passage begins. */
export function stateAt(setting: Setting): State {
  return {
    subject: setting.subject,
    from: "heading",
    act: null,
    reviews: new Set(),
    year: null,
    planned: false,
    foreignOrgan: false,
    own: false,
    part: false,
    excepted: false,
    attributes: false,
    published: false,
    field: false,
    subset: null,
    listed: false,
    introduced: null,
  };
}
