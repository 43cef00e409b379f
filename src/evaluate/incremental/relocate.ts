// Results without their places in the post: said by the part that each place lies in, so that they can be put anywhere.
import type { Span } from '../../core/text/span.js';
import type { EvaluationResult } from '../result.js';

/** A place: which range, counted over all ranges of the parts, and how far from its start. */
type Place = readonly [range: number, start: number, end: number];

export interface Placeless {
  readonly result: EvaluationResult;
  readonly span: Place;
  readonly showAt: Place;
  readonly problems: readonly Place[];
  readonly stated: Place | null;
}

/** `null` where a place lies outside of all parts. */
export function withoutPlaces(result: EvaluationResult, ranges: readonly Span[]): Placeless | null {
  const span = placeOf(result.span, ranges);
  const showAt = placeOf({ start: result.showAt, end: result.showAt }, ranges);
  const problems = result.problems.map((problem) => placeOf(problem.span, ranges));
  const stated = result.stated === null ? null : placeOf(result.stated.span, ranges);
  if (span === null || showAt === null || (stated === null) !== (result.stated === null))
    return null;
  if (!problems.every((place) => place !== null)) return null;
  return { result, span, showAt, problems, stated };
}

function placeOf({ start, end }: Span, ranges: readonly Span[]): Place | null {
  const at = ranges.findIndex((range) => range.start <= start && end <= range.end);
  const range = ranges[at];
  return range === undefined ? null : [at, start - range.start, end - range.start];
}

export function withPlaces(
  { result, span, showAt, problems, stated }: Placeless,
  ranges: readonly Span[],
): EvaluationResult {
  return {
    ...result,
    span: spanAt(span, ranges),
    showAt: spanAt(showAt, ranges).start,
    stated:
      result.stated === null || stated === null
        ? null
        : { ...result.stated, span: spanAt(stated, ranges) },
    problems: result.problems.map((problem, at) => {
      const place = problems[at];
      return place === undefined ? problem : { ...problem, span: spanAt(place, ranges) };
    }),
  };
}

function spanAt([at, start, end]: Place, ranges: readonly Span[]): Span {
  const origin = ranges[at]?.start ?? 0;
  return { start: origin + start, end: origin + end };
}
