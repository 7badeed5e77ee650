import { mistakesOf } from "./mistakes";
import type { Rule } from "./types";

export const rowTotal: Rule = {
  id: "row-total",
  severity: "error",
  title: { zh: "行合计不等于各项之和", en: "Row total differs from the sum of its parts" },
  page: {
    what: {
      zh: "表三每一行的“总计”应等于自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他六项之和；表四三组中每组的“总计”应等于结果维持、结果纠正、其他结果、尚未审结四项之和。行内有空白或非数字时，只有确实无法成立才报告，否则计为“无法核对”。能推算出是这个总计有误时，连同它所在的其他关系只报告一次；推算出是别的数有误时在那个数处报告；推算不出时在总计处报告，并写明可能有误的数或其范围。",
      en: "In each row of table 3, 总计 has to equal the sum of the six applicant columns; in each of the three groups of table 4 the sum of the four results. With a blank or unreadable cell in the row, only what cannot hold whatever stands there is reported; otherwise the relation counts as not assessable. Where the relations tell that this total is the wrong number, it is reported once, for all relations it stands in; where they tell another number, it is reported there; where they leave a choice, at the total with the numbers that may be wrong, or what these have in common.",
    },
    why: {
      zh: "依据：国办公开办函〔2021〕30号、〔2019〕60号所附表格。一个合计与分项对不上，说明其中至少有一个数填错。",
      en: "Source: the tables attached to 国办公开办函〔2021〕30号 and 〔2019〕60号. A total that differs from its parts means that at least one of the numbers is wrong.",
    },
    remedy: {
      zh: "对照台账确认是合计错还是分项错。快速修复的标题写明改为多少、原为多少、恢复几项勾稽关系；会打破原已成立的关系的改法不提供。全表其余关系都成立、只有这个总计所在的关系都不成立时属“可直接改”，可用 source.nianbao.totals 一并改正。表四只有一项关系，无法判断错在合计还是分项，不属“可直接改”。",
      en: "Check the records for which number is wrong. A quick fix says what it sets, what stood there and how many relations will hold; a change that would break a relation that held is not offered. Where exactly the relations of this total are broken in the whole table, it can be applied at once, with others by source.nianbao.totals. In table 4 one relation cannot tell the total from its parts, so nothing is applied at once.",
    },
  },
  wrong: "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t58\t7\t1\t0\t0\t0\t«65»\n",
  right: "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t58\t7\t1\t0\t0\t0\t66\n",
  check: (report) => mistakesOf(report, "row-total"),
};
