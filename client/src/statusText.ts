// What the status bar says. It never just says "ok": how many relations were checked, how many hold, what was left out.
import type { StatusParams } from "../../server/src/lsp/protocol";
import { joined } from "./joined";
import type { Locale } from "./texts";

export interface StatusView {
  readonly text: string;
  readonly tooltip: string;
}

/**
 * "42/42 ✓", "✗ 2 / 42 · 3 无法核对", and what else the reader must know: rules that are off, findings that are known and not
 * shown, text that was not read.
 */
export function statusView(status: StatusParams, locale: Locale): StatusView {
  return locale === "zh" ? chinese(status) : english(status);
}

function relations(status: StatusParams, unchecked: string): string {
  const { total, held, broken } = status.counts;
  if (!status.readable || total === 0) return `⚠ ${unchecked}`;
  if (broken > 0) return `✗ ${broken} / ${total}`;
  return held === total ? `${held}/${total} ✓` : `${held}/${total}`;
}

function chinese(status: StatusParams): StatusView {
  const { counts, rulesOff, known, readable, note, sections, tables } = status;
  return {
    text: joined(" · ", [
      relations(status, "未核对"),
      readable && counts.notAssessable > 0 && `${counts.notAssessable} 无法核对`,
      rulesOff > 0 && `停用 ${rulesOff} 条规则`,
      known > 0 && `已知 ${known} 处`,
      readable && note !== null && "有内容未核对",
    ]),
    tooltip: joined("\n", [
      readable &&
        `勾稽关系 ${counts.total} 项：成立 ${counts.held}，不成立 ${counts.broken}，无法核对 ${counts.notAssessable}（有空白或非数字）`,
      readable && `读出六个部分中的 ${sections} 个、三张表中的 ${tables} 张`,
      rulesOff > 0 && `设置 nianbao.rules 或文件夹的 nianbao.config.json 停用了 ${rulesOff} 条规则`,
      known > 0 && `已知问题 ${known} 处记在 .nianbao-baseline.json 中，不再列出`,
      note,
      "点击查看问题列表",
    ]),
  };
}

function english(status: StatusParams): StatusView {
  const { counts, rulesOff, known, readable, note, sections, tables } = status;
  return {
    text: joined(" · ", [
      relations(status, "not checked"),
      readable && counts.notAssessable > 0 && `${counts.notAssessable} not assessable`,
      rulesOff > 0 && `${rulesOff} ${rulesOff === 1 ? "rule" : "rules"} off`,
      known > 0 && `${known} known`,
      readable && note !== null && "not all checked",
    ]),
    tooltip: joined("\n", [
      readable &&
        `${counts.total} relations: ${counts.held} hold, ${counts.broken} do not, ${counts.notAssessable} not assessable (blank or not a number)`,
      readable && `${sections} of 6 sections and ${tables} of 3 tables were read`,
      rulesOff > 0 &&
        `${rulesOff} ${rulesOff === 1 ? "rule is" : "rules are"} off (by the setting nianbao.rules or the folder's nianbao.config.json)`,
      known > 0 && `${known} known ${known === 1 ? "finding" : "findings"} in .nianbao-baseline.json, not listed`,
      note,
      "Click to see the problems",
    ]),
  };
}
