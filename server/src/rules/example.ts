// A rule's examples carry «…» around what is reported; here the marks come off.
import type { Span } from "../syntax/span";
import type { Example } from "./types";

export interface PlainExample {
  readonly text: string;
  /** What lay between the marks, in order. */
  readonly marked: readonly Span[];
}

export function plainExample(example: Example): PlainExample {
  const marked: Span[] = [];
  let text = "";
  let start = 0;
  for (const char of example) {
    if (char === "«") start = text.length;
    else if (char === "»") marked.push({ start, end: text.length });
    else text += char;
  }
  return { text, marked };
}
