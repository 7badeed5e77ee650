// What stands behind a report without being part of it: an embedded sheet, or the navigation of the page it was copied from.
import { trimmed } from "../syntax/characters";
import type { Lines } from "../syntax/lines";
import type { Span } from "../syntax/span";

const embedded = /^(?:_\d{6,}\.(?:xlsx?|docx?|pptx?|wps|et)|Sheet\s?\d{1,3}|工作表\s?\d{1,3}|Microsoft_Office_.*)$/i;
/** Words of a page's frame. Those that prose begins with too (打印设备…, 上一篇报告…) count only where the word ends. */
const navigation =
  /^[【[]?(?:(?:上一篇|下一篇|上一条|下一条|打印(?:本页|此页|页面)?|关闭(?:本页|窗口|页面)?|返回(?:顶部|首页|列表)|扫一扫|责任编辑|网站地图|主办单位|承办单位|浏览次数|点击(?:数|率)|相关(?:链接|稿件|文章)|友情链接|字体|字号|网站标识码)(?=$|[\s:：>＞|｜/、】\]（(【[])|扫一扫.{0,20}$|分享(?:到|至)|版权所有|您(?:当前|现在)的位置|您访问的链接即将离开|.{0,12}(?:ICP备|公网安备))/;
/** Navigation comes in short lines; a sentence that begins with such a word is prose. */
const longestLine = 60;

/** From the first such line at or after `firstLine` to `before` without white space; null where there is none. */
export function findTrailing(lines: Lines, firstLine: number, before: number): Span | null {
  for (let index = firstLine; index < lines.count; index++) {
    const start = lines.starts[index] as number;
    if (start >= before) return null;
    const end = lines.ends[index] as number;
    if (end - start > longestLine + 40) continue;
    const span = trimmed(lines.text, start, end);
    if (span.end === span.start || span.end - span.start > longestLine) continue;
    const line = lines.text.slice(span.start, span.end);
    if (embedded.test(line) || (navigation.test(line) && !/[。；]$/.test(line)))
      return { start: span.start, end: trimmed(lines.text, span.start, before).end };
  }
  return null;
}
