// What a rule is and what it says. Rules are pure: a report in, findings out.
import type { Bilingual } from "../form/types";
import type { Neighbours } from "../report/neighbours";
import type { Cell, Report } from "../report/types";
import type { Range } from "../syntax/lines";
import type { Span } from "../syntax/span";

export type Severity = Exclude<RuleLevel, "off">;
export const ruleLevels = ["error", "warning", "information", "hint", "off"] as const;

/** A rule's severity as the user sets it. */
export type RuleLevel = (typeof ruleLevels)[number];

export function isRuleLevel(value: unknown): value is RuleLevel {
  return ruleLevels.some((level) => level === value);
}

/** 可直接改 / 建议核实 / 需人工判断 (ARCHITECTURE.md, grades). */
export type Grade = "safe" | "preferred" | "candidate";

/** spelling: the same value written otherwise. total, part (also several numbers at once), blank: a number's value. heading, label: words of the form. prose: words of the prose. */
export type FixKind = "spelling" | "total" | "part" | "blank" | "heading" | "label" | "prose";

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

export interface Fix {
  readonly kind: FixKind;
  readonly grade: Grade;
  /** Says before → after, and what it would break where it would. */
  readonly title: Bilingual;
  /** Not overlapping, in the order of the text. */
  readonly edits: readonly TextEdit[];
  /** The numbers it sets; none where it keeps every value. */
  readonly sets: ReadonlyMap<Cell, bigint>;
}

/** A place in another file, named as the workspace names it: a URI in the editor, a path on the command line. */
export interface Place {
  readonly file: string;
  readonly range: Range;
}

/** Another place that has to do with a finding: of the same text by its span, of another file by `within`. */
export type Related =
  | { readonly span: Span; readonly within?: undefined; readonly message: Bilingual }
  | { readonly span?: undefined; readonly within: Place; readonly message: Bilingual };

export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: Bilingual;
  /** What the reviewer asks the organ to check; the last part of 审核意见. */
  readonly advice: Bilingual;
  readonly related: readonly Related[];
  /** Best first. */
  readonly fixes: readonly Fix[];
  /** What should stand there, where the rule knows one answer: for the table of a review. */
  readonly expected?: Bilingual;
}

/** What a rule's check yields: the rule's id and severity are filled in unless it sets its own severity. */
export type Draft = Omit<Finding, "rule" | "severity" | "related" | "fixes"> & {
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
};

/** Report text; «…» encloses what the rule reports, nothing where it reports nothing. Shown on the rule's page and a test. */
export type Example = string;

export const ruleIds = [
  "row-total",
  "column-total",
  "balance",
  "inconsistent-cell",
  "cell-blank",
  "cell-not-number",
  "cell-format",
  "cell-not-count",
  "cell-note",
  "section-missing",
  "section-duplicate",
  "section-order",
  "section-title",
  "section-empty",
  "table-missing",
  "table-edition",
  "row-missing",
  "row-duplicate",
  "row-label",
  "row-shifted",
  "trailing-content",
  "section-five",
  "fee-statement",
  "prose-table",
  "prose-contradiction",
  "prose-sum",
  "prose-percent",
  "section-one",
  "length",
  "title",
  "quotes",
  "period",
  "carry-over",
  "in-force",
  "year",
  "placeholder",
  "doubled-word",
  "swing",
  "numbering",
  "similar",
  "citation",
  "roll-up",
  "corner-note",
  "rule-making",
  "unit-name",
] as const;

export type RuleId = (typeof ruleIds)[number];

export interface Rule {
  readonly id: RuleId;
  readonly severity: Severity;
  /** A few words: the page's heading and the settings' description. */
  readonly title: Bilingual;
  /** Markdown: what is reported and when it is not, why (with the source), and what to do. */
  readonly page: { readonly what: Bilingual; readonly why: Bilingual; readonly remedy: Bilingual };
  readonly wrong: Example;
  readonly right: Example;
  /** Of a rule that compares two years: the report of the same organ on the year before, for both examples. */
  readonly lastYear?: Example;
  /** Of a rule that compares a report with those it sums up: these, for both examples. */
  readonly parts?: readonly Example[];
  readonly check: (report: Report, neighbours: Neighbours, limits: Limits) => Iterable<Draft>;
}

/** Where a rule begins to report; a folder's configuration may draw these lines otherwise. */
export interface Limits {
  /** `similar`: percent of a section's own words, 1 to 100. */
  readonly similar: number;
  /** `length`: characters of section one. */
  readonly length: number;
  /** `swing`: times last year's number, or the other way round; a whole number, 2 or more. */
  readonly swing: number;
}

export const standardLimits: Limits = { similar: 50, length: 1000, swing: 10 };

/** Levels set by the user; a rule that is not named has its own severity. */
export type RuleSettings = Readonly<Partial<Record<string, RuleLevel>>>;
