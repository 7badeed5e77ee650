// Reports of any size: a sample with one wrong total, in the layout most reports have, its prose lengthened.
import { sampleReport } from "../support/sample";

const sentences = [
  "全年通过政府网站主动公开信息312条，其中政策文件46条、财政预决算28条、重点项目61条。",
  "坚持以公开为常态、不公开为例外，及时发布涉及群众切身利益的各类信息，回应社会关切。",
  "对照公开目录开展自查，补充完善栏目内容，清理过期信息15条，更新办事指南22项。",
  "组织业务培训2次，参训人员86人次，进一步明确申请登记、审核、办理、答复、归档各环节的责任。",
  "发布政策解读材料19篇，其中图文解读11篇、视频解读3篇，方便公众准确理解政策内容。",
  "办理网民留言143件，按时办结率100%，群众满意度较上年提高2.5个百分点。",
];

function prose(bytes: number): string {
  const paragraphs: string[] = ["（一）主动公开情况"];
  for (let size = 0, i = 0; size < bytes; i++) {
    const paragraph = sentences
      .map((_, offset) => sentences[(i * 5 + offset * (1 + (i % 3))) % sentences.length])
      .join("");
    paragraphs.push(paragraph);
    size += Buffer.byteLength(paragraph) + 1;
  }
  return paragraphs.join("\n");
}

export interface Place {
  readonly line: number;
  readonly character: number;
}

export interface BenchText {
  readonly text: string;
  /** Where keys are typed: in the middle of the prose, and behind the first number of table three. */
  readonly prose: Place;
  readonly number: Place;
}

/** `bytes` in UTF-8. */
export function reportOf(bytes: number): BenchText {
  const wrong = { "review/review/total": "77" };
  const bare = Buffer.byteLength(sampleReport({ cells: wrong, sections: { overview: "" } }));
  const text = sampleReport({ cells: wrong, sections: { overview: prose(Math.max(0, bytes - bare)) } });
  const lines = text.split("\n");
  const end = lines.findIndex((line) => line.startsWith("二、"));
  const line = Math.max(4, Math.floor(end / 2));
  const cell = lines.findIndex((each) => each.includes("一、本年新收")) + 1;
  return {
    text,
    prose: { line, character: Math.min(20, lines[line]?.length ?? 0) },
    number: { line: cell, character: lines[cell]?.length ?? 0 },
  };
}
