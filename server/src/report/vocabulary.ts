// The words in which official prose tells the numbers of the form, as data. What they come to in a clause is told by
// meaning.ts; a word that is not here is unknown text, which makes a clause unsure.

/** What is counted. application: 申请 without saying of what; foreign: other services' numbers. */
export type Subject =
  | "requests"
  | "application"
  | "review"
  | "suit"
  | "licences"
  | "penalties"
  | "coercion"
  | "rules"
  | "normative"
  | "fees"
  | "processingFee"
  | "foreign";

/** What was done with it, or became of it. */
export type Act =
  | "received"
  | "concerned"
  | "newly"
  | "handled"
  | "answered"
  | "closed"
  | "carriedIn"
  | "carriedOut"
  | "carried"
  | "upheld"
  | "corrected"
  | "otherResult"
  | "pending"
  | "direct"
  | "afterReview"
  | "issued"
  | "repealed"
  | "inForce"
  | "decided"
  | "charged"
  | "published";

/** All of one shape, plain ones too: the words of every clause are asked for their kind many times over. */
export type Sense =
  | { readonly kind: "subject"; readonly of: Subject }
  | { readonly kind: "act"; readonly of: Act }
  /** A row of table three, or a group of its rows, by id. */
  | { readonly kind: "outcome"; readonly of: string }
  /** Columns of table three. */
  | { readonly kind: "applicant"; readonly of: readonly string[] }
  | PlainSense;

interface PlainSense {
  readonly kind: PlainKind;
  readonly of: null;
}

type PlainKind =
  /** none: 未收到. all: 均. rate: 办结率. duly: 按期. about: 近, before a number. past: 去年, and parts of the year. present: 本年. */
  | "none"
  | "all"
  | "rate"
  | "duly"
  | "about"
  | "past"
  | "present"
  | "own"
  | "ordinal"
  /** list: 其中. exhaustive: 分别. including: 含. except: 除. net: 剔除, 实际受理. and: 和. */
  | "list"
  | "exhaustive"
  | "including"
  | "except"
  | "net"
  | "and"
  /** compare: 同比. plan: 将. part: 通过网络, what restricts a number to something the form does not ask. */
  | "compare"
  | "plan"
  | "part"
  /** filler: changes nothing: 共, 的. topic: of disclosure work. matter: 问题, 现象, nothing beside 未发生, but a thing of its own beside a number. */
  | "filler"
  | "topic"
  | "matter";

const organisations = ["business", "research", "social", "legal", "other"];

export interface Entry {
  readonly sense: Sense;
  /** One behind the other, with a space between. */
  readonly words: string;
}

const subject = (of: Subject, words: string): Entry => ({ sense: { kind: "subject", of }, words });
const act = (of: Act, words: string): Entry => ({ sense: { kind: "act", of }, words });
const outcome = (of: string, words: string): Entry => ({ sense: { kind: "outcome", of }, words });
const applicant = (of: readonly string[], words: string): Entry => ({ sense: { kind: "applicant", of }, words });
const plain = (kind: PlainKind, words: string): Entry => ({ sense: { kind, of: null }, words });

