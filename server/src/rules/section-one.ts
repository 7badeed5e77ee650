import { paragraphsOf } from "../report/paragraphs";
import type { Report, Section } from "../report/types";
import { firstOf, follows2021 } from "./sections";
import type { Rule } from "./types";
import { list, sectionName } from "./wording";

/** The five aspects in the notice's order, each with words one of which stands wherever it is told, however it is told. */
const aspects: readonly { readonly name: string; readonly words: RegExp }[] = [
  {
    name: "主动公开",
    words: /主动(?:向社会)?公开|主动发布|发布|公布|公示|公告|公开(?:政府|政务|各类|相关)?信息[共约\d]/u,
  },
  { name: "依申请公开", words: /依申请|申请公开|公开申请|(?:收到|受理|办理|收办|答复).{0,16}申请|申请人|申请件|索取/u },
  {
    name: "政府信息管理",
    words:
      /信息管理|信息的?(?:制作|收集|采集|归集|保存|发布(?:流程|机制|制度|管理|审核)|更新)|负面清单|审核|审查|审签|审批|审校|复审|终审|校对|把关|保密|涉密|脱密|脱敏|先审|三审|公开属性|源头|清理|归档|台账|目录|公开指南|及时更新|信息质量|纠正错漏|动态(?:更新|调整)|规范性文件|公文/u,
  },
  {
    name: "政府信息公开平台建设",
    words:
      /平台|网站|网页|门户|栏目|专栏|公众号|新媒体|融媒体|两微|微博|微信|抖音|客户端|[Aa][Pp][Pp]|公开栏|公示栏|公告栏|宣传栏|电子屏|显示屏|专区|查阅[点室处]|政府公报|渠道|载体|阵地|公示牌|公开墙|展板|触摸屏|大屏|一体机|大喇叭|广播|二维码|微信群/u,
  },
  {
    name: "监督保障",
    words:
      /监督(?!权)|考核|评议|责任|追责|问责|培训|组织领导|加强领导|强化领导|领导小组|专人|专班|分管领导|主要领导|牵头|分工|督查|督促|督导|督办|检查|巡查|自查|抽查|纪委|绩效|考评|评分|保障机制|工作机制|监管|测评|评估|通报|整改|工作制度|制度体系/u,
  },
];

/** What stands in a blank form, and where a part was left out by whoever copied the report. */
const residue = /^[（([【]文字描述/u;
const leftOut = /^[[【（(]?(?:\.{3}|…|[以此]?下?略[）)】\]]|此处省略)/u;

export const sectionOne: Rule = {
  id: "section-one",
  severity: "information",
  title: { zh: "第一部分缺少某方面情况", en: "Section one leaves out one of the five aspects" },
  page: {
    what: {
      zh: "2021 年度起的报告，第一部分没有写到主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障中的某个方面，列出缺少的各方面。不要求分小标题，正文中提到即可。2020 年度及以前、没有内容或只有一部分的第一部分不报告。",
      en: "From report year 2021, section one does not tell one or more of the five aspects: proactive disclosure, disclosure on request, information management, platforms, supervision and safeguards. No subheadings are asked for; a mention in the text will do. Earlier years and a section that is empty or cut are not reported.",
    },
    why: {
      zh: "国办公开办函〔2021〕30号：“总体情况”应包括这五个方面的情况。",
      en: "国办公开办函〔2021〕30号 has section one tell these five aspects.",
    },
    remedy: {
      zh: "补写所缺的方面；当年没有相关情况的，如未收到申请，也宜写明。",
      en: "Add the missing aspects; where there was nothing in the year, no request say, state that.",
    },
  },
  wrong:
    "2024年政府信息公开工作年度报告\n«一、总体情况»\n2024年，通过县政府网站公开部门文件和办事指南 120 条，发布前逐级审核。办公室 1 名工作人员专门负责，年内培训两次。\n二、主动公开政府信息情况\n",
  right:
    "2024年政府信息公开工作年度报告\n一、总体情况\n2024年，通过县政府网站公开部门文件和办事指南 120 条，发布前逐级审核；未收到公开申请。办公室 1 名工作人员专门负责，年内培训两次。\n二、主动公开政府信息情况\n",
  *check(report) {
    const section = firstOf(report, "overview");
    // Where nothing follows, the text may end in the middle of the section.
    if (!section || !follows2021(report) || report.sections.at(-1) === section) return;
    const body = wordsOf(report, section);
    if (!body) return;
    const missing = aspects.filter(({ words }) => !words.test(body)).map(({ name }) => name);
    if (missing.length === 0) return;
    const [name, lacking] = [sectionName(section), list(missing)];
    yield {
      span: section.heading,
      message: {
        zh: `“${name}”没有写到${lacking.zh}`,
        en: `“${name}” does not tell of ${lacking.en}`,
      },
      advice: {
        zh: `请补写${missing.join("、")}情况；没有相关情况的也请写明`,
        en: "Add what is missing; where there was nothing in the year, say so",
      },
    };
  },
};

/** The section's prose without white space, since converted texts are torn in the middle of words; null where it is none to judge. */
function wordsOf(report: Report, section: Section): string | null {
  const lines: string[] = [];
  for (const paragraph of paragraphsOf(report)) {
    if (paragraph.section !== section) continue;
    const line = report.text.slice(paragraph.start, paragraph.end);
    if (leftOut.test(line)) return null;
    if (!residue.test(line)) lines.push(line);
  }
  const body = lines.join("").replace(/\s/gu, "");
  return /[\p{L}\p{N}]/u.test(body) ? body : null;
}
