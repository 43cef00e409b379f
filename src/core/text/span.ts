// Half-open ranges of UTF-16 offsets, the one way every layer says where something is.

export interface Span {
  readonly start: number;
  readonly end: number;
}

export function shiftSpan(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** Whether two spans share a character, or an end. */
export function touches(left: Span, right: Span): boolean {
  return left.start <= right.end && right.start <= left.end;
}

/** Whether a caret at the offset is in the span: just behind its last character it still is. */
export function reaches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

export function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
