// Table two, 主动公开政府信息情况, in both editions. Source: the tables of 国办公开办函〔2019〕60号 and 〔2021〕30号.
import type { Bilingual, FormColumn, FormGroup, FormRow, FormTable, ValueKind } from "./types";

const name: Bilingual = { zh: "表二", en: "Table 2" };

function column(
  id: string,
  label: string,
  english: string,
  kind: ValueKind,
  wordings: readonly string[] = [],
): FormColumn {
  return { id, label, english, kind, wordings };
}

function item(ordinal: string): FormGroup {
  return { id: `article20.${ordinal}`, label: `第二十条第（${ordinal}）项`, wordings: [] };
}

function article20(ordinal: string, number: number): Bilingual {
  return { zh: `《条例》第二十条第（${ordinal}）项`, en: `Regulation, art. 20 (${number})` };
}

const one = item("一");
const five = item("五");
const six = item("六");
const eight = item("八");
const nine = item("九");

const documents2021 = [
  column("issued", "本年制发件数", "issued this year", "count", [
    "本年新制发数量",
    "本年新制发件数",
    "本年制发数量",
    "制发件数",
    "制发数量",
  ]),
  column("repealed", "本年废止件数", "repealed this year", "count", ["本年废止数量", "废止件数", "废止数量"]),
  column("inForce", "现行有效件数", "in force", "count", ["现行有效数量", "现行有效件", "现行有效"]),
];
const decisions2021 = [column("decisions", "本年处理决定数量", "decisions this year", "count", ["处理决定数量"])];
const fees2021 = [
  column("amount", "本年收费金额（单位：万元）", "charged this year (10,000 yuan)", "amount", [
    "本年收费金额",
    "本年收费总金额（单位：万元）",
  ]),
];

/** Stands above the labels of each block. */
export const contentHead = "信息内容";
/**
 * What else is printed in the table's frame, and a row that 武汉 and others ask for besides: known, so that it is taken
 * for no mistyped label.
 */
export const disclosureHeads: readonly string[] = [contentHead, "其他主动公开文件"];

export const disclosure2021: FormTable = {
  id: "disclosure",
  name,
  rows: [
    row("rules", "规章", "rules", one, article20("一", 1), documents2021),
    row("normative", "行政规范性文件", "normative documents", one, article20("一", 1), documents2021, ["规范性文件"]),
    row("licences", "行政许可", "administrative licences", five, article20("五", 5), decisions2021),
    row("penalties", "行政处罚", "administrative penalties", six, article20("六", 6), decisions2021),
    row("coercion", "行政强制", "coercive measures", six, article20("六", 6), decisions2021),
    row("fees", "行政事业性收费", "administrative fees", eight, article20("八", 8), fees2021),
  ],
};

const documents2019 = [
  column("made", "本年新制作数量", "made this year", "count"),
  column("published", "本年新公开数量", "published this year", "count"),
  column("inForce", "对外公开总数量", "published in all", "count"),
];
const previous = column("previous", "上一年项目数量", "items last year", "count");
const change = column("change", "本年增/减", "change this year", "signed");
const matters2019 = [previous, change, column("decisions", "处理决定数量", "decisions", "count")];
const fees2019 = [previous, change];
const purchases2019 = [
  column("projects", "采购项目数量", "purchase projects", "count"),
  column("amount", "采购总金额", "purchase amount", "amount"),
];

export const disclosure2019: FormTable = {
  id: "disclosure",
  name,
  rows: [
    row("rules", "规章", "rules", one, article20("一", 1), documents2019),
    row(
      "normative",
      "规范性文件",
      "normative documents",
      one,
      article20("一", 1),
      documents2019,
      [],
      ["行政规范性文件"],
    ),
    row("licences", "行政许可", "administrative licences", five, article20("五", 5), matters2019),
    row("otherServices", "其他对外管理服务事项", "other services", five, article20("五", 5), matters2019),
    row("penalties", "行政处罚", "administrative penalties", six, article20("六", 6), matters2019),
    row("coercion", "行政强制", "coercive measures", six, article20("六", 6), matters2019),
    row("fees", "行政事业性收费", "administrative fees", eight, article20("八", 8), fees2019),
    row("procurement", "政府集中采购", "central procurement", nine, article20("九", 9), purchases2019),
  ],
};

function row(
  id: string,
  label: string,
  english: string,
  group: FormGroup,
  basis: Bilingual,
  columns: readonly FormColumn[],
  wordings: readonly string[] = [],
  aliases: readonly string[] = [],
): FormRow {
  return { id, label, english, group, basis, columns, wordings, aliases };
}
