// What the extension itself says, in both languages. Titles of commands and settings stand in package.nls*.json instead,
// since VS Code shows those in its own language.

export type Locale = "zh" | "en";

/** The setting `nianbao.language`: zh unless it says otherwise, auto follows the display language of VS Code. */
export function localeOf(setting: unknown, displayLanguage: string): Locale {
  if (setting === "en") return "en";
  return setting === "auto" && !displayLanguage.toLowerCase().startsWith("zh") ? "en" : "zh";
}

export const texts = {
  product: { zh: "年报审校", en: "Nianbao" },
  checkFolder: { zh: "审校文件夹", en: "check the folder" },
  copied: { zh: "审核意见已复制", en: "Review comment copied" },
  copyChanges: { zh: "复制清单", en: "Copy List" },
  misread: {
    zh: "这个文件像是用 GB18030（GBK）保存的年报，现在显示的是乱码。",
    en: "This file looks like a report saved as GB18030 (GBK); what is shown now is garbled.",
  },
  reopen: { zh: "用 GB18030 重新打开", en: "Reopen with GB18030" },
  reopenFailed: { zh: "没能用 GB18030 重新打开", en: "Could not be reopened with GB18030" },
  dying: {
    zh: "年报审校的服务多次意外退出，已停止。打开的年报暂时不再核对。",
    en: "The server of Nianbao has died several times and was stopped. Open reports are not checked for now.",
  },
  restart: { zh: "重新启动", en: "Restart" },
  showLog: { zh: "查看日志", en: "Show Log" },
  starting: { zh: "年报审校正在启动", en: "Nianbao is starting" },
  stopped: { zh: "⚠ 年报审校已停止", en: "⚠ Nianbao has stopped" },
  stoppedHint: { zh: "打开的年报没有核对。点击重新启动。", en: "Open reports are not checked. Click to restart." },
  noPage: { zh: "没有这条规则的说明。", en: "There is no page for this rule." },
  noAnswer: {
    zh: "年报审校的服务没有应答，什么也没有做。详情见日志。",
    en: "The server of Nianbao did not answer; nothing was done. The log says more.",
  },
  checking: { zh: "正在检查…", en: "Checking…" },
  checkingFolder: { zh: "年报审校：检查整个文件夹", en: "Nianbao: checking the whole folder" },
  noneBroken: {
    zh: "没有哪份年报有错误或不成立的勾稽关系。",
    en: "No report has an error or a relation that does not hold.",
  },
  showProblems: { zh: "查看问题", en: "Show Problems" },
  exportReview: { zh: "导出审核意见单", en: "Export Review" },
  chooseFormat: { zh: "审核意见单的格式", en: "Format of the review" },
  html: { zh: "HTML（打印）", en: "HTML (to print)" },
  csv: { zh: "CSV（用 Excel 打开）", en: "CSV (for Excel)" },
  markdown: { zh: "Markdown 文本", en: "Markdown" },
  openFile: { zh: "打开", en: "Open" },
  nothingToExport: { zh: "还没有年报可以导出。", en: "There is no report to export yet." },
  writeFailed: { zh: "没能写入文件", en: "The file could not be written" },
  whyKnown: { zh: "为什么不再列出？", en: "Why is it to be listed no more?" },
  reasonHint: {
    zh: "原因，可以不填，例如：机构改革，已向上级说明",
    en: "The reason, which may be left out, such as: merged in a reform, explained to the superior organ",
  },
  // Behind the file's name, as is the next.
  baselineUnsaved: {
    zh: "有未保存的改动，请先保存或撤销，再记入。",
    en: "has changes that are not saved. Save or undo them first, then add the finding.",
  },
  baselineUnreadable: { zh: "无法读取，请先改正。", en: "cannot be read and has to be put right first." },
  noted: { zh: "已记入", en: "Added to" },
  noServer: {
    zh: "服务没有运行，规则说明暂时无法显示。",
    en: "The server is not running, so the page of this rule cannot be shown.",
  },
} as const satisfies Record<string, Record<Locale, string>>;
