import type { Edition } from "../form/types";
import type { Rule } from "./types";
import { rowPlace, shortColumn } from "./wording";

/** 镇人民政府, 街道办事处: a township never makes rules. 景德镇 alone is no township. */
const township = /(?:镇|乡|苏木)人民政府$|街道(?:办事处|办)$|.(?:乡|街道)$/u;
/** 某县水务局, 某自治县人民政府. 县域经济 and the like are words of another organ's name. */
const county =
  /^.{0,16}?[^级全]县(?![域级区乡镇市])(?:.{0,20}(?:政府|局|委员会|办公室|中心|委|办|大队|支队|协会|学校|医院|镇|乡))$/u;
const banner = /.旗人民政府(?:办公室)?$/u;
/** No districts are autonomous regions, development zones and other areas, whose organs may be a city's or a province's. */
const noDistrict =
  "自治|行政|开发|新|实验|试验|示范|管理|园|高新|保税|合作|景|名胜|保护|度假|矿|林|垦|特|经济|技术|产业|工业|港|库|灌|社|片|功能|集聚|城";
const district = new RegExp(
  `^.{2,14}(?<!${noDistrict})区人民政府(?:办公室)?$|市[^市县]{2,5}(?<!${noDistrict})区(?:.{2,14}局|.{2,10}委员会)$`,
  "u",
);

/** Of the form of 2019 the other columns may count what others made and the organ published. */
const made: Readonly<Record<Edition, readonly string[]>> = {
  2021: ["issued", "repealed", "inForce"],
  2019: ["made"],
};

export const ruleMaking: Rule = {
  id: "rule-making",
  severity: "warning",
  title: { zh: "没有规章制定权的机关填有规章", en: "An organ without rule-making power counts rules" },
  page: {
    what: {
      zh: "机关名称为乡镇、街道、县（旗）或市辖区的机关，表二“规章”一行填有大于 0 的数。2019 年格式只看“本年新制作数量”。名称看不出级别的（如县级市、开发区）不报告。",
      en: "An organ whose name says township, subdistrict, county (banner) or city district has a number above 0 in the row 规章 of table two. Of the 2019 form only 本年新制作数量 is looked at. Where the name does not tell the level (county-level cities, development zones) nothing is reported.",
    },
    why: {
      zh: "《立法法》：规章由国务院部门和设区的市、自治州以上的人民政府制定，县级以下机关没有规章制定权。多为把行政规范性文件填进了规章。",
      en: "Under the Legislation Law rules are made by departments of the State Council and by governments of cities divided into districts and above; a county or township has no such power. Usually normative documents were put into the wrong row.",
    },
    remedy: {
      zh: "核对是否应填入“行政规范性文件”；没有规章的填 0。",
      en: "Check whether the numbers belong to 行政规范性文件; without rules the row is 0.",
    },
  },
  wrong:
    "青禾县示范镇人民政府2024年政府信息公开工作年度报告\n二、主动公开政府信息情况\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t«2»\t0\t5\n行政规范性文件\t0\t0\t0\n",
  right:
    "青禾市人民政府2024年政府信息公开工作年度报告\n二、主动公开政府信息情况\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t2\t0\t5\n行政规范性文件\t0\t0\t0\n",
  *check(report) {
    const { organ } = report;
    if (organ === null || !isBelow(organ)) return;
    const table = report.tables.find(({ form }) => form.id === "disclosure");
    const row = table?.rows.find(({ form }) => form.id === "rules");
    if (!table || !row) return;
    const counted = row.cells.filter(
      (cell) => made[report.edition].includes(cell.column.id) && (cell.count ?? 0n) > 0n,
    );
    const first = counted[0];
    if (!first) return;
    const place = rowPlace(table, row);
    const told = counted.map(({ column, count }) => `${shortColumn(column.label)} ${count}`);
    yield {
      span: first.span,
      message: {
        zh: `${place.zh}：填有${told.join("、")}，${organ}没有规章制定权`,
        en: `${place.en}: ${told.join(", ")} although ${organ} has no power to make rules`,
      },
      advice: {
        zh: "请核对是否应填入“行政规范性文件”",
        en: "Check whether the numbers belong to 行政规范性文件",
      },
      related: counted.slice(1).map(({ span, column }) => ({ span, message: { zh: column.label, en: column.label } })),
    };
  },
};

function isBelow(organ: string): boolean {
  return township.test(organ) || county.test(organ) || banner.test(organ) || district.test(organ);
}
