// Half-open ranges of UTF-16 offsets, the one way every layer says where something is.

export interface Span {
  readonly start: number;
  readonly end: number;
}

export function shiftSpan(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

export function containsOffset(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

export function spansOverlap(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}
