// While a post is evaluated its texts have places in one row: the post from 0 on, and each other text in a stretch of its own.
import type { Span } from '../core/text/span.js';
import type { EvaluationResult, ResultFile } from './result.js';

/** More than a text can have: so no place of a text depends on how long another one is. */
const STRETCH = 2 ** 30;

/** `NAME.eval` stands behind the post. */
export const WORKSHEET_START = STRETCH;

interface FilePlace {
  readonly file: ResultFile;
  readonly span: Span;
}

/** In the order of the post, then of its worksheet. */
export function placedInFiles(results: readonly EvaluationResult[]): readonly EvaluationResult[] {
  return results.map(placed).sort(inOrder);
}

function placed(result: EvaluationResult): EvaluationResult {
  const { file, span } = placeOf(result.span);
  const shift = span.start - result.span.start;
  const { showAt, stated } = result;
  return {
    ...result,
    file,
    span,
    showAt: showAt + shift,
    stated: stated === null ? null : { ...stated, span: placeOf(stated.span).span },
    problems: result.problems.map((problem) => ({ ...problem, ...placeOf(problem.span) })),
  };
}

function placeOf(span: Span): FilePlace {
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
