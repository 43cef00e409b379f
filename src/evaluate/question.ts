// A question about one formula of a post: its value, whether its steps hold, or its curve, with lines that the post does not have.
import type { Snapshot } from '../core/post/facts.js';
import { identityText } from '../core/text/mapped.js';
import { touches } from '../core/text/span.js';
import type { FormulaText } from './formulaText.js';
import { postForEvaluation, type EvaluationChoices, type PostForEvaluation } from './postInput.js';
import { macrosFor } from './macrosFor.js';
import { resultsIn, type EvaluationResult } from './result.js';

export interface Question {
  readonly about: 'value' | 'steps' | 'curve' | 'python';
  readonly formula: FormulaText;
  /** A place in the formula: of several statements that one is meant. */
  readonly at: number;
  /** Lines of a worksheet that comes before those of the post. */
  readonly given: readonly string[];
}

/** The same post with the question for its only mark, or its only checked display. */
export function postForQuestion(
  snapshot: Snapshot,
  question: Question,
  choices: EvaluationChoices = {},
): PostForEvaluation {
  const { about, formula, at, given } = question;
  const post = postForEvaluation(snapshot, choices);
  const worksheets = given.map((line, index) => {
    const text = identityText(line, placeOfLine(index));
    return { kind: 'fence', text } as const;
  });
  const behind = { start: formula.span.end, end: formula.span.end };
  const mark = {
    formula,
    content: identityText('', behind.start),
    numberBefore: null,
    span: behind,
    at,
    asPython: about === 'python',
  };
  return {
    ...post,
    worksheets: [...worksheets, ...post.worksheets],
    marks: about === 'value' || about === 'python' ? [mark] : [],
    checked: about === 'steps' ? [{ formula, domains: null, isAsked: true, apart: [] }] : [],
    prose: [],
    curves: about === 'curve' ? [{ formula, at }] : [],
    // What is missing is asked for.
    unnamed: [],
    macros: { ...post.macros, ...macrosFor(snapshot, [formula.tex.text, ...given]) },
  };
}

export interface QuestionResults {
  /** Of the formula: its claims, then its value; or its steps. */
  readonly asked: readonly EvaluationResult[];
  /** As `faultIn` finds it. */
  readonly fault: { readonly line: number; readonly result: EvaluationResult } | null;
}

export function resultsOfQuestion(
  { about, formula: { span } }: Question,
  results: readonly EvaluationResult[],
): QuestionResults {
  const asked = resultsIn('post', results).filter(({ span: place }) =>
    about === 'steps'
      ? touches(span, place) && place.start >= 0
      : place.start === span.start && place.end === span.end,
  );
  return {
    // A line of a worksheet has its own result too.
    asked: about === 'python' ? asked.filter(isForPython) : asked,
    fault: faultIn(results),
  };
}

/** The first of the given lines that is in error. */
export function faultIn(results: readonly EvaluationResult[]): QuestionResults['fault'] {
  const faulty = results.find(({ span, problems }) => span.start < 0 && problems.length > 0);
  return faulty ? { line: lineAtPlace(faulty.span.start), result: faulty } : null;
}

function isForPython({ python, problems }: EvaluationResult): boolean {
  return python !== undefined || problems.length > 0;
}

/** Given lines stand before the post: their places are below 0, a stretch for each. */
const STRETCH = 1_000_000;
const MOST_LINES = 1_000;

function placeOfLine(index: number): number {
  return (index - MOST_LINES) * STRETCH;
}

function lineAtPlace(place: number): number {
  return Math.floor(place / STRETCH) + MOST_LINES;
}
