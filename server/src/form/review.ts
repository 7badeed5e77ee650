// Table four, 政府信息公开行政复议、行政诉讼情况: three groups of five, the same in both editions, printed as one row of fifteen.
import type { FormColumn, FormRow, FormTable } from "./types";

const columns: readonly FormColumn[] = [
  { id: "upheld", label: "结果维持", wordings: [], english: "upheld", kind: "count" },
  { id: "corrected", label: "结果纠正", wordings: [], english: "corrected", kind: "count" },
  { id: "otherResult", label: "其他结果", wordings: [], english: "other result", kind: "count" },
  { id: "pending", label: "尚未审结", wordings: [], english: "pending", kind: "count" },
  { id: "total", label: "总计", wordings: ["合计"], english: "total", kind: "count" },
];

function group(id: string, label: string, english: string, aliases: readonly string[] = []): FormRow {
  return {
    id,
    label,
    english,
    wordings: [],
    aliases,
    group: null,
    basis: { zh: "《条例》第五十一条", en: "Regulation, art. 51" },
    columns,
  };
}

export const review: FormTable = {
  id: "review",
  name: { zh: "表四", en: "Table 4" },
  rows: [
    group("review", "行政复议", "administrative review"),
    group("directSuit", "未经复议直接起诉", "direct suit", ["行政诉讼（未经复议直接起诉）", "行政诉讼（直接起诉）"]),
    group("suitAfterReview", "复议后起诉", "suit after review", ["行政诉讼（复议后起诉）", "经复议后起诉"]),
  ],
};
/** Stands above the two groups of suits. */
export const suitHead = "行政诉讼";
