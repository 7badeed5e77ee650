// What the command line itself says, in both languages. What is said about a report comes from the rules.

import { maxLength } from "../features/limits";
import type { Bilingual } from "../form/types";
import type { Undecodable } from "./encoding";

const undecodableNames: Readonly<Record<Undecodable, Bilingual>> = {
  "utf-16": {
    zh: "文件像是 UTF-16 编码（即 Windows 记事本的“Unicode”），但末尾缺了半个字符，不能可靠读取；请另存为 UTF-8 后重试",
    en: 'the file looks like UTF-16 (what Windows Notepad calls "Unicode") but half a character is missing at its end; save it as UTF-8 and try again',
  },
  "utf-32": {
    zh: "文件是 UTF-32 编码，不能读取；请另存为 UTF-8 后重试",
    en: "the file is UTF-32 and cannot be read; save it as UTF-8 and try again",
  },
  binary: {
    zh: "不是文本文件（含空字节），不能读取；Word、PDF 等请先另存为 UTF-8 纯文本",
    en: "not a text file (it holds NUL bytes); save Word, PDF and the like as plain UTF-8 text first",
  },
  damaged: {
    zh: "文件像是 UTF-8，但其中有损坏的字节，不能可靠读取；请用编辑器打开，改正乱码后另存为 UTF-8",
    en: "the file looks like UTF-8 but holds spoilt bytes; open it in an editor, correct the garbled characters and save it as UTF-8",
  },
  unknown: {
    zh: "既不是 UTF-8，也不是 GB18030（GBK）编码，不能可靠读取；请另存为 UTF-8 后重试",
    en: "neither UTF-8 nor GB18030 (GBK), so it cannot be read reliably; save it as UTF-8 and try again",
  },
};

export function undecodable(why: Undecodable): Bilingual {
  return undecodableNames[why];
}

/** Of a configuration. */
export const notText: Bilingual = {
  zh: "不是 UTF-8 或 GB18030 文本，未采用",
  en: "neither UTF-8 nor GB18030 text, not used",
};

export function tooLong(): Bilingual {
  const limit = maxLength.toLocaleString("en");
  return {
    zh: `超过 ${limit} 个字符，未审校；年报没有这么长，请确认文件`,
    en: `more than ${limit} characters, not checked; no annual report is that long, please check the file`,
  };
}

/** `code` is the system's own word, such as EACCES. */
export function cannotRead(code: string): Bilingual {
  const known = systemErrors[code];
  return known
    ? { zh: `不能读取：${known.zh}`, en: `cannot be read: ${known.en}` }
    : { zh: `不能读取（${code}）`, en: `cannot be read (${code})` };
}

export function cannotWrite(code: string): Bilingual {
  const known = systemErrors[code];
  return known
    ? { zh: `未能写回，文件保持原样：${known.zh}`, en: `not written, the file is as it was: ${known.en}` }
    : { zh: `未能写回，文件保持原样（${code}）`, en: `not written, the file is as it was (${code})` };
}

/** Of the standard output. */
export function cannotOutput(code: string): Bilingual {
  const known = systemErrors[code];
  return known
    ? {
        zh: `输出未能写完，结果不完整：${known.zh}`,
        en: `the output could not be written and is not complete: ${known.en}`,
      }
    : {
        zh: `输出未能写完，结果不完整（${code}）`,
        en: `the output could not be written and is not complete (${code})`,
      };
}

const systemErrors: Readonly<Record<string, Bilingual | undefined>> = {
  ENOENT: { zh: "没有这个文件或文件夹", en: "no such file or folder" },
  EACCES: { zh: "没有权限", en: "permission denied" },
  EPERM: { zh: "没有权限", en: "permission denied" },
  EROFS: { zh: "文件系统只读", en: "the file system is read-only" },
  ENOSPC: { zh: "磁盘已满", en: "no space left" },
  EBUSY: { zh: "文件被其他程序占用", en: "another program is using the file" },
  ELOOP: { zh: "符号链接循环", en: "symbolic links form a loop" },
  READONLY: { zh: "文件是只读的", en: "the file is read-only" },
  SPECIAL: { zh: "不是普通文件", en: "not a regular file" },
  CHANGED: {
    zh: "读取之后文件已被其他程序改动，请重新运行",
    en: "the file was changed by another program meanwhile; run again",
  },
  LOSSY: {
    zh: "原编码中有不能原样写回的字节，请先另存为 UTF-8",
    en: "some bytes of its encoding cannot be written back as they are; save it as UTF-8 first",
  },
};