export const vocabulary: readonly Entry[] = [
  subject(
    "requests",
    "政府信息公开申请 政府信息公开申请件 政府信息公开的申请 信息公开申请 信息公开申请件 信息公开的申请 公开政府信息申请 公开政府信息的申请 政府信息公开类申请 政府信息申请 政务公开申请 公开信息申请 公开信息的申请 政府公开信息申请 申请公开政府信息 申请政府信息公开 依申请公开 依申请公开件 依申请公开申请 依申请公开的申请 依申请公开政府信息 依申请公开信息 依申请公开事项 依申请公开案件 依申请公开办件 依申请公开的信息申请 依申请公开类申请 依申请政府信息公开 政府信息依申请公开 依申请件 政府信息公开申请办件 信息依申请公开 要求公开政府信息",
  ),
  subject("application", "申请 申请件 申请事项 申请量 申请数量 公开申请"),
  subject(
    "review",
    "行政复议 行政复议申请 行政复议案件 行政复议案 复议案件 复议申请 复议案 复议 申请行政复议 被申请行政复议 被行政复议 提起行政复议 被提起行政复议",
  ),
  subject(
    "suit",
    "行政诉讼 行政诉讼案件 行政诉讼案 诉讼案件 诉讼案 诉讼 提起行政诉讼 被提起行政诉讼 被行政诉讼 信息公开行政应诉案件 信息公开类行政应诉案件 政府信息公开行政应诉案件 政府信息公开类行政应诉案件",
  ),
  subject("licences", "行政许可 行政许可决定 行政许可事项 行政许可案件 行政许可处理决定"),
  subject("penalties", "行政处罚 行政处罚决定 行政处罚案件 行政处罚处理决定"),
  subject("coercion", "行政强制 行政强制决定 行政强制案件 行政强制处理决定"),
  subject("rules", "规章 政府规章"),
  subject("normative", "行政规范性文件 规范性文件"),
  subject("fees", "行政事业性收费 行政事业性收费金额 行政事业性收费总额"),
  subject("processingFee", "信息处理费 信息公开处理费 政府信息公开信息处理费 处理费"),
  subject(
    "foreign",
    "热线 热线平台 热线工单 工单 建议 提案 建议提案 议案 人大代表建议 政协提案 咨询 信访 信访件 信访事项 来信 来访 来电 留言 网民 网友 诉求 投诉 举报 信箱 市长信箱 县长信箱 区长信箱 局长信箱 领导信箱 人大 政协 舆情 问政 意见 征集 民生 群众诉求 政务服务 服务事项 办事指南 低保 救助 不动产登记 商标 专利 劳动仲裁 仲裁 法律援助 公证 调解 执行案件 户籍 入党 补贴 行政应诉 行政应诉案件 办理行政复议 办理行政复议案件 办理复议案件 受理行政复议 受理行政复议案件 受理行政复议申请 受理复议案件 审理行政复议 审理行政复议案件 审结行政复议案件 办结行政复议案件",
  ),

  act(
    "received",
    "收到 受理 收办 受理件 接收 接到 收悉 收件 接收到 收到并受理 受理了 收到了 收取到 收到申请 共收 被申请 发生 引发 产生",
  ),
  act("concerned", "涉及"),
  act("newly", "新收 新收到 新增受理 本年新收 本年度新收 当年新收 新受理 新接收"),
  act("handled", "办理 处理 处置"),
  act("answered", "答复 回复 办复 作出答复 予以答复 依法答复 答复办结 依规答复 予以回复"),
  act("closed", "办结 办结件 已办结 审结 结案 已结案 办理完毕 办理完结 答复完毕 处理完毕 已审结 完结"),
  act(
    "carriedIn",
    "上年结转 上年度结转 上一年结转 上一年度结转 去年结转 上年转入 上年度转入 往年结转 结转上年 结转上年度 上年度遗留 上年遗留",
  ),
  act(
    "carriedOut",
    "结转下年 结转下年度 结转下一年 结转下一年度 结转至下年 结转至下年度 结转至下一年 结转至下一年度 结转到下年 结转到下年度 结转到下一年 结转到下一年度 结转次年 结转至次年 转下年 转下年度 转至下年度 转入下年度 转入下一年度 顺延到下年度 顺延至下年度 结转明年 结转至明年 结转下年度继续 结转下年度继续办理 结转下一年度继续办理 结转下年继续办理 结转至下年度继续办理 结转至下一年度继续办理 结转下年度办理 结转至下年度办理 顺延到下年度答复 顺延至下年度答复 转下年度继续办理 转下年度办理 下年结转 下年度结转 下一年度结转 转结下年 转结下年度 转结下一年度 转结下年度继续办理 下年继续办理 下年度继续办理 下一年度继续办理 结转下年答复 结转下年度答复 结转至下年答复 顺延至下年 顺延至次年",
  ),
  act("carried", "结转"),
  act("upheld", "维持 结果维持 予以维持 获维持 被维持 维持原行政行为 维持原决定 决定维持 判决维持 维持原答复"),
  act("corrected", "纠正 结果纠正 被纠正 予以纠正 纠错 被纠错"),
  act("otherResult", "其他结果"),
  act(
    "pending",
    "尚未审结 未审结 正在审理 尚在审理 审理中 正在审理中 尚在审理中 未结案 尚未结案 尚未办结 未办结 正在办理 正在办理中 尚在办理 尚在办理中 正在处理中 在办",
  ),
  act("direct", "未经复议直接起诉 未经复议直接起诉的 直接起诉 未经行政复议直接起诉"),
  act("afterReview", "复议后起诉 经复议后起诉 行政复议后起诉"),
  act("issued", "制发 制定 出台 印发 新制发 制定出台 本年制发 制定印发 新制定 制发件数 本年度制发"),
  act("repealed", "废止 本年废止 宣布废止 废止件数"),
  act("inForce", "现行有效 现行有效件数 继续有效"),
  act("decided", "作出 做出 处理决定 实施 办理决定 作出处理决定"),
  act("charged", "收费 收费金额 收取"),
  act("published", "公开 公示 发布 主动公开 录入 归集 上传 推送 公布"),

  outcome("granted", "予以公开 同意公开 予以公开的 全部公开"),
  outcome("partial", "部分公开 予以部分公开 同意部分公开 部分予以公开 部分公开的"),
  outcome("denied", "不予公开 不予以公开 不同意公开 决定不予公开"),
  outcome("denied.stateSecret", "属于国家秘密 属国家秘密 涉及国家秘密 国家秘密"),
  outcome("denied.otherLaw", "其他法律行政法规禁止公开 法律行政法规禁止公开 法律、行政法规禁止公开"),
  outcome("denied.security", "三安全一稳定 危及三安全一稳定"),
  outcome("denied.thirdParty", "保护第三方合法权益 第三方合法权益"),
  outcome("denied.internalAffairs", "内部事务信息 三类内部事务信息 属于三类内部事务信息 属于内部事务信息"),
  outcome("denied.deliberative", "过程性信息 四类过程性信息 属于四类过程性信息 属于过程性信息"),
  outcome("denied.enforcementFile", "行政执法案卷 属于行政执法案卷 行政执法案卷信息"),
  outcome("denied.inquiry", "行政查询事项 属于行政查询事项"),
  outcome("unable", "无法提供 不能提供 信息无法提供 无法公开"),
  outcome(
    "unable.notHeld",
    "不掌握相关政府信息 本机关不掌握相关政府信息 不掌握 本机关不掌握 不掌握相关信息 本机关不掌握相关信息 不存在",
  ),
  outcome("unable.needsCreation", "没有现成信息需要另行制作 没有现成信息 需要另行制作 需另行制作"),
  outcome("unable.unclear", "补正后申请内容仍不明确 补正后仍不明确 申请内容不明确"),
  outcome("notProcessed", "不予处理 不予受理 不作处理"),
  outcome(
    "notProcessed.petition",
    "信访举报投诉类申请 信访举报投诉类 信访举报投诉 信访投诉举报 信访、举报、投诉 信访、投诉、举报 信访类 信访类申请",
  ),
  outcome("notProcessed.repeated", "重复申请 重复申请类"),
  outcome("notProcessed.publication", "要求提供公开出版物 公开出版物"),
  outcome("notProcessed.excessive", "无正当理由大量反复申请 大量反复申请"),
  outcome("notProcessed.confirmation", "要求行政机关确认或重新出具已获取信息 确认或重新出具已获取信息"),
  outcome("other", "其他处理 其他方式处理 作其他处理 其它处理"),
  outcome("other.notCorrected", "逾期不补正 无正当理由逾期不补正 申请人无正当理由逾期不补正"),
  outcome("other.feeUnpaid", "逾期未按收费通知要求缴纳费用"),

  applicant(["natural"], "自然人 自然人申请 公民个人 公民 公民申请 个人申请"),
  applicant(organisations, "法人或其他组织 法人或者其他组织 法人和其他组织 法人及其他组织 法人或其他组织申请"),
  applicant(["business"], "商业企业"),
  applicant(["research"], "科研机构"),
  applicant(["social"], "社会公益组织"),
  applicant(["legal"], "法律服务机构"),

  plain(
    "none",
    "未收到 没有收到 未曾收到 并未收到 未接到 未接收到 没有接到 未接收 未受理 没有受理 无 没有 未发生 没有发生 未出现 没有出现 未产生 没有产生 未涉及 未有 尚未收到 暂未收到 从未收到 未引发 未被 无一起 无一例 没有一起 没有一例 未发生一起 未发生一例 未制发 未制定 未出台 未制定出台 没有制发 没有制定 没有出台",
  ),
  plain("all", "均 全部 全都 均已 全部已 已全部 已均 所有 都 皆 悉数 全数 均予 均获 全部获 全部予以"),
  plain("rate", "办结率 按时办结率 按期办结率 及时办结率"),
  plain(
    "duly",
    "按时 按期 依法 及时 如期 依规 依法依规 规范 在法定期限内 在规定期限内 在规定时限内 在法定时限内 法定期限内 规定时限内 规定期限内 法定时限内 在时限内 期限内 时限内 按规定 已按规定 按照规定 按要求 依照规定 依法按时 依法按期 按规定时限 按法定期限 按照法定期限 按法定时限 期内",
  ),
  plain("about", "近 约 大约 超 超过 逾 不足 将近 突破 至少 不少于 最多 不低于 不到 接近"),
  plain(
    "past",
    "上年 上年度 去年 上一年 上一年度 往年 前年 历年 近年来 近年 上半年 下半年 一季度 二季度 三季度 四季度 前三季度 第一季度 第二季度 第三季度 第四季度 同期 去年同期 上年同期 前几年 近两年 近三年",
  ),
  plain("present", "本年 本年度 今年 全年 年内 当年 一年来 年度内 报告期内 统计期内 报告年度 年度"),
  plain(
    "own",
    "我局 我镇 我乡 我县 我市 我区 我办 我院 我厅 我街 我街道 我委 我单位 我中心 我省 我州 我旗 我所 我站 我队 本局 本镇 本乡 本县 本市 本区 本办 本院 本厅 本委 本单位 本机关 本行政机关 本街道 全县 全市 全区 全镇 全乡 全局 全省 全州 全系统 各级行政机关 各单位 各部门 全区各级行政机关 全县各级行政机关 全市各级行政机关 该局 该镇 该县",
  ),
  plain("ordinal", "第"),

  plain("list", "其中 包括 包含 涉及其中"),
  plain("exhaustive", "分别 分别为 分别是 具体为 具体是 分为 构成为 由 组成"),
  plain("including", "含 其中含 另含 含有 包含了 另有 另外 另"),
  plain("except", "除 除了 除外 其余 之外 以外 不含 不包括 剩余"),
  plain("net", "剔除 扣除 去重 合并 合并办理 合并处理 实收 实际收到 实际新收 实际受理 实际接收"),
  plain("and", "和 或 或者 及 与 以及 并 且 同时"),

  plain(
    "compare",
    "同比 环比 较上年 较去年 比上年 比去年 相比 相较 较上一年 较上年度 较去年同期 比上年度 增长 增加 减少 下降 上升 增幅 降幅 回落 多收 少收 上涨 提高 提升 占 占比 占总数 占总量 比重 比例 多于 少于 减 新增",
  ),
  plain(
    "plan",
    "拟 将 计划 下一步 明年 预计 力争 争取 目标 打算 今后 来年 下步 准备 应 需 须 不得 可 可以 如 若 假如 凡 如果",
  ),
  plain(
    "part",
    "通过 网上 网络 线上 线下 当面 现场 信函 邮寄 邮件 电子邮件 传真 窗口 口头 书面 平台 渠道 网站 季度 局属单位 下属单位 所属单位 直属单位 局属 下属 所属各单位 本级 县本级 市本级 区本级 省本级 州本级 镇本级 局本级 登记 截至目前 截止目前 每 平均 日均 月均 人均 件均 当年申请 当年申请当年办结 当年受理当年办结 当年收到当年办结 当年收件当年办结 首次 逾期 超期 超时 延期 补正 征求 撤回 撤销 撤诉 驳回 共同被告 败诉 胜诉 确认违法 责令 违法 不服 自愿 主动撤回 当场 企业 企业类 转办 移送 转送 协助 协办 会办 指导 牵头 代办 累计 清理 减免 历史 涉土地 征收 其他 其它 类 到期 未到期 期满 重点 审核 审查 机关 机构 听证 培训 会议 工作日 工作日内 日内 天内 小时内 并案 并案处理 并案办理 合并答复 中止 延长 暂缓 整改 评查 抽查 赔偿 补偿 备案 终止 调解 和解 履行 重作 重新",
  ),

  plain(
    "filler",
    "共 共计 合计 总计 总共 一共 计 达 达到 为 有 共有 是 了 已 已经 的 等 情况 数量 总数 总量 数 件数 事项 案件 案 原因 因 由于 以 对 向 我们 社会 公众 社会公众 群众 人民群众 任何 任何形式 任何形式的 各类 各项 方面 工作 政府信息 信息 提出 主动提出 主动提出的 提交 提交的 申请人 当事人 被 所 该 上述 此 这 在 于 从 至 到 属 属于 依 按 据 予以 依据 根据 按照 由此 引起的 引起 导致 导致的 提起的 公民、法人或其他组织 公民、法人和其他组织 公民、法人或者其他组织 过 相关 有关 继续办理 继续 公共 办理结果 结果 处理结果 期间 总体 年内共 全部数量 一年 年 月份 具体 此外 同 目前 现 现有 以来 自 经 经过 据统计 经统计 统计 截至 截止 月底 年底 年末 月 日 底 止 一共有 也 亦 仍 还 尚 暂 亦未 曾 关于 主要 涉 政府信息公开方面 上 下 中 内 者 个人 组织 单位 任何单位 任何人",
  ),
  plain("matter", "现象 行为 问题 次 没 申诉 上访 申诉案 申诉案件 行政申诉 方式 通知书 答复书 案情 情形 情形"),
  plain(
    "topic",
    "政府信息公开 信息公开 政务公开 信息公开类 政府信息公开类 政府信息公开工作 信息公开工作 政务公开工作 涉及政府信息公开",
  ),
];

