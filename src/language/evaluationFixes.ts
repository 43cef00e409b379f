// Quick fixes for formulas that compute: what a problem or a claim that fails offers, one choice each.
import type { Snapshot } from '../core/post/facts.js';
import type { Lines } from '../core/text/lines.js';
import { touches, type Span } from '../core/text/span.js';
import type { EvaluationProblem, EvaluationResult, ResultFile } from '../evaluate/result.js';
import type { Change } from './change.js';
import type { Trouble } from './offer.js';
import { problemOffers } from './problemOffers.js';
import { lineAround, sourceText } from './sourceText.js';
import { staleValues, statedChange } from './staleValues.js';
import { hasFence, lineOfFile, worksheetLine } from './worksheetLine.js';

export interface EvaluationFix {
  /** `write`: a line of a worksheet that the writer completes; `state`: a value where none was stated. */
  readonly kind: 'write' | 'change' | 'update' | 'updateAll' | 'state' | 'rebind';
  /** The line or the text that it writes; of `updateAll` how many. */
  readonly subject: string;
  readonly changes: readonly Change[];
  /** What the changes are made in. */
  readonly file: ResultFile;
  /** Where the writer goes on; `null` where nothing is left to write. */
  readonly caret: number | null;
  /** The span of the finding that it mends; `null` where there is none. */
  readonly mends: Span | null;
}

/** Those at a place of the post, the likeliest first; `beside` is the worksheet in a file of its own. */
export function evaluationFixes(
  post: Snapshot,
  results: readonly EvaluationResult[],
  range: Span,
  beside: Lines | null = null,
): readonly EvaluationFix[] {
  const stale = staleValues(post, results);
  return results.flatMap((result) => {
    if (result.informative) return [];
    const problems = result.problems.filter(({ span }) => touches(span, range));
    const offers = problems.flatMap((problem) => problemFixes(post, result, problem, beside));
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
  beside: Lines | null,
): readonly EvaluationFix[] {
  const { span, code } = problem;
  const trouble = troubleAt(post, problem, verdict !== null);
  return problemOffers(code, trouble).map((offer) => {
    if (offer.kind === 'line') return lineFix(post, span, offer.text, beside);
    const place = { start: span.start - offer.before, end: span.end + offer.behind };
    const changes = [{ span: place, text: offer.text }];
    return { ...inPost, kind: 'change', subject: offer.text.trim(), changes, mends: span };
  });
}

/** Most fixes write into the post, and leave nothing to write. */
const inPost = { file: 'post', caret: null } as const;

function lineFix(post: Snapshot, mends: Span, line: string, beside: Lines | null): EvaluationFix {
  const sheet = hasFence(post) ? null : beside;
  const { change, caret } =
    sheet === null ? worksheetLine(post, mends.start, line) : lineOfFile(sheet, line);
  const isOpen = line.endsWith(' ');
  return {
    kind: 'write',
    subject: line.trim(),
    changes: [change],
    file: sheet === null ? 'post' : 'worksheet',
    caret: isOpen ? caret : null,
    mends,
  };
}

function troubleAt(post: Snapshot, problem: EvaluationProblem, isRelation: boolean): Trouble {
  const { span, data } = problem;
  const { before, behind } = lineAround(post, span);
  return {
    source: sourceText(post, span),
    // What opens a comment is not of the formula.
    before: before.replace(/^.*<!--\s*(?:eval:|check:|=)/, ''),
    behind,
    data,
    name: nameIn(post, problem),
    isRelation,
  };
}

/** As it is written where it is not bound: a message shows words without their commands. */
function nameIn(post: Snapshot, { span, data }: EvaluationProblem): string {
  const shown = data['name'] ?? '';
  const source = sourceText(post, span);
  return /\\(?:text|mathrm|operatorname)\b/.test(source) ? source : shown;
}

function valueFixes(post: Snapshot, result: EvaluationResult): readonly EvaluationFix[] {
  const stated = statedChange(post, result);
  if (stated === null) return [];
  const { change } = stated;
  const common = { ...inPost, subject: change.text.trim(), changes: [change] };
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
  return [{ ...inPost, kind: 'updateAll', subject, changes, mends: result.span }];
}

/** A claim that looks like a definition, of a name that is bound already. */
function rebind(post: Snapshot, result: EvaluationResult): readonly EvaluationFix[] {
  const looksSo = result.notes.some(({ code }) => REBINDS.has(code));
  const at = sourceText(post, result.span).indexOf('=');
  if (!looksSo || result.verdict !== 'fails' || at < 0) return [];
  const start = result.span.start + at;
  const changes = [{ span: { start, end: start + 1 }, text: ':=' }];
  return [{ ...inPost, kind: 'rebind', subject: ':=', changes, mends: result.span }];
}

const REBINDS: ReadonlySet<string> = new Set(['claim.defined-by', 'claim.built-in']);
