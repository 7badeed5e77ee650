// What the property tests share: consistent reports of every kind, random edits of them, and what makes a range valid.
import assert from "node:assert/strict";
import fc from "fast-check";
import type { TextEdit } from "../../server/src/rules/types";
import type { Span } from "../../server/src/syntax/span";
import { layouts, type SampleOptions, sampleForm, sampleReport } from "../support/sample";

/** The same cases in every run; PROPERTY_SEED=n tries others, PROPERTY_RUNS=10 ten times as many. */
export const seed = Number(process.env.PROPERTY_SEED ?? 20211);
const factor = Number(process.env.PROPERTY_RUNS ?? 1);

export function settings<Ts>(numRuns: number): fc.Parameters<Ts> {
  return { seed, numRuns: Math.ceil(numRuns * factor) };
}

const applicants = ["natural", "business", "research", "social", "legal", "other"];
const results = ["upheld", "corrected", "otherResult", "pending"];
const mostlySmall = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 6, arbitrary: fc.nat(30) },
  { weight: 1, arbitrary: fc.nat(99999) },
);

/** Options of a report in which every relation holds, with random numbers, in every way of writing. */
export const consistent: fc.Arbitrary<SampleOptions> = fc
  .record({
    kind: fc.constantFrom(
      { edition: 2021, singleOther: false } as const,
      { edition: 2021, singleOther: true } as const,
      { edition: 2019, singleOther: true } as const,
    ),
    layout: fc.constantFrom(...layouts),
    eol: fc.constantFrom("\n", "\r\n", "\r") as fc.Arbitrary<"\n" | "\r\n" | "\r">,
    numbers: fc.array(mostlySmall, { minLength: 23 * 6, maxLength: 23 * 6 }),
    carried: fc.array(mostlySmall, { minLength: 12, maxLength: 12 }),
    review: fc.array(mostlySmall, { minLength: 12, maxLength: 12 }),
    standard: fc.boolean(),
  })
  .map(({ kind, layout, eol, numbers, carried, review, standard }) => {
    const options: SampleOptions = { ...kind, layout, eol };
    if (standard) return options;
    const parts: Record<string, number> = {};
    const rows = sampleForm(options).tables.find((table) => table.id === "requests")?.rows ?? [];
    const outcomes = rows.filter(({ id }) => !["new", "carriedIn", "total", "carriedOut"].includes(id));
    applicants.forEach((column, c) => {
      let sum = 0;
      outcomes.forEach(({ id }, r) => {
        const number = numbers[r * applicants.length + c] ?? 0;
        parts[`requests/${id}/${column}`] = number;
        sum += number;
      });
      const carriedIn = Math.min(carried[c] ?? 0, sum);
      parts[`requests/carriedIn/${column}`] = carriedIn;
      parts[`requests/new/${column}`] = sum - carriedIn + (carried[c + 6] ?? 0);
    });
    ["review", "directSuit", "suitAfterReview"].forEach((row, r) => {
      results.forEach((column, c) => {
        parts[`review/${row}/${column}`] = review[r * results.length + c] ?? 0;
      });
    });
    return { ...options, parts };
  });

