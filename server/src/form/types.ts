// The shapes in which the statutory form is written down. Nothing here reads text or computes.

/** Report year from which an edition of the form applies; 2019 is the trial form of 国办公开办函〔2019〕60号, 2021 that of 〔2021〕30号. */
export type Edition = 2019 | 2021;

export type SectionId = "overview" | "disclosure" | "requests" | "review" | "problems" | "other";
export type TableId = "disclosure" | "requests" | "review";

/** One text in both languages; labels quoted from the form stay Chinese in both. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export interface FormSection {
  readonly id: SectionId;
  /** 一 … 六 */
  readonly ordinal: string;
  /** The statutory title without its ordinal. */
  readonly title: string;
  /** Titles in use for the same section; matched in silence. */
  readonly variants: readonly string[];
  /** Titles that mean the section without being its title; matched where no better one stands, reported by `section-title`. */
  readonly wordings: readonly string[];
  /** What the notice asks to be reported there. */
  readonly content: Bilingual;
}

/** count: a whole number not below zero. signed: may be negative (本年增/减). amount: a decimal not below zero. */
export type ValueKind = "count" | "signed" | "amount";

export interface FormColumn {
  /** Id used in JSON, settings and tests, e.g. "natural". */
  readonly id: string;
  /** Column head as printed, e.g. 自然人. */
  readonly label: string;
  /** Heads seen in reports that are not the form's words; matched and reported by `row-label`. */
  readonly wordings: readonly string[];
  readonly english: string;
  readonly kind: ValueKind;
}

/** A label that stands beside several rows: （三）不予公开, or the block head 第二十条第（一）项. */
export interface FormGroup {
  readonly id: string;
  /** With its mark, as printed: （三）不予公开. */
  readonly label: string;
  readonly wordings: readonly string[];
}

export interface FormRow {
  /** Flat id used in JSON and settings, e.g. "denied.stateSecret". */
  readonly id: string;
  /** As printed, with its enumerator: 1.属于国家秘密. */
  readonly label: string;
  /** Words seen for the same row that are not the form's; matched and reported by `row-label`. */
  readonly wordings: readonly string[];
  /** Other printings of the same words, matched in silence. */
  readonly aliases: readonly string[];
  readonly group: FormGroup | null;
  readonly english: string;
  /** Provision behind the row (政府信息公开条例 unless named), as inferred from the wording; null where none names it. */
  readonly basis: Bilingual | null;
  readonly columns: readonly FormColumn[];
}

export interface FormTable {
  readonly id: TableId;
  /** 表二, 表三, 表四: how reviewers call it. */
  readonly name: Bilingual;
  readonly rows: readonly FormRow[];
}

/** Address of a cell inside a report. */
export interface CellPath {
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
}

export type RelationKind = "row-total" | "column-total" | "balance";

/** Σ left = Σ right, every coefficient 1. */
export interface FormRelation {
  /** Unique within a form, e.g. "row-total:requests/new". */
  readonly id: string;
  readonly kind: RelationKind;
  readonly table: TableId;
  readonly left: readonly CellPath[];
  readonly right: readonly CellPath[];
  /** The cell a reviewer looks at when the relation does not hold: the total, for a balance row 四. It is one of `left` or `right`. */
  readonly total: CellPath;
  /** True where the other relations of its table imply it: where all of them hold, so does this one. */
  readonly implied: boolean;
}

export interface Form {
  readonly edition: Edition;
  /** True where （六）其他处理 is one row (the 2019 edition, and some 2021 reports). */
  readonly singleOther: boolean;
  readonly sections: readonly FormSection[];
  readonly tables: readonly FormTable[];
  readonly relations: readonly FormRelation[];
}
