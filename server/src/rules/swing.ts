import { unitsOf } from "../report/decimal";
import { digitsIn } from "../report/known";
import type { Rule } from "./types";
import { behind, cellPlace } from "./wording";
import { onlyRow, placeIn, yearName } from "./years";

/** Rows with one number each that an organ's work, not chance, decides. */
const compared = ["licences", "penalties", "fees"];
/** Smaller numbers swing by chance. */
const smallest = unitsOf("20");
/** Ten thousand times what was meant: 元 where 万元 is asked for. What is charged changes too, and little money may swing widely. */
const byUnit = 1000n;
const smallestByUnit = unitsOf("100");

function example(amount: string): string {
  return [
    "青禾县水务局2024年政府信息公开工作年度报告",
    "二、主动公开政府信息情况",
    "信息内容\t本年收费金额（单位：万元）",
    `行政事业性收费\t${amount}`,
    "",
  ].join("\n");
}

export const swing: Rule = {
  id: "swing",
  severity: "information",
  title: { zh: "与上年度相差悬殊", en: "Far from last year's number" },
  page: {
    what: {
      zh: "表二行政许可、行政处罚的处理决定数量和行政事业性收费金额，与同一机关上年度报告相差十倍以上（两个数都不小于 20）；收费金额达到上年度一千倍以上的，提示可能把元填成了万元。十倍这条线可在 nianbao.config.json 的 limits.swing 中另定。两年都用 2021 年格式才比。",
      en: "In table 2, the numbers of licences and penalties and the fees charged, where they are ten times those of the same organ's report on the year before or a tenth of them (both 20 or more). Fees a thousand times last year's may be yuan where 10,000 yuan are asked for. limits.swing in nianbao.config.json may ask for other times than ten. Compared only where both reports use the 2021 form.",
    },
    why: {
      zh: "业务量骤增骤减的少，多半是统计口径变了、少填多填了一位，或单位填错。",
      en: "Work seldom grows or shrinks that much; more often another way of counting, a digit too many or too few, or the wrong unit is behind it.",
    },
    remedy: {
      zh: "核对台账；属实的，不用改。",
      en: "Check the records; where the number is right nothing has to be changed.",
    },
  },
  lastYear: [
    "青禾县水务局2023年政府信息公开工作年度报告",
    "二、主动公开政府信息情况",
    "信息内容\t本年收费金额（单位：万元）",
    "行政事业性收费\t35.6",
    "",
  ].join("\n"),
  wrong: example("«412000»"),
  right: example("41.2"),
  *check(report, { lastYear }, limits) {
    if (lastYear?.edition !== 2021 || report.edition !== 2021) return;
    const often = BigInt(limits.swing);
    for (const id of compared) {
      const [cell] = onlyRow(report, "disclosure", id)?.cells ?? [];
      const before = cell ? digitsIn(lastYear, cell.path) : null;
      if (cell?.value.kind !== "number" || before === null) continue;
      const { digits } = cell.value;
      const [now, then] = [unitsOf(digits), unitsOf(before)];
      const unit = id === "fees" && then > 0n && now >= smallestByUnit && now >= byUnit * then;
      const wide = now >= smallest && then >= smallest && (now >= often * then || then >= often * now);
      if (!unit && !wide) continue;
      const year = yearName(lastYear);
      const grown = now > then;
      const times = grown ? now / then : then / now;
      const said = {
        zh: `${digits}（${year.zh}为 ${before}），${grown ? `是上年的 ${times} 倍` : `只有上年的约 1/${times}`}`,
        en: `${digits} (${before} in ${year.en}), ${grown ? `${times} times` : `about 1/${times} of`} last year's`,
      };
      yield {
        span: cell.span,
        message: behind(cellPlace(report, cell), {
          zh: `${said.zh}，${unit ? "是否把元填成了万元？" : "是否属实？"}`,
          en: `${said.en}; ${unit ? "is it in yuan, not in 10,000 yuan?" : "is that so?"}`,
        }),
        advice: unit
          ? { zh: "请核对收费金额及其单位（万元）", en: "Check the amount charged and its unit (10,000 yuan)" }
          : {
              zh: "请核对台账，确认数量属实、两年口径一致",
              en: "Make sure by the records that the number is right and both years were counted alike",
            },
        related: [
          {
            within: placeIn(lastYear, cell),
            message: behind(cellPlace(report, cell), { zh: `${year.zh}为 ${before}`, en: `${before} in ${year.en}` }),
          },
        ],
      };
    }
  },
};
