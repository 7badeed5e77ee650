import type { Bilingual } from "../form/types";
import type { Report, Section } from "../report/types";
import { stretchesOf } from "../report/unbroken";
import { bodySpan, condensedBody, firstOf, isEmptyBody } from "./sections";
import type { Rule } from "./types";
import { sectionName } from "./wording";

/** 不断, 不仅, 不少于 and the like want nothing; every other 不 is taken for a problem. */
const not = "(?<![从毫决绝永坚])不(?![断仅但少同光只要得再超漏折遗忘懈误留予放缺走打搞负松止变可]|定期|低于|动摇)";
/** Words that tell of something wanting; 有待、亟待加强 is a problem, not an improvement. */
const problem = new RegExp(
  `问题|不足|短板|差距|落差|薄弱|欠缺|缺乏|缺少|缺位|缺失|缺漏|匮乏|困难|弱项|短腿|堵点|壁垒|良莠|随意|粗放|扣分|距离|瓶颈|滞后|单一|单调|老套|陈旧|淡薄|欠佳|参差|缓慢|现象|漏报|超期|逾期|空白|脱节|失效|难以|尚未|有限|过于|偏[低少弱慢小窄粗多]|[较太]?[慢弱](?=[，。；;、]|$)|较[少低粗差窄]|少(?=[，。；;、]|$)|${not}|未(?:能|将|把|按|及时|完全|真正|充分|建立|形成|做到|落实)|没有(?:完全|真正|及时|形成|建立|做到|到位|落实|充分|很好)|还没|有待|亟待|亟需|尚需|仍需|还需|仍(?:有|然)|还(?:有|存在)|重[\\p{Script=Han}]{1,6}、?轻|需要?(?:进一步|不断|继续)`,
  "u",
);

const verbs =
  "加强|加大|加快|强化|深化|优化|细化|完善|健全|提升|提高|增强|丰富|拓宽|拓展|规范|创新|推进|推动|推行|落实|改善|改进|开展|建立|围绕|严格|统筹|做好|抓好|聚焦|紧扣|依托|充分|注重|坚持|组织|定期|进一步|继续|持续|不断|切实|及时|积极";
/**
 * 改进, 下一步, what was done (已…) or will be (将…) anywhere, or a measure at the beginning of a clause (1.加强培训). 虽已建立,
 * 未将其列入 and the like are no measures.
 */
const improvement = new RegExp(
  `改进|整改|措施|举措|对策|打算|下一步|下步|下阶段|今后|以后|接下来|明年|来年|为此|对此|努力(?:方向|做|抓|提)|方面努力|解决(?:办法|途径|思路|方式|方案)|(?:加以|得以|方式|方法)解决|限期(?:完成|整改)|改变(?:思路|方式|做法)|(?:年|我[局镇县市区乡街院厅委])，?计划|我们[要将]|(?<![未不才即没]|没有|未能)将(?![近就])|(?<![虽管但])已(?![不无有成达难远久]|取得|经取得)|着手|针对(?!性)|主攻|配发|聘请|邀请|经(?:协调|努力)|列入|挂钩|实行|清零|约谈|为(?:尽快)?(?:补齐|解决|破解|弥补|克服|改变|扭转)|[年月季度][底末]?之?前(?:全部|全面|完成|实现|上线)|(?:^|[。；;：:\\n\\r]|[一二三四五六七八九]是|\\d[.、．]|[）)])\\s?要?(?:${verbs})`,
  "u",
);

/** What denies that there is anything to tell is no telling of it. */
const denial =
  /(?:不存在|没有|未发现|暂无|并无|无)(?:任何|明显|突出|重大|主要)?(?:的)?(?:问题|不足)(?!意识|导向)|无需(?:改进|整改)/u;
const denials = new RegExp(denial, "gu");
/** What neither wants nor mends anything: 取得了显著成效. */
const neutral = /取得|成效|成绩|进步|肯定|满意|好评|圆满|顺利/u;
/** A sentence with less than this is a heading, or announces what follows. */
const shortestSentence = 8;
/** Shorter than this, a section five says nothing concrete. */
const shortest = 30;

export const sectionFive: Rule = {
  id: "section-five",
  severity: "warning",
  title: { zh: "第五部分缺问题或改进情况", en: "Section five lacks problems or improvements" },
  page: {
    what: {
      zh: "第五部分正文只写了问题没有写改进，或只写了改进没有写问题，或过短（少于 30 字）。只看正文，不看标题；“有待加强”“亟待提升”算问题，不算改进。有句子看不出是问题还是改进的，不报告。",
      en: "The body of section five tells only problems or only improvements, or is shorter than 30 characters. The heading does not count; 有待加强 is a problem, not an improvement. Where a sentence may be either, nothing is reported.",
    },
    why: {
      zh: "国办公开办函〔2021〕30号要求写明存在的主要问题和改进情况，实事求是、明确具体，不得敷衍。",
      en: "国办公开办函〔2021〕30号 asks for the main problems and what is done about them, concretely and honestly.",
    },
    remedy: { zh: "请报告机关补写所缺的方面。", en: "Have the organ add what is missing." },
  },
  wrong:
    "五、存在的主要问题及改进情况\n«公开队伍建设有待强化，工作人员业务能力和水平有待提升，且缺乏系统、专业的培训和学习。»\n",
  right:
    "五、存在的主要问题及改进情况\n公开队伍建设有待强化，工作人员业务能力有待提升。下一步将组织系统培训，每季度通报一次情况。\n",
  *check(report) {
    const section = firstOf(report, "problems");
    if (!section || isEmptyBody(report, section)) return;
    const lacking = lack(condensedBody(report, section), sentencesOf(report, section));
    if (!lacking) return;
    const name = sectionName(section);
    yield {
      span: bodySpan(report, section),
      message: { zh: `“${name}”${lacking.zh}`, en: `“${name}” ${lacking.en}` },
      advice: {
        zh: "请写明存在的主要问题和相应的改进情况",
        en: "State both the main problems and what is done about them",
      },
    };
  },
};

/** The sentences of a section, also those that a converted text broke over several lines. */
function sentencesOf(report: Report, section: Section): readonly string[] {
  return stretchesOf(report)
    .filter((stretch) => stretch.section === section)
    .flatMap(({ start, end }) =>
      report.text
        .slice(start, end)
        .replace(/\s/gu, "")
        .split(/[。；;！!]/u),
    )
    .filter((sentence) => sentence.length >= shortestSentence);
}

function lack(body: string, sentences: readonly string[]): Bilingual | null {
  const told = body.replace(denials, "");
  // Converted texts are torn in the middle of words.
  const flat = told.replace(/\s/gu, "");
  const has = (words: RegExp) => words.test(told) || words.test(flat);
  const [problems, improvements] = [has(problem), has(improvement)];
  // Counted as word processors do: every character but white space.
  const length = body.replace(/\s/gu, "").length;
  if (problems && improvements)
    return length < shortest ? { zh: `只有 ${length} 字，过于简略`, en: `has only ${length} characters` } : null;
  // A sentence of neither kind may tell what is lacking in words that are not known.
  const known = problems ? problem : improvement;
  const isKnown = (sentence: string) => neutral.test(sentence) || denial.test(sentence) || known.test(sentence);
  if (length >= shortest && !sentences.every(isKnown)) return null;
  if (problems) return { zh: "只写了问题，没有写改进情况", en: "tells problems but no improvements" };
  if (improvements) return { zh: "只写了改进，没有写存在的问题", en: "tells improvements but no problems" };
  return { zh: "既没有写明问题，也没有写明改进情况", en: "tells neither problems nor improvements" };
}
