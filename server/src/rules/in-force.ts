import { countIn } from "../report/known";
import type { Rule } from "./types";
import { behind, both, cellPlace } from "./wording";
import { onlyRow, placeIn, yearName } from "./years";

function example(inForce: string): string {
  return [
    "青禾县水务局2024年政府信息公开工作年度报告",
    "二、主动公开政府信息情况",
    "信息内容\t本年制发件数\t本年废止件数\t现行有效件数",
    `行政规范性文件\t3\t1\t${inForce}`,
    "",
  ].join("\n");
}

export const inForce: Rule = {
  id: "in-force",
  severity: "warning",
  title: { zh: "现行有效件数与上年对不上", en: "Documents in force do not follow from last year's" },
  page: {
    what: {
      zh: "表二规章、行政规范性文件的现行有效件数，不等于同一机关上年度报告的现行有效件数加本年制发、减本年废止。两年都用 2021 年格式、各数都可读时才比。",
      en: "In table 2, 现行有效 of 规章 or 行政规范性文件 is not last year's number plus those issued less those repealed. Compared only where both reports use the 2021 form and all numbers are readable.",
    },
    why: {
      zh: "三项统计的是同一批文件。表格没有规定这一关系，集中清理、重新统计或口径调整都会使它不成立，所以只作提醒。",
      en: "The three columns count the same documents. The form does not lay the relation down, and a clean-up, a recount or another way of counting breaks it: this is a question to the organ.",
    },
    remedy: {
      zh: "有清理、重新统计的，不用改，建议在报告中说明；没有的，核对制发、废止和现行有效三个数。",
      en: "After a clean-up or a recount nothing is wrong, and the report had better say so; else check all three numbers.",
    },
  },
  lastYear: [
    "青禾县水务局2023年政府信息公开工作年度报告",
    "二、主动公开政府信息情况",
    "信息内容\t本年制发件数\t本年废止件数\t现行有效件数",
    "行政规范性文件\t4\t2\t10",
    "",
  ].join("\n"),
  wrong: example("«15»"),
  right: example("12"),
  *check(report, { lastYear }) {
    if (lastYear?.edition !== 2021 || report.edition !== 2021) return;
    for (const id of ["rules", "normative"]) {
      const [issued, repealed, now] = onlyRow(report, "disclosure", id)?.cells ?? [];
      const before = now ? countIn(lastYear, now.path) : null;
      if (!issued || !repealed || !now || before === null) continue;
      if (issued.count === null || repealed.count === null || now.count === null) continue;
      const due = before + issued.count - repealed.count;
      if (due === now.count) continue;
      const year = yearName(lastYear);
      const sum = `${before} + ${issued.count} − ${repealed.count} = ${due}`;
      yield {
        span: now.span,
        message: behind(cellPlace(report, now), {
          zh: `${now.count} ≠ ${due}（${year.zh}现行有效 + 本年制发 − 本年废止：${sum}），是否有清理或重新统计？`,
          en: `${now.count} ≠ ${due} (in force by ${year.en} + issued − repealed: ${sum}); was there a clean-up or a recount?`,
        }),
        advice: {
          zh: "请核对文件目录；有清理或重新统计的，建议在报告中说明",
          en: "Check the list of documents; a clean-up or a recount had better be mentioned in the report",
        },
        // Below zero one of the other numbers is wrong as well.
        ...(due >= 0n && { expected: both(String(due)) }),
        related: [
          {
            within: placeIn(lastYear, now),
            message: { zh: `${year.zh}现行有效件数：${before}`, en: `in force by ${year.en}: ${before}` },
          },
        ],
      };
    }
  },
};
