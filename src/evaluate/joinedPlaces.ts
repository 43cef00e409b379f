// While a post is evaluated its texts have places in one row: the post from 0 on, and each other text in a stretch of its own.
import type { Span } from '../core/text/span.js';
import type { LinkedFormula } from './linkedDisplay.js';
import type { EvaluationResult, ResultFile } from './result.js';

/** More than a text can have: so no place of a text depends on how long another one is. */
const STRETCH = 2 ** 30;

/** `NAME.eval` stands behind the post. */
export const WORKSHEET_START = STRETCH;

/** Displays of other posts stand behind that, each in the order in which it is first named. */
export function linkedStart(index: number): number {
  return (index + 2) * STRETCH;
}

function linkedAt(place: number): number {
  return Math.floor(place / STRETCH) - 2;
}

interface FilePlace {
  readonly file: ResultFile;
  readonly span: Span;
}

/** In the order of the post, then of its worksheet. */
export function placedInFiles(
  results: readonly EvaluationResult[],
  linked: readonly LinkedFormula[],
): readonly EvaluationResult[] {
  return results.map((result) => placed(result, linked)).sort(inOrder);
}

function placed(result: EvaluationResult, linked: readonly LinkedFormula[]): EvaluationResult {
  const placeOf = (span: Span): FilePlace => placeIn(span, linked);
  const { file, span } = placeOf(result.span);
  const { showAt, stated } = result;
  return {
    ...result,
    file,
    span,
    showAt: placeOf({ start: showAt, end: showAt }).span.end,
    stated: stated === null ? null : { ...stated, span: placeOf(stated.span).span },
    problems: result.problems.map((problem) => ({ ...problem, ...placeOf(problem.span) })),
  };
}

function placeIn(span: Span, linked: readonly LinkedFormula[]): FilePlace {
  const named = linked[linkedAt(span.start)];
  if (named !== undefined) return placeIn(named.at, linked);
  if (span.start < WORKSHEET_START) return { file: 'post', span };
  const { start, end } = span;
  return {
    file: 'worksheet',
    span: { start: start - WORKSHEET_START, end: end - WORKSHEET_START },
  };
}

function inOrder(left: EvaluationResult, right: EvaluationResult): number {
  if (left.file !== right.file) return left.file === 'post' ? -1 : 1;
  return left.span.start - right.span.start;
}
