// What the reader is told once a folder was checked or its findings were written into a table.
import type { CheckFolderResult, ReviewResult } from "../../server/src/lsp/protocol";
import { joined } from "./joined";
import type { Locale } from "./texts";
import { countsText } from "./treeText";

export function checkedText(result: CheckFolderResult, locale: Locale): string {
  const { reports, known, unreadable } = result;
  const counts = countsText(result, locale);
  const nothing = reports + unreadable === 0;
  if (locale === "zh") {
    if (nothing) return "文件夹中没有找到年报。";
    const said = joined("，", [
      counts || (reports > 0 && "没有发现问题"),
      known > 0 && `已知 ${known} 处不再列出`,
      unreadable > 0 && `${unreadable} 份没能核对`,
    ]);
    return `已检查年报 ${reports} 份：${said}。`;
  }
  if (nothing) return "There are no reports in the folder.";
  const said = joined("; ", [
    counts || (reports > 0 && "nothing was found"),
    known > 0 && `${known} known not listed`,
    unreadable > 0 && `${unreadable} could not be checked`,
  ]);
  return `${reports} ${reports === 1 ? "report" : "reports"} checked: ${said}.`;
}

/** `name` is that of the file that was written. */
export function exportedText({ reports, findings }: ReviewResult, name: string, locale: Locale): string {
  return locale === "zh"
    ? `已写入 ${name}：年报 ${reports} 份，问题 ${findings} 处。`
    : `${name} was written: ${reports} ${reports === 1 ? "report" : "reports"}, ${findings} ${findings === 1 ? "finding" : "findings"}.`;
}
