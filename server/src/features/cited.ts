// The Regulation and the notices a report cites, each described on a page of the extension, by which its official text is
// found. None has an address here: one that could not be looked up may be dead, and is worse than none. Facts: the texts.
import type { Bilingual } from "../form/types";

export interface Cited {
  /** Names its page: nianbao-rule:/<id>.md. */
  readonly id: string;
  readonly name: Bilingual;
  /** What it says, as far as a report is concerned. */
  readonly what: Bilingual;
}

const name = (zh: string, en: string): Bilingual => ({ zh, en });

export const regulation: Cited = {
  id: "cited-regulation",
  name: name(
    "《中华人民共和国政府信息公开条例》（国令第711号）",
    "Regulation on Open Government Information (国令第711号)",
  ),
  what: name(
    "2019年4月3日公布，2019年5月15日起施行。第四十九条、第五十条规定年度报告的报送、公布和内容。",
    "Promulgated on 3 April 2019, in force since 15 May 2019. Articles 49 and 50 say who reports when and what.",
  ),
};

export const form2021Notice: Cited = {
  id: "cited-form-2021",
  name: name(
    "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
    "Form of the annual report (国办公开办函〔2021〕30号)",
  ),
  what: name(
    "国务院办公厅政府信息与政务公开办公室2021年9月26日印发，2021年度起使用：六个部分、三张表，表三25行、表四15格。",
    "Issued on 26 September 2021, in use from report year 2021: six sections and three tables.",
  ),
};

export const form2019Notice: Cited = {
  id: "cited-form-2019",
  name: name(
    "《政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）",
    "Trial form of the annual report (国办公开办函〔2019〕60号)",
  ),
  what: name(
    "2019年11月23日印发，用于2019、2020年度；2021年度起由国办公开办函〔2021〕30号的格式代替。",
    "Issued on 23 November 2019 for report years 2019 and 2020; replaced by the form of 国办公开办函〔2021〕30号 from 2021 on.",
  ),
};

export const feeRules: Cited = {
  id: "cited-fee-rules",
  name: name(
    "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
    "Rules on the information processing fee (国办函〔2020〕109号)",
  ),
  what: name(
    "国务院办公厅2020年11月17日印发，规定信息处理费按件、按量计收的标准；收取情况在年度报告第六部分专门报告。",
    "Issued on 17 November 2020: the fee by number of requests or by volume. What was charged is told in section six of the report.",
  ),
};

export const allCited: readonly Cited[] = [regulation, form2021Notice, form2019Notice, feeRules];

const where = name(
  "全文可在中国政府网（www.gov.cn）按文号检索；这里不附未经核实的网址。",
  "The full text is found on www.gov.cn by its number; no unverified address is given here.",
);

/** The page of a cited text in Markdown, Chinese first; null where none has that id. */
export function citedPage(id: string): string | null {
  const cited = allCited.find((each) => each.id === id);
  if (cited === undefined) return null;
  return [`# ${cited.name.zh}`, cited.what.zh, where.zh, "---", `# ${cited.name.en}`, cited.what.en, where.en, ""].join(
    "\n\n",
  );
}
