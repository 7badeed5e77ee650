// The status of a document: how many of its relations were checked. It goes out once after opening and whenever it changed.
import { maxLength } from "../features/limits";
import { statusOf } from "../features/status";
import type { Locale } from "../features/types";
import { form2021 } from "../form/index";
import type { Report } from "../report/types";
import { rulesOff } from "../rules/index";
import type { OpenDocument, Trouble } from "./documents";
import type { StatusParams } from "./protocol";

export function statusParams(document: OpenDocument): StatusParams {
  const { uri, report, settings, text, trouble } = document;
  const off = rulesOff(settings.rules);
  if (report === null || trouble !== null) {
    // Those of the present form, all of them unchecked.
    const { length } = form2021.relations;
    const counts = { total: length, held: 0, broken: 0, notAssessable: length };
    const note = unchecked(trouble ?? "failed", settings.locale);
    const sections = new Set(document.outlined?.sections.map(({ id }) => id)).size;
    return { uri, version: text.version, counts, rulesOff: off, known: 0, sections, tables: 0, readable: false, note };
  }
  const status = statusOf(report, off);
  return {
    uri,
    version: text.version,
    counts: { ...status.counts },
    rulesOff: status.rulesOff,
    known: document.known,
    sections: status.sections,
    tables: status.tables,
    readable: status.readable,
    note: unread(report, settings.locale),
  };
}

/** What is said of a text that was not checked at all. */
export function unchecked(trouble: Trouble | "unreadable", locale: Locale): string {
  if (trouble === "unreadable") {
    return locale === "zh"
      ? "文件不能读取，或不是 UTF-8、UTF-16、GB18030 文本，未作任何核对"
      : "The file cannot be read, or is no text in UTF-8, UTF-16 or GB18030: nothing was checked";
  }
  if (trouble === "failed") {
    return locale === "zh" ? "读取时出错，未作任何核对，详见日志" : "Reading failed: nothing was checked; see the log";
  }
  return locale === "zh"
    ? `文本超过 ${maxLength / 10_000} 万字符，只列出大纲，未作任何核对（表格、勾稽关系、文字均未读取）`
    : `The text is longer than ${maxLength.toLocaleString("en")} characters: only the outline was made, nothing was checked (no table, relation or wording)`;
}

/** Names what was not read, the tables that were not found among it: a count alone does not say where to look. */
function unread(report: Report, locale: Locale): string | null {
  const missing = report.form.tables.filter((table) => report.tables.every((found) => found.form.id !== table.id));
  const names = missing.map((table) => table.name[locale]);
  const zh = locale === "zh";
  const notes: string[] = [];
  if (names.length > 0) {
    notes.push(
      zh
        ? `未识别到${names.join("、")}，其中的勾稽关系未核对`
        : `Not recognised: ${names.join(", ")}; their relations were not checked`,
    );
  }
  if (report.another) {
    const { reports } = report.another;
    const more = reports > 1;
    notes.push(
      zh
        ? `文件中${more ? `至少另有 ${reports} 份` : "另有一份"}年报，只核对了第一份`
        : `There ${more ? `are at least ${reports} more reports` : "is another report"} in the file; only the first was checked`,
    );
  }
  return notes.length > 0 ? notes.join(zh ? "；" : "; ") : null;
}

/** The status to send, or null when the client has it already. */
export function changedStatus(document: OpenDocument): StatusParams | null {
  const params = statusParams(document);
  const { version: _, ...content } = params;
  const key = JSON.stringify(content);
  if (key === document.lastStatus) return null;
  document.lastStatus = key;
  return params;
}
