// Quick fixes for formulas that compute: what a problem or a claim that fails offers, one choice each.
import type { Snapshot } from '../core/post/facts.js';
import { touches, type Span } from '../core/text/span.js';
import type { EvaluationProblem, EvaluationResult } from '../evaluate/result.js';
import type { Change } from './change.js';
import { sourceText } from './sourceText.js';
import { staleValues, statedChange } from './staleValues.js';
import { texFixes } from './texFixes.js';
import { worksheetLine } from './worksheetLine.js';

export interface EvaluationFix {
  /** `write`: a line of a worksheet that the writer completes; `state`: a value where none was stated. */
  readonly kind: 'write' | 'change' | 'update' | 'updateAll' | 'state' | 'rebind';
  /** The line or the text that it writes; of `updateAll` how many. */
  readonly subject: string;
  readonly changes: readonly Change[];
  /** Where the writer goes on; `null` where nothing is left to write. */
  readonly caret: number | null;
  /** The span of the finding that it mends; `null` where there is none. */
  readonly mends: Span | null;
}

/** Those at a place of the post, the likeliest first. */
export function evaluationFixes(
  post: Snapshot,
  results: readonly EvaluationResult[],
  range: Span,
): readonly EvaluationFix[] {
  const stale = staleValues(post, results);
  return results.flatMap((result) => {
    if (result.informative) return [];
    const problems = result.problems.filter(({ span }) => touches(span, range));
    const offers = problems.flatMap((problem) => problemFixes(post, result, problem));
    if (!touches(result.span, range) && !touchesMark(result, range)) return offers;
    return [
      ...offers,
      ...valueFixes(post, result),
      ...updateAll(stale, result),
      ...rebind(post, result),
    ];
  });
}

function touchesMark({ stated }: EvaluationResult, range: Span): boolean {
  return stated !== null && touches(stated.span, range);
}

function problemFixes(
  post: Snapshot,
  { verdict }: EvaluationResult,
  problem: EvaluationProblem,
): readonly EvaluationFix[] {
  const { span } = problem;
  const lines = worksheetLines(post, problem, verdict !== null).map((line): EvaluationFix => {
    const { change, caret } = worksheetLine(post, span.start, line);
    const isOpen = line.endsWith(' ');
    return {
      kind: 'write',
      subject: line.trim(),
      changes: [change],
      caret: isOpen ? caret : null,
      mends: span,
    };
  });
  const place = wholePlace(post, problem);
  const changes = texFixes(problem, sourceText(post, place)).map((text): EvaluationFix => ({
    kind: 'change',
    subject: text,
    changes: [{ span: place, text }],
    caret: null,
    mends: span,
  }));
  return [...changes, ...lines];
}

/** A comma between digits is pointed at with one digit on each side; a fix is about the whole number. */
function wholePlace(post: Snapshot, { code, span }: EvaluationProblem): Span {
  if (code !== 'number.comma') return span;
  const before = sourceText(post, { start: span.start - LONGEST_NUMBER, end: span.start });
  const behind = sourceText(post, { start: span.end, end: span.end + LONGEST_NUMBER });
  return {
    start: span.start - (/\d*$/.exec(before)?.[0].length ?? 0),
    end: span.end + (/^\d*/.exec(behind)?.[0].length ?? 0),
  };
}

const LONGEST_NUMBER = 20;

/** Lines that would answer it; those that end with a blank are still to be completed. */
function worksheetLines(
  post: Snapshot,
  problem: EvaluationProblem,
  isRelation: boolean,
): readonly string[] {
  const name = nameIn(post, problem);
  const domain = (set: string): readonly string[] => (isRelation ? [`${name} \\in ${set}`] : []);
  switch (problem.code) {
    case 'name.unbound':
    case 'name.unbound-i':
      return [`${name} = `, ...domain('\\mathbb{R}')];
    case 'name.unbound-vector':
      return [`${name} = `, ...domain('\\mathbb{R}^n')];
    case 'name.unbound-size':
    case 'name.no-such-member':
    case 'set.unbound':
      return [`${name} = `];
    case 'call.unbound':
      return [`${name}(x) = `, `${name} = `];
    case 'call.unknown-word':
      return [`${name}(x) = `];
    case 'check.undeclared':
      return [`${name} \\in \\mathbb{R}`, `${name} = `];
    case 'index.zero':
      return ['set index 0'];
    default:
      return [];
  }
}

/** As it is written where it is not bound: a message shows words without their commands. */
function nameIn(post: Snapshot, { span, data, code }: EvaluationProblem): string {
  const shown = data['name'] ?? '';
  const source = sourceText(post, span);
  if (code === 'call.unknown-word') return `\\operatorname{${shown}}`;
  return /\\(?:text|mathrm|operatorname)\b/.test(source) ? source : shown;
}

function valueFixes(post: Snapshot, result: EvaluationResult): readonly EvaluationFix[] {
  const stated = statedChange(post, result);
  if (stated === null) return [];
  const { change } = stated;
  const common = { subject: change.text.trim(), changes: [change], caret: null };
  if (result.verdict === 'fails') return [{ kind: 'update', ...common, mends: result.span }];
  return result.stated?.kind === 'empty' ? [{ kind: 'state', ...common, mends: null }] : [];
}

function updateAll(
  stale: ReturnType<typeof staleValues>,
  result: EvaluationResult,
): readonly EvaluationFix[] {
  if (stale.length < 2 || !stale.some((one) => one.result === result)) return [];
  const changes = stale.map(({ change }) => change);
  const subject = String(stale.length);
  return [{ kind: 'updateAll', subject, changes, caret: null, mends: result.span }];
}

/** A claim that looks like a definition, of a name that is bound already. */
function rebind(post: Snapshot, result: EvaluationResult): readonly EvaluationFix[] {
  const looksSo = result.notes.some(({ code }) => REBINDS.has(code));
  const at = sourceText(post, result.span).indexOf('=');
  if (!looksSo || result.verdict !== 'fails' || at < 0) return [];
  const start = result.span.start + at;
  const changes = [{ span: { start, end: start + 1 }, text: ':=' }];
  return [{ kind: 'rebind', subject: ':=', changes, caret: null, mends: result.span }];
}

const REBINDS: ReadonlySet<string> = new Set(['claim.defined-by', 'claim.built-in']);
