// The Regulation and the notices a report cites, with their numbers. Facts: the texts.
import type { Bilingual } from "./types";

export interface DocumentNumber {
  /** 国令 also reads 国务院令 and has no year. */
  readonly issuer: "国令" | "国办公开办函" | "国办函";
  readonly year: number | null;
  readonly number: number;
  /** Numbers of the same text before it was revised. */
  readonly formerly: readonly number[];
}

export interface CitedDocument {
  /** Names its page: nianbao-rule:/<id>.md. */
  readonly id: string;
  readonly name: Bilingual;
  /** What it says, as far as a report is concerned. */
  readonly what: Bilingual;
  readonly number: DocumentNumber;
  /** Words of its title that no other title has which reports cite. */
  readonly titles: readonly string[];
  /** The report years it holds for, both included; null where it has no end. */
  readonly years: { readonly from: number; readonly to: number | null };
}

const name = (zh: string, en: string): Bilingual => ({ zh, en });

export const regulation: CitedDocument = {
  id: "cited-regulation",
  name: name(
    "《中华人民共和国政府信息公开条例》（国令第711号）",
    "Regulation on Open Government Information (国令第711号)",
  ),
  what: name(
    "2019年4月3日公布，2019年5月15日起施行。第四十九条、第五十条规定年度报告的报送、公布和内容。",
    "Promulgated on 3 April 2019, in force since 15 May 2019. Articles 49 and 50 say who reports when and what.",
  ),
  number: { issuer: "国令", year: null, number: 711, formerly: [492] },
  titles: ["政府信息公开条例"],
  years: { from: 2019, to: null },
};

export const form2021Notice: CitedDocument = {
  id: "cited-form-2021",
  name: name(
    "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
    "Form of the annual report (国办公开办函〔2021〕30号)",
  ),
  what: name(
    "国务院办公厅政府信息与政务公开办公室2021年9月26日印发，2021年度起使用：六个部分、三张表，表三25行、表四15格。",
    "Issued on 26 September 2021, in use from report year 2021: six sections and three tables.",
  ),
  number: { issuer: "国办公开办函", year: 2021, number: 30, formerly: [] },
  titles: ["年度报告格式"],
  years: { from: 2021, to: null },
};

export const form2019Notice: CitedDocument = {
  id: "cited-form-2019",
  name: name(
    "《政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）",
    "Trial form of the annual report (国办公开办函〔2019〕60号)",
  ),
  what: name(
    "2019年11月23日印发，用于2019、2020年度；2021年度起由国办公开办函〔2021〕30号的格式代替。",
    "Issued on 23 November 2019 for report years 2019 and 2020; replaced by the form of 国办公开办函〔2021〕30号 from 2021 on.",
  ),
  number: { issuer: "国办公开办函", year: 2019, number: 60, formerly: [] },
  titles: ["年度报告格式（试行）", "年度报告有关事项"],
  years: { from: 2019, to: 2020 },
};

export const feeRules: CitedDocument = {
  id: "cited-fee-rules",
  name: name(
    "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
    "Rules on the information processing fee (国办函〔2020〕109号)",
  ),
  what: name(
    "国务院办公厅2020年11月17日印发，规定信息处理费按件、按量计收的标准；收取情况在年度报告第六部分专门报告。",
    "Issued on 17 November 2020: the fee by number of requests or by volume. What was charged is told in section six of the report.",
  ),
  number: { issuer: "国办函", year: 2020, number: 109, formerly: [] },
  titles: ["政府信息公开信息处理费管理办法"],
  years: { from: 2020, to: null },
};

/** In the order in which their pages are listed. */
export const documents: readonly CitedDocument[] = [regulation, form2021Notice, form2019Notice, feeRules];

/** What holds in place of the form of 2019 since it was replaced. */
export const replacements: ReadonlyMap<CitedDocument, CitedDocument> = new Map([[form2019Notice, form2021Notice]]);

/** As it is printed: 国令第711号, 国办公开办函〔2021〕30号. */
export function numberOf({ number: { issuer, year, number } }: CitedDocument): string {
  return year === null ? `${issuer}第${number}号` : `${issuer}〔${year}〕${number}号`;
}