/** Units of counted things; 件次 before 件. */
const countUnits = ["件次", "件", "起", "宗", "条", "份", "项", "个", "例", "桩", "次"];
const moneyUnits = ["万元", "亿元", "元"];
/** Units of what no cell counts: a number with one of them is told of nothing here. */
const otherUnits = ["人次", "人", "家", "篇", "期", "场", "处", "户", "位", "名", "部", "页", "字", "块", "批", "点击"];
/** What the units begin with, % aside. */
export const unitBeginnings = [...countUnits, ...moneyUnits, ...otherUnits].map((unit) => unit[0]).join("");

export type UnitKind = "count" | "money" | "other" | "percent";

export interface Unit {
  readonly unit: string;
  readonly kind: UnitKind;
}

/** Behind 个: what is counted is another thing (20 个部门). */
const others = /^(?!申请|案|的|政府|信息|依申|行政|左右|以上|以下)\p{Script=Han}/u;

export function unitAt(text: string, at: number): Unit | null {
  const has = (list: readonly string[]) => list.find((unit) => text.startsWith(unit, at));
  if (text[at] === "%" || text[at] === "％") return { unit: "%", kind: "percent" };
  const count = has(countUnits);
  // 个工作日, 项目 and the like are no units of a count.
  const behind = count && text.slice(at + count.length, at + count.length + 3);
  if (
    count &&
    behind &&
    (/^(?:工作日|月|百分点|自然日|目|例)/u.test(behind) || (count === "个" && others.test(behind)))
  )
    return { unit: count, kind: "other" };
  if (count) return { unit: count, kind: "count" };
  const money = has(moneyUnits);
  if (money) return { unit: money, kind: "money" };
  const other = has(otherUnits);
  return other ? { unit: other, kind: "other" } : null;
}
