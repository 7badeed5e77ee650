// Table three, 收到和处理政府信息公开申请情况. The rows are the same in both editions but for （六）其他处理, which the 2021
// edition divides. The provisions are inferred from the wording of the rows; the notice itself names none.
import type { Bilingual, FormColumn, FormGroup, FormRow, FormTable } from "./types";

const columns: readonly FormColumn[] = [
  { id: "natural", label: "自然人", wordings: ["公民"], english: "natural persons", kind: "count" },
  { id: "business", label: "商业企业", wordings: [], english: "businesses", kind: "count" },
  { id: "research", label: "科研机构", wordings: [], english: "research institutes", kind: "count" },
  { id: "social", label: "社会公益组织", wordings: ["社会公益"], english: "social organisations", kind: "count" },
  { id: "legal", label: "法律服务机构", wordings: [], english: "legal services", kind: "count" },
  { id: "other", label: "其他", wordings: [], english: "others", kind: "count" },
  { id: "total", label: "总计", wordings: ["合计"], english: "total", kind: "count" },
];

const denied: FormGroup = { id: "denied", label: "（三）不予公开", wordings: [] };
const unable: FormGroup = { id: "unable", label: "（四）无法提供", wordings: ["（四）无法公开"] };
const notProcessed: FormGroup = { id: "notProcessed", label: "（五）不予处理", wordings: [] };
const other: FormGroup = { id: "other", label: "（六）其他处理", wordings: ["（六）其他"] };

function articles(zh: string, en: string): Bilingual {
  return { zh: `《条例》${zh}`, en: `Regulation, ${en}` };
}

function row(
  id: string,
  label: string,
  english: string,
  basis: Bilingual | null,
  group: FormGroup | null = null,
  wordings: readonly string[] = [],
): FormRow {
  return { id, label, english, basis, group, columns, wordings, aliases: [] };
}

const untilOther: readonly FormRow[] = [
  row(
    "new",
    "一、本年新收政府信息公开申请数量",
    "new requests",
    articles("第二十七条至第三十一条", "arts. 27–31"),
    null,
    ["一、本年新收申请数量", "一、本年新收政府信息公开申请数"],
  ),
  row("carriedIn", "二、上年结转政府信息公开申请数量", "carried in from last year", null, null, [
    "二、上年结转申请数量",
    "二、上年结转政府信息公开申请数",
  ]),
  row("granted", "（一）予以公开", "granted", articles("第三十六条第（一）、（二）项", "art. 36 (1), (2)")),
  row(
    "partial",
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "partly granted",
    articles("第三十七条", "art. 37"),
    null,
    ["（二）部分公开"],
  ),
  row("denied.stateSecret", "1.属于国家秘密", "state secret", articles("第十四条", "art. 14"), denied),
  row("denied.otherLaw", "2.其他法律行政法规禁止公开", "barred by other law", articles("第十四条", "art. 14"), denied),
  row("denied.security", "3.危及“三安全一稳定”", "security and stability", articles("第十四条", "art. 14"), denied),
  row(
    "denied.thirdParty",
    "4.保护第三方合法权益",
    "third party's rights",
    articles("第十五条、第三十二条", "arts. 15, 32"),
    denied,
  ),
  row(
    "denied.internalAffairs",
    "5.属于三类内部事务信息",
    "internal affairs",
    articles("第十六条第一款", "art. 16 para. 1"),
    denied,
  ),
  row(
    "denied.deliberative",
    "6.属于四类过程性信息",
    "deliberative information",
    articles("第十六条第二款", "art. 16 para. 2"),
    denied,
  ),
  row(
    "denied.enforcementFile",
    "7.属于行政执法案卷",
    "enforcement files",
    articles("第十六条第二款", "art. 16 para. 2"),
    denied,
  ),
  row(
    "denied.inquiry",
    "8.属于行政查询事项",
    "administrative inquiries",
    articles("第三十六条第（七）项", "art. 36 (7)"),
    denied,
  ),
  row(
    "unable.notHeld",
    "1.本机关不掌握相关政府信息",
    "not held",
    articles("第三十六条第（四）、（五）项", "art. 36 (4), (5)"),
    unable,
  ),
  row(
    "unable.needsCreation",
    "2.没有现成信息需要另行制作",
    "would have to be created",
    articles("第三十八条", "art. 38"),
    unable,
  ),
  row(
    "unable.unclear",
    "3.补正后申请内容仍不明确",
    "unclear after correction",
    articles("第二十九条、第三十条", "arts. 29, 30"),
    unable,
  ),
  row(
    "notProcessed.petition",
    "1.信访举报投诉类申请",
    "petitions and complaints",
    articles("第三十九条第一款", "art. 39 para. 1"),
    notProcessed,
  ),
  row(
    "notProcessed.repeated",
    "2.重复申请",
    "repeated requests",
    articles("第三十六条第（六）项", "art. 36 (6)"),
    notProcessed,
  ),
  row(
    "notProcessed.publication",
    "3.要求提供公开出版物",
    "publications asked for",
    articles("第三十九条第二款", "art. 39 para. 2"),
    notProcessed,
  ),
  row(
    "notProcessed.excessive",
    "4.无正当理由大量反复申请",
    "excessive requests",
    articles("第三十五条", "art. 35"),
    notProcessed,
  ),
  row(
    "notProcessed.confirmation",
    "5.要求行政机关确认或重新出具已获取信息",
    "confirmation asked for",
    null,
    notProcessed,
  ),
];

const otherDivided: readonly FormRow[] = [
  row(
    "other.notCorrected",
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "not corrected in time",
    articles("第三十条", "art. 30"),
    other,
  ),
  row(
    "other.feeUnpaid",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "fee not paid in time",
    articles("第四十二条", "art. 42"),
    other,
  ),
  row("other.other", "3.其他", "other", null, other),
];

const otherSingle: readonly FormRow[] = [row("other", "（六）其他处理", "other outcomes", null, null, ["（六）其他"])];

const ending: readonly FormRow[] = [
  row("total", "（七）总计", "total of outcomes", null, null, ["（七）合计"]),
  row("carriedOut", "四、结转下年度继续办理", "carried out to next year", articles("第三十三条", "art. 33"), null, [
    "四、结转下年度办理",
    "四、结转下一年度继续办理",
  ]),
];

function table(otherRows: readonly FormRow[]): FormTable {
  return { id: "requests", name: { zh: "表三", en: "Table 3" }, rows: [...untilOther, ...otherRows, ...ending] };
}

/** （六）其他处理 divided in three: 25 rows. */
export const requestsDivided: FormTable = table(otherDivided);
/** （六）其他处理 in one row: 23 rows. */
export const requestsSingle: FormTable = table(otherSingle);
/** Groups whose label stands beside several rows, in the order of the form. */
export const requestGroups: readonly FormGroup[] = [denied, unable, notProcessed, other];
/** 三、本年度办理结果 stands beside all rows of outcomes, and again after a page break; it is no row. */
export const outcomeHead = "三、本年度办理结果";
/** The corner: how the rows of each column hang together. */
export const balanceHead = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
/** Stands above all columns. */
export const applicantHead = "申请人情况";
/** Stands above the columns between 自然人 and 总计. */
export const organisationHead = "法人或其他组织";
/** What else is printed in the table's frame. */
export const requestHeads: readonly string[] = [outcomeHead, balanceHead, applicantHead, organisationHead];
