// The report as read: plain data over one version of a text. All spans are UTF-16 offsets into `Report.text`.
import type {
  CellPath,
  Edition,
  Form,
  FormColumn,
  FormGroup,
  FormRelation,
  FormRow,
  FormSection,
  FormTable,
  SectionId,
  TableId,
} from "../form/types";
import type { Span } from "../syntax/span";

/** How a number is written, where that is not the plain spelling. */
export type Spelling = "leading-zero" | "full-width" | "separator" | "inner-space" | "chinese" | "letter" | "sign";

export type CellValue =
  /** A number of the kind its column asks for. `digits` is canonical ("0", "-12", "4166.24" with the report's own decimals). */
  | {
      readonly kind: "number";
      readonly digits: string;
      readonly spelling: readonly Spelling[];
      readonly note: string | null;
    }
  /** Only white space, or nothing between two separators. */
  | { readonly kind: "blank" }
  /** The row was found but this cell was not: the row has fewer or more cells than columns. */
  | { readonly kind: "absent" }
  /** "/", "-", "无" and the like, or any other text that is no number. */
  | { readonly kind: "text"; readonly mark: boolean }
  /** A number, but not one its column can take. */
  | { readonly kind: "invalid"; readonly why: "decimal" | "negative" | "too-long"; readonly digits: string };

export interface Cell {
  readonly path: CellPath;
  readonly row: FormRow;
  readonly column: FormColumn;
  /** What to show: the cell's text; of a blank cell its white space or the separator before it; of an absent one its row's label. */
  readonly span: Span;
  /** What an edit replaces: the number's own characters; of a blank cell an empty span where digits belong. Null when nothing can be put there. */
  readonly edit: Span | null;
  /** The text of `span` without surrounding white space. */
  readonly raw: string;
  readonly value: CellValue;
  /** The value as an exact integer, null unless it is a readable whole number. */
  readonly count: bigint | null;
}

export interface LabelMatch {
  /** form: the form's own words, whatever the typography. wording: other words for the same thing. */
  readonly match: "form" | "wording";
  readonly span: Span;
  readonly text: string;
  /** What the form prints. */
  readonly expected: string;
}

export interface GroupLabel extends LabelMatch {
  readonly group: FormGroup;
}

export interface ColumnLabel extends LabelMatch {
  readonly column: FormColumn;
}

export interface Row {
  readonly form: FormRow;
  readonly label: LabelMatch;
  /** From the label to the last cell. */
  readonly span: Span;
  /** One per form column, in the form's order. */
  readonly cells: readonly Cell[];
  /** Number of cells that followed the label when they could not be laid against the columns; null when they could. */
  readonly unplaced: number | null;
  /** The numbers stand beside their column heads. */
  readonly shifted: boolean;
}

export interface Table {
  readonly form: FormTable;
  /** The section it stands in; null where the text has no headings. */
  readonly section: Section | null;
  /** From the first word of its frame (the corner, a head, a label) to the end of the last row. */
  readonly span: Span;
  readonly rows: readonly Row[];
  readonly heads: readonly ColumnLabel[];
  readonly groups: readonly GroupLabel[];
  /** Rows found again after their first occurrence. */
  readonly duplicates: readonly Row[];
  /** Rows of the form that were not found. */
  readonly missing: readonly FormRow[];
}

export interface Subsection {
  /** The heading's own text, e.g. （一）主动公开情况. */
  readonly title: string;
  readonly heading: Span;
  /** From the heading to the next one or the section's end. */
  readonly span: Span;
}

export interface Section {
  readonly id: SectionId;
  readonly form: FormSection;
  /** The heading's text without surrounding white space. */
  readonly title: string;
  readonly heading: Span;
  /** Heading and body; ends where the next section, the trailing content or the text ends. */
  readonly span: Span;
  readonly body: Span;
  /** standard also covers the accepted variants; mistyped has what should stand there in `expected`. */
  readonly match: "standard" | "mistyped";
  /** The heading as the form prints it: 三、收到和处理政府信息公开申请情况. */
  readonly expected: string;
  readonly subsections: readonly Subsection[];
  /** True for a section whose id has stood before. */
  readonly duplicate: boolean;
}

export type RelationState = "held" | "broken" | "unassessable";

export interface Relation {
  readonly form: FormRelation;
  readonly state: RelationState;
  /** Cells in the form's order; a cell that was not found is null. */
  readonly left: readonly (Cell | null)[];
  readonly right: readonly (Cell | null)[];
  /** Sums of what is readable on each side. */
  readonly leftSum: bigint;
  readonly rightSum: bigint;
  readonly total: Cell | null;
  /** Values the relation leaves no choice about: its blank cells, where exactly one value each satisfies it. */
  readonly determined: readonly { readonly cell: Cell; readonly value: bigint }[];
}

/** A number that may be wrong, and what it would have to be. */
export interface Change {
  readonly cell: Cell;
  /** Null where blanks beside it leave more than one number. */
  readonly value: bigint | null;
}

/** A smallest set of cells whose change makes every relation hold; in the form's order. */
export type Explanation = readonly Change[];

/** What is wrong in one place, apart from everything else that is wrong: the broken relations that hang together. */
export interface Mistake {
  readonly table: TableId;
  /** The broken ones, and of those that blanks keep from being assessed the ones an explanation changes. In the form's order. */
  readonly relations: readonly Relation[];
  /** Every explanation of the smallest size, the likeliest first; empty where it takes more than three cells. */
  readonly explanations: readonly Explanation[];
  /** There is one explanation, its numbers are certain and told by two relations each, and none changed alone breaks what holds. */
  readonly preferred: boolean;
}

export interface RelationCounts {
  readonly total: number;
  readonly held: number;
  readonly broken: number;
  readonly notAssessable: number;
}

export interface Title {
  readonly span: Span;
  readonly organ: string | null;
  readonly year: number | null;
}

/** A stretch of whole lines in which tables were looked for. */
export interface Region {
  /** The table that belongs to its section; null where the section does not tell. */
  readonly table: TableId | null;
  readonly start: number;
  readonly text: string;
}

export interface Report {
  readonly text: string;
  readonly edition: Edition;
  readonly form: Form;
  readonly title: Title | null;
  readonly organ: string | null;
  /** Year reported on, from the title, else the period, else section one; null when none says. */
  readonly year: number | null;
  /** In the order of the text. Empty for a text that is no report. */
  readonly sections: readonly Section[];
  /** At most one of each id, in the order of the text. */
  readonly tables: readonly Table[];
  /** Where the tables were looked for; a later reading compares them with its own. */
  readonly regions: readonly Region[];
  /** Embedded sheet or page navigation after the last section; nothing in it is read. */
  readonly trailing: Span | null;
  /** A second report in the same text, behind the first and what trails it, to the end of the text; nothing in it is read. */
  readonly another: Another | null;
  /** One per relation of the form, in the form's order. */
  readonly relations: readonly Relation[];
  readonly counts: RelationCounts;
  /** One per mistake the relations tell, table by table. Each broken relation belongs to one of them. */
  readonly mistakes: readonly Mistake[];
}

export interface Another extends Span {
  /** Reports that begin in it, itself the first; there may be more whose beginning cannot be told for certain. */
  readonly reports: number;
}
