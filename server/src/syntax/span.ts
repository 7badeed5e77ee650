// A stretch of text, in UTF-16 code units from the start of the document; end is exclusive.

export interface Span {
  readonly start: number;
  readonly end: number;
}

export function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
