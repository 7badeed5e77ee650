// Which report a file is: of which organ, on which year. What the text says comes first, for a file may be called anything;
// where it says nothing, the file's name does, as reviewers name files by organ and year.
import { fold } from "../report/fold";
import { findTitle } from "../report/title";
import type { Report } from "../report/types";
import { readLines } from "../syntax/lines";

export interface Identity {
  /** The organ as it is written; null where nothing names one. */
  readonly organ: string | null;
  readonly year: number | null;
  /** The organ to compare: the same for the same organ however it is written. */
  readonly key: string | null;
}

/** `file`: a path or a URI. */
export function identityOf(file: string, report: Pick<Report, "organ" | "year">): Identity {
  const named = report.organ !== null && report.year !== null ? null : namedBy(file);
  const organ = report.organ ?? named?.organ ?? null;
  const year = report.year ?? named?.year ?? null;
  return { organ, year, key: organ === null ? null : organKey(organ) };
}

/**
 * 青禾县示范镇 and 青禾县示范镇人民政府 are one organ, a 街道 and its 办事处, a 开发区 and its 管委会 too. An office (青禾县人民政府办公室) is another one than
 * the government, which publishes the report that sums up all of its organs. Whatever stands in front of the name stays:
 * many counties have a 城关镇.
 */
export function organKey(organ: string): string {
  const { key } = fold(organ);
  return key
    .replace(/(?<=[省市区县旗镇乡盟州])人民政府$/u, "")
    .replace(/(?<=街道)(?:办事处|办)$|(?<=区)管(?:理委员|委)会$/u, "");
}

const organEnding =
  /(?:政府|委员会|管委会|办公厅|办公室|办事处|街道办?|厅|局|部|署|委|院|会|所|处|站|队|中心|学校|大学|医院|公司|镇|乡|街道|区|县|市|省|银行|集团|团)$/u;

/** 青禾县水务局2024年年报.txt; else the last name in it that ends as an organ's does, and the year there or in the name of its folder. */
function namedBy(file: string): { readonly organ: string | null; readonly year: number | null } {
  const [name = "", folder = ""] = decoded(file)
    .split(/[\\/]+/u)
    .toReversed();
  const stem = name.replace(/\.[A-Za-z]{1,8}$/u, "").slice(-longestName);
  // What stands apart from the title in front of it, such as a number, is no part of it.
  const title = findTitle(readLines(stem.replace(/\s+/gu, "\n")), stem.length);
  const words = stem.split(/(?:20\d\d)年?(?:度)?|[\s_—–\-()（）【】[\]]+|政府信息公开|(?:工作)?年度报告|年报/u);
  const organ = title?.organ ?? words.findLast((word) => word.length >= 2 && organEnding.test(word)) ?? null;
  return { organ: organ?.replace(/^[\d.、]+/u, "") ?? null, year: title?.year ?? yearIn(stem) ?? yearIn(folder) };
}

/** The last part of a path or URI, as people see it. */
export function baseName(file: string): string {
  return (
    decoded(file)
      .split(/[\\/]+/u)
      .at(-1) ?? ""
  );
}

/** No system has longer ones. */
const longestName = 255;

/** The only year there is; with two of them nothing tells which is the report's. */
function yearIn(name: string): number | null {
  const years = new Set(name.match(/(?<!\d)20\d\d(?!\d)/gu) ?? []);
  const [year] = years;
  return years.size === 1 && year !== undefined ? Number(year) : null;
}

/** A URI's name as people see it; a path, or a name that only looks escaped, as it is. */
function decoded(file: string): string {
  if (!/^[a-z][a-z0-9+.-]+:/iu.test(file)) return file;
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}
