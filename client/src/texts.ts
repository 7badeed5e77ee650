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
  noServer: {
    zh: "服务没有运行，规则说明暂时无法显示。",
    en: "The server is not running, so the page of this rule cannot be shown.",
  },
} as const satisfies Record<string, Record<Locale, string>>;