/** A path that names neither a file nor a folder and is no pattern. */
export const notFound: Bilingual = { zh: "没有这个文件或文件夹", en: "no such file or folder" };

export const noMatch: Bilingual = { zh: "没有匹配的文件", en: "no file matches" };

export const noReports: Bilingual = {
  zh: "文件夹中没有找到年报（只看 .txt 和 .nianbao；其他文件请直接写出文件名）",
  en: "no annual report in this folder (only .txt and .nianbao are looked at; name other files themselves)",
};

/** For `extract`; in `check` it is an error of the report. `reports`: how many more there are at least. */
export function onlyFirst(reports: number): Bilingual {
  const more = reports > 1;
  return {
    zh: `文件中${more ? `至少另有 ${reports} 份` : "另有一份"}年报，只取了第一份的数字；请每份存为一个文件`,
    en: `there ${more ? `are at least ${reports} more reports` : "is another report"} in the file, and only the numbers of the first were taken; keep each in a file of its own`,
  };
}

export function internal(message: string): Bilingual {
  return { zh: `内部错误，未审校：${message}`, en: `internal error, not checked: ${message}` };
}

export const unknownOrgan: Bilingual = { zh: "（单位不详）", en: "(organ unknown)" };
export const unknownYear: Bilingual = { zh: "年份不详", en: "year unknown" };
export const noReport: Bilingual = { zh: "✗ 未识别出年报的任何部分", en: "✗ no part of an annual report recognised" };
export const changed: Bilingual = { zh: "已改", en: "changed" };

/** By its configuration, of one report. */
export function rulesAreOff(off: number): Bilingual {
  return { zh: `停用 ${off} 条规则`, en: `${off} ${off === 1 ? "rule" : "rules"} off` };
}

/** By its baseline, of one report or of all. */
export function knownNotListed(known: number): Bilingual {
  return { zh: `已知 ${known} 处（未列出）`, en: `${known} known (not listed)` };
}

/** Of a report that sums up others, where some of these are no part of the run. */
export const notAllParts: Bilingual = {
  zh: "汇总数未核对：这次没有审校配置所在文件夹中的全部年报",
  en: "not compared with what it sums up: not all reports of the configuration's folder were checked this time",
};

/** On stderr. */
export function baselineWritten(added: number, removed: number): Bilingual {
  return {
    zh: `记入已知问题 ${added} 条，删去已不适用的 ${removed} 条`,
    en: `${added} known ${added === 1 ? "finding" : "findings"} entered, ${removed} that no longer ${removed === 1 ? "applies" : "apply"} taken out`,
  };
}

export const baselineUnchanged: Bilingual = {
  zh: "已知问题没有变化，未写入文件",
  en: "the known findings are as they were, nothing was written",
};

/** Of a baseline that is no JSON: what stands in it would be lost. */
export const baselineNotUnderstood: Bilingual = {
  zh: "未能写入，文件保持原样：请先改正上面指出的地方",
  en: "not written, the file is as it was: correct what is told above first",
};

export function tooManyWarnings(found: number, allowed: number): Bilingual {
  return {
    zh: `警告 ${found} 条，超过 --max-warnings ${allowed}`,
    en: `${found} warnings, more than --max-warnings ${allowed} allows`,
  };
}

/** An interrupted run: its output stops where it stops, so that nothing takes it for a whole one. */
export function stopped(reports: number): Bilingual {
  return {
    zh: `已中断，只处理了其中 ${reports} 份年报，输出不完整`,
    en: `interrupted; only ${reports} report(s) were processed, the output is not complete`,
  };
}