/** Pieces that reading is known to look at, and some nobody expects. */
const piece = fc.oneof(
  fc.constantFrom(
    ..."\t|｜\n\r0159０９-—/\\，,.．（）()、：:；;。#* \u3000\u00a0\ufeff\u0000\ud800\udc00“”《》Ol零一二三四五六七十",
    "\r\n",
    "\n\n",
    "\t\n",
    "\t\t",
    "| |",
    "|---|",
    "😀",
    "𠮷",
    "00",
    "1,234",
    "1 2",
    "12件",
    "22（其中修订 16 件）",
    "无",
    "不适用",
    "减4",
    "1234567890123456",
    "1.5",
    "一、总体情况\n",
    "\n三、收到和处理政府信息公开申请情况\n",
    "\n三、本年度办理结果\n",
    "（三）不予公开",
    "（七）总计",
    "行政复议\n",
    "其他\t",
    "总计",
    "规范性文件",
    "\n- 4 -\n",
    "\n第 5 页 共 9 页\n",
    "\nSheet1\n",
    "\n注：含上年度结转数量\n",
    "\n（一）主动公开😀情况😀。",
    `（二）${"😀".repeat(30)}`,
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
);

type Edit = (text: string, other: string) => string;
const where = fc.nat(1_000_000);

/** Index of the start of a line. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const found of text.matchAll(/\r\n|\r|\n/g)) starts.push(found.index + found[0].length);
  return starts;
}

function lineAround(text: string, at: number): Span {
  const starts = lineStarts(text);
  const index = at % starts.length;
  return { start: starts[index] ?? 0, end: starts[index + 1] ?? text.length };
}

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(where, piece).map(
      ([at, what]): Edit =>
        (text) =>
          insert(text, at, what),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(where, fc.integer({ min: 1, max: 40 })).map(
      ([at, length]): Edit =>
        (text) =>
          remove(text, at % (text.length + 1), length),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(where, fc.integer({ min: 1, max: 3000 })).map(
      ([at, length]): Edit =>
        (text) =>
          remove(text, at % (text.length + 1), length),
    ),
  },
  {
    weight: 1,
    arbitrary: where.map(
      (at): Edit =>
        (text) =>
          text.slice(0, at % (text.length + 1)),
    ),
  },
  {
    weight: 1,
    arbitrary: where.map(
      (at): Edit =>
        (text) =>
          text.slice(at % (text.length + 1)),
    ),
  },
  // A line lost, twice there, or joined with the next one.
  {
    weight: 2,
    arbitrary: where.map(
      (at): Edit =>
        (text) =>
          replace(text, lineAround(text, at), () => ""),
    ),
  },
  {
    weight: 2,
    arbitrary: where.map(
      (at): Edit =>
        (text) =>
          replace(text, lineAround(text, at), (line) => line + line),
    ),
  },
  {
    weight: 2,
    arbitrary: where.map(
      (at): Edit =>
        (text) =>
          replace(text, lineAround(text, at), (line) => line.trimEnd()),
    ),
  },
  // The tail of another report, from anywhere to anywhere.
  {
    weight: 1,
    arbitrary: fc.tuple(where, where).map(
      ([a, b]): Edit =>
        (text, other) =>
          text.slice(0, a % (text.length + 1)) + other.slice(b % (other.length + 1)),
    ),
  },
  // Everywhere at once: what conversions do.
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<[RegExp, string]>(
        [/\t/g, " "],
        [/\t/g, "|"],
        [/\t/g, ""],
        [/\r\n|\r|\n/g, ""],
        [/\r\n|\r|\n/g, "\n\n"],
        [/\r\n|\r|\n/g, "\r"],
        [/ /g, "\u3000"],
        [/[0-9]+/g, ""],
        [/\b0\b/g, "00"],
        [/、/g, "😀"],
        [/\|/g, "｜"],
        [/[（）]/g, ""],
        [/0/g, "０"],
      )
      .map(
        ([from, to]): Edit =>
          (text) =>
            text.replace(from, to),
      ),
  },
);

function insert(text: string, at: number, what: string): string {
  const place = at % (text.length + 1);
  return text.slice(0, place) + what + text.slice(place);
}

function remove(text: string, at: number, length: number): string {
  return text.slice(0, at) + text.slice(at + length);
}

function replace(text: string, span: Span, by: (part: string) => string): string {
  return text.slice(0, span.start) + by(text.slice(span.start, span.end)) + text.slice(span.end);
}

const short = { maxLength: 6, minLength: 1 };

/** Reports after a few random edits: cut, spliced, torn, doubled, converted. */
export const damaged: fc.Arbitrary<string> = fc
  .tuple(consistent, consistent, fc.array(edit, short))
  .map(([one, two, edits]) => {
    const other = sampleReport(two);
    return edits.reduce((text, apply) => apply(text, other), sampleReport(one));
  });

/** Inside the text, its ends neither between \r and \n nor between the halves of a character. */
export function assertSpan(text: string, span: Span, what: string): void {
  const shown = `${what} ${span.start}–${span.end} of ${text.length}`;
  assert.ok(Number.isInteger(span.start) && Number.isInteger(span.end), `${shown}: no offsets`);
  assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, `${shown}: outside the text`);
  for (const at of [span.start, span.end]) {
    const before = text.charCodeAt(at - 1);
    const after = text.charCodeAt(at);
    assert.ok(!(before === 0x0d && after === 0x0a), `${shown}: between CR and LF`);
    const torn = before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
    assert.ok(!torn, `${shown}: inside a character`);
  }
}

export function assertInside(outer: Span, inner: Span, what: string): void {
  assert.ok(
    outer.start <= inner.start && inner.end <= outer.end,
    `${what}: ${inner.start}–${inner.end} outside ${outer.start}–${outer.end}`,
  );
}

/** In the order of the text and not overlapping. */
export function assertEdits(text: string, edits: readonly TextEdit[], what: string): void {
  let end = -1;
  for (const { span } of edits) {
    assertSpan(text, span, what);
    assert.ok(span.start >= end, `${what}: edits overlap or are out of order`);
    end = span.end;
  }
}
