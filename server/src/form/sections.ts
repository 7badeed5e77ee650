// The six statutory sections. Titles and contents: 国办公开办函〔2021〕30号; the variants are those notices and reports use.
import type { FormSection } from "./types";

export const sections: readonly FormSection[] = [
  {
    id: "overview",
    ordinal: "一",
    title: "总体情况",
    variants: ["概述", "总体工作情况", "政府信息公开总体情况"],
    wordings: ["基本情况", "整体情况", "概况"],
    content: {
      zh: "主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面的情况；重在聚焦主题、简明客观，篇幅原则上不超过一千字。",
      en: "Proactive disclosure, disclosure on request, information management, disclosure platforms, supervision and safeguards; focused and objective, in principle no more than 1,000 characters.",
    },
  },
  {
    id: "disclosure",
    ordinal: "二",
    title: "主动公开政府信息情况",
    variants: ["行政机关主动公开政府信息情况", "政府信息主动公开情况", "主动公开政府信息的情况"],
    // Section one often numbers its own parts, and this is one of them.
    wordings: ["主动公开情况"],
    content: {
      zh: "《条例》第二十条第（一）（五）（六）（八）项的数据（表二）；行政许可、行政处罚、行政强制包括已公开和依法未公开的全部处理决定。",
      en: "Figures for items (1), (5), (6) and (8) of article 20 of the Regulation (table 2); licences, penalties and coercive measures count every decision, published or lawfully unpublished.",
    },
  },
  {
    id: "requests",
    ordinal: "三",
    title: "收到和处理政府信息公开申请情况",
    variants: [
      "行政机关收到和处理政府信息公开申请情况",
      "收到和处理政府信息公开申请的情况",
      "政府信息公开申请收到和处理情况",
    ],
    wordings: ["依申请公开政府信息情况", "政府信息依申请公开情况", "依申请公开情况"],
    content: {
      zh: "按申请人类别统计收到的申请和办理结果（表三）；每一列中，一、本年新收加二、上年结转，等于三、（七）总计加四、结转下年度。",
      en: "Requests received and their outcome by class of applicant (table 3); in every column 一 new plus 二 carried in equals （七） total plus 四 carried out.",
    },
  },
  {
    id: "review",
    ordinal: "四",
    title: "政府信息公开行政复议、行政诉讼情况",
    variants: [
      "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
      "因政府信息公开工作被申请行政复议提起行政诉讼情况",
      "因政府信息公开工作被申请行政复议、提起行政诉讼的情况",
      "因政府信息公开工作被申请行政复议和提起行政诉讼情况",
      "因政府信息公开被申请行政复议、提起行政诉讼情况",
      "因政府信息公开申请行政复议、提起行政诉讼的情况",
      "因政府信息公开申请行政复议、提起行政诉讼情况",
      "政府信息公开行政复议和行政诉讼情况",
      "政府信息公开行政复议及行政诉讼情况",
      "政府信息公开行政复议、行政诉讼的情况",
    ],
    wordings: [],
    content: {
      zh: "行政复议和行政诉讼的结果（表四），行政诉讼分为未经复议直接起诉和复议后起诉；复议机关作共同被告的案件只由原行为主体计算。",
      en: "Results of reviews and suits (table 4), suits divided into direct ones and those after review; a case with the review organ as co-defendant is counted by the original organ only.",
    },
  },
  {
    id: "problems",
    ordinal: "五",
    title: "存在的主要问题及改进情况",
    variants: [
      "存在问题及改进情况",
      "存在的问题及改进情况",
      "存在的主要问题和改进情况",
      "主要问题及改进情况",
      "存在的主要问题及改进措施",
      "存在问题及改进措施",
      "政府信息公开工作存在的主要问题及改进情况",
      "政府信息公开工作存在的问题及改进情况",
    ],
    wordings: [
      "存在的不足及改进措施",
      "存在的问题及整改情况",
      "存在的问题及下一步工作打算",
      "存在的主要问题及下一步工作计划",
      "存在的不足和下一步打算",
      "主要问题和下一步改进措施",
      "主要问题和改进举措",
    ],
    content: {
      zh: "存在的主要问题和改进情况，两方面都要写；实事求是、明确具体，避免笼统模糊、泛泛而谈、年年雷同。",
      en: "The main problems and what was or will be improved, both of them; concrete and honest, not the same words every year.",
    },
  },
  {
    id: "other",
    ordinal: "六",
    title: "其他需要报告的事项",
    variants: ["其他需要报告的情况", "需要报告的其他事项", "其他需要说明的事项", "其他事项"],
    wordings: [],
    content: {
      zh: "依据《政府信息公开信息处理费管理办法》收取信息处理费的情况（2021年度起在此专门报告），以及其他文件要求报告的事项。",
      en: "Information processing fees charged under the fee rules (国办函〔2020〕109号; from report year 2021 to be reported here), and what other documents ask to be reported.",
    },
  },
];
