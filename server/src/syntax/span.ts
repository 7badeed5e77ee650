// A stretch of text, in UTF-16 code units from the start of the document; end is exclusive.

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The same, `by` characters further on. */
export function move<S extends Span>(span: S, by: number): S {
  return { ...span, start: span.start + by, end: span.end + by };
}

export function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
