// Half-open ranges of UTF-16 offsets, the one way every layer says where something is.

export interface Span {
  readonly start: number;
  readonly end: number;
}

export function shiftSpan(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
