// A stretch of text, in UTF-16 code units from the start of the document; end is exclusive.

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `by` characters further on. */
export function move({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

export function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
