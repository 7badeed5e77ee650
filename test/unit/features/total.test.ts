import assert from "node:assert/strict";
import { completions } from "../../../server/src/features/completion";
import { foldings } from "../../../server/src/features/folding";
import { highlights } from "../../../server/src/features/highlights";
import { hints } from "../../../server/src/features/hints";
import { hover } from "../../../server/src/features/hover";
import { lenses } from "../../../server/src/features/lens";
import { links } from "../../../server/src/features/links";
import { outline } from "../../../server/src/features/outline";
import { definitions, references } from "../../../server/src/features/references";
import { selections } from "../../../server/src/features/selection";
import { symbolsIn } from "../../../server/src/features/symbols";
import { tokens } from "../../../server/src/features/tokens";
import type { OutlineItem } from "../../../server/src/features/types";
import { readReport } from "../../../server/src/report/index";
import type { Span } from "../../../server/src/syntax/span";
import { layouts, sampleReport } from "../../support/sample";

/** Every span any feature gives for a text, at offsets all over it. */
function spansOf(text: string): readonly Span[] {
  const report = readReport(text);
  const whole = { start: 0, end: text.length };
  const spans = [
    ...foldings(report),
    ...[...lenses(report, "zh"), ...links(report), ...symbolsIn(report), ...tokens(report, whole)].map(
      ({ span }) => span,
    ),
    ...hints(report, "all", whole, "en").map(({ offset }) => ({ start: offset, end: offset })),
  ];
  const collect = (items: readonly OutlineItem[]): void => {
    for (const item of items) {
      spans.push(item.span, item.selection);
      collect(item.children);
    }
  };
  collect(outline(report, "zh"));
  for (let offset = 0; offset <= text.length; offset += 53) {
    const found = hover(report, offset, "en");
    const defined = definitions(report, offset);
    spans.push(
      ...selections(report, offset),
      ...references(report, offset, true),
      ...(defined ? [defined.origin, ...defined.targets] : []),
      ...completions(report, offset, "en").map(({ span }) => span),
    );
    spans.push(...(found ? [found.span] : []), ...highlights(report, offset).map((mark) => mark.span));
  }
  return spans;
}

describe("features of torn texts", () => {
  it("give spans inside the text and never throw, wherever it is cut", () => {
    for (const layout of layouts) {
      const whole = sampleReport({ layout, cells: { "requests/new/total": "", "review/review/total": "3" } });
      for (let cut = 0; cut <= whole.length; cut += 499) {
        for (const text of [whole.slice(cut), whole.slice(0, cut), whole.slice(0, cut) + whole.slice(cut + 97)]) {
          for (const { start, end } of spansOf(text)) {
            assert.ok(0 <= start && start <= end && end <= text.length);
          }
        }
      }
    }
  });
});
