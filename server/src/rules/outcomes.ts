// The outcomes of table three written out, for examples that need whole columns: one number says nothing about them.
import type { Example } from "./types";

const outcomes = [
  "（一）予以公开",
  "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
  "1.属于国家秘密",
  "2.其他法律行政法规禁止公开",
  "3.危及“三安全一稳定”",
  "4.保护第三方合法权益",
  "5.属于三类内部事务信息",
  "6.属于四类过程性信息",
  "7.属于行政执法案卷",
  "8.属于行政查询事项",
  "1.本机关不掌握相关政府信息",
  "2.没有现成信息需要另行制作",
  "3.补正后申请内容仍不明确",
  "1.信访举报投诉类申请",
  "2.重复申请",
  "3.要求提供公开出版物",
  "4.无正当理由大量反复申请",
  "5.要求行政机关确认或重新出具已获取信息",
  "（六）其他处理",
];

const zeros = outcomes.slice(1).map((label) => [label, "0", "0", "0", "0", "0", "0", "0"].join("\t"));

/** Seven cells each of （一）予以公开 and （七）总计; every outcome between them is 0. */
export function outcomesExample(granted: readonly string[], total: readonly string[]): Example {
  return [
    "三、收到和处理政府信息公开申请情况",
    [outcomes[0], ...granted].join("\t"),
    ...zeros,
    ["（七）总计", ...total].join("\t"),
    "",
  ].join("\n");
}
